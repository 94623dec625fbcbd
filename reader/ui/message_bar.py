"""The message bar: one quiet sentence at the foot of the window, never a box."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from reader.app.actions import Actions
from reader.app.look import MEDIUM, Look
from reader.app.messages import Level, Message
from reader.ui.bar_button import BarButton

MILLISECONDS_A_LETTER = 70
LEAST_MILLISECONDS = 5000


class MessageBar(QWidget):
    """Shows one message; what is only for information goes away by itself."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._look = look
        self._message: Message | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = BarButton("Undo", actions["undo"])
        close = BarButton("Dismiss", actions["escape"])
        close.clicked.disconnect()
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 5, 10, 5)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self._buttons = (self._button, close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("message_bar")
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        self._look = look
        self._words.setFont(look.interface(13, MEDIUM))
        for button in self._buttons:
            button.setFont(look.interface(13, MEDIUM))
        theme = look.theme
        self.setStyleSheet(
            f"#message_bar {{ background: {theme.chosen.name()}; border-top: 1px solid {theme.line.name()}; }}"
        )

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._message = message
        self._words.setText(message.text)
        self._words.setAccessibleName(message.text)
        self._button.setVisible(message.action == "undo")
        self.show()
        if message.level is Level.INFO:
            self._timer.start(max(LEAST_MILLISECONDS, MILLISECONDS_A_LETTER * len(message.text)))
        else:
            self._timer.stop()
