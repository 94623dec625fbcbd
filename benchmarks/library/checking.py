"""How long it takes to find that nothing has changed, beside a bare walk that asks the disk about every file."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.library.figures import Figure
from reader.library.reading_in import Ended, Look, Looked, Newsroom

ROUNDS = 5
TIMES, BESIDE = 1.5, 0.3
"""The limit: so many times the bare walk, and so many seconds, for the process has to begin."""


def measure(folder: Path, index: Path) -> Iterable[Figure]:
    """The least of some rounds in turn: the bare walk, the check by a new process, and by one that is at hand."""
    with tempfile.TemporaryDirectory() as work:
        copy = Path(work) / "index.sqlite"
        shutil.copy(index, copy)
        _check(folder, copy)  # all that this version of the program has yet to read, and what the disk has to fetch
        walks, begun, at_hand, files = [], [], [], 0
        for _ in range(ROUNDS):
            seconds, files = _walk(folder)
            walks.append(seconds)
            first, second = _check(folder, copy)
            begun.append(first)
            at_hand.append(second)
    limit = min(walks) * TIMES + BESIDE
    yield Figure(f"a bare walk over {files:,} files", min(walks), limit, "s")
    yield Figure("the check at the start, with its process", min(begun), limit, "s")
    yield Figure("a check while the program runs", min(at_hand), limit, "s")


def _walk(folder: Path) -> tuple[float, int]:
    began, count, waiting = time.perf_counter(), 0, [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as inside:
            for entry in inside:
                if entry.is_dir():
                    waiting.append(entry.path)
                else:
                    entry.stat()
                    count += 1
    return time.perf_counter() - began, count


def _check(folder: Path, index: Path) -> tuple[float, float]:
    """Seconds of the first check of a new process, and of its second one."""
    began = time.perf_counter()
    newsroom = Newsroom(index)
    looked = _looked(newsroom, Look(1, (folder,), ()))
    middle = time.perf_counter()
    looked = _looked(newsroom, Look(2, (folder,), ()))
    ended = time.perf_counter()
    newsroom.end()
    assert looked.waiting == 0, f"{looked.waiting} files have changed since the index was made"
    return middle - began, ended - middle


def _looked(newsroom: Newsroom, look: Look) -> Looked:
    newsroom.tell(look)
    found: Looked | None = None
    while not isinstance(answer := newsroom.hear(), Ended):
        assert answer is not None, "the process has ended"
        found = answer if isinstance(answer, Looked) else found
    assert found is not None
    return found
