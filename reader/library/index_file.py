"""IndexFile: the SQLite file of the index, opened, and made anew where it is damaged."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reader.library.index_schema import is_current, make

T = TypeVar("T")

PATIENCE = 10
"""Seconds that one waits for another who is writing."""
_NOT_THE_FILE = sqlite3.OperationalError, sqlite3.ProgrammingError
"""What says nothing against the file: the disk will not have it (full, locked, read-only), or a fault of our own."""


class IndexFile:
    """Belongs to the thread that opened it; others, and other windows, open the same file for themselves.

    A damaged file, or one of another version, is replaced by an empty one. Everything raises sqlite3.OperationalError
    where the disk will not have it (full, read-only, locked): the program goes on without an index.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise sqlite3.OperationalError(str(error)) from error
        self._base = self._opened()

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do it; where the file turns out to be damaged, or was replaced by another window, with a fresh one."""
        if self._was_replaced():
            self._open_again()
        try:
            return work(self._base)
        except _NOT_THE_FILE:
            raise
        except sqlite3.DatabaseError:
            self._base.close()
            self._drop()
            self._open_again()
            return work(self._base)

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do all of it or nothing."""

        def whole(base: sqlite3.Connection) -> T:
            base.execute("BEGIN IMMEDIATE")
            try:
                answer = work(base)
                base.execute("COMMIT")
            except BaseException:
                if base.in_transaction:
                    base.execute("ROLLBACK")
                raise
            return answer

        return self.read(whole)

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except _NOT_THE_FILE:
            raise
        except sqlite3.DatabaseError:  # no SQLite file, or a damaged one
            self._drop()
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
        try:
            _keep_a_log(base)
            base.execute("PRAGMA synchronous = NORMAL")  # a power cut may cost the last entries, never the file
            if not is_current(base):
                make(base)
        except sqlite3.Error:
            base.close()
            raise
        self._number = self._number_on_disk()
        return base

    def _open_again(self) -> None:
        self._base.close()
        self._base = self._opened()

    def _was_replaced(self) -> bool:
        return self._number != self._number_on_disk()

    def _number_on_disk(self) -> int:
        """The file's number on its disk: a file made anew has another; 0 where there is none (as in memory)."""
        try:
            return self._path.stat().st_ino
        except OSError:
            return 0

    def _drop(self) -> None:
        try:
            for end in ("", "-journal", "-wal", "-shm"):
                self._path.with_name(self._path.name + end).unlink(missing_ok=True)
        except OSError as error:
            raise sqlite3.OperationalError(str(error)) from error


def _keep_a_log(base: sqlite3.Connection) -> None:
    """Write ahead in a log, so that one can read while another writes (sqlite.org/wal.html).

    Where several change a new file to that at the same moment, SQLite refuses all but one at once, without patience.
    """
    last = time.monotonic() + PATIENCE
    while True:
        try:
            base.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(PAUSE)
        else:
            return


PAUSE = 0.005
