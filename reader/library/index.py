"""Index: the entries of all files read so far, in SQLite. A cache: delete it any day, and it is made anew."""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from reader import __version__
from reader.library import index_rows
from reader.library.index_rows import COLUMNS, Known

T = TypeVar("T")

SCHEMA = 1
"""Grows with every change of the table. An index of another number, or of another version of ours, is dropped."""

_MAKE = (
    "DROP TABLE IF EXISTS entries",
    "DROP TABLE IF EXISTS made_by",
    f"CREATE TABLE entries ({COLUMNS}) WITHOUT ROWID",
    "CREATE TABLE made_by (schema INTEGER, version TEXT)",
    f"INSERT INTO made_by VALUES ({SCHEMA}, '{__version__}')",  # noqa: S608  own words only
)
_PLACES = ", ".join("?" * (COLUMNS.count(",") + 1))


class Index:
    """Belongs to the thread that opened it; two windows may share the file.

    A damaged file is replaced by an empty one. Every method raises sqlite3.Error where the disk will not have it
    (full, read-only, locked): the program goes on without an index.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise sqlite3.OperationalError(str(error)) from error
        self._base = self._opened()

    def entries(self) -> dict[Path, Known]:
        """All that is known, by path."""
        return self._mending(self._read)

    def keep(self, known: Iterable[Known]) -> None:
        """Keep entries in place of what was known of the same files: all of them or none."""
        rows = [index_rows.row_of(each) for each in known]
        self._mending(lambda: self._write(f"INSERT OR REPLACE INTO entries VALUES ({_PLACES})", rows))  # noqa: S608  own words only

    def forget(self, paths: Iterable[Path]) -> None:
        """Drop what is known of files that are gone."""
        rows = [(index_rows.path_bytes(path),) for path in paths]
        self._mending(lambda: self._write("DELETE FROM entries WHERE path = ?", rows))

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def _read(self) -> dict[Path, Known]:
        rows = self._base.execute("SELECT * FROM entries ORDER BY path")
        try:
            return {known.entry.path: known for known in map(index_rows.known_of, rows)}
        except (ValueError, TypeError, OverflowError) as error:  # what we never write
            raise sqlite3.DatabaseError("a row of the index is damaged") from error

    def _write(self, statement: str, rows: Iterable[tuple[index_rows.Cell, ...]]) -> None:
        with self._base:
            self._base.executemany(statement, rows)

    def _mending(self, work: Callable[[], T]) -> T:
        """Do it; where the file turns out to be damaged, do it with a fresh one."""
        try:
            return work()
        except sqlite3.OperationalError:  # not the file's fault: full, locked, read-only
            raise
        except sqlite3.DatabaseError:
            self._base.close()
            self._drop()
            self._base = self._opened()
            return work()

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.OperationalError:  # as above
            raise
        except sqlite3.DatabaseError:  # no SQLite file, or a damaged one
            self._drop()
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, timeout=10)
        try:
            if not _is_current(base):
                _make(base)
        except sqlite3.Error:
            base.close()
            raise
        return base

    def _drop(self) -> None:
        try:
            for end in ("", "-journal"):
                self._path.with_name(self._path.name + end).unlink(missing_ok=True)
        except OSError as error:
            raise sqlite3.OperationalError(str(error)) from error


def _make(base: sqlite3.Connection) -> None:
    """Begin anew, unless another window has just done so."""
    base.execute("BEGIN IMMEDIATE")
    if not _is_current(base):
        for statement in _MAKE:
            base.execute(statement)
    base.commit()


def _is_current(base: sqlite3.Connection) -> bool:
    tables = base.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('entries', 'made_by')").fetchone()
    if tables != (2,):
        return False
    made_by: object = base.execute("SELECT schema, version FROM made_by").fetchone()
    return made_by == (SCHEMA, __version__)
