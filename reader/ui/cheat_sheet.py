"""The cheat sheet: every action that has keys, by menu, on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.app.actions import ACTIONS, MENUS, Actions, ActionSpec
from reader.app.look import BOLD, SEMIBOLD, Look
from reader.ui.dialog import dress

IN_PANEL = (
    "Pictures, while they have the focus",
    (("← →", "Previous, next"), ("Enter", "Full size"), ("+ - 0", "Zoom")),
)
_COLUMNS = 3


class CheatSheet(QDialog):
    """Shows the keys as they are now."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        dress(self, "Keyboard", look)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.setHorizontalSpacing(34)
        grid.setVerticalSpacing(22)
        for number, (title, rows) in enumerate(_groups(actions)):
            grid.addWidget(self._group(title, rows), number // _COLUMNS, number % _COLUMNS, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        title_label = QLabel("Keyboard")
        title_label.setFont(look.story(24, BOLD))
        column.addWidget(title_label)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(980, 680)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the same key that opened it."""
        if event.text() == "?" or event.key() == Qt.Key.Key_F1:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _group(self, title: str, rows: list[tuple[str, str]]) -> QWidget:
        group = QWidget()
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(14)
        head = QLabel(title)
        head.setFont(self._look.interface(13, SEMIBOLD))
        head.setStyleSheet(f"color: {self._look.theme.accent.name()};")
        grid.addWidget(head, 0, 0, 1, 2)
        for number, (keys, words) in enumerate(rows, start=1):
            key, what = QLabel(keys), QLabel(words)
            key.setFont(self._look.interface(12, SEMIBOLD))
            what.setFont(self._look.interface(12))
            what.setWordWrap(True)
            grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(what, number, 1)
        grid.setColumnStretch(1, 1)
        return group


def _groups(actions: Actions) -> list[tuple[str, list[tuple[str, str]]]]:
    groups = [
        (menu, [(_keys(actions, spec), spec.words.rstrip("…")) for spec in ACTIONS if spec.menu == menu and spec.keys])
        for menu in MENUS
    ]
    return [(title, rows) for title, rows in groups if rows] + [(IN_PANEL[0], list(IN_PANEL[1]))]


def _keys(actions: Actions, spec: ActionSpec) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(keys.toString(native) for keys in actions[spec.name].shortcuts())
