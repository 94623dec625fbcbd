"""Messages: the one voice that speaks to the person."""

from collections import deque
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal


class Level(Enum):
    """How much a message matters."""

    INFO = "info"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Message:
    """One or two sentences. A newer message of the same ``tag`` takes the older one's place.

    ``action`` names an action offered beside the words, or nothing.
    """

    text: str
    level: Level = Level.INFO
    tag: str = ""
    action: str = ""


class Messages(QObject):
    """Shows messages through one signal and keeps the last ones."""

    shown = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept: deque[Message] = deque(maxlen=200)

    def show(self, text: str, level: Level = Level.INFO, tag: str = "", action: str = "") -> None:
        """Say something to the person."""
        message = Message(text, level, tag, action)
        if older := next((other for other in self.kept if tag and other.tag == tag), None):
            self.kept.remove(older)
        self.kept.append(message)
        self.shown.emit(message)

    def withdraw(self, action: str) -> None:
        """Offer this action no more: it can no longer be done."""
        self.withdrawn.emit(action)

    def warn(self, text: str, tag: str = "") -> None:
        """Say what went wrong and what can be done."""
        self.show(text, Level.WARNING, tag)
