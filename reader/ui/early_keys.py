"""EarlyKeys: keeps what is typed while the program behind the window is still being made, and gives it back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


class EarlyKeys(QObject):
    """Keys of one window. Those that are the program's commands would be lost, for nobody listens to them yet."""

    def __init__(self, window: QWidget, application: QApplication) -> None:
        super().__init__(window)
        self._window = window
        self._application = application
        self._kept: list[QKeyEvent] = []
        self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a key from the window's parts; everything else is theirs."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._is_ours(watched):
            return False
        self._kept.append(event.clone())
        return True

    def give_back(self, actions: Sequence[QAction]) -> None:
        """Keep no more; each key does now what it would have done, in the order typed."""
        self._application.removeEventFilter(self)
        for event in self._kept:
            keys = QKeySequence(event.keyCombination())
            action = next((action for action in actions if keys in action.shortcuts()), None)
            if action is not None:
                action.trigger()
            elif target := self._window.focusWidget():
                QApplication.sendEvent(target, event)
        self._kept.clear()

    def _is_ours(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() is self._window
