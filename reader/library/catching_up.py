"""Catching up: what of a library is known already, and what has yet to be read."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.library.entries import Entry
from reader.library.index import Index
from reader.library.index_rows import Known
from reader.library.readings import read_file
from reader.library.scan import Stamp, scan


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What a first look at folders and files found: entries that hold, files to be read, troubles in words."""

    known: list[Entry]
    waiting: list[tuple[Path, Stamp]]
    problems: list[str]


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries of files that were read, and why they could not be kept for the next start, if so."""

    entries: list[Entry]
    problem: str = ""


def folders_and_files(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Which of the paths are folders, and which are files; what is not there counts as a file, and reading it tells."""
    folders = [path for path in paths if path.is_dir()]
    return folders, [path for path in paths if path not in folders]


def first_look(index: Path, folders: Sequence[Path], files: Sequence[Path]) -> FirstLook:
    """Look at folders and single files without opening any; ``index`` is the file of the cache."""
    scanned = scan(folders)
    single = {path: _stamp(path) for path in files if path not in scanned.files}
    stamps = single | dict(scanned.files)  # single files first: a person waits for them
    problems = [problem.message for problem in scanned.problems]
    try:
        remembered = _remembered(index)
    except sqlite3.Error as error:
        remembered = {}
        problems.append(_not_kept(error))
    known = [remembered[path].entry for path, stamp in stamps.items() if _holds(remembered.get(path), stamp)]
    fresh = {entry.path for entry in known}
    return FirstLook(known, [(path, stamp) for path, stamp in stamps.items() if path not in fresh], problems)


def read_on(index: Path, files: Sequence[tuple[Path, Stamp]]) -> Batch:
    """Read some files and keep their entries for the next start; where they cannot be kept the batch says so."""
    readings = [read_file(path, stamp) for path, stamp in files]
    entries = [each.entry for each in readings]
    try:
        base = Index(index)
        try:
            base.keep(readings)
        finally:
            base.close()
    except sqlite3.Error as error:
        return Batch(entries, _not_kept(error))
    return Batch(entries)


def _not_kept(error: sqlite3.Error) -> str:
    return f"The list cannot be kept from one start to the next, and is read anew: {error}."


def _remembered(index: Path) -> dict[Path, Known]:
    base = Index(index)
    try:
        return base.entries()
    finally:
        base.close()


def _holds(known: Known | None, stamp: Stamp) -> bool:
    return known is not None and known.stamp == stamp


def _stamp(path: Path) -> Stamp:
    """Size and time of a file; of one that is gone, those of nothing: reading it will explain."""
    try:
        state = path.stat()
    except OSError:
        return Stamp(-1, 0)
    return Stamp(state.st_size, state.st_mtime_ns)
