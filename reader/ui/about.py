"""About Standfirst: what it is, and whose work it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from reader import __version__
from reader.app.look import BOLD, Look
from reader.ui.dialog import dress

WORDS = (
    "A calm reader for the articles you have saved. It opens no connection to any network, "
    "and it only reads your files.\n\n"
    "MIT licence. Set in Literata, Inter and Atkinson Hyperlegible Next (SIL Open Font License 1.1). "
    "Built with Qt for Python, lxml and Beautiful Soup."
)


class About(QDialog):
    """The program's name, version and licences."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "About Standfirst", look)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(f"Standfirst {__version__}")
        title.setFont(look.story(24, BOLD))
        words = QLabel(WORDS)
        words.setWordWrap(True)
        words.setFont(look.story(15))
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(460)
