#!/usr/bin/env python3
"""Draw the program's icon at every size: ``.venv/bin/python -m scripts.draw_icon``.

The same shapes as ``resources/icons/standfirst.svg``; here their edges are set on whole pixels, so that the
lines stay sharp at 16 and 24 pixels.
"""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
PAPER, SHADE, EDGE, INK, ACCENT = "#fffdf8", "#f4ead7", "#d9cbb0", "#2a2622", "#b4421f"
HEADLINE = (96, 96, 416, 192)
STANDFIRST = ((114, 248, 418, 312), (96, 344, 318, 408))
SLANT = 6
ICONS = Path(__file__).parent.parent / "resources" / "icons"


def draw(size: int) -> QImage:
    """The icon, ``size`` × ``size`` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _sheet(painter, size)
    left, top, right, bottom = _on_pixels(HEADLINE, size)
    painter.setBrush(QColor(INK))
    corner = 10 * size / 512 if size >= 48 else 0
    painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), corner, corner)
    painter.setBrush(QColor(ACCENT))
    for line in STANDFIRST:
        _slanting(painter, line, size)
    painter.end()
    return image


def _sheet(painter: QPainter, size: int) -> None:
    margin = max(0.5, size / 32)
    paper = QLinearGradient(0, 0, 0, size)
    paper.setColorAt(0, QColor(PAPER))
    paper.setColorAt(1, QColor(SHADE))
    painter.setPen(QPen(QColor(EDGE), max(1.0, size / 64)))
    painter.setBrush(QBrush(paper))
    corner = size * 0.21
    painter.drawRoundedRect(QRectF(margin, margin, size - 2 * margin, size - 2 * margin), corner, corner)
    painter.setPen(Qt.PenStyle.NoPen)


def _slanting(painter: QPainter, line: tuple[int, int, int, int], size: int) -> None:
    left, top, right, bottom = _on_pixels(line, size)
    slant = SLANT * size / 512 if size >= 32 else 0
    corners = ((left + slant, top), (right + slant, top), (right - slant, bottom), (left - slant, bottom))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def _on_pixels(box: tuple[int, int, int, int], size: int) -> tuple[int, ...]:
    """The box of the 512-pixel drawing at this size, every edge on the nearest pixel."""
    return tuple(int(edge * size / 512 + 0.5) for edge in box)


def main() -> None:
    """Draw all sizes."""
    for size in SIZES:
        path = ICONS / f"standfirst-{size}.png"
        if not draw(size).save(str(path)):
            message = f"{path} could not be written"
            raise OSError(message)
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
