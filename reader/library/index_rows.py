"""Entries as rows of the index and back."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from reader.article import ImageRef, Kept, Moment
from reader.library.entries import Entry
from reader.library.stamps import Stamp

Cell = None | int | float | str | bytes


class Known(NamedTuple):
    """An entry, and the stamp of the file it was made from."""

    entry: Entry
    stamp: Stamp


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


def _moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == len("2023-11-13") else datetime.fromisoformat(text)
