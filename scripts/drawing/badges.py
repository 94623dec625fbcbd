"""Badges: the small icons that saved pages keep in their folders."""

from PySide6.QtGui import QImage

from scripts.drawing.canvas import Canvas, colour


def harbour_post() -> QImage:
    """A boat under a round sun."""
    canvas = Canvas(64, 64, 1)
    canvas.box(0, 0, 64, 64, colour("#1f6f78"), radius=12)
    canvas.dot(40, 24, 9, colour("#fff3d6"))
    canvas.shape([(10, 38), (54, 38), (46, 50), (18, 50)], colour("#fffdf8"))
    canvas.box(22, 28, 16, 10, colour("#fffdf8"))
    canvas.line([(8, 56), (20, 53), (32, 56), (44, 53), (56, 56)], colour("#fff3d6"), 3)
    return canvas.finished()
