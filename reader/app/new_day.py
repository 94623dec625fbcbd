"""NewDay: tells when the day has changed, so that Today becomes Yesterday while the window stays open."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

LONGEST = 15 * 60
"""Seconds after which the clock is looked at in any case: a machine that slept wakes to another day."""


class NewDay(QObject):
    """``came()``: it is another day than it was."""

    came = Signal()

    def __init__(self, now: Callable[[], datetime] = datetime.now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._day = now().date()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._wait()

    def look(self) -> None:
        """See what day it is."""
        day = self._now().date()
        if day != self._day:
            self._day = day
            self.came.emit()
        self._wait()

    def seconds(self) -> int:
        """How long to wait for the next look: until midnight has passed, if that is soon."""
        now = self._now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        return min(LONGEST, round((midnight - now).total_seconds()) + 1)

    def _wait(self) -> None:
        self._timer.start(self.seconds() * 1000)
