from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.app.article_filter import ArticleFilter, Show
from reader.app.list_order import Order
from reader.library import Marks
from tests.listed import Memory, entry, filtered, names, november, path

STORIES = (
    entry("ferry", "The last ferry", summary="A bridge is to replace it", site="Harbour Post", day=november(9)),
    entry("zurich", "Night trains to Zürich", authors=("Mara Ellison",), site="Line & Signal", day=november(8)),
    entry("flood", "Letters saved from the flood", site="Harbour Post", day=november(7)),
    entry("broken", problem="broken is a program.", day=november(6)),
)


@pytest.fixture
def model() -> Iterator[tuple[ArticleFilter, Memory]]:
    """The ferry is unread, zurich unread with a star, flood read; broken cannot be read."""
    shown, memory = filtered(*STORIES, zurich=Marks(starred=True), flood=Marks(read=True))
    testers = [
        QAbstractItemModelTester(one, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for one in (shown, shown.articles)
    ]
    yield shown, memory
    del testers


def test_each_view_shows_its_own(model: tuple[ArticleFilter, Memory]) -> None:
    shown, _ = model
    assert names(shown) == ["ferry", "zurich", "flood", "broken"]
    shown.set_show(Show.UNREAD)
    assert names(shown) == ["ferry", "zurich"]
    shown.set_show(Show.STARRED)
    assert names(shown) == ["zurich"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zurich", ["zurich"]),
        ("ZÜR", ["zurich"]),
        ("harbour", ["ferry", "flood"]),
        ("post bridge", ["ferry"]),
        ("ellison", ["zurich"]),
        ("bridge zurich", []),
        ("   ", ["ferry", "zurich", "flood", "broken"]),
    ],
)
def test_all_words_must_occur_in_title_standfirst_authors_or_source(
    model: tuple[ArticleFilter, Memory], words: str, found: list[str]
) -> None:
    shown, _ = model
    shown.set_words(words)
    assert names(shown) == found


def test_words_and_view_hold_together(model: tuple[ArticleFilter, Memory]) -> None:
    shown, _ = model
    shown.set_words("harbour")
    shown.set_show(Show.UNREAD)
    assert names(shown) == ["ferry"]


def test_the_open_story_stays_among_the_unread_until_the_view_is_chosen_again(
    model: tuple[ArticleFilter, Memory],
) -> None:
    shown, memory = model
    shown.set_show(Show.UNREAD)
    shown.set_open(path("ferry"))
    memory.marks["ferry"] = Marks(read=True)
    shown.articles.refresh_marks(["ferry"])
    shown.set_open(path("zurich"))
    assert names(shown) == ["ferry", "zurich"]
    shown.refresh()
    assert names(shown) == ["zurich"]


def test_a_story_that_is_not_open_leaves_the_unread_at_once(model: tuple[ArticleFilter, Memory]) -> None:
    shown, memory = model
    shown.set_show(Show.UNREAD)
    memory.marks["ferry"] = Marks(read=True)
    shown.articles.refresh_marks(["ferry"])
    assert names(shown) == ["zurich"]


def test_articles_that_come_in_are_filtered_too(model: tuple[ArticleFilter, Memory]) -> None:
    shown, _ = model
    shown.set_words("ferry")
    shown.articles.add_entries([entry("tram", "A tram"), entry("pier", "The ferry pier")])
    assert names(shown) == ["ferry", "pier"]


def test_a_better_title_is_found(model: tuple[ArticleFilter, Memory]) -> None:
    shown, _ = model
    shown.set_words("lighthouse")
    shown.articles.update_entry(entry("flood", "The lighthouse"))
    assert names(shown) == ["flood"]


def test_rows_are_found_again_after_filter_and_order_changed(model: tuple[ArticleFilter, Memory]) -> None:
    shown, _ = model
    standing = QPersistentModelIndex(shown.index_of(path("flood")))
    shown.set_order(Order.OLDEST)
    shown.set_words("post")
    assert (standing.row(), standing.data(Qt.ItemDataRole.DisplayRole)) == (0, "Letters saved from the flood")
    assert not shown.index_of(path("zurich")).isValid()
    assert not shown.index_of(path("unknown")).isValid()


def test_the_next_unread_is_sought_from_a_row_on(model: tuple[ArticleFilter, Memory]) -> None:
    shown, _ = model
    assert shown.next_unread(-1, 1).row() == 0
    assert shown.next_unread(0, 1).row() == 1
    assert not shown.next_unread(1, 1).isValid()
    assert shown.next_unread(3, -1).row() == 1
