"""Sections: which articles of the index belong under one heading: those of a day, a source, or a folder."""

import os
import sqlite3
from array import array
from collections.abc import Callable
from itertools import groupby
from pathlib import PurePath

from reader.library.index_ids import Ids

Sections = list[tuple[str, Ids]]
"""The name of each section with its articles, in the sections' order."""


def day_sections(base: sqlite3.Connection) -> Sections:
    """Articles by the day they give themselves (``2025-11-21``), the newest first; those without one, ``""``, last."""
    rows = base.execute(
        "SELECT coalesce(substr(published, 1, 10), ''), group_concat(id) FROM entries GROUP BY 1 ORDER BY 1 DESC"
    )
    return _parted(rows)


def source_sections(base: sqlite3.Connection) -> Sections:
    """Articles by source, in the order of their names; those without one last, as ``""``."""
    rows = base.execute(
        "SELECT min(iif(site <> '', site, authors)), group_concat(id) FROM entries GROUP BY source_key"
        " ORDER BY source_key"
    )
    return [(name.partition("\n")[0], ids) for name, ids in _parted(rows)]


def folder_sections(base: sqlite3.Connection) -> Sections:
    """Articles by the folder they lie in, in the order of the folders' paths."""
    rows = base.execute("SELECT path, id FROM entries ORDER BY path").fetchall()
    gathered: dict[str, list[int]] = {}
    for folder, inside in groupby(rows, lambda row: os.path.dirname(row[0])):
        gathered.setdefault(os.fsdecode(folder), []).extend(number for _, number in inside)
    return [(folder, array("q", gathered[folder])) for folder in sorted(gathered, key=_parts)]


SECTIONS: dict[str, Callable[[sqlite3.Connection], Sections]] = {
    "day": day_sections,
    "source": source_sections,
    "folder": folder_sections,
}
"""The ways to part a library, by the word the settings have for them."""


def _parted(rows: sqlite3.Cursor) -> Sections:
    return [(name or "", array("q", map(int, ids.split(",")))) for name, ids in rows]


def _parts(folder: str) -> tuple[str, ...]:
    return tuple(part.casefold() for part in PurePath(folder).parts)
