from itertools import pairwise, product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.app.article_filter import Show
from reader.app.article_list import Counts
from reader.app.list_order import GROUPING_WORDS, ORDER_WORDS, Grouping, Order
from reader.app.themes import Theme
from reader.ui.list_buttons import OrderButton, QuietButton, ViewButton
from reader.ui.list_header import ListHeader
from tests.listed import look

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen screen alone


@pytest.fixture
def header(qtbot: QtBot, themes: dict[str, Theme]) -> ListHeader:
    header = ListHeader(look())
    qtbot.addWidget(header)
    header.resize(348, header.sizeHint().height())
    header.set_counts(Counts(4, 8, 2))
    header.show()
    qtbot.waitExposed(header)
    return header


def views(header: ListHeader) -> list[ViewButton]:
    return header.findChildren(ViewButton)


def order_button(header: ListHeader) -> OrderButton:
    found = header.findChild(OrderButton)
    assert found is not None
    return found


def opened_menu(header: ListHeader) -> QMenu:
    """The menu of the orders, after a press on its button."""
    QTest.mouseClick(order_button(header), Qt.MouseButton.LeftButton)
    menus = [menu for menu in order_button(header).findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def test_the_views_say_how_many_articles_they_have(header: ListHeader) -> None:
    assert [button.accessibleName() for button in views(header)] == ["Unread, 4", "All, 8", "Starred, 2"]
    assert header.search.placeholderText() == "Search 8 articles"


def test_while_one_searches_the_views_say_how_much_of_them_was_found_and_nothing_moves(header: ListHeader) -> None:
    def places() -> list[tuple[int, int]]:
        return [(button.x(), button.width()) for button in views(header)]

    header.set_counts(Counts(87_654, 100_000, 12_345))
    before = places()
    header.set_found(Counts(1, 12, 0))
    header.set_order(Order.RELEVANCE)
    assert [button.accessibleName() for button in views(header)] == ["Unread, 1", "All, 12", "Starred, 0"]
    assert header.search.placeholderText() == "Search 100,000 articles"
    assert places() == before
    header.set_found(None)
    assert [button.accessibleName() for button in views(header)][1] == "All, 100,000"


def test_the_ground_of_a_view_ends_with_its_words(header: ListHeader) -> None:
    header.set_counts(Counts(87_654, 100_000, 12_345))
    whole = views(header)[1].ground_width()
    assert whole == views(header)[1].width()
    header.set_found(Counts(1, 12, 0))
    assert views(header)[1].width() == whole
    assert views(header)[1].ground_width() < whole - 10


@pytest.mark.parametrize("usual", [order for order in Order if order is not Order.RELEVANCE])
@pytest.mark.parametrize("width", [260, 300, 348, 480])
def test_the_views_stay_where_they_are_when_what_is_found_stands_by_relevance(
    header: ListHeader, usual: Order, width: int
) -> None:
    header.resize(width, header.height())
    header.set_order(usual)
    before = [button.x() for button in views(header)]
    header.set_order(Order.RELEVANCE)
    assert [button.x() for button in views(header)] == before


def test_one_view_is_marked_and_a_click_chooses_another(header: ListHeader, qtbot: QtBot) -> None:
    assert [button.isChecked() for button in views(header)] == [False, True, False]
    with qtbot.waitSignal(header.show_chosen, check_params_cb=lambda show: show is Show.STARRED):
        QTest.mouseClick(views(header)[2], Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(header.show_chosen):
        header.set_show(Show.UNREAD)
    assert [button.isChecked() for button in views(header)] == [True, False, False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_buttons_are_pressed_with_the_keys_and_keep_them_from_the_window(
    header: ListHeader, qtbot: QtBot, key: Qt.Key
) -> None:
    button = views(header)[0]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(button, event)
    assert event.isAccepted()
    with qtbot.waitSignal(header.show_chosen, check_params_cb=lambda show: show is Show.UNREAD):
        QTest.keyClick(button, key)


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_order_and_headings_are_chosen_from_one_menu(header: ListHeader, qtbot: QtBot) -> None:
    menu = opened_menu(header)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == [
        *(words for order, words in ORDER_WORDS.items() if order is not Order.RELEVANCE),
        *GROUPING_WORDS.values(),
    ]
    with qtbot.waitSignal(header.order_chosen, check_params_cb=lambda order: order is Order.LONGEST):
        menu.actions()[4].trigger()
    header.set_order(Order.SOURCE)
    with qtbot.waitSignal(header.grouping_chosen, check_params_cb=lambda grouping: grouping is Grouping.FOLDER):
        menu.actions()[-1].trigger()
    menu.close()
    header.set_grouping(Grouping.DAY)
    again = opened_menu(header)
    assert [action.text() for action in again.actions() if action.isChecked()] == ["Source", "By day"]
    again.close()
    assert order_button(header).accessibleName() == "Order: Source"


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_press_on_the_order_opens_its_menu(header: ListHeader, qtbot: QtBot) -> None:
    menu = opened_menu(header)
    assert menu.isVisible()
    menu.close()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_relevance_is_offered_while_something_is_found(header: ListHeader) -> None:
    header.set_relevance_offered(True)
    menu = opened_menu(header)
    assert [action.text() for action in menu.actions()][: len(ORDER_WORDS)] == list(ORDER_WORDS.values())
    menu.close()


def test_nothing_overlaps_at_any_width(header: ListHeader) -> None:
    counts = (Counts(0, 0, 0), Counts(4, 8, 2), Counts(87_654, 100_000, 12_345))
    for width, count, order in product((260, 300, 348, 480), counts, (Order.NEWEST, Order.RECENT)):
        header.set_order(order)
        header.set_counts(count)
        header.resize(width, header.height())
        edges = [(button.x(), button.x() + button.width()) for button in header.findChildren(QuietButton)]
        assert all(right <= left for (_, right), (left, _) in pairwise(edges)), (width, count, order)
        assert edges[0][0] >= 0
        assert edges[-1][1] <= width, (width, count, order)


def test_the_focus_is_seen(header: ListHeader) -> None:
    button = views(header)[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = button.grab().toImage().pixelColor(button.width() // 2, 0)
    assert ring.name() == look().theme.accent.name()
