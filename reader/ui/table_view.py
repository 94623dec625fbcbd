"""TableView: shows a text document whose wide tables are moved sideways by themselves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.app.look import Look
from reader.ui.wide_tables import STEP, WideTables

ONE_TURN = 120
"""Eighths of a degree that the wheel turns from one notch to the next, as Qt counts."""
SIDEWAYS = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
"""How far the keys move a table, in pixels."""


class TableView(QTextBrowser):
    """Hands to its ``wide_tables`` what keys, wheel and mouse do there, and to Qt what they do to the text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.wide_tables = WideTables(self)
        self.horizontalScrollBar().valueChanged.connect(self._stay_upright)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._keep_bars)
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turned sideways, the wheel moves the table under the pointer."""
        if not (aside := _aside(event)) or not self.wide_tables.move(-aside, event.position()):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys to the sides move a table that is wider than the column."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        pixels = SIDEWAYS.get(Qt.Key(event.key()), 0) if plain else 0
        if not pixels or not self.wide_tables.move(pixels):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the bar below a wide table, or do what the mouse does to text."""
        if not self.wide_tables.press(event):
            super().mousePressEvent(self.wide_tables.as_in_text(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move a wide table by its bar, or choose text."""
        if not event.buttons() and self.wide_tables.bar_at(event.position()) is not None:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        elif not self.wide_tables.drag(event):
            super().mouseMoveEvent(self.wide_tables.as_in_text(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if not self.wide_tables.release():
            super().mouseReleaseEvent(self.wide_tables.as_in_text(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a word."""
        super().mouseDoubleClickEvent(self.wide_tables.as_in_text(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and each wide table moved as far as it is."""
        for part in self.wide_tables.beside(event.rect()):
            super().paintEvent(QPaintEvent(part))
        self.wide_tables.paint(self._look, event.rect())

    def _keep_bars(self) -> None:
        """The bars of tables keep to the bottom of the view, so they must not be scrolled along."""
        if self.wide_tables.in_sight():
            self.viewport().update()

    def _stay_upright(self, across: int) -> None:
        """Qt would move all of the text aside for one wide table."""
        if across:
            self.horizontalScrollBar().setValue(0)


def _aside(event: QWheelEvent) -> int:
    """How far the wheel, or two fingers, move to the side, in pixels; Shift turns the wheel aside."""
    turned = event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return round((turned.y() or turned.x()) / ONE_TURN * STEP)
    if abs(turned.x()) <= abs(turned.y()):
        return 0
    return event.pixelDelta().x() or round(turned.x() / ONE_TURN * STEP)
