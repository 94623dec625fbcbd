"""Going from story to story, through one, and marking them."""

from collections.abc import Callable
from pathlib import Path

from reader.app.article_filter import ArticleFilter
from reader.app.flags import UNREADABLE
from reader.app.messages import Messages
from reader.app.session import Session
from reader.app.story_state import Showing
from reader.article import ArticleId
from reader.library import Entry
from reader.ui.list_pane import ListPane
from reader.ui.main_window import MainWindow
from reader.ui.story_pane import StoryPane

Handlers = dict[str, Callable[[], object]]


class ReadingCommands:
    """The Go menu, and the marks of the Story menu."""

    def __init__(
        self,
        window: MainWindow,
        list_pane: ListPane,
        story_pane: StoryPane,
        session: Session,
        shown: ArticleFilter,
        messages: Messages,
    ) -> None:
        self._window = window
        self._list = list_pane
        self._story = story_pane
        self._session = session
        self._shown = shown
        self._messages = messages

    def handlers(self) -> Handlers:
        """What each of these actions does."""
        list_view, story_view = self._list.view, self._story.view
        return {
            "next": lambda: list_view.step(1),
            "previous": lambda: list_view.step(-1),
            "next_unread": self.next_unread,
            "previous_unread": self.previous_unread,
            "back": lambda: self.go(-1),
            "forward": lambda: self.go(1),
            "read": self._story.take_focus,
            "page_down": self.page_down,
            "page_up": lambda: story_view.page(-1),
            "top": story_view.go_to_top,
            "bottom": story_view.go_to_end,
            "next_pane": lambda: self._window.next_pane(1),
            "previous_pane": lambda: self._window.next_pane(-1),
            "find": self._story.begin_find,
            "find_next": lambda: self._story.find_next(1),
            "find_previous": lambda: self._story.find_next(-1),
            "mark_all_read": self.mark_all_read,
            "undo": self.undo,
            "redo": self.redo,
            "plain_text": self._session.toggle_everything,
        }

    def next_unread(self) -> None:
        """Open the next unread story of the list."""
        if not self._list.view.step_unread(1):
            self._messages.show("There is no other unread story in this list.", tag="unread")

    def previous_unread(self) -> None:
        """Open the previous unread story of the list."""
        if not self._list.view.step_unread(-1):
            self._messages.show("There is no unread story further up.", tag="unread")

    def page_down(self) -> None:
        """Go on by a page; at the end of the story, on to the next unread one."""
        if not isinstance(self._session.state, Showing) or not self._story.view.page(1):
            self.next_unread()

    def go(self, step: int) -> None:
        """Go back or forward in what was opened."""
        path = self._session.go(step)
        if path is None:
            return
        self._list.choose(path)
        self._shown.articles.find_entry(path, lambda entry: self._go_on(path, entry))

    def _go_on(self, path: Path, entry: Entry | None) -> None:
        """Open what was opened before, unless something else was since; where it left the list, what is known of it."""
        if path == self._session.history.here:
            self._session.open(entry or Entry(path, title=path.name), remember=False)

    def mark_all_read(self) -> None:
        """Mark every story of the list as it is shown."""
        articles = self._shown.articles
        numbers = [number for number in self._shown.numbers() if not articles.flags_of(number) & UNREADABLE]
        articles.identities(numbers, self._mark_read)

    def _mark_read(self, identities: list[ArticleId]) -> None:
        count = self._session.set_read(identities, True)
        words = "1 story is" if count == 1 else f"{count} stories are"
        if count:
            self._messages.show(f"{words} marked as read.", tag="undo", action="undo")
        else:
            self._messages.show("Every story of this list is read already.", tag="undo")

    def undo(self) -> None:
        """Take back the last mark."""
        stack = self._session.undo_stack
        if stack.canUndo():
            words = stack.undoText()
            stack.undo()
            self._messages.show(f"Undone: {words}.", tag="undo")

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._session.undo_stack.canRedo():
            words = self._session.undo_stack.redoText()
            self._session.undo_stack.redo()
            self._messages.show(f"Done again: {words}.", tag="undo")
