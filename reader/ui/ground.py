"""Ground: the colour a widget is filled with. A style sheet for it would keep the first frame waiting for 4 ms."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSplitter, QWidget


def set_ground(widget: QWidget, colour: QColor) -> None:
    """Fill the widget with a colour, under all that it paints."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def set_lines(splitter: QSplitter, colour: QColor) -> None:
    """Fill what lies between the parts of a splitter."""
    for number in range(1, splitter.count()):
        set_ground(splitter.handle(number), colour)
