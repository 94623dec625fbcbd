"""What is done with the chosen rows of the list, be it one or many."""

from collections.abc import Callable, Sequence
from functools import partial

from reader.app.article_filter import ArticleFilter
from reader.app.flags import READ, STARRED
from reader.app.messages import Messages
from reader.app.session import Session
from reader.app.shelf import Shelf
from reader.app.undo import RemoveStep
from reader.article import ArticleId
from reader.library import Entry
from reader.ui.article_list_view import ArticleListView

Handlers = dict[str, Callable[[], object]]


class ChoiceCommands:
    """Marks and removal of several rows at once; of one, what the session does with the open story."""

    def __init__(
        self, view: ArticleListView, shown: ArticleFilter, session: Session, shelf: Shelf, messages: Messages
    ) -> None:
        self._view = view
        self._shown = shown
        self._articles = shown.articles
        self._session = session
        self._shelf = shelf
        self._messages = messages

    def handlers(self) -> Handlers:
        """What each of these actions does."""
        return {
            "choose_next": lambda: self._view.extend(1),
            "choose_previous": lambda: self._view.extend(-1),
            "copies": self.show_copies,
            "toggle_read": self.toggle_read,
            "toggle_star": self.toggle_star,
            "remove": self.remove_chosen,
        }

    def show_copies(self) -> None:
        """Show the copies of the story below its row, or no longer."""
        if not self._view.show_copies():
            self._messages.show("There is only one copy of this story.", tag="copies")

    def copies_are_shown(self, number: int) -> bool:
        """Whether the copies of an article's story stand below its row."""
        return self._shown.is_expanded(number)

    def toggle_copies(self, number: int) -> None:
        """Show the copies of an article's story below its row, or no longer."""
        self._shown.toggle_copies(number)

    def toggle_read(self) -> None:
        """Mark the chosen stories as read, or as unread where all of them are."""
        chosen = self._view.chosen()
        if len(chosen) > 1:
            self.set_read(chosen, not self.all_have(chosen, READ))
        else:
            self._session.toggle_read()

    def toggle_star(self) -> None:
        """Give the chosen stories a star, or take it where all of them have one."""
        chosen = self._view.chosen()
        if len(chosen) > 1:
            self.set_starred(chosen, not self.all_have(chosen, STARRED))
        else:
            self._session.toggle_star()

    def all_have(self, numbers: Sequence[int], flag: int) -> bool:
        """Whether all of these articles have a flag."""
        return all(self._articles.flags_of(number) & flag for number in numbers)

    def set_read(self, numbers: Sequence[int], read: bool) -> None:
        """Mark articles as read or unread."""
        words = "read" if read else "unread"
        self._articles.identities(numbers, lambda found: self._tell(self._session.set_read(found, read), words))

    def set_starred(self, numbers: Sequence[int], starred: bool) -> None:
        """Give articles a star, or take it."""
        words = "starred" if starred else "no longer starred"

        def mark(identities: list[ArticleId]) -> None:
            self._tell(self._session.set_starred(identities, starred), words)

        self._articles.identities(numbers, mark)

    def remove_chosen(self) -> None:
        """Take the chosen articles off the list."""
        self.remove(self._view.chosen())

    def remove(self, numbers: Sequence[int]) -> None:
        """Take articles off the list; their files stay."""
        if numbers:
            self._articles.entries(numbers, lambda entries: self._remove(numbers, entries))

    def _remove(self, numbers: Sequence[int], entries: Sequence[Entry]) -> None:
        take_off = partial(self._take_off, numbers)
        self._session.undo_stack.push(RemoveStep(entries, take_off, self._shelf.restore))
        words, files = (
            (f"“{entries[0].title}” is", "the file stays where it is")
            if len(entries) == 1
            else (f"{len(entries):,} articles are", "the files stay where they are")
        )
        self._messages.show(f"{words} off the list; {files}.", tag="undo", action="undo")

    def _take_off(self, numbers: Sequence[int], entries: Sequence[Entry]) -> None:
        """Take articles off; where the open story is among them, the next one that stays is opened."""
        opened = self._session.entry
        if opened and opened.path in {entry.path for entry in entries} and not self._view.step_past(numbers):
            self._session.close_story()
        self._shelf.remove(entries)

    def _tell(self, count: int, words: str) -> None:
        """Say how many were marked, where that is not plain to see in one row."""
        if count > 1:
            self._messages.show(f"{count:,} stories are {words}.", tag="undo", action="undo")
