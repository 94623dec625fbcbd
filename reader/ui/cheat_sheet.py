"""The cheat sheet: every action that has keys, by menu, on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.app.actions import ACTIONS, MENUS, Actions, ActionSpec
from reader.app.look import BOLD, SEMIBOLD, Look
from reader.ui.dialog import dress

IN_PANEL = (
    "Pictures, while they have the focus",
    (("← →", "Previous, next; move when zoomed"), ("Enter", "Full size"), ("+ - 0", "Zoom")),
)
IN_STORY = (
    "Story, while it has the focus",
    (("Tab  Enter", "Next link; follow it"), ("← →", "Move a wide table")),
)
SEARCHING = (
    "Searching",
    (
        ("harbour", "A word; its last one may go on while you type"),
        ("“old pier”", "Words that stand together"),
        ("harb*", "Words that begin so"),
        ("-ferry", "Not this"),
        ("title:", "In the title; also author: site: standfirst: caption: credit:"),
        ("after:2023-11", "Since November 2023"),
        ("before:2024", "Until the end of 2023"),
        ("is:unread", "Also is:read, is:starred, has:pictures"),
    ),
)
_COLUMNS = (("Go", IN_STORY[0], IN_PANEL[0]), ("Story", "View", "Help"), ("File", "Edit", SEARCHING[0]))
"""Which groups stand below one another."""
_KEY_WIDTH = 92
_MOST_KEYS = 2
_ELSE = "Help"


class CheatSheet(QDialog):
    """Shows the keys as they are now."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        dress(self, "Keyboard", look)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(12, 6, 12, 6)
        across.setSpacing(34)
        for titles in _COLUMNS:
            down = QVBoxLayout()
            down.setSpacing(15)
            for title, rows in _groups(actions):
                if title in titles:
                    down.addWidget(self._group(title, rows))
            down.addStretch(1)
            across.addLayout(down, 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 24, 14, 20)
        column.setSpacing(10)
        title_label = QLabel("Keyboard")
        title_label.setFont(look.story(24, BOLD))
        title_label.setContentsMargins(14, 0, 0, 4)
        column.addWidget(title_label)
        column.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 14, 0)
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)
        self._area, self._close = area, close
        self.resize(1040, 704)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard moves the page where there is more of it than can be seen."""
        super().showEvent(event)
        (self._area if self._area.verticalScrollBar().maximum() else self._close).setFocus()

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
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(14)
        head = QLabel(title)
        head.setFont(self._look.interface(13, SEMIBOLD))
        head.setStyleSheet(f"color: {self._look.theme.accent.name()};")
        grid.addWidget(head, 0, 0, 1, 2)
        for number, (keys, words) in enumerate(rows, start=1):
            key, what = QLabel(keys), QLabel(words)
            key.setMinimumWidth(_KEY_WIDTH)
            key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            key.setFont(self._look.interface(12, SEMIBOLD))
            what.setFont(self._look.interface(12))
            what.setWordWrap(True)
            grid.addWidget(key, number, 0)
            grid.addWidget(what, number, 1)
        grid.setColumnStretch(1, 1)
        return group


def _groups(actions: Actions) -> list[tuple[str, list[tuple[str, str]]]]:
    groups = [
        (
            menu,
            [
                (_keys(actions, spec), spec.words.rstrip("…"))
                for spec in ACTIONS
                if (spec.menu or _ELSE) == menu and actions[spec.name].shortcuts()
            ],
        )
        for menu in MENUS
    ]
    more = [(title, list(rows)) for title, rows in (IN_STORY, IN_PANEL, SEARCHING)]
    return [(title, rows) for title, rows in groups if rows] + more


def _keys(actions: Actions, spec: ActionSpec) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(keys.toString(native) for keys in actions[spec.name].shortcuts()[:_MOST_KEYS])
