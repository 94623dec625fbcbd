"""Unsaved: asks before the window takes with it what could not be saved."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.app.look import BOLD, Look
from reader.ui.dialog import dress


class Unsaved(QDialog):
    """``given_up()``: close the window, and lose what is not saved."""

    given_up = Signal()

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "Not saved", look)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel("Your last marks and settings are not saved")
        title.setFont(look.story(21, BOLD))
        words = QLabel(
            f"They could not be written to {folder}. Saving is tried again as long as the window is open: make room "
            "on the disk, or let the folder be written to, and they are kept. If you close it now, they are lost."
        )
        for label in (title, words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(look.interface(13))
        stay, lose = QPushButton("Keep It Open"), QPushButton("Close and Lose Them")
        stay.setDefault(True)
        stay.clicked.connect(self.reject)
        lose.clicked.connect(self.accept)
        self.accepted.connect(self.given_up)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(lose)
        row.addWidget(stay)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        column.addWidget(title)
        column.addWidget(words)
        column.addLayout(row)
        self.setMinimumWidth(480)
        stay.setFocus()
