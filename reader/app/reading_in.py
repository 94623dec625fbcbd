"""ReadingIn: brings a library into the list: known files at once, new and changed ones as they are read."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.app.jobs import Job, Jobs
from reader.library import Batch, FirstLook, Stamp, first_look, folders_and_files, read_on

AT_A_TIME = 12
"""Files read before the list is told: more would make it late, fewer would make it busy."""


class ReadingIn(QObject):
    """Works through one library at a time; a new look at folders ends the one before."""

    listed = Signal(list)
    added = Signal(list)
    progressed = Signal(int, int)
    finished = Signal()
    troubled = Signal(str)

    def __init__(self, index: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._jobs = jobs
        self._job: Job | None = None
        self._waiting: list[tuple[Path, Stamp]] = []
        self._told: set[str] = set()
        self._done = 0

    def tell_apart(self, paths: Sequence[Path], then: Callable[[tuple[list[Path], list[Path]]], None]) -> None:
        """Find out, off the window's thread, which paths are folders and which files; ``then`` gets both."""
        self._drop()
        self._job = self._jobs.run(lambda: folders_and_files(paths), then, self._take_fault)

    def look(self, folders: Sequence[Path], files: Sequence[Path]) -> None:
        """List the folders' articles and the single files; ``listed`` comes first, then ``added`` as files are read."""
        self._drop()
        index, folders, files = self._index, tuple(folders), tuple(files)
        self._job = self._jobs.run(lambda: first_look(index, folders, files), self._take_look, self._take_fault)

    def stop(self) -> None:
        """Read no more; what was read stays, and that is all there is. The next look goes on where this one stopped."""
        if self._job is not None:
            self._drop()
            self.progressed.emit(0, 0)
            self.finished.emit()

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._waiting = []

    def is_reading(self) -> bool:
        """Whether there is still something to be read."""
        return self._job is not None

    def _take_look(self, look: FirstLook) -> None:
        self._waiting, self._done = look.waiting, 0
        self._told = set(look.problems)
        for problem in look.problems:
            self.troubled.emit(problem)
        self.listed.emit(look.known)
        self._read_on()

    def _read_on(self) -> None:
        batch = self._waiting[self._done : self._done + AT_A_TIME]
        self.progressed.emit(self._done, len(self._waiting))
        if not batch:
            self._job = None
            self.finished.emit()
            return
        index = self._index
        self._job = self._jobs.run(lambda: read_on(index, batch), self._take_entries, self._take_fault)

    def _take_entries(self, batch: Batch) -> None:
        self._done += len(batch.entries)
        self.added.emit(batch.entries)
        if batch.problem and batch.problem not in self._told:  # once: it may be the same with every batch
            self._told.add(batch.problem)
            self.troubled.emit(batch.problem)
        self._read_on()

    def _take_fault(self, error: Exception) -> None:
        self._job = None
        self.troubled.emit(f"The articles could not be listed ({type(error).__name__}: {error}).")
        self.finished.emit()
