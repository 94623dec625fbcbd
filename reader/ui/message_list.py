"""The messages of this sitting, newest first, for whoever missed one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reader.app.look import BOLD, Look
from reader.app.messages import Messages
from reader.ui.dialog import dress


class MessageList(QDialog):
    """What the program has said."""

    def __init__(self, messages: Messages, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "Messages", look)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel("Messages")
        title.setFont(look.story(22, BOLD))
        said = [message.text for message in reversed(messages.kept)]
        text = QPlainTextEdit("\n\n".join(said) or "Nothing has been said yet.")
        text.setReadOnly(True)
        text.setFont(look.interface(13))
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.addWidget(title)
        column.addWidget(text, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(620, 420)
