"""Stage: the program's window, and how long it takes to open a story in it."""

import os
import time
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer

from reader.app.collector import Collector
from reader.app.story_state import Showing
from reader.article import article_id
from reader.front import Front
from reader.launch import application
from reader.library import Entry
from reader.program import Program

TICK = 5
"""Milliseconds between two signs of life of the window's thread."""
LONGEST = 60_000


class Stage(QObject):
    """A window of 1440 × 900 with nothing in its list."""

    def __init__(self, home: Path) -> None:
        self._app = application()
        super().__init__()
        self.program = Program(Front(home))
        self._collector = Collector()
        self.program.open([])
        self.program.window.resize(1440, 900)
        self._view = self.program.story_pane.view
        self._view.viewport().installEventFilter(self)
        self._wanted: Path | None = None
        self._painted = 0.0
        self._loop = QEventLoop()
        self._ticks: list[float] = []
        self._ticking = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._ticking.timeout.connect(lambda: self._ticks.append(time.perf_counter()))
        self.rest(1000)

    def rest(self, milliseconds: int) -> None:
        """Let the program do what it does."""
        QTimer.singleShot(milliseconds, self._loop.quit)
        self._loop.exec()

    def read_in(self, folder: Path) -> None:
        """Put a folder into the library, and wait until all of it is in the list."""
        self.program.reading.finished.connect(self._loop.quit)
        self.program.shelf.open([folder])
        self._loop.exec()
        self.program.reading.finished.disconnect(self._loop.quit)
        while not self.program.articles.is_settled:
            self.rest(TICK)

    def opened(self, path: Path, *, cold: bool = False, ahead: bool = False) -> tuple[float, float]:
        """Milliseconds from selecting a story to its first screen, and the worst gap from there until all is set."""
        entry = Entry(path, identity=article_id(path.read_bytes()), title=path.name)
        self.program.session.close_story()
        self._prepare(path, cold=cold, ahead=ahead)
        self._ticks.clear()
        self._ticking.start()
        self._wanted = path
        QTimer.singleShot(LONGEST, self._loop, self._loop.quit)
        selected = time.perf_counter()
        self.program.session.open(entry)
        self._loop.exec()
        if not self._view.is_whole():
            self._view.filled.connect(self._loop.quit)
            self._loop.exec()
            self._view.filled.disconnect(self._loop.quit)
        self.rest(2 * TICK)
        self._ticking.stop()
        return (self._painted - selected) * 1000, self._worst_gap()

    def close(self) -> None:
        """End the program."""
        self.program.window.close()
        self._collector.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the story that is waited for has been painted: the event after its paint event."""
        state = self.program.session.state
        if event.type() == QEvent.Type.Paint and isinstance(state, Showing) and state.path == self._wanted:
            self._wanted = None
            QTimer.singleShot(0, self._note_painted)
        return super().eventFilter(watched, event)

    def _note_painted(self) -> None:
        self._painted = time.perf_counter()
        self._loop.quit()

    def _prepare(self, path: Path, *, cold: bool, ahead: bool) -> None:
        """Have a story read ahead; or have the program, and where it can the system, forget its file."""
        if ahead:
            self.program.read_ahead.wish([path])
            while not self.program.loader.has(path):
                self.rest(50)
        else:
            os.utime(path)
        if cold and hasattr(os, "posix_fadvise"):
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        self.rest(60)

    def _worst_gap(self) -> float:
        """The longest time without a sign of life since the first screen was painted, in milliseconds."""
        ticks = [self._painted, *(tick for tick in self._ticks if tick > self._painted)]
        return max((after - before for before, after in pairwise(ticks)), default=0.0) * 1000
