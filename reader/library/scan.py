"""Scan: which saved articles lie in a folder, and what is new, changed or gone since it was last looked at."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.article import Problem


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file is told from a later state of itself: its size in bytes and its time in nanoseconds."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """What lies in some folders; ``problems`` are of folders that could not be opened."""

    files: dict[Path, Stamp]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What two looks at the same folders differ in, each in the order of the later (``gone``: the earlier) one."""

    new: tuple[Path, ...]
    changed: tuple[Path, ...]
    gone: tuple[Path, ...]


def scan(folders: Iterable[Path]) -> Scanned:
    """All articles in the folders and below. Opens no file; a folder that lies in another one counts once."""
    files: dict[Path, Stamp] = {}
    problems: list[Problem] = []
    visited: set[tuple[int, int]] = set()
    for folder in folders:
        for found in _walk(folder, visited):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                files[Path(found.path)] = _stamp(found)
    return Scanned(files, tuple(problems))


def walk(folder: Path) -> Iterator[Path | Problem]:
    """The articles in a folder and below in the order of their names; a Problem for each folder that will not open."""
    for found in _walk(folder, set()):
        yield found if isinstance(found, Problem) else Path(found.path)


def compare(before: Mapping[Path, Stamp], now: Mapping[Path, Stamp]) -> Difference:
    """What is new, changed and gone."""
    return Difference(
        tuple(path for path in now if path not in before),
        tuple(path for path, stamp in now.items() if path in before and before[path] != stamp),
        tuple(path for path in before if path not in now),
    )


def _walk(folder: Path, visited: set[tuple[int, int]]) -> Iterator["os.DirEntry[str] | Problem"]:
    """Depth first, with a stack of our own: folders may be nested deeper than Python calls functions."""
    waiting: list[os.DirEntry[str] | Problem] = list(reversed(_inside(folder, visited)))
    while waiting:
        found = waiting.pop()
        if isinstance(found, Problem) or not _is_folder(found):
            yield found
        else:
            waiting.extend(reversed(_inside(Path(found.path), visited)))


def _inside(folder: Path, visited: set[tuple[int, int]]) -> Sequence["os.DirEntry[str] | Problem"]:
    """Articles and folders directly inside, by name; nothing for a folder entered before, as links in circles lead to.

    ``visited`` holds device and number of each folder entered.
    """
    try:
        state = folder.stat()
        if (state.st_dev, state.st_ino) in visited:
            return []
        visited.add((state.st_dev, state.st_ino))
        with os.scandir(folder) as inside:
            return sorted(filter(_belongs, inside), key=lambda found: found.name)
    except OSError as error:
        return [_closed(folder, error)]


def _belongs(found: "os.DirEntry[str]") -> bool:
    """Whether it is an article by its name, or a folder that may hold some."""
    from reader.parser import is_candidate, is_own_folder  # noqa: PLC0415  the parser takes a while to load

    if found.name.startswith("."):
        return False
    if _is_folder(found):
        return not is_own_folder(Path(found.path))
    return is_candidate(Path(found.name))


def _is_folder(found: "os.DirEntry[str]") -> bool:
    try:
        return found.is_dir()
    except OSError:  # a link that leads to itself, or to where one may not look
        return False


def _stamp(found: "os.DirEntry[str]") -> Stamp:
    """Size and time; -1 and 0 for what cannot even be asked, which reading it will explain."""
    try:
        state = found.stat()
    except OSError:
        return Stamp(-1, 0)
    return Stamp(state.st_size, state.st_mtime_ns)


def _closed(folder: Path, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    name = str(folder).encode("utf-8", "replace").decode()
    return Problem("closed-folder", f"The folder {name} could not be looked into: {reason}.")
