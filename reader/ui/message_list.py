"""The messages of this sitting, newest first, for whoever missed one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from reader.app.look import Look
from reader.app.messages import Messages
from reader.ui.dialog import headed


class MessageList(QDialog):
    """What the program has said."""

    def __init__(self, messages: Messages, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = headed(self, "Messages", "Messages", look)
        said = [message.text for message in reversed(messages.kept)]
        text = QPlainTextEdit("\n\n".join(said) or "Nothing has been said yet.")
        text.setReadOnly(True)
        text.setFont(look.interface(13))
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(text, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(620, 420)
