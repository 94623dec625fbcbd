"""Context menus of the list and the story."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.app.article_list import ArticleList
from reader.app.copying import COPIES
from reader.app.flags import READ, STARRED
from reader.app.session import Session
from reader.library import Entry
from reader.ui.commands import ChoiceCommands, FileCommands, ViewCommands
from reader.ui.main_window import MainWindow
from reader.ui.story_pane import StoryPane

Line = tuple[str, Callable[[], object]] | None
"""One line of a menu: its words and what it does; None is a separator."""


class ContextMenus:
    """What can be done with the rows one has chosen, and with the story's text and links."""

    def __init__(
        self,
        window: MainWindow,
        story: StoryPane,
        session: Session,
        articles: ArticleList,
        files: FileCommands,
        view: ViewCommands,
        choice: ChoiceCommands,
    ) -> None:
        self._window = window
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
            ("Mark as Read" if read else "Mark as Unread", lambda: choice.set_read(numbers, read)),
            ("Star" if starred else "Take Star", lambda: choice.set_starred(numbers, starred)),
            None,
        ]
        last: Line = ("Remove from the List", lambda: choice.remove(numbers))
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
        return [(words, lambda: self._choice.toggle_copies(number)), None]

    def _of_one(self, entry: Entry) -> list[Line]:
        """What can be done with the file of one row, open or not."""
        folder: Line = ("Show File in Its Folder", lambda: self._files.show_folder(entry.path))
        if entry.problem:
            return [folder]
        address = self._files.open_address_of
        return [
            ("Open Original Address in the Browser", lambda: self._session.read_beside(entry, address)),
            folder,
            *((f"Copy as {words}", self._copier(entry, words)) for words, _ in COPIES),
            None,
        ]

    def _copier(self, entry: Entry, words: str) -> Callable[[], None]:
        return lambda: self._session.read_beside(entry, lambda article: self._view.copy_as(words, article))

    def show_for_story(self, place: QPoint, link: str) -> None:
        """Open the menu of the story, or of a link in it."""
        text = self._story.view.textCursor().selectedText()
        lines: list[Line] = []
        if text:
            lines += [("Copy", self._story.view.copy), None]
        if link and ":" in link and not link.startswith(("#", "picture:", "set-aside:")):
            lines += [
                ("Open Link in the Browser", lambda: self._files.follow(link)),
                ("Copy Link Address", lambda: self._files.copy_address(link)),
                None,
            ]
        if self._files.has_address():
            lines.append(("Open Original Address in the Browser", self._files.open_address))
        lines += [
            ("Show File in Its Folder", self._files.show_file),
        ]
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
                action = QAction(line[0], menu)
                action.triggered.connect(_call(line[1]))
                menu.addAction(action)
        return menu


def _call(work: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        work()

    return call
