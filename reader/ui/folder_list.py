"""FolderList: the library's folders in the preferences, with ways to add and remove some."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

ROWS = 4
"""So many folders are seen at once."""


class FolderList(QWidget):
    """``add_wanted()``: the person wants to choose another folder; ``remove_wanted(Path)``: to take this one out."""

    add_wanted = Signal()
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders: tuple[Path, ...] = ()
        self._names = QStringListModel(self)
        self._view = _Rows()
        self._view.setModel(self._names)
        self._view.setAccessibleName("Library folders")
        self._add, self._remove = QPushButton("Add…"), QPushButton("Remove")
        self._add.clicked.connect(self.add_wanted)
        self._remove.clicked.connect(self._remove_chosen)
        self._view.selectionModel().selectionChanged.connect(self._offer)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        column.addLayout(buttons)
        self._offer()

    def show_folders(self, folders: Sequence[Path], words: Sequence[str]) -> None:
        """Show these folders, with these words for them."""
        row = self._view.currentIndex().row()
        self._folders = tuple(folders)
        self._names.setStringList(list(words))
        if folders:
            self._view.setCurrentIndex(self._names.index(min(max(row, 0), len(folders) - 1)))
        self._offer()

    def _remove_chosen(self) -> None:
        row = self._view.currentIndex().row()
        if 0 <= row < len(self._folders):
            self.remove_wanted.emit(self._folders[row])

    def _offer(self) -> None:
        self._remove.setEnabled(self._view.currentIndex().isValid())


class _Rows(QListView):
    """As high as a few rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def sizeHint(self) -> QSize:
        """A few rows."""
        return QSize(240, ROWS * (self.fontMetrics().height() + 8) + 8)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()
