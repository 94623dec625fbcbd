"""Find in story: a field, the count of matches, previous and next."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from reader.app.actions import Actions
from reader.app.look import Look
from reader.ui.bar_button import BarButton, WordButton

_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class FindField(QLineEdit):
    """A field in which Enter goes to the next match, Shift+Enter to the previous, Esc closes."""

    next_wanted = Signal(int)
    closed = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc from the window while one types."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the matches, close, or type."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.next_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Says what is looked for; the pane that owns it looks."""

    words_changed = Signal(str)
    next_wanted = Signal(int)
    closed = Signal()

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FindField()
        self.field.setPlaceholderText("Find in story")
        self.field.setAccessibleName("Find in story")
        self.field.setMaximumWidth(320)
        self.count = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(BarButton("\u2039", actions["find_previous"]))
        row.addWidget(BarButton("\u203a", actions["find_next"]))
        row.addStretch(1)
        done = WordButton("Done")
        done.setToolTip("Close  (Esc)")
        done.clicked.connect(self.closed)
        row.addWidget(done)
        self.field.textChanged.connect(self.words_changed)
        self.field.next_wanted.connect(self.next_wanted)
        self.field.closed.connect(self.closed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        self.field.setFont(look.interface(13))
        self.count.setFont(look.interface(12))
        self.setStyleSheet(f"QLabel {{ color: {look.theme.muted.name()}; }}")

    def begin(self) -> None:
        """Show the bar with its words chosen, ready for others."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.words_changed.emit(self.field.text())

    def show_count(self, current: int, found: int) -> None:
        """Say which match is shown; with -1, how many there are."""
        if not self.field.text():
            self.count.clear()
        else:
            self.count.setText(_count(current, found))

    def show_waiting(self) -> None:
        """Say that one cannot look yet."""
        self.count.setText("Looking…" if self.field.text() else "")


def _count(current: int, found: int) -> str:
    if not found:
        return "Not found"
    return f"{current + 1} of {found}" if current >= 0 else f"{found} found"
