"""FocusMark: a short accent bar in a pane's margin that says: the keyboard is here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QWidget

WIDTH, LENGTH = 3, 28
MARK_GAP = 16
"""The bar, and how far it stands from what it belongs to, in pixels."""


class FocusMark(QFrame):
    """Stands beside a column, clear of its text; hidden while the keyboard is elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(WIDTH, LENGTH)
        self.hide()

    def set_colour(self, colour: QColor) -> None:
        """Show the bar in this colour."""
        self.setStyleSheet(f"background: {colour.name()}; border: none; border-radius: 1px;")
