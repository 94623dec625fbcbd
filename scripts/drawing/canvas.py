"""Canvas: one picture while it is being drawn."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

Brush = QBrush | QColor
Point = tuple[float, float]
Stops = Sequence[tuple[float, QColor]]


class Canvas:
    """A picture of ``width`` × ``height`` pixels, its painter, and the chance that is the same on every run."""

    def __init__(self, width: int, height: int, seed: int) -> None:
        self.width = width
        self.height = height
        self.chance = Random(seed)
        self.image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(Qt.GlobalColor.transparent)
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.setPen(Qt.PenStyle.NoPen)

    def layer(self) -> "Canvas":
        """An empty, transparent canvas of the same size, to be laid over this one."""
        return Canvas(self.width, self.height, self.chance.randrange(1 << 30))

    def lay(self, other: "Canvas | QImage", opacity: float = 1.0) -> None:
        """Lay another picture of the same size over this one."""
        self.painter.setOpacity(opacity)
        self.painter.drawImage(0, 0, other.finished() if isinstance(other, Canvas) else other)
        self.painter.setOpacity(1.0)

    def finished(self) -> QImage:
        """The picture; nothing can be drawn after this."""
        if self.painter.isActive():
            self.painter.end()
        return self.image

    def shape(self, points: Sequence[Point], brush: Brush) -> None:
        """Fill a polygon."""
        self.painter.setBrush(brush)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def box(self, x: float, y: float, width: float, height: float, brush: Brush, *, radius: float = 0) -> None:
        """Fill a rectangle, with round corners if asked."""
        self.painter.setBrush(brush)
        self.painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)

    def dot(self, x: float, y: float, radius: float, brush: Brush, flat: float = 1.0) -> None:
        """Fill a circle, or an ellipse ``flat`` times as high as it is wide."""
        self.painter.setBrush(brush)
        self.painter.drawEllipse(QPointF(x, y), radius, radius * flat)

    def dome(self, x: float, y: float, radius: float, brush: Brush) -> None:
        """Fill the upper half of a circle that stands on the height ``y``."""
        self.painter.setBrush(brush)
        self.painter.drawChord(QRectF(x - radius, y - radius, radius * 2, radius * 2), 0, 180 * 16)

    def line(self, points: Sequence[Point], colour: QColor, width: float) -> None:
        """Draw a line through the points, with round ends."""
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
        self.painter.setPen(Qt.PenStyle.NoPen)


def colour(name: str, alpha: float = 1.0) -> QColor:
    """A colour by its ``#rrggbb`` name, more or less transparent."""
    result = QColor(name)
    result.setAlphaF(alpha)
    return result


def between(first: QColor, second: QColor, part: float) -> QColor:
    """The colour that lies ``part`` (0 to 1) of the way from the first to the second."""
    near = min(1.0, max(0.0, part))
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * near,
        first.greenF() + (second.greenF() - first.greenF()) * near,
        first.blueF() + (second.blueF() - first.blueF()) * near,
        first.alphaF() + (second.alphaF() - first.alphaF()) * near,
    )


def upright(top: float, bottom: float, stops: Stops) -> QBrush:
    """A gradient from ``top`` down to ``bottom``."""
    gradient = QLinearGradient(0, top, 0, bottom)
    for place, tone in stops:
        gradient.setColorAt(place, tone)
    return QBrush(gradient)


def across(left: float, right: float, stops: Stops) -> QBrush:
    """A gradient from ``left`` to ``right``."""
    gradient = QLinearGradient(left, 0, right, 0)
    for place, tone in stops:
        gradient.setColorAt(place, tone)
    return QBrush(gradient)


def save(image: QImage, path: Path, quality: int) -> None:
    """Write the picture in the format its name says; a JPEG has no transparency. Raises OSError if that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix != ".png":
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    if not image.save(str(path), None, quality):
        message = f"{path} could not be written"
        raise OSError(message)
