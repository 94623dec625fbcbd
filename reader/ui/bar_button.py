"""A quiet button of the bars: words or a sign, pressed with the mouse, Space or Enter."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.pressing import pressed


class WordButton(QToolButton):
    """A quiet button with words or a sign. ``clicked`` says that it was pressed."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def sizeHint(self) -> QSize:
        """As wide as its words: the style's own hint leaves room for an icon."""
        hint = super().sizeHint()
        return QSize(max(30, self.fontMetrics().horizontalAdvance(self.text()) + 18), max(30, hint.height()))

    def event(self, event: QEvent) -> bool:
        """Keep Space and Enter from the window while the button has the focus: here they press it."""
        return pressed(self, event) or super().event(event)


class BarButton(WordButton):
    """Triggers an action but carries words of its own; its tool tip names the action and its key."""

    def __init__(self, words: str, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._action = action
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        action.enabledChanged.connect(self.setEnabled)
        self._follow()

    def _follow(self) -> None:
        words = self._action.text().rstrip("…")
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{words}  ({keys})" if keys else words)
        self.setAccessibleName(words)
        self.setEnabled(self._action.isEnabled())
        if self._action.isCheckable():
            self.setChecked(self._action.isChecked())
