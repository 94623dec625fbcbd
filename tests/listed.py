"""Entries and marks for tests of the list."""

import time
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QModelIndex
from PySide6.QtWidgets import QApplication

from reader.app.article_filter import ArticleFilter
from reader.app.article_list import ArticleList
from reader.app.librarian import Librarian
from reader.app.list_order import Grouping, Order
from reader.app.look import Look
from reader.app.rows import found_in
from reader.app.themes import load_theme
from reader.article import ImageRef, Kept, Moment
from reader.library import Entry, Position, ReadState, Stamp, Store, reading_of
from reader.program import Program

TODAY = date(2025, 11, 21)
PICTURE = ImageRef("pictures/harbour.png", Kept.BESIDE)
THEMES = Path(__file__).parent.parent / "resources" / "themes"


def entry(
    name: str,
    title: str = "",
    *,
    day: Moment | None = None,
    site: str = "",
    authors: tuple[str, ...] = (),
    summary: str = "",
    words: int = 0,
    language: str = "",
    saved: datetime = datetime(2020, 1, 1, tzinfo=UTC),
    thumbnail: ImageRef | None = None,
    problem: str = "",
    story: str = "",
) -> Entry:
    """The entry of a file called ``name``; its identity is the name too."""
    return Entry(
        path(name),
        name,
        story_key=story,
        title=title or name,
        summary=summary,
        site=site,
        authors=authors,
        published=day,
        saved=saved,
        minutes=words // 238,
        words=words,
        language=language,
        thumbnail=thumbnail,
        problem=problem,
    )


def path(name: str) -> Path:
    """Where the file called ``name`` would lie."""
    return Path("articles") / name


def november(day: int) -> date:
    """A day of the month that the tests' stories appeared in."""
    return date(2025, 11, day)


def fraction(share: float) -> Position:
    """A place with that share of the story above it."""
    return Position(1, 0, share)


class Listing:
    """A list over an index and a memory of its own, with short ways to change both. ``names`` are those of files."""

    def __init__(self, home: Path, *entries: Entry) -> None:
        self.store = Store(home / "standfirst-test.jsonl", "test")
        self.read_state = ReadState(self.store)
        self.librarian = Librarian(home / "index.sqlite")
        self.tester: object = None
        self.folders: tuple[Path, ...] = ()
        self.single: tuple[Path, ...] = ()
        self.keep(*entries)
        self.articles = ArticleList(
            self.librarian, self.read_state, lambda: (self.folders, self.single), today=lambda: TODAY
        )
        self.shown = ArticleFilter(self.articles)

    def keep(self, *entries: Entry) -> list[int]:
        """Put entries into the index; their ids."""
        readings = [reading_of(each, Stamp(1, 1)) for each in entries]
        return self.librarian.answer(lambda index: index.keep(readings))

    def load(self) -> None:
        """Load the list as at the start, and wait for all of it."""
        self.articles.load()
        self.articles.reload()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is asked of the index any more."""
        deadline = time.monotonic() + 10
        while not self.articles.is_settled:
            assert time.monotonic() < deadline, "the list never settled"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def add(self, *entries: Entry) -> None:
        """Have entries come, or come anew."""
        ids = self.keep(*entries)
        self.articles.take(ids)
        self.articles.reload()
        self.settle()

    def remove(self, *names: str) -> None:
        """Have files go."""
        self.librarian.answer(lambda index: index.forget(map(path, names)))
        self.articles.reload()
        self.settle()

    def mark(self, name: str, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Mark an article, which is called as its file is, and tell the list."""
        if read is not None:
            self.read_state.set_read(name, read)
        if starred is not None:
            self.read_state.set_starred(name, starred)
        self.articles.refresh_marks([name])
        self.settle()

    def set_order(self, order: Order) -> None:
        """Order the list, and wait for it."""
        self.articles.set_order(order)
        self.settle()

    def set_grouping(self, grouping: Grouping) -> None:
        """Gather the list under headings, and wait for it."""
        self.articles.set_grouping(grouping)
        self.settle()

    def search(self, text: str) -> None:
        """Show what the words are found in."""
        self.shown.searching.look(text)
        deadline = time.monotonic() + 10
        while self.shown.searching.is_looking:
            assert time.monotonic() < deadline, "nothing was ever found"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def number(self, name: str) -> int:
        """The id of a file's article."""
        return self.librarian.answer(lambda index: index.ids_of_paths([path(name)])[path(name)])

    def row(self, name: str) -> int | None:
        """Where a file is shown."""
        return self.shown.row_of(self.number(name))

    def index(self, name: str) -> QModelIndex:
        """Where a file is shown, as views have it."""
        row = self.row(name)
        return QModelIndex() if row is None else self.shown.index(row, 0)

    def names(self) -> list[str]:
        """What is shown, from the top: the names of files, headings as ``# Today``."""
        numbers = [self.shown.number_at(row) for row in range(self.shown.rowCount())]
        found = self.librarian.answer(lambda index: index.entries_by_id([number for number in numbers if number]))
        return [
            found[number].path.name if number else f"# {self.shown.line(row).heading}"
            for row, number in enumerate(numbers)
        ]

    def close(self) -> None:
        """End all threads."""
        self.librarian.close()
        self.store.close()


def listed_in(program: Program) -> dict[str, tuple[int, Entry]]:
    """The articles of a program's list by title, in their order, each with its id."""
    ids = program.articles.contents.ids
    found = program.librarian.answer(lambda index: found_in(index, ids))
    return {entry.title: (number, entry) for number, entry in found}


def is_at_rest(program: Program) -> bool:
    """Whether the list is up to date and has the rows of all its articles at hand, which are asked for."""
    if program.shelf.is_looking() or not program.articles.is_settled:
        return False
    ids, rows = program.articles.contents.ids, program.articles.rows
    rows.want(ids)
    return all(rows.get(number) is not None for number in ids)


def look(theme: str = "light") -> Look:
    """A look with one of the program's own themes."""
    return Look(load_theme(THEMES / f"{theme}.toml"))
