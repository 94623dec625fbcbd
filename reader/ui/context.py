"""Context menus of the list and the story."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.app.copying import COPIES
from reader.app.messages import Messages
from reader.app.session import Session
from reader.app.shelf import Shelf
from reader.app.undo import RemoveStep
from reader.library import Entry, ReadState
from reader.ui.commands import FileCommands, ViewCommands
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
        shelf: Shelf,
        read_state: ReadState,
        messages: Messages,
        files: FileCommands,
        view: ViewCommands,
    ) -> None:
        self._window = window
        self._story = story
        self._session = session
        self._shelf = shelf
        self._read_state = read_state
        self._messages = messages
        self._files = files
        self._view = view

    def show_for_entries(self, entries: Sequence[Entry], place: QPoint) -> None:
        """Open the menu of the chosen rows."""
        if not entries:
            return
        marks = [self._read_state.marks(entry.identity) for entry in entries]
        read = not all(mark.read for mark in marks)
        starred = not all(mark.starred for mark in marks)
        lines: list[Line] = [
            ("Mark as Read" if read else "Mark as Unread", lambda: self._session.set_read(entries, read)),
            ("Star" if starred else "Take Star", lambda: self._session.set_starred(entries, starred)),
            None,
        ]
        if len(entries) == 1:
            lines += self._of_one(entries[0])
        lines.append(("Remove from the List", lambda: self._remove(entries)))
        self._open(lines, place)

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

    def _remove(self, entries: Sequence[Entry]) -> None:
        self._session.undo_stack.push(RemoveStep(entries, self._take_off, self._shelf.restore))
        words, files = (
            (f"“{entries[0].title}” is", "the file stays where it is")
            if len(entries) == 1
            else (f"{len(entries)} articles are", "the files stay where they are")
        )
        self._messages.show(f"{words} off the list; {files}.", tag="undo", action="undo")

    def _take_off(self, entries: Sequence[Entry]) -> None:
        if self._session.entry is not None and self._session.entry.path in {entry.path for entry in entries}:
            self._session.close_story()
        self._shelf.remove(entries)

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
