from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.article_filter import Show
from reader.app.list_order import Order
from reader.ui.list_buttons import ViewButton
from reader.ui.list_pane import ListPane
from tests.listed import Listing, entry, look, november, path

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen screen alone

STORIES = (
    entry("ferry", "The last ferry", words=100, day=november(9)),
    entry("train", "Night trains", words=900, day=november(8)),
    entry("flood", "The flood", words=500, day=november(7)),
)


class Pane(ListPane):
    """A pane with what it shows, and with the names of what it says was opened."""

    def __init__(self, listing: Listing) -> None:
        self.listing, self.shown = listing, listing.shown
        super().__init__(self.shown, look(), lambda _: None)
        self.said: list[str] = []
        self.opened.connect(lambda found: self.said.append(found.path.name))


@pytest.fixture
def pane(listing: Callable[..., Listing], qtbot: QtBot) -> Pane:
    one = listing(*STORIES)
    one.mark("train", read=True, starred=True)
    pane = Pane(one)
    qtbot.addWidget(pane)
    pane.resize(348, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def search(pane: Pane, qtbot: QtBot, words: str) -> None:
    pane.focus_search()
    QTest.keyClicks(pane.header.search, words)
    qtbot.waitUntil(lambda: pane.listing.names() == [words])


def test_going_down_opens_the_best_hit_whatever_row_was_open(pane: Pane, qtbot: QtBot) -> None:
    pane.choose(path("train"))
    qtbot.waitUntil(pane.view.has_current)
    assert pane.listing.names().index("train") == 1
    pane.focus_search()
    QTest.keyClicks(pane.header.search, "the")
    qtbot.waitUntil(lambda: len(pane.listing.names()) == 2)
    QTest.keyClick(pane.header.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.said == [pane.listing.names()[0]])


def test_counts_are_live(pane: Pane) -> None:
    assert pane.footer.words() == "3 articles, 2 unread"
    pane.listing.mark("ferry", read=True)
    assert pane.footer.words() == "3 articles, 1 unread"


def test_choosing_a_view_and_an_order_shows_them_and_says_so(pane: Pane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.show_changed, check_params_cb=lambda show: show is Show.UNREAD):
        pane.header.show_chosen.emit(Show.UNREAD)
    assert pane.listing.names() == ["ferry", "flood"]
    with qtbot.waitSignal(pane.order_changed, check_params_cb=lambda order: order is Order.LONGEST):
        pane.header.order_chosen.emit(Order.LONGEST)
    pane.listing.settle()
    assert pane.listing.names() == ["flood", "ferry"]


def test_setting_view_and_order_from_outside_is_no_choice_of_the_person(pane: Pane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.show_changed), qtbot.assertNotEmitted(pane.order_changed):
        pane.set_show(Show.STARRED)
        pane.set_order(Order.TITLE)
    assert pane.listing.names() == ["train"]


def test_searching_and_going_down_opens_the_first_story_found(pane: Pane, qtbot: QtBot) -> None:
    search(pane, qtbot, "flood")
    QTest.keyClick(pane.header.search, Qt.Key.Key_Return)
    assert pane.view.hasFocus()
    qtbot.waitUntil(lambda: pane.said == ["flood"])


def test_escape_shows_all_again_and_goes_back_to_the_list(pane: Pane, qtbot: QtBot) -> None:
    pane.choose(path("ferry"))
    qtbot.waitUntil(pane.view.has_current)
    search(pane, qtbot, "flood")
    QTest.keyClick(pane.header.search, Qt.Key.Key_Escape)
    assert pane.view.hasFocus()
    assert pane.listing.names() == ["ferry", "train", "flood"]
    assert pane.view.currentIndex().row() == 0
    assert pane.said == []


def test_typing_opens_nothing(pane: Pane, qtbot: QtBot) -> None:
    pane.choose(path("ferry"))
    search(pane, qtbot, "flood")
    assert pane.said == []


def test_a_look_reaches_every_part(pane: Pane) -> None:
    pane.set_look(look("dark"))
    ground = look("dark").theme.list.name()
    image = pane.grab().toImage()
    assert {image.pixelColor(x, y).name() for x, y in ((3, 3), (3, 300), (340, 690), (3, 690))} == {ground}


def test_signals_of_the_parts_are_the_panes(pane: Pane, qtbot: QtBot) -> None:
    with qtbot.waitSignals([pane.reading_wanted, pane.stop_wanted]):
        pane.view.reading_wanted.emit()
        pane.footer.stop_wanted.emit()
    pane.set_place("~/Articles")
    pane.set_progress(1, 5)
    assert pane.footer.accessibleName() == "~/Articles · 1 of 5"


def test_a_view_without_a_story_says_so(pane: Pane) -> None:
    pane.listing.remove("train")
    pane.set_show(Show.STARRED)
    empty = pane.view.viewport().grab().toImage()
    pane.view.set_empty_words("")
    assert pane.view.viewport().grab().toImage() != empty


def look_for(pane: Pane, words: str) -> None:
    pane.header.search.setText(words)
    while pane.header.search.is_about_to_search or pane.shown.searching.is_looking:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def test_the_footer_says_how_much_was_found_and_in_which_order(pane: Pane) -> None:
    look_for(pane, "flood")
    assert pane.footer.words() == "1 found · by relevance"
    look_for(pane, "is:unread")
    assert pane.footer.words() == "2 found · by date"
    pane.set_show(Show.STARRED)
    assert pane.footer.words() == "0 found · by date"
    look_for(pane, "")
    assert pane.footer.words() == "3 articles, 2 unread"


def test_the_views_count_what_was_found_and_say_where_it_is(pane: Pane) -> None:
    def counts() -> list[str]:
        return [button.accessibleName() for button in pane.header.findChildren(ViewButton)]

    look_for(pane, "the ")
    assert counts() == ["Unread, 2", "All, 2", "Starred, 0"]
    pane.listing.mark("flood", read=True)
    pane.listing.settle()
    assert counts() == ["Unread, 1", "All, 2", "Starred, 0"]
    look_for(pane, "train")
    assert counts() == ["Unread, 0", "All, 1", "Starred, 1"]
    look_for(pane, "")
    assert counts() == ["Unread, 1", "All, 3", "Starred, 1"]


def test_while_it_is_found_out_what_there_is_nothing_is_said_of_an_empty_list(
    pane: Pane, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(pane.view, "set_empty_words", said.append)
    pane.listing.remove("ferry", "train", "flood")
    assert said[-1] == "No articles yet."
    pane.set_looking(True)
    assert said[-1] == ""
    pane.set_looking(False)
    assert said[-1] == "No articles yet."


def test_a_search_without_an_answer_says_where_there_is_one(pane: Pane, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(pane.view, "set_empty_words", said.append)
    pane.set_show(Show.UNREAD)
    look_for(pane, "train")
    assert said[-1] == "Nothing unread matches “train”.\nFound under All: 1."
    look_for(pane, "zebra")
    assert said[-1] == "Nothing matches “zebra”.\nEsc in the search field clears it."
    look_for(pane, "train")
    pane.set_show(Show.STARRED)
    pane.listing.mark("train", starred=False)
    pane.listing.settle()
    pane.set_show(Show.STARRED)
    assert said[-1] == "Nothing with a star matches “train”.\nFound under All: 1."


def test_relevance_is_an_order_only_of_what_was_found(pane: Pane, qtbot: QtBot) -> None:
    look_for(pane, "the ")
    assert pane.header.order() is Order.RELEVANCE
    with qtbot.waitSignal(pane.order_changed):
        pane.header.order_chosen.emit(Order.LONGEST)
    pane.listing.settle()
    assert pane.listing.names() == ["flood", "ferry"]
    assert pane.footer.words() == "2 found"
    with qtbot.assertNotEmitted(pane.order_changed):
        pane.header.order_chosen.emit(Order.RELEVANCE)
    assert pane.header.order() is Order.RELEVANCE
    look_for(pane, "")
    assert pane.header.order() is Order.LONGEST


def test_escape_lets_the_list_stand_as_it_stood(listing: Callable[..., Listing], qtbot: QtBot) -> None:
    pane = Pane(listing(*(entry(f"story{n:02}", f"Story {n}", day=november(1 + n % 28)) for n in range(40))))
    qtbot.addWidget(pane)
    pane.resize(348, 700)
    pane.show()
    qtbot.waitExposed(pane)
    pane.view.step(1)
    for _ in range(3):
        pane.view.extend(1)
    pane.view.verticalScrollBar().setValue(1_234)
    chosen = pane.view.chosen()
    pane.focus_search()
    look_for(pane, "31")
    assert pane.listing.names() == ["story31"]
    QTest.keyClick(pane.header.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(pane.listing.names()) == 40)
    assert pane.view.verticalScrollBar().value() == 1_234
    assert pane.view.chosen() == chosen


def test_a_story_opened_from_what_was_found_stays_in_sight(pane: Pane, qtbot: QtBot) -> None:
    pane.choose(path("ferry"))
    search(pane, qtbot, "flood")
    QTest.keyClick(pane.header.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.view.has_current() or bool(pane.said))
    pane.view.step(1)
    qtbot.waitUntil(lambda: pane.said == ["flood"])
    look_for(pane, "")
    assert pane.view.chosen() == [pane.listing.number("flood")]


def test_enter_waits_for_the_answer_to_what_was_typed_last(pane: Pane, qtbot: QtBot) -> None:
    pane.focus_search()
    QTest.keyClicks(pane.header.search, "flood")
    QTest.keyClick(pane.header.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.said == ["flood"])
