"""Librarian: asks the index of the library on threads of its own, for the window never waits on a disk."""

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.app.jobs import Job, Jobs
from reader.library import Index

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

T = TypeVar("T")

THREADS = 2
"""One may be busy with the whole list while the other fetches the rows in sight."""


class Librarian(QObject):
    """``path`` is the index's file: the one asked for, or a temporary one where that cannot be opened.

    ``troubled`` says, once for each kind of trouble, that the index does not answer.
    """

    troubled = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.problem = ""
        """Why another file than the one asked for is used, in a sentence; empty where it is not."""
        self._jobs = Jobs(THREADS)
        self._own = threading.local()
        self._told: set[str] = set()
        self._temporary: TemporaryDirectory[str] | None = None

    def open(self) -> None:
        """Open or make the file, before there is a window that could wait."""
        try:
            self.answer(lambda _: None)
        except sqlite3.Error as error:
            self.problem = f"The list cannot be kept from one start to the next, and is read anew: {error}."
            import tempfile  # noqa: PLC0415  hardly ever needed

            self._temporary = tempfile.TemporaryDirectory(prefix="standfirst-", ignore_cleanup_errors=True)
            self.path = Path(self._temporary.name) / "index.sqlite"

    def answer(self, question: Callable[[Index], T]) -> T:
        """What the index says, waited for: only before there is a window. Raises sqlite3.Error."""
        future: Future[T] = Future()

        def work() -> None:
            try:
                future.set_result(question(self._index()))
            except Exception as error:
                future.set_exception(error)

        self._jobs.run(work, _to_nobody, _to_nobody)
        return future.result()

    def ask(
        self, question: Callable[[Index], T], then: Callable[[T], None], lost: Callable[[], object] | None = None
    ) -> Job:
        """Ask the index; ``then`` is called on the window's thread with what it says, ``lost`` where it fails.

        The newest question is answered first.
        """

        def failed(error: Exception) -> None:
            self._take_fault(error)
            if lost is not None:
                lost()

        return self._jobs.run(lambda: question(self._index()), then, failed)

    def close(self) -> None:
        """Answer no more."""
        together = threading.Barrier(THREADS + 1)
        for _ in range(THREADS):
            self._jobs.run(lambda: self._close_index(together), _to_nobody, _to_nobody)
        with suppress(threading.BrokenBarrierError):  # a thread that is still at work ends with the program
            together.wait(timeout=2)
        self._jobs.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    def _index(self) -> Index:
        """The connection of the thread that asks."""
        if not hasattr(self._own, "index"):
            self._own.index = Index(self.path)
        index: Index = self._own.index
        return index

    def _close_index(self, together: threading.Barrier) -> None:
        """Close this thread's connection; none takes two of these pieces of work, for each waits for the others."""
        if hasattr(self._own, "index"):
            self._own.index.close()
            del self._own.index
        together.wait(timeout=2)

    def _take_fault(self, error: Exception) -> None:
        words = f"The list could not be read ({type(error).__name__}: {error})."
        if words not in self._told:
            self._told.add(words)
            self.troubled.emit(words)


def _to_nobody(_: object) -> None:
    """Tell nobody."""
