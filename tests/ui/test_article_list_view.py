from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.app.article_filter import Show
from reader.app.list_order import Grouping, Order
from reader.library import Entry
from reader.ui.article_list_view import MOVES, READS, ArticleListView
from reader.ui.article_row import ArticleRow
from reader.ui.list_geometry import HEADING_HEIGHT, ROW_HEIGHT
from reader.ui.row_layout import RowLayout
from tests.indexed import entries_of
from tests.listed import PICTURE, Listing, entry, look, november, path

Key = Qt.Key
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Watched(ArticleListView):
    """A view that notes which stories it says were opened."""

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing.shown, look(), lambda _: None)
        self.listing = listing
        self.shown = listing.shown
        self.said: list[str] = []
        self.opened.connect(lambda found: self.said.append(found.path.name))

    def current(self) -> str | None:
        return self.named([self.shown.number_at(self.currentIndex().row())])[0] if self.has_current() else None

    def chosen_names(self) -> list[str]:
        return self.named(self.chosen())

    def named(self, numbers: Sequence[int | None]) -> list[str]:
        known = [number for number in numbers if number]
        return [found.path.name for found in self.listing.librarian.answer(lambda index: entries_of(index, known))]

    def top_of(self, name: str) -> int:
        return self.visualRect(self.listing.index(name)).top()


@pytest.fixture
def view(listing: Callable[..., Listing], qtbot: QtBot) -> Watched:
    """Thirty stories, s00 the newest; four rows fit."""
    start = datetime(2025, 11, 30, 12)
    stories = [
        entry(f"s{number:02}", f"Story {number}", day=start - timedelta(minutes=number), words=number)
        for number in range(30)
    ]
    one = listing(*stories)
    one.mark("s01", read=True)
    view = Watched(one)
    qtbot.addWidget(view)
    view.resize(348, 4 * ROW_HEIGHT)
    view.show()
    view.setFocus()
    qtbot.waitExposed(view)
    rows_are_here(view, qtbot)
    return view


def rows_are_here(view: Watched, qtbot: QtBot) -> None:
    """Wait until all rows are at hand."""
    shown = view.shown
    rows = range(shown.rowCount())
    shown.prefetch(0, len(rows))
    qtbot.waitUntil(lambda: not any(shown.line(row).is_coming for row in rows))


def click(qtbot: QtBot, view: Watched, row: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    point = QPoint(100, row * ROW_HEIGHT + 30 - view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, point)


def is_kept_from_the_window(view: Watched, key: Key, keys: Qt.KeyboardModifier = NO_KEYS, text: str = "") -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, keys, text)
    event.ignore()
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_a_click_opens_a_story(view: Watched, qtbot: QtBot) -> None:
    click(qtbot, view, 2)
    assert (view.said, view.current()) == (["s02"], "s02")
    click(qtbot, view, 2)
    assert view.said == ["s02"]


def test_keys_open_story_after_story(view: Watched, qtbot: QtBot) -> None:
    view.step(1)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_End, Key.Key_Home):
        QTest.keyClick(view, key)
    assert view.said == ["s00", "s01", "s02", "s01", "s29", "s00"]


def test_steps_open_and_end_at_the_ends(view: Watched) -> None:
    assert view.step(1)
    assert not view.step(-1)
    assert view.step_unread(1)
    assert view.said == ["s00", "s02"]


def test_steps_go_on_after_a_story_that_left_no_row(view: Watched) -> None:
    view.choose(path("elsewhere"))
    assert view.current() is None
    assert view.step(1)
    assert view.said == ["s00"]


def test_after_a_removal_the_next_step_opens_the_row_that_moved_up(view: Watched, qtbot: QtBot) -> None:
    click(qtbot, view, 2)
    view.listing.remove("s02")
    assert view.step(1)
    assert view.said == ["s02", "s03"]


def test_choosing_from_outside_is_not_said_to_be_opened(view: Watched) -> None:
    view.choose(path("s20"))
    assert (view.said, view.current()) == ([], "s20")
    view.choose(None)
    assert view.current() is None


def test_letters_are_commands_and_no_search(view: Watched, qtbot: QtBot) -> None:
    QTest.keyClicks(view, "story 7")
    assert view.said == []
    assert not is_kept_from_the_window(view, Key.Key_J, text="j")
    assert not is_kept_from_the_window(view, Key.Key_Space, text=" ")


def test_the_keys_that_move_belong_to_the_list(view: Watched) -> None:
    for key in (*MOVES, *READS):
        assert is_kept_from_the_window(view, key)
        assert not is_kept_from_the_window(view, key, Qt.KeyboardModifier.AltModifier)


def test_enter_and_a_double_click_read(view: Watched, qtbot: QtBot) -> None:
    click(qtbot, view, 1)
    with qtbot.waitSignal(view.reading_wanted):
        QTest.keyClick(view, Key.Key_Return)
    with qtbot.waitSignal(view.reading_wanted):
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 30 + ROW_HEIGHT))
    with qtbot.assertNotEmitted(view.reading_wanted):
        view.choose(None)
        QTest.keyClick(view, Key.Key_Return)


def test_choosing_more_rows_opens_none_of_them(view: Watched, qtbot: QtBot) -> None:
    click(qtbot, view, 0)
    click(qtbot, view, 2, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.said == ["s00"]
    assert view.chosen_names() == ["s00", "s01", "s02", "s03"]


def test_a_step_chooses_one_row_whatever_was_chosen(view: Watched, qtbot: QtBot) -> None:
    QTest.keyClick(view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.chosen()) == 30
    view.step(1)
    assert len(view.chosen()) == 1


def menu_at(view: Watched, row: int) -> list[str]:
    asked: list[list[int]] = []
    view.menu_wanted.connect(lambda numbers, _: asked.append(numbers))
    point = QPoint(100, row * ROW_HEIGHT + 30)
    where = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))
    return view.named([number for numbers in asked for number in numbers])


def test_a_context_menu_is_for_the_chosen_rows(view: Watched, qtbot: QtBot) -> None:
    click(qtbot, view, 0)
    click(qtbot, view, 1, Qt.KeyboardModifier.ControlModifier)
    assert menu_at(view, 1) == ["s00", "s01"]


def test_a_context_menu_elsewhere_is_for_that_row_alone_and_opens_nothing(view: Watched, qtbot: QtBot) -> None:
    click(qtbot, view, 0)
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(100, 3 * ROW_HEIGHT + 30))
    assert menu_at(view, 3) == ["s03"]
    assert (view.said, view.current()) == (["s00"], "s00")


def test_rows_that_come_in_leave_the_list_where_it_stands(view: Watched, qtbot: QtBot) -> None:
    view.choose(path("s10"))
    view.verticalScrollBar().setValue(9 * ROW_HEIGHT + 17)
    before = view.top_of("s10")
    later = [entry(f"n{number}", day=november(30).replace(month=12)) for number in range(7)]
    view.listing.add(*later)
    qtbot.waitUntil(lambda: view.top_of("s10") == before)
    assert (view.current(), view.said) == ("s10", [])
    view.listing.remove(*(found.path.name for found in later))
    qtbot.waitUntil(lambda: view.top_of("s10") == before)


def test_without_a_current_row_the_first_in_sight_stays(view: Watched, qtbot: QtBot) -> None:
    view.verticalScrollBar().setValue(5 * ROW_HEIGHT + 40)
    before = view.top_of("s05")
    view.listing.add(entry("new", day=november(30).replace(month=12)))
    qtbot.waitUntil(lambda: view.top_of("s05") == before)


def test_at_the_beginning_the_list_shows_what_comes_first(view: Watched, qtbot: QtBot) -> None:
    view.listing.add(entry("new", day=november(30).replace(month=12)))
    qtbot.waitUntil(lambda: view.top_of("new") == 0)


def test_another_order_keeps_the_current_row_in_its_place(view: Watched, qtbot: QtBot) -> None:
    view.choose(path("s12"))
    before = view.top_of("s12")
    view.listing.set_order(Order.LONGEST)
    assert view.top_of("s12") == before
    assert view.listing.row("s12") == 17
    assert view.said == []


def test_the_open_story_is_the_current_row_again_when_it_comes_back(view: Watched, qtbot: QtBot) -> None:
    click(qtbot, view, 2)
    view.listing.search("nothing at all")
    assert view.current() is None
    view.shown.set_hits(None)
    assert view.current() == "s02"
    view.listing.remove(*(f"s{number:02}" for number in range(30) if number != 2))
    view.listing.add(entry("other", day=november(3)))
    assert (view.current(), view.said) == ("s02", ["s02"])


def test_a_story_that_is_removed_opens_no_other(view: Watched, qtbot: QtBot) -> None:
    click(qtbot, view, 2)
    view.listing.remove("s02")
    assert view.said == ["s02"]


def test_the_open_story_stays_in_the_unread_view_when_it_was_read(view: Watched, qtbot: QtBot) -> None:
    view.shown.set_show(Show.UNREAD)
    view.step(1)
    view.listing.mark("s00", read=True)
    assert view.current() == "s00"


def test_a_row_that_keys_come_to_shows_a_part_of_its_neighbour(view: Watched) -> None:
    for _ in range(6):
        view.step(1)
    assert view.top_of("s05") == 4 * ROW_HEIGHT - ROW_HEIGHT - ROW_HEIGHT // 2
    for _ in range(5):
        view.step(-1)
    assert view.top_of("s00") == 0


def test_a_click_moves_a_row_only_as_far_as_needed(view: Watched, qtbot: QtBot) -> None:
    view.verticalScrollBar().setValue(40)
    click(qtbot, view, 4)
    view.reveal_current()
    assert view.top_of("s04") == 3 * ROW_HEIGHT


def test_the_list_with_the_focus_shows_a_ring_and_opens_the_ringed_row_first(view: Watched, qtbot: QtBot) -> None:
    assert (view.currentIndex().row(), view.current(), view.said) == (0, None, [])
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Down)
    assert view.said == ["s00", "s01"]


def test_the_picture_of_a_row_is_asked_for_when_it_is_seen(view: Watched, qtbot: QtBot) -> None:
    asked: list[str] = []
    view._row = ArticleRow(look(), lambda found: asked.append(found.path.name))
    pictured = Entry(path("p"), "p", title="p", published=november(30).replace(month=12), thumbnail=PICTURE)
    view.listing.add(pictured)
    qtbot.waitUntil(lambda: "p" in asked)


def test_an_empty_list_says_why(view: Watched, qtbot: QtBot) -> None:
    view.listing.remove(*(f"s{number:02}" for number in range(30)))
    view.set_empty_words("")
    bare = view.viewport().grab().toImage()
    view.set_empty_words("Nothing matches “zebra”.")
    assert view.viewport().grab().toImage() != bare


def test_the_first_row_that_comes_shows_that_the_keyboard_is_in_the_list(
    listing: Callable[..., Listing], qtbot: QtBot
) -> None:
    one = listing()
    view = Watched(one)
    qtbot.addWidget(view)
    view.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    one.add(entry("a", "A story", day=november(3)), entry("b", "Another", day=november(2)))
    assert view.currentIndex().row() == 0
    assert view.chosen() == []
    one.add(entry("c", "A newer one", day=november(4)))
    assert view.named([view.shown.number_at(view.currentIndex().row())]) == ["a"]
    QTest.keyClick(view, Key.Key_Return)
    assert view.said == ["a"]


class Painted(QObject):
    """Notes what of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


@pytest.mark.parametrize("scrolled", [1, 20, ROW_HEIGHT])
def test_what_is_scrolled_is_painted_anew(view: Watched, qtbot: QtBot, scrolled: int) -> None:
    qtbot.wait(50)
    painted = Painted(view.viewport())
    view.verticalScrollBar().setValue(scrolled)
    qtbot.waitUntil(lambda: painted.region.boundingRect() == view.viewport().rect())


def test_the_scroll_bar_lies_over_the_rows_margin(view: Watched) -> None:
    assert view.viewport().width() == view.width()
    assert view.verticalScrollBar().isEnabled()


def test_a_short_list_shows_no_scroll_bar_and_keeps_its_width(view: Watched, qtbot: QtBot) -> None:
    view.listing.search("story 29")
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isEnabled())
    assert view.viewport().width() == view.visualRect(view.shown.index(0, 0)).width() == view.width()
    right_end = view.grab().toImage().pixelColor(view.width() - 3, 2 * ROW_HEIGHT)
    assert right_end.name() == look().theme.list.name()


def test_selection_survives_the_order(view: Watched) -> None:
    for name in ("s03", "s08", "s09"):
        view.selectionModel().select(view.listing.index(name), QItemSelectionModel.SelectionFlag.Select)
    view.listing.set_order(Order.LONGEST)
    assert view.chosen_names() == ["s09", "s08", "s03"]


def test_headings_stand_between_the_rows_and_are_passed_over(view: Watched, qtbot: QtBot) -> None:
    view.listing.add(entry("old", day=november(2).replace(year=2019)))
    view.listing.set_grouping(Grouping.DAY)
    rows_are_here(view, qtbot)
    assert view.top_of("s00") == HEADING_HEIGHT
    click(qtbot, view, 0)
    assert view.said == []
    view.step(1)
    view.said.clear()
    QTest.keyClick(view, Key.Key_End)
    QTest.keyClick(view, Key.Key_Up)
    QTest.keyClick(view, Key.Key_Down)
    assert view.said == ["old", "s29", "old"]
    QTest.keyClick(view, Key.Key_Home)
    assert (view.current(), view.verticalScrollBar().value()) == ("s00", 0)


def test_headings_that_come_do_not_hide_above_the_current_row_at_the_top(view: Watched) -> None:
    view.step(1)
    view.listing.set_grouping(Grouping.DAY)
    assert view.top_of("s00") == HEADING_HEIGHT
    view.listing.set_grouping(Grouping.NONE)
    assert view.top_of("s00") == 0


def test_pages_go_by_what_fits(view: Watched) -> None:
    view.step(1)
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp):
        QTest.keyClick(view, key)
    assert view.said == ["s00", "s03", "s06", "s03", "s00"]


def test_rows_are_chosen_one_by_one_with_the_keyboard(view: Watched) -> None:
    view.step(1)
    view.extend(1)
    view.extend(1)
    view.extend(-1)
    assert (view.chosen_names(), view.said) == (["s00", "s01"], ["s00"])


def test_copies_are_opened_and_closed_with_the_arrow_keys(view: Watched, qtbot: QtBot) -> None:
    late = november(30).replace(month=12)
    view.listing.add(entry("k1", day=late, story="k"), entry("k2", day=late.replace(day=1), story="k"))
    view.verticalScrollBar().setValue(0)
    view.choose(path("k1"))
    qtbot.waitUntil(lambda: view.current() == "k1")
    QTest.keyClick(view, Key.Key_Right)
    assert view.listing.names()[:3] == ["k1", "k2", "s00"]
    QTest.keyClick(view, Key.Key_Right)
    assert (view.listing.row("k2"), view.current()) == (1, "k1")
    QTest.keyClick(view, Key.Key_Left)
    assert view.listing.row("k2") is None
    assert not view.listing.shown.is_expanded(view.listing.number("s00"))


def test_a_screen_reader_finds_every_row(view: Watched) -> None:
    found = QAccessible.queryAccessibleInterface(view)
    assert found.childCount() == 30
    assert found.child(0).text(QAccessible.Text.Name) == "Unread. Story 0. 30 Nov"
    assert found.child(1).text(QAccessible.Text.Name) == "Story 1. 30 Nov"


def rows_painted(view: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows that are painted from now on; nothing is left to be painted."""
    painted: list[int] = []
    paint = ArticleRow.paint

    def noted(row: ArticleRow, painter: Any, rect: QRect, *of: Any) -> bool:
        painted.append(rect.top() // ROW_HEIGHT)
        return paint(row, painter, rect, *of)

    monkeypatch.setattr(ArticleRow, "paint", noted)
    view.viewport().update()
    qtbot.waitUntil(lambda: len(painted) >= 4 and not view._awaits and not view._paint_on.isActive())
    painted.clear()
    return painted


def test_rows_that_there_was_no_time_for_are_painted_next_and_the_others_stay(
    view: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RowLayout, "AT_ONCE", 0.0)  # one row in each painting
    painted: list[tuple[int, bool]] = []
    paint = ArticleRow.paint

    def noted(row: ArticleRow, painter: Any, rect: QRect, *of: Any) -> bool:
        painted.append((rect.top() // ROW_HEIGHT, paint(row, painter, rect, *of)))
        return painted[-1][1]

    monkeypatch.setattr(ArticleRow, "paint", noted)
    view.set_look(look())
    qtbot.waitUntil(lambda: {row for row, whole in painted if whole} == {0, 1, 2, 3})
    assert painted[:2] == [(0, True), (1, False)]
    assert painted.count((0, True)) == 1


def test_rows_that_come_to_be_seen_later_paint_nothing(
    view: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = rows_painted(view, qtbot, monkeypatch)
    view.shown.articles.rows.came.emit()
    qtbot.wait(20)
    assert not painted
    view.shown.articles.rows.forget([view.shown.number_at(0) or 0])
    view.viewport().update()
    qtbot.waitUntil(lambda: painted.count(0) == 2)  # once as a row to come, once when it has
    assert view.shown.line(0).row is not None


def test_a_picture_that_has_come_paints_its_row_alone(
    view: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = rows_painted(view, qtbot, monkeypatch)
    for name in ("s29", "s01"):
        view.show_picture(path(name))
    qtbot.waitUntil(lambda: bool(painted))
    assert painted == [1]


def test_a_row_that_says_something_else_is_painted_alone(
    view: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = rows_painted(view, qtbot, monkeypatch)
    view.shown.dataChanged.emit(view.shown.index(2, 0), view.shown.index(2, 0))
    qtbot.waitUntil(lambda: bool(painted))
    assert painted == [2]
