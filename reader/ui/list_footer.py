"""ListFooter: what is open, how much there is of it, and how far reading it in has come."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.app.article_list import Counts
from reader.app.look import MEDIUM, REGULAR, Look
from reader.ui.list_buttons import QuietButton

HEIGHT, MARGIN, BUTTON_GAP = 33, 19, 10


class ListFooter(QWidget):
    """``stop_wanted()``: the person wants no more files read in; ``pause_wanted(bool)``: for now, or to go on.

    ``look_wanted()``: what was left by a stop is to be read in after all.
    """

    look_wanted = Signal()
    stop_wanted = Signal()
    pause_wanted = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._place = ""
        self._counts: Counts | None = Counts()
        self._found = ""
        self._done, self._total = 0, 0
        self._seconds_left: float | None = None
        self._paused = False
        self._left = 0
        self._pause, self._stop = _WordButton(look, self), _WordButton(look, self)
        self._pause.clicked.connect(self._ask)
        self._stop.set_words("Stop", "Stop reading in")
        self._stop.clicked.connect(self.stop_wanted)
        self.setFixedHeight(HEIGHT)
        self._show_buttons()

    def set_look(self, look: Look) -> None:
        """Show the footer in these colours and this type."""
        self._look = look
        for button in (self._pause, self._stop):
            button.set_look(look)
        self._arrange()
        self.update()

    def set_place(self, words: str, in_full: str = "") -> None:
        """Say what the list shows, such as ``~/Articles``; in full under the pointer."""
        self._place = words
        self.setToolTip(in_full)
        self._tell()

    def set_counts(self, counts: Counts | None) -> None:
        """Say how many articles there are; None while they are not counted."""
        self._counts = counts
        self._tell()

    def set_found(self, words: str) -> None:
        """Say how much was found; empty where nothing was searched for."""
        self._found = words
        self._tell()

    def set_progress(self, done: int, total: int, seconds_left: float | None = None) -> None:
        """Say how many of the files were read in, and how long the rest will take; when all are, the numbers go."""
        self._done, self._total, self._seconds_left = done, total, seconds_left
        self._show_buttons()

    def set_paused(self, on: bool) -> None:
        """Say that the reading-in rests, or goes on."""
        self._paused = on
        self._show_buttons()

    def set_left(self, left: int) -> None:
        """Say how many files the person left when stopping; 0 where there are none."""
        self._left = left
        self._show_buttons()

    def words(self) -> str:
        """What the footer says, apart from the place."""
        if self._found:
            return self._found
        if self._done < self._total:
            rest = "paused" if self._paused else _time_words(self._seconds_left)
            return " · ".join(filter(None, (f"{self._done:,} of {self._total:,}", rest)))
        if self._counts is None:
            return ""
        noun = "article" if self._counts.all == 1 else "articles"
        rest = f"{self._left:,} not read in" if self._left else f"{self._counts.unread:,} unread"
        return f"{self._counts.all:,} {noun}, {rest}"

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(348, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the right end."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (always whole)
        """Paint the line above, how much of it is done, and the words."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line)  # fillRect would load all that Qt knows of gradients: 3 ms of the first painting
        painter.drawRect(0, 0, self.width(), 1)
        if self._done < self._total:
            painter.setBrush(theme.accent)
            painter.drawRect(QRectF(0, 0, self.width() * self._done / self._total, 2))
        font = self._look.interface(11, REGULAR)
        painter.setFont(font)
        painter.setPen(theme.muted)
        room = (self._pause.x() if self._pause.isVisible() else self.width() - MARGIN) - MARGIN
        line = QRectF(MARGIN, 1, room, HEIGHT - 1)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._fitting(QFontMetricsF(font), room))

    def _fitting(self, metrics: QFontMetricsF, room: float) -> str:
        """As much of the place as there is room for beside the words; the words alone where there is next to none."""
        between = "   ·   "
        rest = room - metrics.horizontalAdvance(between + self.words())
        if not self._place or rest < metrics.horizontalAdvance("m…m"):
            return metrics.elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
        return metrics.elidedText(self._place, Qt.TextElideMode.ElideMiddle, rest) + between + self.words()

    def _ask(self) -> None:
        if self._done < self._total:
            self.pause_wanted.emit(not self._paused)
        else:
            self.look_wanted.emit()

    def _show_buttons(self) -> None:
        goes = self._done < self._total
        rests = self._paused or not goes
        self._stop.setVisible(goes)
        self._pause.setVisible(goes or self._left > 0)
        self._pause.set_words("Go on" if rests else "Pause", "Go on reading in" if rests else "Pause reading in")
        self._arrange()
        self._tell()

    def _arrange(self) -> None:
        right = self.width() - BUTTON_GAP
        for button in (self._stop, self._pause) if self._done < self._total else (self._pause,):
            size = button.sizeHint()
            right -= size.width()
            button.setGeometry(right, (HEIGHT - size.height()) // 2 + 1, size.width(), size.height())

    def _tell(self) -> None:
        self.setAccessibleName(" · ".join(filter(None, (self._place, self.words()))))
        self.update()


def _time_words(seconds: float | None) -> str:
    """How long it will take, as one would say it."""
    if seconds is None:
        return ""
    minutes = round(seconds / 60)
    if minutes >= 90:
        return f"{round(minutes / 60)} h left"
    if minutes >= 1:
        return f"{minutes} min left"
    return f"{max(5, round(seconds / 5) * 5)} s left"


class _WordButton(QuietButton):
    """One word to press."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.set_padding(8)
        self.hide()

    def set_words(self, words: str, spoken: str) -> None:
        """Say what it does, on the button and to a screen reader."""
        self.setText(words)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def words_width(self) -> float:
        return QFontMetricsF(self._look.interface(11, MEDIUM)).horizontalAdvance(self.text())

    def paint_words(self, painter: QPainter, left: float) -> None:
        font = self._look.interface(11, MEDIUM)
        painter.setFont(font)
        painter.setPen(self._look.theme.ink)
        painter.drawText(
            QRectF(left, 0, self.words_width() + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
