"""Water: what it mirrors, and how it breaks the mirror up."""

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from scripts.drawing.canvas import Canvas


def mirror(canvas: Canvas, above: QImage, shore: float, calm: float, squeeze: float = 1.0) -> None:
    """Mirror the picture ``above`` the line ``shore`` in the water below it.

    ``calm`` is how far, in pixels, ripples displace the nearest row; ``squeeze`` shortens the mirrored picture.
    """
    phase = canvas.chance.uniform(0, 6)
    for row in range(int(canvas.height - shore)):
        near = row / (canvas.height - shore)
        wave = math.sin(row * (0.62 - 0.42 * near) + phase) + 0.6 * math.sin(row * 0.173 + phase * 2)
        shift = wave * calm * (0.12 + near)
        source = shore - 1 - row * squeeze
        if source < 1:
            break
        target = QRectF(-calm * 2 + shift, shore + row, canvas.width + calm * 4, 1.0)
        canvas.painter.drawImage(target, above, QRectF(0, source, above.width(), 1.0))


def ripples(canvas: Canvas, shore: float, count: int, tone: QColor) -> None:
    """Short level strokes of light or shade that lengthen and thicken towards the viewer."""
    depth = canvas.height - shore
    for _ in range(count):
        near = canvas.chance.random() ** 1.6
        y = shore + near * depth
        x = canvas.chance.uniform(-0.05, 1) * canvas.width
        length = (8 + 130 * near) * canvas.chance.uniform(0.4, 1.3)
        shade = QColor(tone)
        shade.setAlphaF(tone.alphaF() * canvas.chance.uniform(0.25, 1))
        canvas.dot(x, y, length / 2, shade, (0.8 + 2.6 * near) / (length / 2) * 0.7)


def glitter(canvas: Canvas, x: float, shore: float, spread: float, tone: QColor, *, count: int) -> None:
    """The broken path of light under a sun or a lamp."""
    depth = canvas.height - shore
    for _ in range(count):
        near = canvas.chance.random()
        at = canvas.chance.gauss(x, spread * (0.25 + 0.9 * near))
        length = (5 + 46 * near) * canvas.chance.uniform(0.5, 1.2)
        shade = QColor(tone)
        shade.setAlphaF(tone.alphaF() * canvas.chance.uniform(0.3, 1) * (1 - 0.55 * near))
        canvas.dot(at, shore + 2 + near * depth, length / 2, shade, (0.7 + 2.4 * near) / (length / 2) * 0.7)
