"""ReadingClock: when a story counts as read."""

from PySide6.QtCore import QObject, QTimer, Signal

MOST_SECONDS = 10
SHARE_OF_MINUTES = 1 / 3


def needed_milliseconds(minutes: int) -> int:
    """How long a story must be open before it can count as read: the lesser of 10 s and a third of its minutes."""
    return round(1000 * min(MOST_SECONDS, 60 * minutes * SHARE_OF_MINUTES))


class ReadingClock(QObject):
    """Says ``read`` once for each story: its end was visible, and it was open long enough."""

    read = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_is_up)
        self._end_seen = False
        self._long_enough = False

    def start(self, minutes: int) -> None:
        """A story of so many minutes has been opened."""
        self._end_seen = self._long_enough = False
        self._timer.start(needed_milliseconds(minutes))

    def stop(self) -> None:
        """The story was left, or marked by hand."""
        self._timer.stop()
        self._end_seen = self._long_enough = False

    def see_end(self) -> None:
        """The end of the story is visible."""
        already, self._end_seen = self._end_seen, True
        if self._long_enough and not already:
            self.read.emit()

    def _time_is_up(self) -> None:
        self._long_enough = True
        if self._end_seen:
            self.read.emit()
