"""EarlyKeys: keeps what is typed while the program behind the window is still being made, and gives it back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class EarlyKeys(QObject):
    """Keys of one window that is shown. Those that are the program's commands would be lost: nobody listens yet.

    They are kept where they come in from the system: who would look at every event of every part of the window makes
    its first frame wait for 50 ms.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entrance = window.windowHandle()
        self._kept: list[QKeyEvent] = []
        self._entrance.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (one window alone)
        """Keep a key from the window's parts; everything else is theirs, and an open menu's keys are."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or QApplication.activePopupWidget():
            return False
        self._kept.append(event.clone())
        return True

    def give_back(self, actions: "Sequence[QAction]") -> None:
        """Keep no more; each key does now what it would have done, in the order typed."""
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415  not for the first frame

        self._entrance.removeEventFilter(self)
        for event in self._kept:
            keys = QKeySequence(event.keyCombination())
            action = next((action for action in actions if keys in action.shortcuts()), None)
            if action is not None:
                action.trigger()
            elif target := self._window.focusWidget():
                QApplication.sendEvent(target, event)
        self._kept.clear()
