"""Heartbeat: how often the window's thread answers, and what it was at where it did not for long."""

import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import CodeType, FrameType

from PySide6.QtCore import QObject, Qt, QTimer

TICK = 5
"""Milliseconds between two signs of life."""
LONG = 0.05
"""Seconds of silence after which the stack is taken, and again until the thread answers."""
LOOKS = 0.01
FRAMES = 4
"""The innermost calls of our own that are told of each stack."""
_OURS = str(Path(__file__).resolve().parents[2] / "reader")


@dataclass(frozen=True, slots=True)
class Gap:
    """Milliseconds of the clock and of the thread's processor time between two signs of life; where it was then."""

    clock: float
    processor: float
    stacks: tuple[str, ...] = ()


class Heartbeat(QObject):
    """Beats on the thread that it is made on; with ``watched``, a thread beside it takes the stack in long gaps."""

    def __init__(self, *, watched: bool = False) -> None:
        super().__init__()
        self._beats: list[tuple[float, float]] = []
        self._stacks: dict[int, list[str]] = {}
        self._thread = threading.get_ident()
        self._watched = watched
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Count from now on."""
        self._beat()
        self._timer.start()
        if self._watched:
            threading.Thread(target=self._watch, daemon=True).start()

    def end(self) -> list[Gap]:
        """Count no more; all gaps in their order."""
        self._timer.stop()
        return list(self._gaps())

    def _beat(self) -> None:
        self._beats.append((time.perf_counter(), time.thread_time()))

    def _watch(self) -> None:
        while self._timer.isActive():
            time.sleep(LOOKS)
            number = len(self._beats) - 1
            if time.perf_counter() - self._beats[number][0] > LONG:
                self._stacks.setdefault(number, []).append(_own_calls(self._thread))

    def _gaps(self) -> Iterator[Gap]:
        for number, (before, after) in enumerate(pairwise(self._beats)):
            clock, processor = ((late - early) * 1000 for early, late in zip(before, after, strict=True))
            yield Gap(clock, processor, tuple(self._stacks.get(number, ())))


def _own_calls(thread: int) -> str:
    """The innermost calls of the program, the very innermost first; empty where none of it is running.

    No frame may outlive this: it would keep what its call has made, such as a painter that has to end in time.
    """
    frame: FrameType | None = sys._current_frames().get(thread)
    calls: list[tuple[CodeType, int]] = []
    while frame is not None and len(calls) < FRAMES:
        if frame.f_code.co_filename.startswith(_OURS):
            calls.append((frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return " ← ".join(f"{code.co_filename[len(_OURS) + 1 :]}:{line} {code.co_name}" for code, line in calls)
