"""Picture keys: what the keys mean while a picture has the focus, in the panel and in full size alike."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class PictureKey(Enum):
    """What a key means."""

    PREVIOUS = auto()
    NEXT = auto()
    FULL_SIZE = auto()
    LARGER = auto()
    SMALLER = auto()
    FIT = auto()


_KEYS = {
    Qt.Key.Key_Left: PictureKey.PREVIOUS,
    Qt.Key.Key_Right: PictureKey.NEXT,
    Qt.Key.Key_Return: PictureKey.FULL_SIZE,
    Qt.Key.Key_Enter: PictureKey.FULL_SIZE,
}
_SIGNS = {
    "+": PictureKey.LARGER,
    "=": PictureKey.LARGER,
    "-": PictureKey.SMALLER,
    "0": PictureKey.FIT,
}
"""By the sign typed, for where it lies differs from keyboard to keyboard."""
_MIRRORED = {PictureKey.PREVIOUS: PictureKey.NEXT, PictureKey.NEXT: PictureKey.PREVIOUS}
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def picture_key(event: QKeyEvent, direction: Qt.LayoutDirection) -> PictureKey | None:
    """What the key means; None where it means nothing to a picture."""
    if event.modifiers() & ~_HARMLESS:
        return None
    meant = _KEYS.get(Qt.Key(event.key())) or _SIGNS.get(event.text())
    if meant is not None and direction == Qt.LayoutDirection.RightToLeft:
        return _MIRRORED.get(meant, meant)
    return meant
