"""Pressing a button with the keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed(button: QAbstractButton, event: QEvent) -> bool:
    """Whether the event was a key that presses the button, which has been seen to.

    Space and Enter are commands of the window; while a button has the focus they are the button's.
    """
    if not isinstance(event, QKeyEvent) or event.key() not in _PRESS:
        return False
    if event.type() == QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
        button.click()
        return True
    return False
