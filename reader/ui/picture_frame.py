"""Picture frame: the current picture of the panel, to be opened with a click."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.app.decoding import Picture
from reader.app.look import Look
from reader.ui.picture_paint import paint_blank, paint_picture

MOST_ENLARGED = 1.5
"""Small pictures are drawn larger up to this; beyond, one sees their pixels."""
_SHAPE = 3 / 2


class PictureFrame(QWidget):
    """``opened`` says that the person wants to see the picture in full size."""

    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: Picture | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_look(self, look: Look) -> None:
        """Take over colours."""
        self._look = look
        self.update()

    def show_picture(self, picture: Picture | None) -> None:
        """Show a picture, or the blank of one that is on its way."""
        self._picture = picture
        self.update()

    def size_for(self, width: int, most_height: int) -> QSize:
        """How large it wants to be in a column of this width."""
        if self._picture is None:
            return QSize(width, min(most_height, round(width / _SHAPE)))
        full = self._picture.full
        scale = min(width / full.width(), most_height / full.height(), MOST_ENLARGED)
        return QSize(max(1, round(full.width() * scale)), max(1, round(full.height() * scale)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        if self._picture is None:
            paint_blank(painter, QRectF(self.rect()), self._look.theme.chosen)
        else:
            paint_picture(painter, self._sharp_rect(self._picture), self._picture, on_dark=self._look.theme.dark)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the picture."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self._picture is not None:
            self.opened.emit()

    def _sharp_rect(self, picture: Picture) -> QRectF:
        """The whole frame, or where the picture was scaled for just this, its own size to the pixel."""
        ratio = self.devicePixelRatioF()
        width, height = picture.image.width() / ratio, picture.image.height() / ratio
        if abs(width - self.width()) <= 1 and abs(height - self.height()) <= 1:
            return QRectF(0, 0, width, height)
        return QRectF(self.rect())
