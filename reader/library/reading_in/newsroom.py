"""Newsroom: the process that reads in, as the window's side knows it: begun when wanted, ended at once."""

import atexit
import contextlib
import multiprocessing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.reading_in.notes import Answer, Order
from reader.library.reading_in.process import run
from reader.library.reading_in.work import Read, read_article
from reader.library.reading_in.workers import cores

if TYPE_CHECKING:
    from reader.library.readings import Reading

_SPAWN = multiprocessing.get_context("spawn")


class Newsroom:
    """One process with its workers. ``tell`` and ``hear`` may be called on different threads, each on one alone."""

    def __init__(self, index: Path, read: "Read[Reading]" = read_article, most_workers: int = 0) -> None:
        self._door, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=run, args=(theirs, index, read, most_workers or cores()))
        self._process.start()
        theirs.close()
        atexit.register(self.end)  # or Python would wait for it for ever

    @property
    def process_id(self) -> int:
        """The number of the process."""
        return self._process.pid or 0

    def tell(self, order: Order) -> None:
        """Write to the process; where it has died, ``hear`` will tell."""
        with contextlib.suppress(OSError):
            self._door.send(order)

    def hear(self) -> Answer | None:
        """Wait for its next answer; None when it has ended."""
        try:
            answer: Answer = self._door.recv()
        except (EOFError, OSError):
            return None
        return answer

    def end(self) -> None:
        """End it and its workers at once. What the index has been given stays."""
        atexit.unregister(self.end)
        self._process.kill()
