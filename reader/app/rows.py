"""Rows: the articles last looked at, fetched from the index in blocks before they come into sight."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.app.librarian import Librarian
from reader.app.row_words import RowWords, row_words
from reader.article import ArticleId
from reader.library import Entry, Index

KEPT = 600
"""Rows that are remembered: some fifty screens; a row takes about 2 kB."""

Found = list[tuple[int, Entry]]


class Row:
    """One article; ``words`` is what its row said on the day ``told``."""

    __slots__ = ("entry", "number", "told", "words")

    def __init__(self, number: int, entry: Entry) -> None:
        self.number, self.entry = number, entry
        self.words: RowWords | None = None
        self.told = date.min


class Rows(QObject):
    """``came()`` says that rows which were asked for can be had now."""

    came = Signal()

    def __init__(
        self, librarian: Librarian, today: Callable[[], date] = date.today, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._librarian = librarian
        self._today = today
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._asked: dict[int, object] = {}
        """The rows that are on their way, each with the last question that it was asked in."""

    def get(self, number: int) -> Row | None:
        """The row of an article, if it can be had at once."""
        return self._rows.get(number)

    def words(self, row: Row) -> RowWords:
        """The words of a row as of today."""
        today = self._today()
        if row.words is None or row.told != today:
            row.words, row.told = row_words(row.entry, today), today
        return row.words

    def keep(self, found: Iterable[tuple[int, Entry]]) -> None:
        """Remember rows."""
        for number, entry in found:
            self._rows[number] = Row(number, entry)
            self._rows.move_to_end(number)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)

    def want(self, numbers: Iterable[int]) -> None:
        """Fetch those of these rows that are not here yet; ``came`` follows."""
        missing = [number for number in numbers if number not in self._rows and number not in self._asked]
        if not missing:
            return

        question = object()

        def take(found: Found) -> None:
            current = self._arrived(question)
            self.keep((number, entry) for number, entry in found if number in current)
            self.came.emit()

        self._asked.update(dict.fromkeys(missing, question))
        self._librarian.ask(lambda index: found_in(index, missing), take, lambda: self._arrived(question))

    def ask(self, numbers: Sequence[int], then: Callable[[Found], None]) -> None:
        """Have ``then`` called with these articles, without those that are gone, in their order."""
        self._librarian.ask(lambda index: found_in(index, numbers), then)

    def with_row(self, number: int, then: Callable[[Entry], None]) -> None:
        """Have ``then`` called with the article: at once where it is here."""
        row = self._rows.get(number)
        if row is not None:
            then(row.entry)
            return

        def take(found: Found) -> None:
            self.keep(found)
            for _, entry in found:
                then(entry)

        self.ask([number], take)

    def with_identities(self, identities: Iterable[ArticleId]) -> dict[int, ArticleId]:
        """Those of the rows here that are copies of these articles."""
        wanted = set(identities)
        return {row.number: row.entry.identity for row in self._rows.values() if row.entry.identity in wanted}

    def with_path(self, path: Path) -> int | None:
        """The row here of a file."""
        return next((row.number for row in reversed(self._rows.values()) if row.entry.path == path), None)

    def forget(self, numbers: Iterable[int]) -> None:
        """These articles are others now, also those of them that are on their way."""
        for number in numbers:
            self._rows.pop(number, None)
            self._asked.pop(number, None)

    def _arrived(self, question: object) -> set[int]:
        """The rows of a question that nothing newer was heard of while they were on their way, which ends."""
        current = {number for number, asked in self._asked.items() if asked is question}
        for number in current:
            del self._asked[number]
        return current


def found_in(index: Index, numbers: Sequence[int]) -> Found:
    """The articles of these numbers, without those that are gone."""
    found = index.entries_by_id(numbers)
    return [(number, found[number]) for number in numbers if number in found]
