"""ArticleFilter: which articles the list shows: unread, all or starred ones, and those with the words searched for."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel, QTimer

from reader.app.article_list import ArticleList, Index, Row
from reader.app.folding import folded
from reader.app.list_order import Order
from reader.library import Entry

AT_ONCE = 200
"""Rows made ready for searching in one go: a few milliseconds."""


class Show(Enum):
    """Which articles are shown; the value names it in the settings."""

    UNREAD = "unread"
    ALL = "all"
    STARRED = "starred"


class ArticleFilter(QSortFilterProxyModel):
    """The articles as the list shows them. It only leaves rows out: their order is the ArticleList's own.

    (Sorting in the proxy would call back for every comparison: two seconds for 100,000 rows.)
    """

    def __init__(self, articles: ArticleList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles = articles
        self._show = Show.ALL
        self._words: tuple[str, ...] = ()
        self._open: Path | None = None
        self._kept: set[Path] = set()
        self._prepared = 0
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._prepare)
        self.setSourceModel(articles)
        articles.rowsInserted.connect(self._prepare_anew)
        articles.modelReset.connect(self._prepare_anew)

    def filterAcceptsRow(self, place: int, parent: Index) -> bool:  # noqa: ARG002
        """Whether a row of the ArticleList is shown."""
        row = self._articles.rows[place]
        if self._show is not Show.ALL and not self._belongs(row):
            return False
        return not self._words or self._matches(row)

    @property
    def articles(self) -> ArticleList:
        """All articles, shown or not."""
        return self._articles

    @property
    def show(self) -> Show:
        """Which articles are shown."""
        return self._show

    @property
    def words(self) -> str:
        """The words searched for, folded."""
        return " ".join(self._words)

    @property
    def order(self) -> Order:
        """The order that holds."""
        return self._articles.order

    def set_show(self, show: Show) -> None:
        """Show unread, all or starred articles; what was only kept visible goes."""
        self._show = show
        self.refresh()

    def set_words(self, text: str) -> None:
        """Show only articles in which every one of the words occurs, as a whole or as a part of a word."""
        words = tuple(folded(text).split())
        if words != self._words:
            self._words = words
            self.invalidate()

    def set_order(self, order: Order) -> None:
        """Order the articles."""
        self._articles.set_order(order)

    def set_open(self, path: Path | None) -> None:
        """Say which article is open: it stays visible in its view though it is read or its star is taken off."""
        self._open = path
        if path is not None and self.index_of(path).isValid():
            self._kept.add(path)

    def refresh(self) -> None:
        """Look at all articles anew: those that were only kept visible go."""
        self._kept.clear()
        self.invalidate()
        self.set_open(self._open)

    def entry_at(self, index: Index) -> Entry | None:
        """The entry of one of our indexes, or None for an invalid one."""
        return self._row_at(index).entry if index.isValid() else None

    def index_of(self, path: Path) -> QModelIndex:
        """Where a file is shown; an invalid index where it is not."""
        place = self._articles.row_of(path)
        return QModelIndex() if place is None else self.mapFromSource(self._articles.index(place))

    def next_unread(self, start: int, step: int) -> QModelIndex:
        """The nearest unread row after ``start`` in steps of 1 or -1; an invalid index where there is none."""
        row = start + step
        while 0 <= row < self.rowCount():
            index = self.index(row, 0)
            if self._row_at(index).unread:
                return index
            row += step
        return QModelIndex()

    def _row_at(self, index: Index) -> Row:
        return self._articles.rows[self.mapToSource(index).row()]

    def _belongs(self, row: Row) -> bool:
        belongs = row.unread if self._show is Show.UNREAD else row.marks.starred
        return belongs or row.entry.path in self._kept

    def _matches(self, row: Row) -> bool:
        searched = row.folded or _fold(row)
        for word in self._words:  # noqa: SIM110  (runs over the whole list at every letter: half the time of all())
            if word not in searched:
                return False
        return True

    def _prepare(self) -> None:
        """Fold some more rows while nothing else is to be done, so that the first letter typed need not wait."""
        rows = self._articles.rows
        end = min(len(rows), self._prepared + AT_ONCE)
        for row in rows[self._prepared : end]:
            if not row.folded:
                _fold(row)
        self._prepared = end
        if end == len(rows):
            self._idle.stop()

    def _prepare_anew(self) -> None:
        self._prepared = 0
        self._idle.start()


def _fold(row: Row) -> str:
    entry = row.entry
    row.folded = folded("\n".join((entry.title, entry.summary, *entry.authors, entry.site)))
    return row.folded
