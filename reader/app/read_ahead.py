"""ReadAhead: reads what will probably be opened next, while nothing else is to be done."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from reader.app.jobs import Job, Jobs
from reader.app.story_loading import StoryLoader, warm_up

PAUSE = 100
"""Milliseconds for which a story must have been open: whoever leafs through the list needs the machine for that."""
LARGEST = 3 * 2**20
"""Bytes of a file beyond which it is not read ahead: it would take a second."""


class ReadAhead:
    """Reads files into ``loader`` with workers of its own, one after the other, the first one wished first.

    What fails here fails again when it is opened, and is told then.
    """

    def __init__(self, loader: StoryLoader, jobs: Jobs, parent: QObject | None = None) -> None:
        self._loader = loader
        self._jobs = jobs
        self._wished: list[Path] = []
        self._job: Job | None = None
        self._pause = QTimer(parent, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read_next)

    def warm_up(self) -> None:
        """Load all that reading a story takes."""
        self._jobs.run(warm_up, lambda _: None, lambda _: None)

    def wish(self, paths: Iterable[Path]) -> None:
        """Read these soon instead of those wished before, the likeliest first."""
        self._wished = list(dict.fromkeys(paths))
        if self._job is not None:
            self._job.cancel()
        self._pause.start()

    def stop(self) -> None:
        """Read nothing more."""
        self.wish(())
        self._pause.stop()

    def _read_next(self) -> None:
        if self._wished:
            path = self._wished.pop(0)
            self._job = self._jobs.run(lambda: self._read(path), lambda _: self._read_next(), lambda _: None)

    def _read(self, path: Path) -> None:
        try:
            small = path.stat().st_size <= LARGEST
        except (OSError, ValueError):
            return
        if small:
            self._loader.load(path)
