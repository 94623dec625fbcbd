"""Picture paint: how pictures, and the places of those that are missing, are drawn everywhere."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform

from reader.app.decoding import Picture
from reader.app.plate import plate_for

CORNER = 6.0
RING = 2.0
_DASHES = (2.0, 2.0)


def paint_picture(painter: QPainter, rect: QRectF, picture: Picture, *, on_dark: bool, corner: float = CORNER) -> None:
    """Fill the rectangle with the picture, its corners rounded; line art stands on its plate."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    plate = plate_for(picture.tone, on_dark=on_dark)
    if plate is not None:
        painter.setBrush(plate)
        painter.drawRoundedRect(rect, corner, corner)
    image = picture.image
    brush = QBrush(image)
    scale = QTransform.fromScale(rect.width() / image.width(), rect.height() / image.height())
    brush.setTransform(scale * QTransform.fromTranslate(rect.x(), rect.y()))
    painter.setBrush(brush)
    painter.drawRoundedRect(rect, corner, corner)


def paint_blank(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Hold the place of a picture that is on its way."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, CORNER, CORNER)


def paint_dashes(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Frame the place of a picture that is not there."""
    pen = QPen(colour, 1.0)
    pen.setDashPattern(_DASHES)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    _outline(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), pen)


def paint_ring(painter: QPainter, rect: QRectF, colour: QColor, corner: float = CORNER) -> None:
    """Draw a ring inside the rectangle's edge."""
    half = RING / 2
    _outline(painter, rect.adjusted(half, half, -half, -half), QPen(colour, RING), corner)


def _outline(painter: QPainter, rect: QRectF, pen: QPen, corner: float = CORNER) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(rect, corner, corner)
