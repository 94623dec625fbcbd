"""Unsaved: asks before the window takes with it what could not be saved."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.app.look import Look
from reader.ui.dialog import headed


class Unsaved(QDialog):
    """``given_up()``: close the window, and lose what is not saved."""

    given_up = Signal()

    def __init__(self, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = headed(self, "Not saved", "Your last marks and settings are not saved", look)
        words = QLabel(
            f"They could not be written to {folder}. Saving is tried again as long as the window is open: make room "
            "on the disk, or let the folder be written to, and they are kept. If you close it now, they are lost."
        )
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
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
        column.addWidget(words)
        column.addLayout(row)
        self.setMinimumWidth(480)
        stay.setFocus()
