"""Which files the index knows, and of what state: light, for the check that nothing has changed needs no more."""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from reader.library.stamps import Stamp


def stamps(base: sqlite3.Connection) -> dict[bytes, Stamp]:
    """When each file was read in, by its path as ``os.fsencode`` gives it."""
    return {path: Stamp(*rest) for path, *rest in base.execute("SELECT path, size, changed FROM entries")}


def identities_of_paths(base: sqlite3.Connection, paths: Iterable[Path]) -> dict[Path, str]:
    """Which article each file was when it was read; not of files that are unknown."""
    found = {}
    for path in paths:
        row = base.execute("SELECT identity FROM entries WHERE path = ?", (os.fsencode(path),)).fetchone()
        if row is not None:
            found[path] = row[0]
    return found


def state(base: sqlite3.Connection) -> int:
    """A number that grows with every change that was told with ``count_change``."""
    (number,) = base.execute("PRAGMA user_version").fetchone()
    return int(number)


def count_change(base: sqlite3.Connection) -> int:
    """Say that rows are others now; the new state."""
    number = (state(base) + 1) % 2**31
    base.execute(f"PRAGMA user_version = {number}")
    return number
