"""Light: skies, suns, stars, mist, and the grain of the film."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient

from scripts.drawing.canvas import Canvas, Stops, upright

_TILE = 256


def sky(canvas: Canvas, horizon: float, stops: Stops) -> None:
    """Fill the canvas down to ``horizon`` with a gradient, and below it with its last colour."""
    canvas.box(0, 0, canvas.width, canvas.height, stops[-1][1])
    canvas.box(0, 0, canvas.width, horizon, upright(0, horizon, stops))


def glow(canvas: Canvas, x: float, y: float, radius: float, tone: QColor, *, flat: float = 1.0) -> None:
    """Light that fades out softly from a point."""
    gradient = QRadialGradient(0, 0, radius)
    for step in range(11):
        part = step / 10
        shade = QColor(tone)
        shade.setAlphaF(tone.alphaF() * (1 - part) ** 2.2)
        gradient.setColorAt(part, shade)
    canvas.painter.save()
    canvas.painter.translate(x, y)
    canvas.painter.scale(1, flat)
    canvas.painter.setBrush(QBrush(gradient))
    canvas.painter.drawEllipse(QPointF(0, 0), radius, radius)
    canvas.painter.restore()


def sun(canvas: Canvas, x: float, y: float, radius: float, tone: QColor, *, halo: QColor) -> None:
    """A disc and the light around it."""
    glow(canvas, x, y, radius * 9, halo)
    glow(canvas, x, y, radius * 3, halo)
    canvas.dot(x, y, radius, tone)


def stars(canvas: Canvas, horizon: float, count: int, tone: QColor) -> None:
    """Stars: many faint, few bright, fewer towards the horizon."""
    for _ in range(count):
        x = canvas.chance.uniform(0, canvas.width)
        y = horizon * canvas.chance.random() ** 1.25
        bright = canvas.chance.random() ** 5
        shade = QColor(tone)
        shade.setAlphaF((0.25 + 0.75 * bright) * (1 - 0.75 * y / horizon))
        canvas.dot(x, y, 0.6 + 1.5 * bright, shade)
        if bright > 0.8:
            shade.setAlphaF(0.22)
            glow(canvas, x, y, 13, shade)


def clouds(canvas: Canvas, y: float, spread: float, tone: QColor, count: int) -> None:
    """Long flat clouds, each a heap of faint lens shapes, around the height ``y``."""
    for _ in range(count):
        x = canvas.chance.uniform(-0.1, 1.1) * canvas.width
        row = canvas.chance.gauss(y, spread)
        length = canvas.chance.uniform(0.12, 0.4) * canvas.width
        for _ in range(9):
            shade = QColor(tone)
            shade.setAlphaF(tone.alphaF() * canvas.chance.uniform(0.2, 0.6))
            at = canvas.chance.gauss(0, 0.3) * length
            reach = length * canvas.chance.uniform(0.3, 0.6)
            glow(canvas, x + at, row + canvas.chance.gauss(0, 5), reach, shade, flat=0.07)


def mist(canvas: Canvas, y: float, depth: float, tone: QColor) -> None:
    """A bank of mist, thickest at ``y``, gone ``depth`` above and below, denser here and there."""
    clear = QColor(tone)
    clear.setAlphaF(0)
    half = QColor(tone)
    half.setAlphaF(tone.alphaF() * 0.45)
    bank = upright(y - depth, y + depth, [(0, clear), (0.3, half), (0.5, tone), (0.7, half), (1, clear)])
    canvas.box(0, y - depth, canvas.width, depth * 2, bank)
    for _ in range(12):
        at = canvas.chance.uniform(0, canvas.width)
        row = canvas.chance.gauss(y, depth * 0.25)
        glow(canvas, at, row, canvas.width * canvas.chance.uniform(0.08, 0.22), half, flat=0.16)


def shade_edges(canvas: Canvas, tone: QColor) -> None:
    """Darken the corners a little, as a lens does."""
    radius = math.hypot(canvas.width, canvas.height) / 2
    gradient = QRadialGradient(canvas.width / 2, canvas.height * 0.46, radius)
    clear = QColor(tone)
    clear.setAlphaF(0)
    gradient.setColorAt(0.0, clear)
    gradient.setColorAt(0.55, clear)
    gradient.setColorAt(1.0, tone)
    canvas.box(0, 0, canvas.width, canvas.height, QBrush(gradient))


def grain(canvas: Canvas, amount: float) -> None:
    """The grain of a film over the whole picture; 0.05 is fine, 0.2 is coarse."""
    side = _TILE
    values = bytes(min(255, max(0, int(canvas.chance.gauss(128, 46)))) for _ in range(side * side))
    tile = QImage(values, side, side, side, QImage.Format.Format_Grayscale8).copy()
    soft = tile.scaled(side * 5 // 4, side * 5 // 4, mode=Qt.TransformationMode.SmoothTransformation)
    canvas.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Overlay)
    canvas.painter.setOpacity(amount)
    canvas.painter.fillRect(0, 0, canvas.width, canvas.height, QBrush(soft))
    canvas.painter.setOpacity(1.0)
    canvas.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
