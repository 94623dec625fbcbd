"""Scan: which saved articles lie in a folder and below, without opening any."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from reader.article import Problem
from reader.library.stamps import LOST, Stamp


@dataclass(frozen=True, slots=True)
class Scanned:
    """What lies in some folders and below: the articles, and every folder that was looked into.

    ``closed`` are the folders that could not be: what lies in them is not known.
    """

    files: dict[str, Stamp] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    closed: dict[str, Problem] = field(default_factory=dict)


def scan(folders: Iterable[Path]) -> Scanned:
    """All articles in the folders and below. A folder that lies in another one counts once."""
    found = Scanned()
    visited: set[tuple[int, int]] = set()
    for folder in folders:
        for each in _walk(str(folder), visited, found.folders.append):
            if isinstance(each, _Closed):
                found.closed[each.folder] = each.problem
            else:
                found.files[each.path] = _stamp_of(each)
    return found


def walk(folder: Path) -> Iterator[Path | Problem]:
    """The articles in a folder and below in the order of their names; a Problem for each folder that will not open."""
    for found in _walk(str(folder), set(), lambda _: None):
        yield found.problem if isinstance(found, _Closed) else Path(found.path)


class _Closed(NamedTuple):
    folder: str
    problem: Problem


_Found = os.DirEntry[str] | _Closed


def _walk(folder: str, visited: set[tuple[int, int]], enter: Callable[[str], object]) -> Iterator[_Found]:
    """Depth first, with a stack of our own: folders may be nested deeper than Python calls functions."""
    waiting: list[_Found | str] = [folder]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            waiting += reversed(_inside(found, visited, enter))
        elif isinstance(found, _Closed) or not _is_folder(found):
            yield found
        else:
            waiting.append(found.path)


def _inside(folder: str, visited: set[tuple[int, int]], enter: Callable[[str], object]) -> list[_Found]:
    """Articles and folders directly inside, by name; nothing for a folder entered before, as links in circles lead to.

    ``visited`` holds device and number of each folder entered.
    """
    try:
        state = os.stat(folder)
        if (state.st_dev, state.st_ino) in visited:
            return []
        visited.add((state.st_dev, state.st_ino))
        with os.scandir(folder) as inside:
            entries = sorted(inside, key=_name)
    except OSError as error:
        return [_Closed(folder, _closed(folder, error))]
    enter(folder)
    return _belonging(entries)


def _belonging(entries: list["os.DirEntry[str]"]) -> list[_Found]:
    """Those that are articles by their names, or folders that may hold some."""
    from reader.parser import is_candidate, is_own_folder  # noqa: PLC0415  the parser takes a while to load

    names = {entry.name for entry in entries}
    return [
        entry
        for entry in entries
        if entry.name[0] != "."
        and (not is_own_folder(entry.name, names) if _is_folder(entry) else is_candidate(entry.name))
    ]


def _name(found: "os.DirEntry[str]") -> str:
    return found.name


def _is_folder(found: "os.DirEntry[str]") -> bool:
    try:
        return found.is_dir()
    except OSError:  # a link that leads to itself, or to where one may not look
        return False


def _stamp_of(found: "os.DirEntry[str]") -> Stamp:
    try:
        state = found.stat()
    except OSError:
        return LOST
    return Stamp(state.st_size, state.st_mtime_ns)


def _closed(folder: str, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    name = folder.encode("utf-8", "replace").decode()
    return Problem("closed-folder", f"The folder {name} could not be looked into: {reason}.")
