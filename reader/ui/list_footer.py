"""ListFooter: what is open, how much there is of it, and how far reading it in has come."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.app.article_list import Counts
from reader.app.look import MEDIUM, REGULAR, Look
from reader.ui.list_buttons import QuietButton

HEIGHT, MARGIN = 33, 19


class ListFooter(QWidget):
    """``stop_wanted()``: the person wants no more files read in."""

    stop_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._place = ""
        self._counts = Counts()
        self._done, self._total = 0, 0
        self._stop = _StopButton(look, self)
        self._stop.clicked.connect(self.stop_wanted)
        self._stop.hide()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_look(self, look: Look) -> None:
        """Show the footer in these colours and this type."""
        self._look = look
        self._stop.set_look(look)
        self.update()

    def set_place(self, words: str) -> None:
        """Say what the list shows, such as ``~/Articles``."""
        self._place = words
        self._tell()

    def set_counts(self, counts: Counts) -> None:
        """Say how many articles there are."""
        self._counts = counts
        self._tell()

    def set_progress(self, done: int, total: int) -> None:
        """Say how many of the files were read in; when all are, the numbers go."""
        self._done, self._total = done, total
        self._stop.setVisible(done < total)
        self._tell()

    def words(self) -> str:
        """What the footer says, apart from the place."""
        if self._done < self._total:
            return f"Reading {self._done:,} of {self._total:,} …"
        noun = "article" if self._counts.all == 1 else "articles"
        return f"{self._counts.all:,} {noun}, {self._counts.unread:,} unread"

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(348, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the stop button at the right end."""
        super().resizeEvent(event)
        size = self._stop.sizeHint()
        self._stop.setGeometry(
            self.width() - size.width() - 10, (HEIGHT - size.height()) // 2 + 1, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (always whole)
        """Paint the line above, how much of it is done, and the words."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
        if self._done < self._total:
            painter.fillRect(QRectF(0, 0, self.width() * self._done / self._total, 2), theme.accent)
        font = self._look.interface(11, REGULAR)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.muted)
        room = self.width() - 2 * MARGIN - (self._stop.width() if self._stop.isVisible() else 0)
        between = "   ·   " if self._place else ""
        rest = metrics.horizontalAdvance(between + self.words())
        place = metrics.elidedText(self._place, Qt.TextElideMode.ElideMiddle, max(0.0, room - rest))
        line = QRectF(MARGIN, 1, room, HEIGHT - 1)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, f"{place}{between if place else ''}{self.words()}")

    def _tell(self) -> None:
        self.setAccessibleName(" · ".join(filter(None, (self._place, self.words()))))
        self.update()


class _StopButton(QuietButton):
    """Stops the reading-in."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setText("Stop")
        self.setAccessibleName("Stop reading in")
        self.set_padding(9)

    def words_width(self) -> float:
        return QFontMetricsF(self._look.interface(11, MEDIUM)).horizontalAdvance(self.text())

    def paint_words(self, painter: QPainter, left: float) -> None:
        font = self._look.interface(11, MEDIUM)
        painter.setFont(font)
        painter.setPen(self._look.theme.ink)
        painter.drawText(
            QRectF(left, 0, self.words_width() + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
