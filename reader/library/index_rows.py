"""Entries as rows of the index and back."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reader.article import ImageRef, Kept, Moment
from reader.library.entries import Entry
from reader.library.scan import Stamp

Cell = None | int | float | str | bytes

COLUMNS = """
  path BLOB PRIMARY KEY, size INTEGER, changed INTEGER,
  identity TEXT, story_key TEXT, title TEXT, summary TEXT, site TEXT, authors TEXT, published TEXT, saved REAL,
  minutes INTEGER, words INTEGER, language TEXT, pictures INTEGER,
  source TEXT, kept TEXT, part INTEGER, address TEXT, folder BLOB, problem TEXT
"""
"""Paths are bytes, for a file's name need not be text; ``source`` to ``address`` are the thumbnail."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entry, and the stamp of the file it was made from."""

    entry: Entry
    stamp: Stamp


def row_of(known: Known) -> tuple[Cell, ...]:
    """The row for COLUMNS."""
    entry, image = known.entry, known.entry.thumbnail
    return (
        path_bytes(entry.path),
        known.stamp.size,
        known.stamp.changed,
        entry.identity,
        _text(entry.story_key),
        _text(entry.title),
        _text(entry.summary),
        _text(entry.site),
        _text("\n".join(entry.authors)),
        entry.published.isoformat() if entry.published else None,
        entry.saved.timestamp(),
        entry.minutes,
        entry.words,
        entry.language,
        entry.pictures,
        _text(image.source) if image else None,
        image.kept.value if image else None,
        image.part if image else None,
        _text(image.address) if image else None,
        path_bytes(entry.folder) if entry.folder else None,
        _text(entry.problem),
    )


def known_of(row: tuple[Any, ...]) -> Known:
    """What a row says. Raises ValueError, TypeError or OverflowError for one that was never written by ``row_of``."""
    path, size, changed, identity, key, title, summary, site, authors, published, saved, *rest = row
    minutes, words, language, pictures, source, kept, part, address, folder, problem = rest
    entry = Entry(
        _path(path),
        identity,
        key,
        title,
        summary,
        site,
        tuple(authors.split("\n")) if authors else (),
        _moment(published),
        datetime.fromtimestamp(saved, UTC),
        minutes,
        words,
        language,
        pictures,
        ImageRef(source, Kept(kept), part, address) if kept else None,
        _path(folder) if folder else None,
        problem,
    )
    return Known(entry, Stamp(size, changed))


def path_bytes(path: Path) -> bytes:
    """A path as the index keeps it."""
    return os.fsencode(path)


def _path(content: bytes) -> Path:
    return Path(os.fsdecode(content))


def _text(text: str) -> str:
    """The text without what is no character and would not be taken."""
    return text.encode("utf-8", "replace").decode()


def _moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == len("2023-11-13") else datetime.fromisoformat(text)
