"""Refreshing: a look for new articles that a person asked for, and a word about what it found."""

from pathlib import Path

from PySide6.QtCore import QObject

from reader.app.article_list import ArticleList
from reader.app.messages import Messages
from reader.app.reading_in import ReadingIn
from reader.app.shelf import Shelf

State = dict[Path, tuple[str, str]]
"""Identity and problem of each file of the list: a file whose state is another one has changed."""


class Refreshing(QObject):
    """Looks anew, and says how many articles are new, changed and gone when all are read."""

    def __init__(
        self,
        shelf: Shelf,
        reading: ReadingIn,
        articles: ArticleList,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._articles = articles
        self._messages = messages
        self._before: State | None = None
        self._places: tuple[tuple[Path, ...], ...] = ()
        reading.finished.connect(self._tell)

    def look(self) -> None:
        """Look at the folders and files anew."""
        self._before = self._state()
        self._places = (self._shelf.folders, self._shelf.files)
        self._shelf.refresh()

    def _tell(self) -> None:
        before, self._before = self._before, None
        if before is not None and self._places == (self._shelf.folders, self._shelf.files):
            self._messages.show(news_words(before, self._state()), tag="news")

    def _state(self) -> State:
        return {row.entry.path: (row.entry.identity, row.entry.problem) for row in self._articles.rows}


def news_words(before: State, now: State) -> str:
    """What is new, changed and gone, in one sentence."""
    new = sum(path not in before for path in now)
    changed = sum(path in now and now[path] != state for path, state in before.items())
    gone = sum(path not in now for path in before)
    counts = [(count, what) for count, what in ((new, "new"), (changed, "changed"), (gone, "gone")) if count]
    if not counts:
        return "Nothing has changed: there are no new articles."
    (first, what), *others = counts
    noun = "article" if first == 1 else "articles"
    return ", ".join((f"{first:,} {what} {noun}", *(f"{count:,} {what}" for count, what in others))) + "."
