"""Viewer button: one of the few buttons over a picture in full size."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

SIDE = 40


class ViewerButton(QToolButton):
    """A sign that can be pressed with the mouse, Space and Enter; ``words`` and ``keys`` are its tool tip."""

    def __init__(self, sign: str, words: str, keys: str, handler: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(sign)
        self.setToolTip(f"{words}  ({keys})")
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.resize(SIDE, SIDE)
        self.clicked.connect(lambda _checked=False: handler())

    def event(self, event: QEvent) -> bool:
        """Let Enter press the button as Space does."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.click()
            return True
        return super().event(event)
