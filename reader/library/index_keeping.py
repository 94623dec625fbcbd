"""Keeping what was read in the index: the rows of entries, and their words for search."""

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zlib import error as UnpackingError  # noqa: N812  the library's own name says nothing

from reader.library.index_rows import Cell, path_bytes
from reader.library.index_schema import NAMES
from reader.library.readings import Reading
from reader.library.sort_keys import seconds, source_key, title_key
from reader.library.story_words import Searched, StoryWords, searched, unpacked

_FOLDED = ", ".join(StoryWords._fields)
_KEEP = f"""
INSERT INTO entries ({", ".join(NAMES)}) VALUES ({", ".join("?" * len(NAMES))})
ON CONFLICT (path) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in NAMES[1:])}
RETURNING id"""  # noqa: S608  own words only
_KNOWN = "SELECT entries.id, packed FROM entries JOIN texts ON texts.id = entries.id WHERE path = ?"
_TAKE_WORDS = f"INSERT INTO fulltext (rowid, {_FOLDED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  as above
_DROP_WORDS = f"INSERT INTO fulltext (fulltext, rowid, {_FOLDED}) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608


def keep(base: sqlite3.Connection, rows: Iterable[tuple[tuple[Cell, ...], Searched]]) -> list[int]:
    """Keep rows with their words in place of what was known of the same files; the ids, in order."""
    ids = []
    for row, words in rows:
        _forget_words(base, row[0])
        ((number,),) = base.execute(_KEEP, row).fetchall()
        base.execute("INSERT INTO texts VALUES (?, ?)", (number, words.packed))
        base.execute(_TAKE_WORDS, (number, *words.folded))
        ids.append(number)
    return ids


def forget(base: sqlite3.Connection, paths: Sequence[bytes]) -> list[int]:
    """Drop what is known of files; the ids they had."""
    for path in paths:
        _forget_words(base, path)
    found = (base.execute("DELETE FROM entries WHERE path = ? RETURNING id", (path,)).fetchall() for path in paths)
    return [number for rows in found for (number,) in rows]


def move(base: sqlite3.Connection, places: Mapping[Path, Path]) -> list[int]:
    """Have rows follow their files, in place of what was known there; the ids. A page's own folder comes along."""
    forget(base, list(map(path_bytes, places.values())))
    ids = []
    for before, now in places.items():
        rows = base.execute("SELECT id, folder FROM entries WHERE path = ?", (path_bytes(before),)).fetchall()
        for number, folder in rows:
            own = os.path.join(path_bytes(now.parent), os.path.basename(folder)) if folder else None
            base.execute("UPDATE entries SET path = ?, folder = ? WHERE id = ?", (path_bytes(now), own, number))
            ids.append(number)
    return ids


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


def _forget_words(base: sqlite3.Connection, path: object) -> None:
    """Take the words of a file out of the full-text table: it holds no copy, and must be told them again."""
    for number, content in base.execute(_KNOWN, (path,)).fetchall():
        try:
            folded = searched(unpacked(content)).folded
        except (ValueError, TypeError, UnpackingError) as error:  # what we never wrote
            raise sqlite3.DatabaseError("the words of an article are damaged") from error
        base.execute(_DROP_WORDS, (number, *folded))
        base.execute("DELETE FROM texts WHERE id = ?", (number,))


def _text(text: str) -> str:
    """The text without what is no character and would not be taken."""
    return text.encode("utf-8", "replace").decode()
