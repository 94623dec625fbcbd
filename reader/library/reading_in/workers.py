"""Workers: processes that read files side by side; one that dies or hangs costs the file it was at, and is replaced."""

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any, Generic

from reader.library.reading_in.work import READY, Failed, Read, T, Wanted, serve

LONGEST = 60.0
"""Seconds that the reading of one file may take."""
BEGINNING = 60.0
"""Seconds that a process may take to begin, on a machine that is busy."""
MOST_STILLBORN = 3
"""So many processes in a row may end before they have begun, before it is given up."""
AHEAD = 4
"""Files handed to a worker in advance, so that it never waits for the next one."""

_SPAWN = multiprocessing.get_context("spawn")


class CannotBeginError(Exception):
    """Worker processes end before they have begun: nothing can be read, and no file is to blame."""


class Workers(Generic[T]):
    """``most`` processes at most, begun as there is work for them. Belongs to one thread.

    A file's answer is what ``read`` gave for it, or a Failed.
    """

    def __init__(self, read: Read[T], most: int, longest: float = LONGEST) -> None:
        self._read = read
        self._most = most
        self._longest = longest
        self._waiting: deque[Wanted] = deque()
        self._workers: list[_Worker[T]] = []
        self._stillborn = 0
        self._paused = False

    def hand(self, files: Iterable[Wanted]) -> None:
        """Give files to be read."""
        self._waiting.extend(files)
        wanted = min(self._most, len(self._waiting))
        while len(self._workers) < wanted:
            self._workers.append(_Worker(self._read, self._longest))
        self._feed()

    def pending(self) -> int:
        """How many files were given and not answered."""
        return len(self._waiting) + sum(len(worker.owed) for worker in self._workers)

    def doors(self) -> Sequence[Connection]:
        """What to wait on for answers, with ``multiprocessing.connection.wait``."""
        return [worker.door for worker in self._workers if worker.owed]

    def patience(self) -> float | None:
        """Seconds until the next worker will have taken too long; None where none works."""
        left = [worker.seconds_left() for worker in self._workers if worker.owed]
        return max(0.0, min(left)) if left else None

    def answers(self) -> list[T | Failed]:
        """What has been answered by now, without waiting. Raises CannotBeginError."""
        found: list[T | Failed] = []
        for place, worker in enumerate(self._workers):
            found += worker.hear()
            if worker.is_lost():
                found += worker.give_up()
                self._waiting.extendleft(reversed(worker.owed))
                self._workers[place] = self._new_after(worker)
        self._feed()
        return found

    def drop(self) -> list[Wanted]:
        """Take back what no worker has been given yet; what they have been given, and will answer."""
        self._waiting.clear()
        return [file for worker in self._workers for file in worker.owed]

    def pause(self, on: bool) -> None:
        """Give workers nothing more for now, or go on."""
        self._paused = on
        self._feed()

    def close(self) -> None:
        """End all workers at once, whatever they are at."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._waiting.clear()

    def _new_after(self, lost: "_Worker[T]") -> "_Worker[T]":
        self._stillborn = 0 if lost.is_ready else self._stillborn + 1
        if self._stillborn > MOST_STILLBORN:
            raise CannotBeginError
        return _Worker(self._read, self._longest)

    def _feed(self) -> None:
        """Hand out what waits, to the idlest worker first."""
        if self._paused:
            return
        while self._waiting and (idlest := min(self._workers, key=_load, default=None)) and _load(idlest) < AHEAD:
            idlest.hand(self._waiting.popleft())


class _Worker(Generic[T]):
    """One process, and the files it still owes an answer for, in the order they will come."""

    def __init__(self, read: Read[T], longest: float) -> None:
        self.door, theirs = _SPAWN.Pipe()
        self.owed: deque[Wanted] = deque()
        self._longest = longest
        self.is_ready = False
        self._since = time.monotonic()
        self._died = False
        self._process = _SPAWN.Process(target=serve, args=(theirs, read, longest), daemon=True)
        self._process.start()
        theirs.close()

    def hand(self, file: Wanted) -> None:
        """Give it one more file."""
        if not self.owed and self.is_ready:
            self._since = time.monotonic()
        self.owed.append(file)
        try:
            self.door.send(file)
        except OSError:
            self._died = True

    def hear(self) -> list[T | Failed]:
        """The answers that have come."""
        answers: list[T | Failed] = []
        try:
            while not self._died and self.door.poll():
                answers += self._taken(self.door.recv())
                self._since = time.monotonic()
        except (EOFError, OSError):
            self._died = True
        return answers

    def seconds_left(self) -> float:
        """How long it may go on with the file it is at, or with its beginning."""
        return self._since + (self._longest if self.is_ready else BEGINNING) - time.monotonic()

    def is_lost(self) -> bool:
        """Whether it died, or hangs."""
        return self._died or (bool(self.owed) and self.seconds_left() <= 0)

    def give_up(self) -> list[Failed]:
        """End it; the file it was at, if it was at one, is to blame."""
        self.end()
        if not (self.is_ready and self.owed):
            return []
        late = f"reading it takes more than {self._longest:.0f} seconds"
        return [Failed(self.owed.popleft(), "reading it broke off" if self._died else late)]

    def _taken(self, said: Any) -> list[T | Failed]:
        if not self.is_ready and said == READY:
            self.is_ready = True
            return []
        self.owed.popleft()
        return [said]

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self.door.close()


def _load(worker: _Worker[T]) -> int:
    return len(worker.owed)


def cores() -> int:
    """How many processes can run side by side on this machine, or in the part of it we were given."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def wait_for(doors: Sequence[Connection], seconds: float | None) -> list[Connection]:
    """Those on which something has come, after so many seconds at most; without a limit for None."""
    return [door for door in wait(doors, seconds) if isinstance(door, Connection)]
