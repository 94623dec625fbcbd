"""Entries as rows of the index and back."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reader.article import ImageRef, Kept, Moment
from reader.library.entries import Entry
from reader.library.readings import Reading
from reader.library.scan import Stamp
from reader.library.sort_keys import seconds, source_key, title_key

Cell = None | int | float | str | bytes


@dataclass(frozen=True, slots=True)
class Known:
    """An entry, and the stamp of the file it was made from."""

    entry: Entry
    stamp: Stamp


def row_of(reading: Reading) -> tuple[Cell, ...]:
    """The row for ENTRY_COLUMNS."""
    entry, image = reading.entry, reading.entry.thumbnail
    return (
        path_bytes(entry.path),
        reading.stamp.size,
        reading.stamp.changed,
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
        seconds(entry.published or entry.saved),
        entry.published is None,
        title_key(entry),
        source_key(entry),
    )


def known_of(row: tuple[Any, ...]) -> Known:
    """What a row says, without what it is ordered by.

    Raises ValueError, TypeError or OverflowError for one that was never written by ``row_of``.
    """
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
