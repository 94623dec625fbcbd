"""Missing picture: the dashed frame where a picture would be: what became of it, and where it was to be found."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reader.app.look import MEDIUM, Look
from reader.app.picture_words import host_and_path
from reader.ui.picture_paint import paint_dashes

_MARGIN = 18


class MissingPicture(QWidget):
    """Not a button: there is nothing to see larger. The address can be selected; copying it copies all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dashes = QColor("grey")
        self._words = _label(self)
        self._words.setWordWrap(True)
        self._address = _Address(self)

    def show_words(self, words: str, address: str, look: Look, colours: tuple[QColor, QColor]) -> None:
        """Say what became of the picture; ``colours`` are those of the words and of the address."""
        ink, muted = colours
        self._dashes = muted
        self._words.setStyleSheet(f"color: {ink.name()};")
        self._words.setFont(look.interface(13, MEDIUM))
        self._words.setText(words)
        self._address.setStyleSheet(f"color: {muted.name()};")
        self._address.setFont(look.interface(11))
        self._address.show_address(address)
        self.setAccessibleName(f"{words}. {address}" if address else words)
        self._lay_out()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        paint_dashes(QPainter(self), QRectF(self.rect()), self._dashes)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the words in the middle."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(0, self.width() - 2 * _MARGIN)
        self._address.fit(width)
        heights = self._words.heightForWidth(width), self._address.sizeHint().height() if self._address.text() else 0
        top = (self.height() - sum(heights) - 6) // 2
        self._words.setGeometry(QRect(_MARGIN, top, width, heights[0]))
        self._address.setGeometry(QRect(_MARGIN, top + heights[0] + 6, width, heights[1]))


class _Address(QLabel):
    """An address in two lines, host and path, shortened in the middle; the whole of it is its tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_address(self, address: str) -> None:
        """Show this address."""
        self._whole = address
        self.setToolTip(address)
        self.setAccessibleName(address)

    def fit(self, width: int) -> None:
        """Shorten both lines to this width."""
        metrics = QFontMetrics(self.font())
        lines = [metrics.elidedText(half, Qt.TextElideMode.ElideMiddle, width) for half in host_and_path(self._whole)]
        words = "\n".join(line for line in lines if line)
        if words != self.text():
            self.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the whole address, for its shortened form is of no use anywhere."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            QApplication.clipboard().setText(self._whole)
        else:
            event.ignore()


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
