"""Context menus of the list and the story."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.app.actions import Actions
from reader.app.article_list import ArticleList
from reader.app.copying import COPIES
from reader.app.flags import READ, STARRED
from reader.app.session import Session
from reader.library import Entry
from reader.ui.commands import ChoiceCommands, FileCommands, ViewCommands
from reader.ui.main_window import MainWindow
from reader.ui.story_pane import StoryPane


class Offer(NamedTuple):
    """One line of a menu: its words, what it does, and the name of the action with whose keys the same is done."""

    words: str
    does: Callable[[], object]
    action: str = ""


Line = Offer | None
"""None is a separator."""


class ContextMenus:
    """What can be done with the rows one has chosen, and with the story's text and links."""

    def __init__(
        self,
        window: MainWindow,
        actions: Actions,
        story: StoryPane,
        session: Session,
        articles: ArticleList,
        files: FileCommands,
        view: ViewCommands,
        choice: ChoiceCommands,
    ) -> None:
        self._window = window
        self._actions = actions
        self._story = story
        self._session = session
        self._articles = articles
        self._files = files
        self._view = view
        self._choice = choice

    def show_for_articles(self, numbers: Sequence[int], place: QPoint) -> None:
        """Open the menu of the chosen rows."""
        choice = self._choice
        read, starred = (not choice.all_have(numbers, flag) for flag in (READ, STARRED))
        lines: list[Line] = [
            Offer("Mark as Read" if read else "Mark as Unread", lambda: choice.set_read(numbers, read), "toggle_read"),
            Offer("Star" if starred else "Take Star", lambda: choice.set_starred(numbers, starred), "toggle_star"),
            None,
        ]
        last = Offer("Remove from the List", lambda: choice.remove(numbers), "remove")
        if len(numbers) == 1:
            copies = self._of_copies(numbers[0])
            self._articles.rows.with_row(
                numbers[0], lambda entry: self._open([*lines, *copies, *self._of_one(entry), last], place)
            )
        else:
            self._open([*lines, last], place)

    def _of_copies(self, number: int) -> list[Line]:
        """Where the story has several copies: to show them, or no longer."""
        if not self._articles.copies_of(number):
            return []
        shown = self._choice.copies_are_shown(number)
        words = "Hide the Story’s Other Copies" if shown else "Show the Story’s Copies"
        return [Offer(words, lambda: self._choice.toggle_copies(number), "copies"), None]

    def _of_one(self, entry: Entry) -> list[Line]:
        """What can be done with the file of one row, open or not."""
        folder = Offer("Show File in Its Folder", lambda: self._files.show_folder(entry.path), "show_file")
        if entry.problem:
            return [folder]
        address = self._files.open_address_of
        return [
            Offer(
                "Open Original Address in the Browser",
                lambda: self._session.read_beside(entry, address),
                "open_address",
            ),
            folder,
            *(Offer(f"Copy as {words}", self._copier(entry, words)) for words, _ in COPIES),
            None,
        ]

    def _copier(self, entry: Entry, words: str) -> Callable[[], None]:
        return lambda: self._session.read_beside(entry, lambda article: self._view.copy_as(words, article))

    def show_for_story(self, place: QPoint, link: str) -> None:
        """Open the menu of the story, or of a link in it."""
        text = self._story.view.textCursor().selectedText()
        lines: list[Line] = []
        if text:
            lines += [Offer("Copy", self._story.view.copy), None]
        if link and ":" in link and not link.startswith(("#", "picture:", "set-aside:")):
            lines += [
                Offer("Open Link in the Browser", lambda: self._files.follow(link)),
                Offer("Copy Link Address", lambda: self._files.copy_address(link)),
                None,
            ]
        if self._files.has_address():
            lines.append(Offer("Open Original Address in the Browser", self._files.open_address, "open_address"))
        lines.append(Offer("Show File in Its Folder", self._files.show_file, "show_file"))
        menu = self._menu(lines)
        menu.addSeparator()
        menu.addActions(self._view.copy_actions(menu))
        menu.popup(place)

    def _open(self, lines: Sequence[Line], place: QPoint) -> None:
        self._menu(lines).popup(place)

    def _menu(self, lines: Sequence[Line]) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for line in lines:
            if line is None:
                menu.addSeparator()
            else:
                action = QAction(line.words, menu)
                action.setShortcuts(self._keys(line))
                action.triggered.connect(_call(line.does))
                menu.addAction(action)
        return menu

    def _keys(self, offer: Offer) -> list[QKeySequence]:
        """The keys that are shown beside an offer. They are the window's: those of a menu do nothing by themselves."""
        return self._actions[offer.action].shortcuts()[:1] if offer.action else []


def _call(work: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        work()

    return call
