"""ArticleList: the articles of the library in their order, with what the person did to each."""

from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from operator import attrgetter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.app.list_order import Key, Keys, Order
from reader.app.row_words import RowWords, row_words, spoken
from reader.article import ArticleId
from reader.library import Entry, Marks

Index = QModelIndex | QPersistentModelIndex

MANY = 200
"""When more rows than this change at once, views look at all of them anew instead of one by one."""


class Role(IntEnum):
    """What a row can be asked for, beside its words for screen readers."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    MARKS = Qt.ItemDataRole.UserRole + 2
    WORDS = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True, eq=False)
class Row:
    """One article of the list; ``key`` is its place in the order, ``words`` what it says on the day ``told``."""

    entry: Entry
    marks: Marks
    key: Key = ()
    words: RowWords | None = None
    told: date = date.min
    folded: str = ""
    """The words a search looks through, once they were needed."""

    @property
    def unread(self) -> bool:
        """Whether the story waits to be read; a file that cannot be read does not."""
        return not self.marks.read and not self.entry.problem


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are, and how many of them are unread and starred."""

    unread: int = 0
    all: int = 0
    starred: int = 0

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Counts":
        """The counts of some rows."""
        return cls(sum(row.unread for row in rows), len(rows), sum(row.marks.starred for row in rows))

    def with_change(self, before: "Counts", after: "Counts") -> "Counts":
        """The counts when a part of the rows, counted before and after, has changed."""
        return Counts(
            self.unread - before.unread + after.unread,
            self.all - before.all + after.all,
            self.starred - before.starred + after.starred,
        )


def _never(_path: Path) -> bool:
    return False


class ArticleList(QAbstractListModel):
    """A row per saved file. ``marks_of`` tells what is remembered of it, ``today`` on which day rows are drawn."""

    counts_changed = Signal(object)

    def __init__(
        self,
        marks_of: Callable[[ArticleId], Marks],
        today: Callable[[], date] = date.today,
        is_opened: Callable[[Path], bool] = _never,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks_of = marks_of
        self._today = today
        self._is_opened = is_opened
        self._keys = Keys()
        self._order = Order.NEWEST
        self._rows: list[Row] = []
        self._places: dict[str, int] | None = None
        self._paths: dict[ArticleId, list[Path]] = {}
        self._counts = Counts()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """One row per article; rows have no rows below them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says in a role; None for roles of others."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        teller = _TELLERS.get(role)
        return teller(self, row) if teller else None

    # The articles

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in order, to be read only."""
        return self._rows

    @property
    def counts(self) -> Counts:
        """How many articles are unread, here, and starred."""
        return self._counts

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Show these articles and no others. Of two entries with one path the later holds."""
        self.beginResetModel()
        self._rows = [self._row(entry) for entry in {entry.path: entry for entry in entries}.values()]
        self._rows.sort(key=_KEY)
        self._places = None
        self._paths = {}
        self._remember(self._rows)
        self.endResetModel()
        self._set_counts(Counts.of(self._rows))

    def add_entries(self, entries: Iterable[Entry]) -> None:
        """Put a batch where it belongs in the order; entries already here are brought up to date."""
        fresh: dict[Path, Entry] = {}
        for entry in entries:
            if self.row_of(entry.path) is None:
                fresh[entry.path] = entry
            else:
                self.update_entry(entry)
        rows = sorted(map(self._row, fresh.values()), key=_KEY)
        self._remember(rows)
        for place, run in reversed(self._runs(rows)):
            self.beginInsertRows(QModelIndex(), place, place + len(run) - 1)
            self._rows[place:place] = run
            self._places = None
            self.endInsertRows()
        self._set_counts(self._counts.with_change(Counts(), Counts.of(rows)))

    def update_entry(self, entry: Entry) -> None:
        """Take over what is new of an article that is here; it moves where its place in the order changed."""
        place = self.row_of(entry.path)
        if place is None:
            return
        row = self._rows[place]
        before = Counts.of([row])
        self._forget(row)
        row.entry, row.marks = entry, self._marks_of(entry.identity)
        row.words, row.folded = None, ""
        self._remember([row])
        self._move(place)
        self._tell(row)
        self._set_counts(self._counts.with_change(before, Counts.of([row])))

    def remove(self, paths: Iterable[Path]) -> None:
        """Take articles out of the list; their files and marks stay as they are."""
        places = sorted(place for path in set(paths) if (place := self.row_of(path)) is not None)
        gone = [self._rows[place] for place in places]
        for first, last in reversed(_stretches(places)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self._places = None
            self.endRemoveRows()
        for row in gone:
            self._forget(row)
        self._set_counts(self._counts.with_change(Counts.of(gone), Counts()))

    def row_of(self, path: Path) -> int | None:
        """The row of a file, or None where it is not in the list."""
        if self._places is None:
            self._places = {str(row.entry.path): place for place, row in enumerate(self._rows)}
        return self._places.get(str(path))

    def paths_of(self, identity: ArticleId) -> tuple[Path, ...]:
        """The files that hold this article: more than one where copies were saved."""
        return tuple(self._paths.get(identity, ()))

    # What the person does

    def refresh_marks(self, identities: Iterable[ArticleId]) -> None:
        """Show what is remembered of these articles now.

        Their places stay until the list is ordered again: a row must not leave from under the person's hand.
        """
        paths = [path for identity in identities for path in self.paths_of(identity)]
        places = [place for path in paths if (place := self.row_of(path)) is not None]
        rows = [self._rows[place] for place in places]
        before = Counts.of(rows)
        changed = [row for row in rows if self._take_marks(row)]
        if len(changed) > MANY:
            self.layoutAboutToBeChanged.emit()
            self.layoutChanged.emit()
        else:
            for row in changed:
                self._tell(row)
        self._set_counts(self._counts.with_change(before, Counts.of(rows)))

    @property
    def order(self) -> Order:
        """The order that holds."""
        return self._order

    def set_order(self, order: Order) -> None:
        """Order the articles anew; the same order again takes in what changed since."""
        self.layoutAboutToBeChanged.emit()
        self._order = order
        key_of = self._keys.of(order)
        old = self.persistentIndexList()
        standing = [self._rows[index.row()] for index in old]
        for row in self._rows:
            row.key = key_of(row.entry, row.marks)
        self._rows.sort(key=_KEY)
        self._places = None
        self.changePersistentIndexList(old, [self.index(self.row_of(row.entry.path) or 0) for row in standing])
        self.layoutChanged.emit()

    def words(self, row: Row) -> RowWords:
        """The words of a row as of today."""
        today = self._today()
        if row.words is None or row.told != today:
            opened = self._is_opened(row.entry.path)
            row.words, row.told = row_words(row.entry, today, opened=opened), today
        return row.words

    # Inside

    def _row(self, entry: Entry) -> Row:
        marks = self._marks_of(entry.identity)
        return Row(entry, marks, self._keys.of(self._order)(entry, marks))

    def _runs(self, rows: list[Row]) -> list[tuple[int, list[Row]]]:
        """Sorted rows gathered by the place they come to, in places of the list before any is put in."""
        runs: list[tuple[int, list[Row]]] = []
        for row in rows:
            place = bisect(self._rows, row.key, key=_KEY)
            if runs and runs[-1][0] == place:
                runs[-1][1].append(row)
            else:
                runs.append((place, [row]))
        return runs

    def _move(self, place: int) -> None:
        """Bring the row at a place to where its new key puts it."""
        row = self._rows[place]
        row.key = self._keys.of(self._order)(row.entry, row.marks)
        others = self._rows[:place] + self._rows[place + 1 :]
        goal = bisect(others, row.key, key=_KEY)
        if goal == place:
            return
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), goal + (goal > place))
        self._rows = others
        self._rows.insert(goal, row)
        self._places = None
        self.endMoveRows()

    def _take_marks(self, row: Row) -> bool:
        """Take over what is remembered of a row; whether that is something new."""
        before, row.marks = row.marks, self._marks_of(row.entry.identity)
        return row.marks != before

    def _remember(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._paths.setdefault(row.entry.identity, []).append(row.entry.path)

    def _forget(self, row: Row) -> None:
        paths = self._paths[row.entry.identity]
        paths.remove(row.entry.path)
        if not paths:
            del self._paths[row.entry.identity]

    def _tell(self, row: Row) -> None:
        place = self.row_of(row.entry.path)
        if place is not None:
            self.dataChanged.emit(self.index(place), self.index(place))

    def _set_counts(self, counts: Counts) -> None:
        if counts != self._counts:
            self._counts = counts
            self.counts_changed.emit(counts)


_KEY = attrgetter("key")

_TELLERS: dict[int, Callable[[ArticleList, Row], Any]] = {
    Role.ENTRY: lambda _, row: row.entry,
    Role.MARKS: lambda _, row: row.marks,
    Role.WORDS: lambda articles, row: articles.words(row),
    Qt.ItemDataRole.DisplayRole: lambda articles, row: articles.words(row).title,
    Qt.ItemDataRole.AccessibleTextRole: lambda articles, row: spoken(articles.words(row), row.marks, row.unread),
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda _, row: row.entry.path.name,
}


def _stretches(places: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending places as stretches without a gap, first and last place of each."""
    stretches: list[tuple[int, int]] = []
    for place in places:
        if stretches and stretches[-1][1] == place - 1:
            stretches[-1] = (stretches[-1][0], place)
        else:
            stretches.append((place, place))
    return stretches
