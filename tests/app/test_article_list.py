from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.app.article_list import MANY, ArticleList, Counts, Role
from reader.app.list_order import Order
from reader.library import Marks
from tests.listed import Memory, entry, listed, names, november, path

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NOBODY = QModelIndex()


@pytest.fixture
def model() -> Iterator[tuple[ArticleList, Memory]]:
    """Three articles, newest first: c, b, a; b is read, c has a star."""
    stories = (entry("a", day=november(1)), entry("b", day=november(2)), entry("c", day=november(3)))
    articles, memory = listed(*stories, b=Marks(read=True), c=Marks(starred=True))
    tester = QAbstractItemModelTester(articles, FATAL)
    yield articles, memory
    del tester


def test_rows_stand_in_their_order_and_know_their_place(model: tuple[ArticleList, Memory]) -> None:
    articles, _ = model
    assert names(articles) == ["c", "b", "a"]
    assert [articles.row_of(path(name)) for name in ("a", "b", "c", "gone")] == [2, 1, 0, None]


def test_a_row_tells_entry_marks_and_words(model: tuple[ArticleList, Memory]) -> None:
    articles, _ = model
    index = articles.index(0)
    assert index.data(Role.ENTRY) == entry("c", day=november(3))
    assert index.data(Role.MARKS) == Marks(starred=True)
    assert index.data(Role.WORDS).title == index.data() == "c"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Unread. c. Starred. 3 Nov"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "c"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_a_batch_goes_where_it_belongs(model: tuple[ArticleList, Memory]) -> None:
    articles, _ = model
    runs: list[tuple[int, int]] = []
    articles.rowsInserted.connect(lambda _, first, last: runs.append((first, last)))
    articles.add_entries([entry("e", day=november(5)), entry("d", day=november(4)), entry("o")])
    assert names(articles) == ["e", "d", "c", "b", "a", "o"]
    assert sorted(runs) == [(0, 1), (3, 3)]


def test_counts_follow_every_change(model: tuple[ArticleList, Memory], qtbot: QtBot) -> None:
    articles, memory = model
    assert articles.counts == Counts(unread=2, all=3, starred=1)
    with qtbot.waitSignal(articles.counts_changed) as told:
        articles.add_entries([entry("d"), entry("x", problem="x is a program.")])
    assert told.args == [Counts(unread=3, all=5, starred=1)]
    memory.marks["a"] = Marks(read=True, starred=True)
    articles.refresh_marks(["a"])
    assert articles.counts == Counts(unread=2, all=5, starred=2)
    articles.remove([path("a"), path("c"), path("gone")])
    assert articles.counts == Counts(unread=1, all=3, starred=0)
    articles.set_entries([])
    assert articles.counts == Counts()


def test_a_mark_tells_the_view_which_row_changed(model: tuple[ArticleList, Memory], qtbot: QtBot) -> None:
    articles, memory = model
    memory.marks["b"] = Marks(read=False)
    with qtbot.waitSignal(articles.dataChanged) as told:
        articles.refresh_marks(["b", "unknown"])
    assert told.args[0].row() == told.args[1].row() == 1
    with qtbot.assertNotEmitted(articles.dataChanged):
        articles.refresh_marks(["b"])


def test_many_marks_at_once_are_one_announcement(qtbot: QtBot) -> None:
    stories = [entry(f"s{number}") for number in range(MANY + 1)]
    articles, memory = listed(*stories)
    memory.marks = {story.identity: Marks(read=True) for story in stories}
    with qtbot.assertNotEmitted(articles.dataChanged), qtbot.waitSignal(articles.layoutChanged):
        articles.refresh_marks(memory.marks)
    assert articles.counts == Counts(0, MANY + 1, 0)


def test_copies_share_their_marks() -> None:
    articles, memory = listed(entry("a"), entry("b"))
    twin = entry("a")
    articles.add_entries([type(twin)(path("twin"), "a")])
    memory.marks["a"] = Marks(read=True)
    articles.refresh_marks(["a"])
    assert articles.counts == Counts(1, 3, 0)
    articles.remove([path("a")])
    assert articles.paths_of("a") == (path("twin"),)


def test_a_file_read_again_moves_to_its_new_place(model: tuple[ArticleList, Memory]) -> None:
    articles, _ = model
    standing = QPersistentModelIndex(articles.index(2))
    articles.update_entry(entry("a", "Better", day=november(9)))
    assert names(articles) == ["a", "c", "b"]
    assert (standing.row(), standing.data()) == (0, "Better")
    articles.add_entries([entry("a", "Best", day=november(9))])
    assert standing.data() == "Best"
    articles.update_entry(entry("unknown"))
    assert articles.rowCount() == 3


def test_ordering_keeps_hold_of_the_rows(model: tuple[ArticleList, Memory]) -> None:
    articles, _ = model
    standing = QPersistentModelIndex(articles.index(0))
    articles.set_order(Order.OLDEST)
    assert names(articles) == ["a", "b", "c"]
    assert standing.row() == 2


def test_opening_a_story_does_not_move_its_row_until_the_list_is_ordered_again(
    model: tuple[ArticleList, Memory],
) -> None:
    articles, memory = model
    articles.set_order(Order.RECENT)
    memory.marks["a"] = Marks(opened=99.0)
    articles.refresh_marks(["a"])
    assert names(articles) == ["c", "b", "a"]
    articles.set_order(Order.RECENT)
    assert names(articles) == ["a", "c", "b"]


def test_of_two_entries_with_one_path_the_later_holds() -> None:
    articles, _ = listed(entry("a", "Old"), entry("a", "New"))
    assert [row.entry.title for row in articles.rows] == ["New"]


NAMES = st.sampled_from("abcdefghij")
STEPS = st.one_of(
    st.tuples(st.just("add"), st.lists(st.tuples(NAMES, st.integers(1, 28)), max_size=5)),
    st.tuples(st.just("remove"), st.lists(NAMES, max_size=3)),
    st.tuples(st.just("order"), st.sampled_from(list(Order))),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=12))
def test_whatever_comes_and_goes_the_list_is_what_a_fresh_one_would_be(steps: list[tuple[str, object]]) -> None:
    articles, _ = listed()
    tester = QAbstractItemModelTester(articles, FATAL)
    standing = {}
    for step in steps:
        match step:
            case ("add", list(found)):
                batch = {name: entry(name, day=november(day)) for name, day in found}
                standing.update(batch)
                articles.add_entries(batch.values())
            case ("remove", list(found)):
                articles.remove(path(name) for name in found)
                standing = {name: story for name, story in standing.items() if name not in found}
            case ("order", Order() as order):
                articles.set_order(order)
    fresh, _ = listed(*standing.values())
    fresh.set_order(articles.order)
    assert names(articles) == names(fresh)
    assert articles.counts == fresh.counts
    assert [articles.row_of(path(name)) for name in names(articles)] == list(range(len(standing)))
    del tester
