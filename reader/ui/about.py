"""About Standfirst: what it is, and whose work it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from reader import __version__
from reader.app.look import Look
from reader.ui.dialog import headed

WORDS = (
    "A calm reader for the articles you have saved. It opens no connection to any network, "
    "and it only reads your files.\n\n"
    "MIT licence. Set in Literata, Inter and Atkinson Hyperlegible Next (SIL Open Font License 1.1). "
    "Built with Qt for Python, lxml and Beautiful Soup."
)

WIDTH = 440
"""Pixels of a line. Left to choose, Qt makes the dialog wide, and cuts the words off where the screen is not."""


class About(QDialog):
    """The program's name, version and licences."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = headed(self, "About Standfirst", f"Standfirst {__version__}", look)
        words = QLabel(WORDS)
        words.setWordWrap(True)
        words.setFont(look.story(15))
        words.setFixedWidth(WIDTH)
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(words)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
