"""Jobs: work off the window's thread, answers back on it. The one door to threads."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

T = TypeVar("T")


class Job:
    """One piece of work on its way. Cancelled work that has not begun never begins; its answer is dropped."""

    def __init__(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        self.work, self.done, self.failed = work, done, failed
        self.cancelled = False
        self.answer: Any = None
        self.error: Exception | None = None

    def cancel(self) -> None:
        """Forget the work: no answer will come."""
        self.cancelled = True


class Jobs(QObject):
    """A few worker threads. ``work`` takes and answers values only: no widget, no model.

    The newest work is taken first, for the person waits for what they asked last. ``done`` and ``failed`` are
    called on the thread this object lives in, one answer at a time: between two of them the window can answer.
    """

    _finished = Signal(object)

    def __init__(self, workers: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finished.connect(self._line_up)
        self._answered: deque[Job] = deque()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._deliver_next)
        self._waiting: deque[Job] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> Job:
        """Do ``work`` on a worker thread, then call ``done`` with its answer or ``failed`` with what it raised."""
        job = Job(work, done, failed)
        with self._changed:
            self._waiting.append(job)
            self._changed.notify()
        return job

    def close(self) -> None:
        """Drop what waits and end the workers; what runs is let finish, its answer dropped."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
        self._answered.clear()
        self._turn.stop()
        for thread in self._threads:
            thread.join(timeout=2)

    def _serve(self) -> None:
        while (job := self._next()) is not None:
            if job.cancelled:
                continue
            try:
                job.answer = job.work()
            except Exception as error:
                job.error = error
            if not self._closed:
                self._finished.emit(job)

    def _next(self) -> Job | None:
        with self._changed:
            while not self._waiting and not self._closed:
                self._changed.wait()
            return self._waiting.pop() if self._waiting else None

    @Slot(object)
    def _line_up(self, job: Job) -> None:
        self._answered.append(job)
        self._turn.start()

    def _deliver_next(self) -> None:
        job = self._answered.popleft()
        if not self._answered:
            self._turn.stop()
        if job.cancelled or self._closed:
            return
        if job.error is not None:
            job.failed(job.error)
        else:
            job.done(job.answer)
