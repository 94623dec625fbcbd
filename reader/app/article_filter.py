"""ArticleFilter: the rows that the list shows: unread, all or starred stories, what was searched for, headings."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence, Set
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.app import flags
from reader.app.article_list import ArticleList, Counts
from reader.app.row_words import RowWords, spoken, with_copies
from reader.app.rows import Row
from reader.app.search import Searching
from reader.app.standing import UNKNOWN, Shown, alike, first_rows, found_counts, heading_rows, rows
from reader.library import UNTOUCHED, Ids, Marks

if TYPE_CHECKING:
    from reader.library import Hits

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked for, beside its words for screen readers."""

    LINE = Qt.ItemDataRole.UserRole + 1


class Show(Enum):
    """Which articles are shown; the value names it in the settings."""

    UNREAD = "unread"
    ALL = "all"
    STARRED = "starred"


TABLES = {
    Show.UNREAD: flags.table(flags.IN_UNREAD),
    Show.ALL: flags.table(flags.IN_ALL),
    Show.STARRED: flags.table(flags.IN_STARRED),
}
FEW = 3
"""When more rows than this change at once, the view looks at all of them anew."""


class Line(NamedTuple):
    """What the list shows in one row: an article, or where ``row`` is None a heading or what is not known yet.

    ``inside`` articles stand below a heading; ``copies`` counts the copies of the story that stand under this row; one
    that stands below it is ``older``.
    """

    heading: str = ""
    inside: int = 0
    row: Row | None = None
    marks: Marks = UNTOUCHED
    words: RowWords | None = None
    unread: bool = False
    copies: int = 0
    older: bool = False

    @property
    def is_coming(self) -> bool:
        """Whether nothing is known yet of the article that is to stand here."""
        return self.row is None and not self.heading


class ArticleFilter(QAbstractListModel):
    """One flat list: headings are rows as well, which cannot be chosen. Small changes are told as rows that come or
    go, large ones as a reset, after which views look for their rows by number again.
    """

    def __init__(self, articles: ArticleList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.articles = articles
        self._show = Show.ALL
        self._hits: Hits | None = None
        self._by_relevance = True
        self._open: int | None = None
        self._kept: set[int] = set()
        self._expanded: set[int] = set()
        self._rows: Ids = array("q")
        self._names: tuple[str, ...] = ()
        self.heading_rows: list[int] = []
        """Where headings stand, from the top."""
        self.searching = Searching(articles.librarian, articles.flags_for_search, self)
        self.searching.found.connect(self.set_hits)
        self.searching.excerpts_came.connect(self._show_excerpts)
        articles.changed.connect(self._stand)
        articles.changed.connect(self._search_again)
        articles.marks_changed.connect(self._take_marks)
        self._stand()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """Articles and headings; rows have no rows below them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says in a role; None for roles of others."""
        if not index.isValid() or role not in _TELLERS:
            return None
        return _TELLERS[role](self.line(index.row()))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Articles can be chosen, headings cannot."""
        if index.isValid() and self._rows[index.row()] > UNKNOWN:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    # What is shown

    @property
    def show(self) -> Show:
        """Which articles are shown."""
        return self._show

    def set_show(self, show: Show) -> None:
        """Show unread, all or starred articles; what was only kept visible goes."""
        self._show = show
        self.refresh()

    @property
    def hits(self) -> "Hits | None":
        """What was found; None where nothing was searched for."""
        return self._hits

    @property
    def is_ranked(self) -> bool:
        """Whether what was found stands by its relevance."""
        return self._hits is not None and not self._hits.by_date and self._by_relevance

    def set_hits(self, hits: "Hits | None") -> None:
        """Show only what was found, or all again."""
        if hits is None:
            self._by_relevance = True
        fresh, self._hits = hits is not None and hits != self._hits, hits
        self._stand()
        if fresh:
            self._show_excerpts()

    def set_by_relevance(self, on: bool) -> None:
        """Let what was found stand by its relevance, as far as it has any, or in the list's order."""
        self._by_relevance = on
        self._stand()

    def set_open(self, number: int | None) -> None:
        """Say which article is open: it stays visible in its view though it is read or its star is taken off."""
        self._open = number
        if number is not None:
            self._kept.add(number)

    def refresh(self) -> None:
        """Look at all articles anew: those that were only kept visible go."""
        self._kept = {self._open} if self._open is not None and self.row_of(self._open) is not None else set()
        self._stand()

    def toggle_copies(self, number: int) -> bool:
        """Show the copies of a story below its row, or no longer; whether it has any."""
        copies = set(self.articles.copies_of(number))
        if self._expanded & copies:
            self._expanded -= copies
        elif copies:
            self._expanded.add(number)
        self._stand()
        return bool(copies)

    def is_expanded(self, number: int) -> bool:
        """Whether the copies of an article's story are shown."""
        return not self._expanded.isdisjoint(self.articles.copies_of(number))

    # Rows

    def number_at(self, row: int) -> int | None:
        """The id of the article in a row; None for a heading, or where there is no row."""
        number = self._rows[row] if 0 <= row < len(self._rows) else UNKNOWN
        return number if number > UNKNOWN else None

    def row_of(self, number: int) -> int | None:
        """The row of an article, if it is shown."""
        try:
            return self._rows.index(number)
        except ValueError:
            return None

    def rows_of(self, numbers: Set[int]) -> list[int]:
        """The rows of those articles that are shown, from the top."""
        return [row for row, number in enumerate(self._rows) if number in numbers]

    def numbers(self) -> Ids:
        """The ids of all articles that are shown, from the top."""
        return array("q", [number for number in self._rows if number > UNKNOWN])

    @property
    def count(self) -> int:
        """How many articles are shown."""
        return len(self._rows) - len(self.heading_rows)

    def found_counts(self) -> Counts | None:
        """How many of what was found each view has; None where nothing was searched for."""
        if self._hits is None or not self.articles.loaded:
            return None
        tables = [TABLES[show] for show in (Show.UNREAD, Show.ALL, Show.STARRED)]
        return Counts(*found_counts(self.articles.contents, tables, self._hits))

    def line(self, row: int) -> Line:
        """What to show in a row."""
        number = self._rows[row]
        if number < UNKNOWN:
            return Line(self._names[-1 - number], self._count_below(row))
        found = self.articles.rows.get(number)
        if found is None:
            return Line()
        known = self.articles.flags_of(number)
        marks = self.articles.marks(found.entry)
        copies = self.articles.copies_of(number)
        older = bool(known & flags.OLDER)
        unread = not marks.read and not found.entry.problem
        return Line(
            row=found,
            marks=marks,
            words=with_copies(self._words(found), 0 if older else len(copies)),
            unread=unread and not older,
            copies=0 if older else len(copies),
            older=older,
        )

    def prefetch(self, first: int, last: int) -> None:
        """Have the rows from ``first`` to ``last`` fetched, as far as they are not here."""
        numbers = [number for number in self._rows[max(0, first) : last + 1] if number > UNKNOWN]
        self.articles.rows.want(numbers)
        self.searching.want(numbers)

    def next_article(self, start: int, step: int) -> int | None:
        """The nearest row after ``start``, in steps of 1 or -1, that is no heading."""
        return next((row for row in self._from(start, step) if self._rows[row] > UNKNOWN), None)

    def next_unread(self, start: int, step: int) -> int | None:
        """The nearest unread row after ``start`` in steps of 1 or -1."""
        known, unread, rows = self.articles.contents.flags, TABLES[Show.UNREAD], self._rows
        for row in self._from(start, step):
            number = rows[row]
            if 0 < number < len(known) and unread[known[number]]:
                return row
        return None

    # Inside

    def _from(self, start: int, step: int) -> range:
        return range(start + step, len(self._rows) if step > 0 else -1, step)

    def _count_below(self, row: int) -> int:
        """How many articles stand under the heading in a row."""
        place = bisect_right(self.heading_rows, row)
        end = self.heading_rows[place] if place < len(self.heading_rows) else len(self._rows)
        return end - row - 1

    def _words(self, row: Row) -> RowWords:
        words = self.articles.rows.words(row)
        return words if self._hits is None else self.searching.words(row.number, words)

    def _search_again(self) -> None:
        if self._hits is not None or self.searching.is_looking:
            self.searching.again()

    def _show_excerpts(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def _stand(self) -> None:
        """Work out anew how the articles stand, and tell what is another."""
        articles, hits = self.articles, self._hits
        if articles.loaded:
            shown = Shown(TABLES[self._show], self._kept, self._expanded, hits, self.is_ranked)
            self._replace(rows(articles.contents, shown), articles.contents.headings)
        elif self._show is Show.ALL and hits is None:
            self._replace(first_rows(articles.first), ())

    def _replace(self, standing: Ids, names: tuple[str, ...]) -> None:
        before = self._rows
        if standing == before and names == self._names:
            return
        top, bottom = alike(before, standing)
        goes, comes = len(before) - top - bottom, len(standing) - top - bottom
        if names != self._names or (goes and comes):
            self.beginResetModel()
            self._set_rows(standing, names)
            self.endResetModel()
        elif comes:
            self.beginInsertRows(QModelIndex(), top, top + comes - 1)
            self._set_rows(standing, names)
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), top, top + goes - 1)
            self._set_rows(standing, names)
            self.endRemoveRows()

    def _set_rows(self, standing: Ids, names: tuple[str, ...]) -> None:
        self._rows, self._names = standing, names
        self.heading_rows = heading_rows(standing, len(names))

    def _take_marks(self, numbers: Sequence[int]) -> None:
        if self._show is not Show.ALL:
            self._stand()
        if len(numbers) <= FEW:
            for number in numbers:
                if (row := self.row_of(number)) is not None:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))


def _title(line: Line) -> str:
    return line.words.title if line.words is not None else line.heading


def _spoken(line: Line) -> str:
    if line.words is None:
        return f"{line.heading}, {line.inside:,}" if line.heading else ""
    return spoken(line.words, line.marks, line.unread)


_TELLERS: dict[int, Callable[[Line], Any]] = {
    Role.LINE: lambda line: line,
    Qt.ItemDataRole.DisplayRole: _title,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda line: line.row.entry.path.name if line.row else "",
}
