"""Entries and marks for tests of the list."""

from datetime import UTC, date, datetime
from pathlib import Path

from reader.app.article_filter import ArticleFilter
from reader.app.article_list import ArticleList
from reader.app.look import Look
from reader.app.themes import load_theme
from reader.article import ArticleId, ImageRef, Kept, Moment
from reader.library import Entry, Marks, Position

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
) -> Entry:
    """The entry of a file called ``name``; its identity is the name too."""
    return Entry(
        path(name),
        name,
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


class Memory:
    """What is remembered in a test, by identity."""

    def __init__(self, **marks: Marks) -> None:
        self.marks = dict(marks)

    def __call__(self, identity: ArticleId) -> Marks:
        return self.marks.get(identity, Marks())


def listed(*entries: Entry, **marks: Marks) -> tuple[ArticleList, Memory]:
    """A list of these entries, and the memory it asks."""
    memory = Memory(**marks)
    articles = ArticleList(memory, lambda: TODAY)
    articles.set_entries(entries)
    return articles, memory


def filtered(*entries: Entry, **marks: Marks) -> tuple[ArticleFilter, Memory]:
    """The same through a filter that shows all."""
    articles, memory = listed(*entries, **marks)
    shown = ArticleFilter(articles, parent=articles.parent())
    return shown, memory


def names(model: ArticleList | ArticleFilter) -> list[str]:
    """The names of the files, in the order of the rows."""
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    if isinstance(model, ArticleFilter):
        return [found.path.name for row in rows if (found := model.entry_at(row))]
    return [model.rows[row.row()].entry.path.name for row in rows]


def look(theme: str = "light") -> Look:
    """A look with one of the program's own themes."""
    return Look(load_theme(THEMES / f"{theme}.toml"))
