"""Memory: what the program remembers, with what its writer says brought to the window's thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.article import Problem
from reader.library import Fact, ReadState, Saved, Settings, Store, Whereabouts

LOOK_EVERY = 400
"""Milliseconds between two looks at what other windows and devices have written: they agree within a second."""


class Memory(QObject):
    """The store in a device's own settings ``file``, with those of other devices, whose names are of ``pattern``.

    ``troubled`` tells a sentence, ``news`` the facts that other windows and devices have changed, ``moved`` that
    everything is kept in another folder from now on, or, with a reason, why it is not.
    """

    troubled = Signal(str)
    news = Signal(list)
    moved = Signal(object, str)

    def __init__(self, file: Path, device: str, pattern: str, whereabouts: Whereabouts | None = None) -> None:
        super().__init__()
        self._file = file
        self.store = Store(file, device, pattern, self._tell, self._hear, whereabouts)
        self.settings = Settings(self.store)
        self.read_state = ReadState(self.store)
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.store.look)

    def begin_looking(self) -> None:
        """Look again and again, while the program runs, at what others have written."""
        self._looking.start()

    @property
    def folder(self) -> Path:
        """The settings folder."""
        return self._file.parent

    def move(self, folder: Path, confirm: Callable[[], None]) -> None:
        """Keep everything in another folder; ``confirm`` is called, on another thread, when it holds it all."""
        file = folder / self._file.name
        self.store.move(file, confirm).add_done_callback(lambda saved: self._tell_moved(file, saved))

    def _tell_moved(self, file: Path, saved: Saved) -> None:
        error, folder = saved.exception(), file.parent
        if error is None:
            self._file = file
        self.moved.emit(folder, str(getattr(error, "strerror", None) or error or ""))

    def close(self) -> bool:
        """Write what is left; whether the disk has it all."""
        self._looking.stop()
        return self.store.close()

    def _tell(self, problem: Problem) -> None:
        self.troubled.emit(problem.message)

    def _hear(self, facts: list[Fact]) -> None:
        self.news.emit(facts)
