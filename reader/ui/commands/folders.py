"""The library's folders, in the File menu and in the preferences."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from reader.app.folders import Folders, short
from reader.ui.folder_list import FolderList
from reader.ui.main_window import MainWindow


class FolderCommands:
    """``choose`` opens the folder that a person is asked for."""

    def __init__(self, window: MainWindow, folders: Folders, open_folder: Callable[[Path], None]) -> None:
        self._window = window
        self._folders = folders
        self._open = open_folder
        self._menu = QMenu("Library Folders", window)
        window.menus["File"].insertMenu(window.menus["File"].actions()[3], self._menu)
        self._menu.aboutToShow.connect(self._fill)

    def choose(self) -> None:
        """Ask which folder to add to the library."""
        start = str(self._folders.all[-1] if self._folders.all else Path.home())
        name = QFileDialog.getExistingDirectory(self._window, "Add Folder to the Library", start)
        if name:
            self._open(Path(name))

    def folder_list(self) -> FolderList:
        """The folders as a list that stays true."""
        shown = FolderList()
        shown.add_wanted.connect(self.choose)
        shown.remove_wanted.connect(self._folders.remove)
        self._show_in(shown)
        self._folders.changed.connect(self._teller(shown))
        return shown

    def _teller(self, shown: FolderList) -> Callable[[], None]:
        def tell() -> None:
            self._show_in(shown)

        return tell

    def _show_in(self, shown: FolderList) -> None:
        shown.show_folders(self._folders.all, [short(folder) for folder in self._folders.all])

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction("Add Folder…").triggered.connect(self.choose)
        self._menu.addSeparator()
        for folder in self._folders.all:
            self._menu.addAction(self._remover(folder))

    def _remover(self, folder: Path) -> QAction:
        action = QAction(f"Remove {short(folder)}".replace("&", "&&"), self._menu)  # a single one would mark a key
        action.triggered.connect(lambda: self._folders.remove(folder))
        return action
