"""Searching: what is typed is looked for off the window's thread; only the answer to the newest words counts."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.app.jobs import Job
from reader.app.librarian import THREADS, Librarian
from reader.app.row_words import RowWords
from reader.library import Index

if TYPE_CHECKING:
    from reader.library import Excerpt, Hits, Matcher, Query

SHOWN_AT_ONCE = 400
"""Rows whose words with matches are remembered: what a person scrolls through in a while."""


class Searching(QObject):
    """``found(Hits | None)``: this is shown from now on; None: all again. ``excerpts_came()``: rows can say more."""

    found = Signal(object)
    excerpts_came = Signal()

    def __init__(self, librarian: Librarian, flags: Callable[[], bytes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._librarian = librarian
        self._flags = flags
        self._job: Job | None = None
        self._query: Query | None = None
        self._excerpts: dict[int, Excerpt] = {}
        self._asked: set[int] = set()
        self._shown: dict[int, tuple[RowWords, RowWords]] = {}
        self.matcher: Matcher | None = None
        """Finds the words looked for, as long as something is."""

    @property
    def is_looking(self) -> bool:
        """Whether the answer to the newest words is yet to come."""
        return self._job is not None

    def prepare(self) -> None:
        """Somebody is about to search: have every thread that may answer ready."""
        for _ in range(THREADS):
            self._librarian.ask(lambda index: index.search.prepare(), _to_nobody)

    def look(self, text: str) -> None:
        """Look for what is being typed."""
        from reader.library import understood  # noqa: PLC0415  the list is to appear without what a search needs

        query = understood(text, typing=True) or None
        if query != self._query:
            self._query = query
            self.again()

    def again(self) -> None:
        """Look once more for the same: the library is another."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        query, flags = self._query, self._flags()
        if query is None:
            self._show(None)
            return

        def failed() -> None:
            self._job = None

        self._job = self._librarian.ask(lambda index: index.search.find(query, flags), self._take, failed)

    def words(self, number: int, words: RowWords) -> RowWords:
        """The words of a row that was found, with an excerpt, as far as there is one, and with matches."""
        known = self._shown.get(number)
        if known is None or known[0] is not words:
            known = self._shown[number] = words, self._matched(words, self._excerpts.get(number))
            if len(self._shown) > SHOWN_AT_ONCE:
                self._shown.pop(next(iter(self._shown)))
        return known[1]

    def want(self, numbers: Iterable[int]) -> None:
        """Fetch the excerpts of these rows, as far as they are not here; ``excerpts_came`` follows."""
        missing = [number for number in numbers if number not in self._asked]
        query = self._query
        if self.matcher is None or query is None or self._job is not None or not missing:
            return

        def ask(index: Index) -> "dict[int, Excerpt]":
            return index.search.excerpts(query, missing)

        def take(excerpts: "dict[int, Excerpt]") -> None:
            if query == self._query:
                self._add(excerpts)
                self.excerpts_came.emit()

        self._asked.update(missing)
        self._librarian.ask(ask, take)

    def _take(self, hits: "Hits") -> None:
        self._job = None
        self._show(hits)

    def _show(self, hits: "Hits | None") -> None:
        self.matcher = None
        if hits is not None:
            from reader.library import Matcher  # noqa: PLC0415  as above

            self.matcher = Matcher(hits.query)
        self._excerpts, self._shown = {}, {}
        self._asked = set()
        if hits is not None:
            self._add(hits.excerpts)
            self._asked.update(hits.excerpts)
        self.found.emit(hits)

    def _add(self, excerpts: "dict[int, Excerpt]") -> None:
        self._excerpts.update(excerpts)
        for number in excerpts:
            self._shown.pop(number, None)

    def _matched(self, words: RowWords, excerpt: "Excerpt | None") -> RowWords:
        if self.matcher is None or words.unreadable:
            return words
        title = tuple(self.matcher.matches(words.title, "title"))
        if excerpt is None or not excerpt.text:
            return words._replace(title_matches=title)
        return words._replace(summary=excerpt.text, title_matches=title, summary_matches=excerpt.matches)


def _to_nobody(_: None) -> None:
    """Tell nobody."""
