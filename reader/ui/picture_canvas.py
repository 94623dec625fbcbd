"""Picture canvas: one picture in full size, zoomed with the wheel and dragged with the mouse."""

from math import ceil, log2

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QNativeGestureEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.app.decoding import FULL_SIZE, Picture, Want
from reader.app.plate import plate_for
from reader.ui.zoom import Zoom

STEP = 1.25
_NOTCH = 120
_SMOOTH_UP_TO = 4.0
"""Beyond this scale pixels are shown as they are, for one zooms in so far to see them."""
_QUIET = 120


class PictureCanvas(QWidget):
    """``zoomed``: the scale has changed. ``sharper_wanted(Want)``: more pixels are needed than the picture has."""

    zoomed = Signal()
    sharper_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = QColor("black")
        self._picture: Picture | None = None
        self._zoom: Zoom | None = None
        self._grip: QPointF | None = None
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self._ask)

    def set_ground(self, colour: QColor) -> None:
        """Take the colour behind the picture."""
        self._ground = colour
        self.update()

    @property
    def scale(self) -> float:
        """Logical pixels of the screen to one pixel of the picture; 0 where there is none."""
        return self._zoom.scale if self._zoom else 0.0

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is seen."""
        return self._zoom is None or self._zoom.is_fitted

    def whole(self) -> Want:
        """As many pixels as the whole picture can be shown with."""
        room = self._room() * self.devicePixelRatioF()
        return Want(ceil(room.width()), ceil(room.height()))

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture whole; None while it is on its way."""
        self._picture = picture
        self._zoom = None if picture is None else Zoom.fitted(picture.full.toSizeF(), self._room())
        self._changed()

    def sharpen(self, picture: Picture) -> None:
        """Take the same picture with more pixels; what is seen of it stays."""
        if self._zoom is None:
            self.show_picture(picture)
        elif self._picture is None or picture.image.width() >= self._picture.image.width():
            self._picture = picture
            self.update()

    def zoom_by(self, factor: float) -> None:
        """Enlarge about the middle."""
        if self._zoom is not None:
            self._set(self._zoom.larger(factor))

    def fit(self) -> None:
        """Show the whole picture."""
        if self._zoom is not None:
            self._set(Zoom.fitted(self._zoom.full, self._room()))

    def toggle(self) -> None:
        """Go between the whole picture and its own pixels; twice as large, where those are seen already."""
        self._toggle_about(QPointF(self.width() / 2, self.height() / 2))

    def move_by(self, x: float, y: float) -> None:
        """Drag the picture by so many logical pixels."""
        if self._zoom is not None:
            self._set(self._zoom.moved(QPointF(x, y)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is seen of the picture."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        if self._picture is None or self._zoom is None:
            return
        target = self._zoom.target()
        plate = plate_for(self._picture.tone, on_dark=True)
        if plate is not None:
            painter.fillRect(target, plate)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom.scale < _SMOOTH_UP_TO)
        painter.drawImage(target, self._picture.image)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep what is seen in sight."""
        if self._zoom is not None:
            self._set(self._zoom.within(self._room()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._zoom_about(event.position(), STEP ** (turned / _NOTCH))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers too, and scale anew for another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._timer.start()
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom_about(event.position(), max(0.5, 1 + event.value()))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_fitted:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture."""
        if self._grip is not None:
            way, self._grip = event.position() - self._grip, event.position()
            self.move_by(way.x(), way.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the picture go."""
        self._grip = None
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look closer at what is below the mouse, or at the whole picture again."""
        self._toggle_about(event.position())

    def _toggle_about(self, point: QPointF) -> None:
        if not self.is_fitted:
            self.fit()
        elif self._zoom is not None:
            self._zoom_about(point, 1 / self.scale if self.scale < 1 else 2.0)

    def _zoom_about(self, point: QPointF, factor: float) -> None:
        if self._zoom is not None:
            self._set(self._zoom.about(point, factor))

    def _set(self, zoom: Zoom) -> None:
        self._zoom = zoom
        self._changed()

    def _changed(self) -> None:
        self._show_cursor()
        self.update()
        self._timer.start()
        self.zoomed.emit()

    def _show_cursor(self) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor if self.is_fitted else Qt.CursorShape.OpenHandCursor)

    def _room(self) -> QSizeF:
        return QSizeF(max(1, self.width()), max(1, self.height()))

    def _ask(self) -> None:
        if self._picture is None or self._zoom is None:
            return
        share = min(1.0, self._zoom.scale * self.devicePixelRatioF())
        if self._picture.image.width() < round(self._zoom.full.width() * share) - 1:
            self.sharper_wanted.emit(self._want(self._zoom, share))

    def _want(self, zoom: Zoom, share: float) -> Want:
        """As many pixels as are shown; for a zoomed picture by powers of two, not anew at each step."""
        if zoom.is_fitted:
            return self.whole()
        power = 2 ** ceil(log2(share))
        return FULL_SIZE if power >= 1 else Want(ceil(zoom.full.width() * power), ceil(zoom.full.height() * power))
