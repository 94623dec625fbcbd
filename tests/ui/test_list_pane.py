from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app.article_filter import Show
from reader.app.list_order import Order
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
