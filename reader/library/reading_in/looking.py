"""Looking: what the folders hold compared with what is known: what has to be read, what is gone, what only moved."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.library.reading_in.work import Wanted
from reader.library.scan import Scanned
from reader.library.stamps import LOST, Stamp, stamp

QUIET = 500_000_000
"""Nanoseconds for which a file must have been left alone before it counts as written."""
LEFT_EMPTY = 10_000_000_000
"""The same for an empty one: browsers make it first, and fill it when all has come."""

Known = Mapping[str, Stamp]


@dataclass(slots=True)
class Outlook:
    """What one look at the folders asks for.

    ``waiting`` is to be read, what a person waits for and what is newest first; ``gone`` is no longer there;
    ``moved`` leads from where files were to where they are; ``hot`` files are still being written. ``now`` is all
    that there is, ``known`` what was known of it.
    """

    now: Known
    known: Known
    waiting: list[Wanted] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    hot: int = 0

    def asks_for_nothing(self) -> bool:
        """Whether all is as it was known."""
        return not (self.waiting or self.gone or self.moved)


def outlook(scanned: Scanned, files: Iterable[Path], known: Known, *, patient: bool) -> Outlook:
    """Compare. ``files`` are single files beside the folders; a ``patient`` look leaves alone what is being written."""
    single = {str(path): stamp(path) for path in files if str(path) not in scanned.files}
    now = scanned.files if not single else single | scanned.files
    unknown = tuple(folder + os.sep for folder in scanned.closed)
    found = Outlook(now, known, gone=[path for path in known if path not in now and not path.startswith(unknown)])
    fresh = {path: each for path, each in now.items() if known.get(path) != each}
    if patient:
        written = {path: each for path, each in fresh.items() if not _is_hot(each, time.time_ns())}
        found.hot = len(fresh) - len(written)
        hot = {each for path, each in fresh.items() if path not in written and path not in known}
        found.gone = [path for path in found.gone if known[path] not in hot]  # moved, perhaps: the next look tells
        fresh = written
    found.moved = _moved(found.gone, [path for path in fresh if path not in known], known, now)
    new_places = set(found.moved.values())
    found.gone = [path for path in found.gone if path not in found.moved]
    found.waiting = [(Path(path), each) for path, each in fresh.items() if path not in new_places]
    found.waiting.sort(key=lambda file: (str(file[0]) not in single, -file[1].changed))
    return found


def _is_hot(found: Stamp, now: int) -> bool:
    """Whether somebody is likely to be writing the file."""
    return found != LOST and -QUIET < now - found.changed < (QUIET if found.size else LEFT_EMPTY)


def _moved(gone: Iterable[str], new: Iterable[str], known: Known, now: Known) -> dict[str, str]:
    """Files that have another folder, and name, size and time still the same; none where that could be several."""
    before = _singles(gone, lambda path: (os.path.basename(path), known[path]))
    after = _singles(new, lambda path: (os.path.basename(path), now[path]))
    return {before[key]: after[key] for key in before.keys() & after.keys() if key[1] != LOST}


_Key = tuple[str, Stamp]


def _singles(paths: Iterable[str], key_of: Callable[[str], _Key]) -> dict[_Key, str]:
    """The paths by their keys, without those that share one."""
    found: dict[_Key, str] = {}
    shared: set[_Key] = set()
    for path in paths:
        key = key_of(path)
        if found.setdefault(key, path) != path:
            shared.add(key)
    return {key: path for key, path in found.items() if key not in shared}
