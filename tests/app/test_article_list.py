from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.app.article_list import Counts
from reader.app.list_order import Grouping, Order
from tests.listed import Listing, entry, november, path

Make = Callable[..., Listing]
STORIES = (entry("a", day=november(1)), entry("b", day=november(2)), entry("c", day=november(3)))


@pytest.fixture
def three(listing: Make) -> Listing:
    """Three articles, newest first: c, b, a; b is read, c has a star."""
    one = listing(*STORIES)
    one.mark("b", read=True)
    one.mark("c", starred=True)
    return one


def test_the_first_rows_can_be_had_before_the_rest(listing: Make) -> None:
    one = listing(*STORIES, load=False)
    one.articles.load()
    assert not one.articles.loaded
    assert [row.path.name for _, row in one.articles.first.rows] == ["c", "b", "a"]
    assert one.names() == ["c", "b", "a"]
    one.articles.reload()
    one.settle()
    assert one.names() == ["c", "b", "a"]


def test_counts_follow_every_change(three: Listing, qtbot: QtBot) -> None:
    articles = three.articles
    assert articles.counts == Counts(unread=2, all=3, starred=1)
    with qtbot.waitSignal(articles.counts_changed) as told:
        three.add(entry("d"), entry("x", problem="x is a program."))
    assert told.args == [Counts(unread=3, all=5, starred=1)]
    three.mark("a", read=True, starred=True)
    assert articles.counts == Counts(unread=2, all=5, starred=2)
    three.remove("a", "c", "gone")
    assert articles.counts == Counts(unread=1, all=3, starred=0)


def test_marks_of_rows_in_sight_are_counted_at_once(three: Listing) -> None:
    three.shown.prefetch(0, 3)
    three.settle()
    three.read_state.set_read("a", True)
    three.articles.refresh_marks(["a"])
    assert three.articles.counts.unread == 1
    three.settle()
    assert three.articles.counts.unread == 1


def test_marks_that_change_while_the_list_is_fetched_are_not_lost(three: Listing) -> None:
    three.articles.reload()
    three.read_state.set_read("a", True)
    three.articles.refresh_marks(["a"])
    three.settle()
    assert three.articles.counts.unread == 1


def test_equal_files_share_their_marks(listing: Make) -> None:
    twin = entry("a")
    one = listing(entry("a"), entry("b"), type(twin)(path("twin"), "a"))
    one.mark("a", read=True)
    assert one.articles.counts == Counts(1, 3, 0)


def test_what_was_taken_off_the_list_is_not_in_it_and_comes_back(three: Listing) -> None:
    three.read_state.remove(path("c"))
    three.articles.reload()
    three.settle()
    assert three.names() == ["b", "a"]
    three.read_state.restore(path("c"))
    three.articles.reload()
    three.settle()
    assert three.names() == ["c", "b", "a"]


def test_a_file_that_changed_says_its_new_words(three: Listing, qtbot: QtBot) -> None:
    three.shown.prefetch(0, 3)
    three.settle()
    three.add(entry("a", "Better", day=november(9)))
    assert three.names() == ["a", "c", "b"]
    found: list[str] = []
    three.articles.rows.with_row(three.number("a"), lambda row: found.append(row.title))
    qtbot.waitUntil(lambda: found == ["Better"])


def test_a_file_is_found_by_its_path(three: Listing, qtbot: QtBot) -> None:
    found: list[int | None] = []
    three.articles.find(path("b"), found.append)
    three.articles.find(Path("/nowhere"), found.append)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert set(found) == {three.number("b"), None}


def test_opening_a_story_does_not_move_its_row_until_the_list_is_ordered_again(three: Listing) -> None:
    three.set_order(Order.RECENT)
    three.read_state._store.set("opened", "a", "2025-01-01T00:00:00+00:00")
    three.articles.refresh_marks(["a"])
    three.settle()
    assert three.names() == ["c", "b", "a"]
    three.set_order(Order.RECENT)
    assert three.names() == ["a", "c", "b"]


COPIES = (
    entry("old", "Ferry", day=november(1), story="ferry"),
    entry("new", "Ferry", day=november(5), story="ferry"),
    entry("mid", "Ferry", day=november(3), story="ferry"),
    entry("tram", day=november(2), story="tram"),
)


def test_copies_of_a_story_stand_under_the_newest(listing: Make) -> None:
    one = listing(*COPIES)
    assert one.names() == ["new", "tram"]
    assert one.articles.counts == Counts(2, 2, 0)
    copies = one.articles.copies_of(one.number("old"))
    assert list(copies) == [one.number(name) for name in ("new", "mid", "old")]
    assert one.articles.copies_of(one.number("tram")) == ()


def test_a_story_is_unread_while_its_newest_copy_is(listing: Make) -> None:
    one = listing(*COPIES)
    one.mark("old", read=True)
    assert one.articles.counts.unread == 2
    one.mark("new", read=True)
    assert one.articles.counts.unread == 1


def test_when_the_newest_copy_is_taken_off_the_next_one_stands(listing: Make) -> None:
    one = listing(*COPIES)
    one.read_state.remove(path("new"))
    one.articles.reload()
    one.settle()
    assert one.names() == ["mid", "tram"]


def test_copies_are_shown_below_their_story_and_hidden_again(listing: Make) -> None:
    one = listing(*COPIES)
    assert one.shown.toggle_copies(one.number("new"))
    assert one.names() == ["new", "mid", "old", "tram"]
    assert one.shown.is_expanded(one.number("old"))
    one.shown.toggle_copies(one.number("old"))
    assert one.names() == ["new", "tram"]
    assert not one.shown.toggle_copies(one.number("tram"))


NAMES = st.sampled_from("abcdefghij")
STEPS = st.one_of(
    st.tuples(st.just("add"), st.lists(st.tuples(NAMES, st.integers(1, 28)), max_size=5)),
    st.tuples(st.just("remove"), st.lists(NAMES, max_size=3)),
    st.tuples(st.just("order"), st.sampled_from([order for order in Order if order is not Order.RELEVANCE])),
    st.tuples(st.just("group"), st.sampled_from(list(Grouping))),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=8))
def test_whatever_comes_and_goes_the_list_is_what_a_fresh_one_would_be(
    listing: Make, steps: list[tuple[str, object]]
) -> None:
    one = listing()
    tester = QAbstractItemModelTester(one.shown, QAbstractItemModelTester.FailureReportingMode.Fatal)
    standing = {}
    for step in steps:
        match step:
            case ("add", list(found)):
                batch = {name: entry(name, day=november(day)) for name, day in found}
                standing.update(batch)
                one.add(*batch.values())
            case ("remove", list(found)):
                one.remove(*found)
                standing = {name: story for name, story in standing.items() if name not in found}
            case ("order", Order() as order):
                one.set_order(order)
            case ("group", Grouping() as grouping):
                one.set_grouping(grouping)
    days = {name: story.published or date.min for name, story in standing.items()}
    names = [name for name in one.names() if not name.startswith("#")]
    assert sorted(names) == sorted(standing)
    assert one.articles.counts == Counts(len(standing), len(standing), 0)
    if one.articles.grouping is Grouping.NONE and one.articles.order is Order.NEWEST:
        assert [days[name] for name in names] == sorted(days.values(), reverse=True)
    del tester
