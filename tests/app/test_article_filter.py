from array import array
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.app.article_filter import Role, Show
from reader.app.list_order import Grouping, Order
from reader.app.standing import alike
from reader.library import Hits, understood
from tests.listed import Listing, entry, november

Make = Callable[..., Listing]
STORIES = (
    entry("ferry", "The last ferry", summary="A bridge is to replace it", site="Harbour Post", day=november(9)),
    entry("zurich", "Night trains to Zürich", authors=("Mara Ellison",), site="Line & Signal", day=november(8)),
    entry("flood", "Letters saved from the flood", site="Harbour Post", day=november(7)),
    entry("broken", problem="broken is a program.", day=november(6)),
)


def found(ids: Sequence[int], *, ranked: bool = False) -> Hits:
    chosen = bytes(number in ids for number in range(max(ids, default=0) + 1))
    return Hits(understood("words"), array("q", ids), chosen, not ranked, {})


@pytest.fixture
def four(listing: Make) -> Listing:
    """The ferry is unread, zurich unread with a star, flood read; broken cannot be read."""
    one = listing(*STORIES)
    one.tester = QAbstractItemModelTester(one.shown, QAbstractItemModelTester.FailureReportingMode.Fatal)
    one.mark("zurich", starred=True)
    one.mark("flood", read=True)
    return one


def test_each_view_shows_its_own(four: Listing) -> None:
    assert four.names() == ["ferry", "zurich", "flood", "broken"]
    four.shown.set_show(Show.UNREAD)
    assert four.names() == ["ferry", "zurich"]
    four.shown.set_show(Show.STARRED)
    assert four.names() == ["zurich"]


def test_a_row_tells_what_it_shows(four: Listing, qtbot: QtBot) -> None:
    index = four.index("zurich")
    four.articles.rows.forget([four.number("zurich")])
    assert index.data(Role.LINE).row is None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == ""
    with qtbot.waitSignal(four.articles.rows.came):
        four.shown.prefetch(0, 3)
    line = index.data(Role.LINE)
    assert (line.row.entry.title, line.marks.starred, line.unread) == ("Night trains to Zürich", True, True)
    assert index.data() == "Night trains to Zürich"
    words = "Unread. Night trains to Zürich. Starred. Line & Signal. 8 Nov"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "zurich"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_a_mark_tells_the_view_which_row_changed(four: Listing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(four.shown.dataChanged) as told:
        four.mark("flood", read=False)
    assert told.args is not None
    assert told.args[0].row() == told.args[1].row() == 2


def test_headings_can_not_be_chosen_and_count_what_is_below(four: Listing) -> None:
    four.set_grouping(Grouping.SOURCE)
    assert four.names() == ["# Harbour Post", "ferry", "flood", "# Line & Signal", "zurich", "# No source", "broken"]
    assert four.shown.flags(four.shown.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert four.shown.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Harbour Post, 2"
    assert (four.shown.next_article(2, 1), four.shown.next_article(1, -1)) == (4, None)
    four.shown.set_show(Show.UNREAD)
    assert four.names() == ["# Harbour Post", "ferry", "# Line & Signal", "zurich"]


def test_what_was_found_is_shown_in_the_lists_order_or_in_its_own(four: Listing) -> None:
    ids = [four.number("flood"), four.number("ferry"), 99_999]
    four.shown.set_hits(found(ids))
    assert four.names() == ["ferry", "flood"]
    four.shown.set_hits(found(ids, ranked=True))
    assert four.names() == ["flood", "ferry"]
    four.shown.set_show(Show.UNREAD)
    assert four.names() == ["ferry"]
    four.shown.set_hits(None)
    four.shown.set_show(Show.ALL)
    assert len(four.names()) == 4


def test_of_copies_the_newest_that_was_found_is_shown(listing: Make) -> None:
    one = listing(*(entry(f"c{day}", day=november(day), story="same") for day in (1, 2, 3)))
    one.shown.set_hits(found([one.number("c1"), one.number("c2")]))
    assert one.names() == ["c2"]


def test_the_open_story_stays_among_the_unread_until_the_view_is_chosen_again(four: Listing) -> None:
    four.shown.set_show(Show.UNREAD)
    four.shown.set_open(four.number("ferry"))
    four.mark("ferry", read=True)
    four.shown.set_open(four.number("zurich"))
    assert four.names() == ["ferry", "zurich"]
    four.shown.refresh()
    assert four.names() == ["zurich"]


def test_a_story_that_is_not_open_leaves_the_unread_at_once(four: Listing) -> None:
    gone: list[tuple[int, int]] = []
    four.shown.set_show(Show.UNREAD)
    four.shown.rowsRemoved.connect(lambda _, first, last: gone.append((first, last)))
    four.mark("ferry", read=True)
    assert four.names() == ["zurich"]
    assert gone == [(0, 0)]


def test_the_next_unread_is_sought_from_a_row_on(four: Listing) -> None:
    shown = four.shown
    rows = [shown.next_unread(*place) for place in ((-1, 1), (0, 1), (1, 1), (3, -1))]
    assert rows == [0, 1, None, 1]


def test_rows_stand_where_they_did_when_the_order_changed(four: Listing) -> None:
    four.set_order(Order.OLDEST)
    assert four.names() == ["broken", "flood", "zurich", "ferry"]
    assert four.row("flood") == 1


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_what_two_standings_have_in_common_is_found(one: list[int], other: list[int]) -> None:
    top, bottom = alike(array("q", one), array("q", other))
    assert one[:top] == other[:top]
    assert one[len(one) - bottom :] == other[len(other) - bottom :]
    assert top + bottom <= min(len(one), len(other))
    rest, other_rest = one[top : len(one) - bottom], other[top : len(other) - bottom]
    assert not (rest and other_rest) or (rest[0] != other_rest[0] and rest[-1] != other_rest[-1])
