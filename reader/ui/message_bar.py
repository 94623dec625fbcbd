"""The message bar: one quiet sentence at the foot of the window, never a box."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reader.app.actions import Actions
from reader.app.look import MEDIUM, Look
from reader.app.messages import Level, Message
from reader.ui.bar_button import BarButton, WordButton

MILLISECONDS_A_LETTER = 70
LEAST_MILLISECONDS = 5000

_OFFERS = {"undo": "Undo", "load_newer": "Load It"}
"""Actions that messages may offer, and what stands on their buttons."""


class MessageBar(QWidget):
    """Shows one message. What is only for information goes away by itself; a warning waits until it is dismissed.

    ``left()``: the bar went while it had the keyboard, which is to go elsewhere.
    """

    left = Signal()

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Message | None = None
        self._warnings: list[Message] = []
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offers = {name: BarButton(words, actions[name]) for name, words in _OFFERS.items()}
        self._close = WordButton("Dismiss")
        self._close.setToolTip("Dismiss  (Esc)")
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 5, 10, 5)
        row.addWidget(self._words, 1)
        for offer in self._offers.values():
            row.addWidget(offer)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("message_bar")
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        for part in (self._words, *self._offers.values(), self._close):
            part.setFont(look.interface(13, MEDIUM))
        theme = look.theme
        self.setStyleSheet(
            f"#message_bar {{ background: {theme.chosen.name()}; border-top: 1px solid {theme.line.name()}; }}"
        )

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before; a warning that was not yet dismissed comes back after it."""
        self._warnings = [one for one in self._warnings if one != message and not one.tag == message.tag != ""]
        if message.level is Level.WARNING:
            self._warnings.append(message)
        self._show(message)

    def withdraw_undo(self) -> None:
        """Take back the offer to undo: what it spoke of is no longer the last thing done."""
        self.withdraw("undo")

    def withdraw(self, action: str) -> None:
        """Take back messages that offer this action: it can no longer be done."""
        self._warnings = [warning for warning in self._warnings if warning.action != action]
        if self._shown is not None and self._shown.action == action:
            self.dismiss()

    def dismiss(self) -> None:
        """Let the message go, and show the warning that still waits, if there is one."""
        if self._shown in self._warnings:
            self._warnings.remove(self._shown)
        if self._warnings:
            self._show(self._warnings[-1])
            return
        self._timer.stop()
        self._shown = None
        here = self._has_keyboard()
        self.hide()
        if here:
            self.left.emit()

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        offered = (offer for offer in self._offers.values() if offer.isVisible() and offer.isEnabled())
        next(offered, self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, message: Message) -> None:
        here = self._has_keyboard()
        self._shown = message
        self._words.setText(message.text)
        self._words.setAccessibleName(message.text)
        for name, offer in self._offers.items():
            offer.setVisible(name == message.action)
        self.show()
        if here:
            self.take_focus()
        if message.level is Level.INFO:
            self._timer.start(max(LEAST_MILLISECONDS, MILLISECONDS_A_LETTER * len(message.text)))
        else:
            self._timer.stop()

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)
