"""SearchField: where the words are typed that the list is searched for."""

from PySide6.QtCore import QEvent, QLineF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from reader.app.look import MEDIUM, Look

HEIGHT, CORNER, KEY_EDGE = 34, 8, 18
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """``entered()``: it has the keyboard. ``words_changed(text)``: search for this. ``left(down)``: the person goes
    back to the list, or down its rows.
    """

    entered = Signal()
    words_changed = Signal(str)
    left = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = "/"
        self._clear = _ClearButton(self)
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._search)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Search the list")
        self.textChanged.connect(self._changed)
        self._clear.clicked.connect(self.clear)
        self.set_look(look)
        self.set_count(0)

    def set_look(self, look: Look) -> None:
        """Show the field in these colours and this type."""
        theme = look.theme
        self._look = look
        self.setFont(look.interface(13))
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.field.name()}; color: {theme.ink.name()}; border-radius: {CORNER}px;"
            f" border: 1px solid {theme.line.name()}; padding: 0 30px 0 9px;"
            f" selection-background-color: {theme.chosen.name()}; selection-color: {theme.ink.name()}; }}"
            f"QLineEdit:focus {{ border: 2px solid {theme.accent.name()}; padding: 0 29px 0 8px; }}"
        )
        self._clear.set_look(look)

    def set_count(self, count: int | None) -> None:
        """Say how many articles would be searched; None while that is not known."""
        noun = "article" if count == 1 else "articles"
        self.setPlaceholderText("Search" if count is None else f"Search {count:,} {noun}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window, which opens them; words are searched for."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    @property
    def is_about_to_search(self) -> bool:
        """Whether what was typed has yet to be said."""
        return self._pause.isActive()

    def set_key(self, key: str) -> None:
        """Say which key leads here; empty for none."""
        self._key = key
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep Escape and the ways down to the list from the window's commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that somebody is about to search."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears the field and goes back to the list; Enter and ↓ go to its rows."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._leave(down=False)
        elif _leaves(event):
            self._leave(down=True)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clear button at the right end."""
        super().resizeEvent(event)
        edge = self._clear.width()
        self._clear.move(self.width() - edge - 6, (self.height() - edge) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the key that leads here while it is empty."""
        super().paintEvent(event)
        if self._key and not self.text() and not self.hasFocus():
            self._paint_key()

    def _paint_key(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._look.interface(11, MEDIUM)
        width = max(KEY_EDGE, QFontMetricsF(font).horizontalAdvance(self._key) + 10)
        place = QRectF(self.width() - width - 9, (self.height() - KEY_EDGE) / 2, width, KEY_EDGE)
        painter.setPen(QPen(self._look.theme.line, 1))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._look.theme.muted)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._key)

    def _search(self) -> None:
        self.words_changed.emit(self.text())

    def _leave(self, *, down: bool) -> None:
        """Search for what was typed last before the list is shown."""
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        self.left.emit(down)

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()


class _ClearButton(QToolButton):
    """A small cross that empties the field; with the keys, Escape does it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(22, 22)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName("Clear the search")
        self.setToolTip("Clear the search  (Esc)")
        self.hide()

    def set_look(self, look: Look) -> None:
        self._theme = look.theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (always whole)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, arm = QRectF(self.rect()).center(), 3.5
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.chosen)
            painter.drawEllipse(middle, 9, 9)
        painter.setPen(QPen(self._theme.muted, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.translate(middle)
        for slope in (1, -1):
            painter.drawLine(QLineF(-arm, -arm * slope, arm, arm * slope))


def _leaves(event: QKeyEvent) -> bool:
    """Whether the key leads out of the field."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Escape or (plain and event.key() in _DOWN)
