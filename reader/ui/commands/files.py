"""Opening files and folders, and what can be done with the file of a story."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from reader.app.folders import Folders
from reader.app.messages import Messages
from reader.app.refreshing import Refreshing
from reader.app.session import Session
from reader.app.shelf import Shelf
from reader.app.story_state import Showing
from reader.article import Article
from reader.library import Settings
from reader.library.settings import RECENT_FILES, RECENT_FOLDERS
from reader.ui.commands.folders import FolderCommands
from reader.ui.main_window import MainWindow

Handlers = dict[str, Callable[[], object]]
OPENED_BY_DESKTOP = ("http", "https", "mailto")
LONGEST_ADDRESS = 120
"""Signs of an address that are shown in a message."""
_KINDS = "Saved articles (*.html *.htm *.xhtml *.xht *.shtml *.txt *.text);;All files (*)"


class FileCommands:
    """The File menu, and the story's own file and address."""

    def __init__(
        self,
        window: MainWindow,
        shelf: Shelf,
        folders: Folders,
        refreshing: Refreshing,
        session: Session,
        settings: Settings,
        messages: Messages,
        samples: Path,
    ) -> None:
        self._window = window
        self._shelf = shelf
        self._refreshing = refreshing
        self._session = session
        self._settings = settings
        self._messages = messages
        self._samples = samples
        self._recent = QMenu("Open Recent", window)
        window.menus["File"].insertMenu(window.menus["File"].actions()[2], self._recent)
        self._recent.aboutToShow.connect(self._fill_recent)
        self.folders = FolderCommands(window, folders, lambda folder: self.open([folder]))

    def handlers(self) -> Handlers:
        """What each of these actions does."""
        return {
            "open_files": self.choose_files,
            "open_folder": self.folders.choose,
            "open_samples": lambda: self.open([self._samples]),
            "refresh": self._refreshing.look,
            "quit": self._window.close,
            "open_address": self.open_address,
            "show_file": self.show_file,
        }

    def open(self, paths: Sequence[Path]) -> None:
        """Open files and folders, wherever they come from."""
        if paths:
            self._shelf.open(paths)

    def choose_files(self) -> None:
        """Ask which files to open."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open Files", self._start(), _KINDS)
        self.open([Path(name) for name in names])

    def open_address(self) -> None:
        """Have the desktop open the address the story was saved from."""
        self._open_address(self._address())

    def open_address_of(self, article: Article) -> None:
        """Have the desktop open the address an article was saved from."""
        self._open_address(article.address)

    def _open_address(self, address: str) -> None:
        if address:
            self.follow(address)
        else:
            self._messages.show("This story does not say which address it was saved from.", tag="address")

    def has_address(self) -> bool:
        """Whether the story says which address it was saved from."""
        return bool(self._address())

    def follow(self, address: str) -> None:
        """Have the desktop open an address of the web or of mail, and nothing else."""
        url = QUrl(address)
        if not url.isValid() or url.scheme() not in OPENED_BY_DESKTOP:
            self._messages.show(f"Standfirst opens no addresses of this kind: {_short(address)}", tag="address")
        elif not QDesktopServices.openUrl(url):
            self._messages.warn(f"The desktop has no program that opens {_short(address)}", tag="address")

    def copy_address(self, address: str) -> None:
        """Put an address on the clipboard."""
        QGuiApplication.clipboard().setText(address)
        self._messages.show("Address copied.", tag="copied")

    def show_file(self) -> None:
        """Have the desktop open the folder of the story's file."""
        if self._session.entry is not None:
            self.show_folder(self._session.entry.path)

    def show_folder(self, path: Path) -> None:
        """Have the desktop open the folder a file lies in."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            self._messages.warn(f"The desktop has no program that shows the folder {path.parent}.", tag="address")

    def _address(self) -> str:
        state = self._session.state
        return state.parsed.article.address if isinstance(state, Showing) else ""

    def _start(self) -> str:
        return str(self._shelf.folders[0] if self._shelf.folders else Path.home())

    def _fill_recent(self) -> None:
        self._recent.clear()
        for setting in (RECENT_FOLDERS, RECENT_FILES):
            for path in self._settings.get(setting):
                self._recent.addAction(self._opener(path))
            self._recent.addSeparator()
        if self._recent.isEmpty():
            self._recent.addAction("Nothing opened yet").setEnabled(False)

    def _opener(self, path: Path) -> QAction:
        action = QAction(str(path).replace("&", "&&"), self._recent)  # a single one would mark a key
        action.triggered.connect(lambda: self.open([path]))
        return action


def _short(address: str) -> str:
    return address if len(address) <= LONGEST_ADDRESS else f"{address[:LONGEST_ADDRESS]}…"
