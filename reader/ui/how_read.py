"""How It Was Read: on whose word a story has its title, its date and its text, and how complete it seems."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.app.look import MEDIUM, Look
from reader.app.story import account, doubt
from reader.article import Article
from reader.ui.dialog import headed


class HowRead(QDialog):
    """Shows the account of one article. ``everything_wanted``: the person would rather see all of the file."""

    everything_wanted = Signal()

    def __init__(self, article: Article, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = headed(self, "How It Was Read", "How this story was read", look)
        self.setMinimumWidth(520)
        self._look = look
        if words := doubt(article.trust):
            doubts = _label(words)
            doubts.setFont(look.story(15))
            doubts.setStyleSheet(f"color: {look.theme.accent.name()};")
            column.addWidget(doubts)
        column.addLayout(self._rows(article))
        column.addStretch(1)
        column.addLayout(self._buttons())

    def _rows(self, article: Article) -> QFormLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(20)
        rows.setVerticalSpacing(10)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for label, words in account(article):
            name = QLabel(label)
            name.setFont(self._look.interface(13, MEDIUM))
            name.setStyleSheet(f"color: {self._look.theme.muted.name()};")
            rows.addRow(name, _label(words))
        return rows

    def _buttons(self) -> QHBoxLayout:
        close, everything = QPushButton("Close"), QPushButton("Show Everything")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        everything.setAutoDefault(False)
        everything.clicked.connect(self.everything_wanted)
        everything.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(everything)
        row.addWidget(close)
        close.setFocus()
        return row


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
