"""ArticleList: all articles of the library by their ids in the index, with what the person did to each."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import flags
from reader.app.contents import Contents, FirstScreen, Wanted, contents, first_screen
from reader.app.librarian import Librarian
from reader.app.list_order import Grouping, Order
from reader.app.rows import Rows
from reader.article import ArticleId
from reader.library import Entry, Index, Marks, ReadState

GATHERED = 250
"""Milliseconds in which news of files are gathered before the list takes them in: it is busy enough meanwhile."""


class Counts(NamedTuple):
    """How many stories there are, and how many of them are unread and starred."""

    unread: int = 0
    all: int = 0
    starred: int = 0


@cache
def _for_search() -> bytes:
    """Our flags as a search has them, as a table for ``bytes.translate``."""
    from reader.library import Flag  # noqa: PLC0415  the list is to appear without what searches

    def flag(known: int) -> int:
        unread = known in flags.IN_UNREAD
        here, starred = bool(known & flags.HERE), bool(known & flags.STARRED)
        return Flag.LISTED * here | Flag.UNREAD * unread | Flag.STARRED * starred

    return bytes(map(flag, range(256)))


Places = Callable[[], tuple[Sequence[Path], Sequence[Path]]]
"""The library's folders, and the single files opened beside it."""


def _nowhere() -> tuple[Sequence[Path], Sequence[Path]]:
    return (), ()


class ArticleList(QObject):
    """Keeps a few bytes of every article; what their rows say is fetched as they come into sight (``rows``).

    ``changed()``: other articles, or another order. ``marks_changed(ids)``: the marks of these are others now.
    ``counts_changed(Counts)``: live, whatever is shown.
    """

    changed = Signal()
    marks_changed = Signal(object)
    counts_changed = Signal(object)

    def __init__(
        self,
        librarian: Librarian,
        read_state: ReadState,
        places: Places = _nowhere,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.librarian = librarian
        self._read_state = read_state
        self._places = places
        self._today = today
        self.rows = Rows(librarian, today, self)
        self.order, self.grouping = Order.NEWEST, Grouping.NONE
        self.contents = Contents(array("q"), bytearray(), (), array("l"), {})
        self.counts = Counts()
        self.first = FirstScreen()
        """The first rows, while nothing else is known."""
        self._asked = 0
        self._answered = 0
        self._marking = 0
        self._marked: set[ArticleId] = set()
        """Articles whose marks have changed since the list was asked for."""
        self._gathering = QTimer(self, singleShot=True, interval=GATHERED)
        self._gathering.timeout.connect(self.reload)

    # Where the articles come from

    def load(self) -> None:
        """Have the first screen at once, before there is a window; ``reload`` brings the rest. Raises sqlite3.Error."""
        order, removed = self.order, self._read_state.removed()
        if self.grouping is Grouping.NONE and order is not Order.RECENT and not self._single():
            self.first = self.librarian.answer(lambda index: first_screen(index, order, removed))
            self.rows.keep(self.first.rows)
        self.changed.emit()

    def reload(self) -> None:
        """Take everything from the index anew, in the background."""
        self._gathering.stop()
        self._asked += 1
        number, wanted = self._asked, self._wanted()
        self._marked.clear()
        self.librarian.ask(
            lambda index: contents(index, wanted) if number == self._asked else None,
            lambda found: self._take(number, found),
        )

    def take(self, changed: Iterable[int]) -> None:
        """Articles have come, gone or, these, changed in the index; what comes together is taken in together."""
        self.rows.forget(changed)
        if not self._gathering.isActive():
            self._gathering.start()

    @property
    def loaded(self) -> bool:
        """Whether all articles are known, not only the first ones."""
        return self._answered > 0

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked of the index that was not answered yet."""
        return self._answered == self._asked and not self._marking and not self._gathering.isActive()

    def set_order(self, order: Order) -> None:
        """Order the articles; the same order again takes in what changed since."""
        self.order = order
        self.reload()

    def set_grouping(self, grouping: Grouping) -> None:
        """Gather the articles under headings."""
        self.grouping = grouping
        self.reload()

    # Single articles

    def flags_of(self, number: int) -> int:
        """The flags of an article (see flags.py); 0 for one that is not in the list."""
        known = self.contents.flags
        return known[number] if 0 <= number < len(known) else 0

    def marks(self, entry: Entry) -> Marks:
        """What is remembered of an article."""
        return self._read_state.marks(entry.identity)

    def copies_of(self, number: int) -> Sequence[int]:
        """All copies of the article's story that are here, the newest first; none where it is the only one."""
        return self.contents.copies.get(number, ())

    def find(self, path: Path, then: Callable[[int | None], None]) -> None:
        """Have ``then`` called with the id of a file's article, or None where it is not in the list."""
        number = self.rows.with_path(path)
        if number is not None:
            then(number)
        else:
            self.librarian.ask(lambda index: index.ids_of_paths([path]).get(path), then)

    def find_entry(self, path: Path, then: Callable[[Entry | None], None]) -> None:
        """Have ``then`` called with a file's article, or None where it is not in the list."""

        def take(number: int | None) -> None:
            if number is None:
                then(None)
            else:
                self.rows.with_row(number, then)

        self.find(path, take)

    def flags_for_search(self) -> bytes:
        """What a search may ask of each article, by its id."""
        return bytes(self.contents.flags.translate(_for_search()))

    def entries(self, numbers: Sequence[int], then: Callable[[list[Entry]], None]) -> None:
        """Have ``then`` called with these articles."""
        here = [self.rows.get(number) for number in numbers]
        if all(here):
            then([row.entry for row in here if row is not None])
        else:
            self.rows.ask(numbers, lambda found: then([entry for _, entry in found]))

    def identities(self, numbers: Sequence[int], then: Callable[[list[ArticleId]], None]) -> None:
        """Have ``then`` called with the identities of these articles, in their order: quicker than all of them."""

        def ask(index: Index) -> list[ArticleId]:
            found = index.identities_of(numbers)
            return [found[number] for number in numbers if number in found]

        self.librarian.ask(ask, then)

    # What the person does

    def refresh_marks(self, identities: Iterable[ArticleId]) -> None:
        """Show what is remembered of these articles now: of those in sight at once, of their other copies soon.

        Their places stay until the list is ordered again: a row must not leave from under the person's hand.
        """
        known = [identity for identity in identities if identity]
        self._marked.update(known)
        self._take_marks(self.rows.with_identities(known))
        self._marking += 1
        self.librarian.ask(
            lambda index: index.identities_of(index.ids_of_identities(known)), self._take_asked_marks, self._end_marking
        )

    # Inside

    def _single(self) -> list[Path]:
        """The files that lie in none of the library's folders."""
        folders, files = self._places()
        return [path for path in files if not any(map(path.is_relative_to, folders))]

    def _wanted(self) -> Wanted:
        return Wanted(
            self.order,
            self.grouping,
            self._today(),
            self._read_state.read_identities(),
            self._read_state.starred_identities(),
            self._read_state.opened_moments() if self.order is Order.RECENT else {},
            self._read_state.removed(),
            self._single(),
            self._places()[0],
        )

    def _take(self, number: int, found: Contents | None) -> None:
        if found is None or number < self._answered:
            return
        self._answered = number
        self.contents = found
        self.first = FirstScreen()
        self._count()
        self.changed.emit()
        if self._marked:
            self.refresh_marks(self._marked)

    def _take_asked_marks(self, identities: Mapping[int, ArticleId]) -> None:
        self._end_marking()
        self._take_marks(identities)

    def _end_marking(self) -> None:
        self._marking -= 1

    def _take_marks(self, identities: Mapping[int, ArticleId]) -> None:
        changed = [number for number, identity in identities.items() if self._flag(number, identity)]
        self.marks_changed.emit(list(identities))
        if changed:
            self._count()

    def _flag(self, number: int, identity: ArticleId) -> bool:
        """Take over what is remembered of an article; whether that changes its flags."""
        before = self.flags_of(number)
        if not before:
            return False
        marks = self._read_state.marks(identity)
        after = before & ~(flags.READ | flags.STARRED) | flags.READ * marks.read | flags.STARRED * marks.starred
        self.contents.flags[number] = after
        return after != before

    def _count(self) -> None:
        known = self.contents.flags
        counts = Counts(
            flags.count(known, flags.IN_UNREAD), flags.count(known, flags.IN_ALL), flags.count(known, flags.IN_STARRED)
        )
        if counts != self.counts:
            self.counts = counts
            self.counts_changed.emit(counts)
