"""Refreshing: a look for new articles that a person asked for, and a word about what it found."""

from PySide6.QtCore import QObject

from reader.app.messages import Messages
from reader.app.reading_in import ReadingIn
from reader.app.shelf import Shelf
from reader.library.reading_in.notes import Taken


class Refreshing(QObject):
    """Looks anew, and says how many articles are new, changed and gone when all are read."""

    def __init__(self, shelf: Shelf, reading: ReadingIn, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._messages = messages
        self._asked = False
        self._counts = (0, 0, 0)
        reading.taken.connect(self._count)
        reading.finished.connect(self._tell)

    def look(self) -> None:
        """Look at the folders and files anew."""
        self._asked, self._counts = True, (0, 0, 0)
        self._shelf.refresh()

    def _count(self, taken: Taken) -> None:
        new, changed, gone = self._counts
        self._counts = (new + len(taken.new), changed + len(taken.changed), gone + len(taken.gone))

    def _tell(self) -> None:
        if self._asked:
            self._asked = False
            self._messages.show(news_words(*self._counts), tag="news")


def news_words(new: int, changed: int, gone: int) -> str:
    """What is new, changed and gone, in one sentence."""
    counts = [(count, what) for count, what in ((new, "new"), (changed, "changed"), (gone, "gone")) if count]
    if not counts:
        return "Nothing has changed: there are no new articles."
    (first, what), *others = counts
    noun = "article" if first == 1 else "articles"
    return ", ".join((f"{first:,} {what} {noun}", *(f"{count:,} {what}" for count, what in others))) + "."
