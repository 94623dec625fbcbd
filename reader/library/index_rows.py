"""Entries as rows of the index and back."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reader.article import ImageRef, Kept, Moment
from reader.library.entries import Entry
from reader.library.index_schema import NAMES

Cell = None | int | float | str | bytes


_BESIDE = {"size", "changed", "moment", "undated", "title_key", "source_key"}
COLUMNS = tuple(name for name in NAMES if name not in _BESIDE)
"""What a row says of an entry: all but the file's stamp and what the list is ordered by."""


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry of a row's COLUMNS.

    Raises ValueError, TypeError or OverflowError for one that was never written by ``row_of``.
    """
    path, identity, key, title, summary, site, authors, published, saved, *rest = row
    minutes, words, language, pictures, source, kept, part, address, folder, problem = rest
    return Entry(
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


def path_bytes(path: Path) -> bytes:
    """A path as the index keeps it."""
    return os.fsencode(path)


def _path(content: bytes) -> Path:
    return Path(os.fsdecode(content))


def _moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == len("2023-11-13") else datetime.fromisoformat(text)
