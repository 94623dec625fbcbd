"""Memory: what the program remembers, with what its writer says brought to the window's thread."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.article import Problem
from reader.library import Fact, ReadState, Settings, Store

LOOK_EVERY = 400
"""Milliseconds between two looks at what other windows and devices have written: they agree within a second."""


class Memory(QObject):
    """The store in a device's own settings ``file``, with those of other devices, whose names are of ``pattern``.

    ``troubled`` tells a sentence, ``news`` the facts that other windows and devices have changed.
    """

    troubled = Signal(str)
    news = Signal(list)

    def __init__(self, file: Path, device: str, pattern: str) -> None:
        super().__init__()
        self.store = Store(file, device, pattern, tell=self._tell, on_news=self._hear)
        self.settings = Settings(self.store)
        self.read_state = ReadState(self.store)
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.store.look)

    def begin_looking(self) -> None:
        """Look again and again, while the program runs, at what others have written."""
        self._looking.start()

    def close(self) -> bool:
        """Write what is left; whether the disk has it all."""
        self._looking.stop()
        return self.store.close()

    def _tell(self, problem: Problem) -> None:
        self.troubled.emit(problem.message)

    def _hear(self, facts: list[Fact]) -> None:
        self.news.emit(facts)
