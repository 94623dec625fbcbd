"""A newsroom in a thread instead of processes: to begin these takes a second that most tests need not spend."""

import contextlib
import multiprocessing
import threading
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from reader.library.reading_in import Newsroom, Order
from reader.library.reading_in.process import Process
from reader.library.reading_in.work import Failed, Wanted
from reader.library.reading_in.workers import Workers
from reader.library.readings import Reading, read_file


class NearWorkers:
    """Reads on the spot, a file each time that it is asked for answers."""

    def __init__(self) -> None:
        self._waiting: deque[Wanted] = deque()
        self._paused = False

    def hand(self, files: Iterable[Wanted]) -> None:
        self._waiting.extend(files)

    def pending(self) -> int:
        return len(self._waiting)

    def doors(self) -> list[object]:
        return []

    def patience(self) -> float | None:
        return 0.0 if self._waiting and not self._paused else None

    def answers(self) -> list[Reading | Failed]:
        return [read_file(*self._waiting.popleft())] if self._waiting and not self._paused else []

    def drop(self) -> list[Wanted]:
        self._waiting.clear()
        return []

    def pause(self, on: bool) -> None:
        self._paused = on

    def close(self) -> None:
        self._waiting.clear()


class NearNewsroom(Newsroom):
    """As a Newsroom, in this process."""

    def __init__(self, index: Path) -> None:
        self._door, self._theirs = multiprocessing.Pipe()
        self._index = index
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def end(self) -> None:
        with contextlib.suppress(OSError):
            self._door.send(_END)
        self._thread.join(timeout=20)

    def _run(self) -> None:
        process = _NearProcess(self._theirs, self._index, cast("Workers[Reading]", NearWorkers()), lambda: None)
        with contextlib.suppress(EOFError):
            while True:
                process.step()
        process.close()
        self._theirs.close()


_END = "end"


class _NearProcess(Process):
    def _obey(self, order: Order) -> None:
        if not isinstance(order, Order):
            raise EOFError
        super()._obey(order)


def near_newsroom(index: Path) -> Newsroom:
    """What to hire where no processes are wanted."""
    return NearNewsroom(index)
