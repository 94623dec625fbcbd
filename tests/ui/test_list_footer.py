import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app.article_list import Counts
from reader.ui.list_buttons import QuietButton
from reader.ui.list_footer import ListFooter
from tests.listed import look


@pytest.fixture
def footer(qtbot: QtBot) -> ListFooter:
    footer = ListFooter(look())
    qtbot.addWidget(footer)
    footer.resize(348, footer.height())
    footer.set_place("~/Articles")
    footer.set_counts(Counts(4, 8, 2))
    footer.show()
    qtbot.waitExposed(footer)
    return footer


def button(footer: ListFooter, words: str) -> QuietButton:
    return next(found for found in footer.findChildren(QuietButton) if found.text() == words)


def test_it_says_what_is_open_and_how_much_of_it(footer: ListFooter) -> None:
    assert footer.accessibleName() == "~/Articles · 8 articles, 4 unread"
    footer.set_counts(Counts(0, 1, 0))
    assert footer.words() == "1 article, 0 unread"


def test_while_files_are_read_in_it_says_how_far_that_is(footer: ListFooter, qtbot: QtBot) -> None:
    assert not button(footer, "Stop").isVisible()
    footer.set_progress(1240, 4960, 118.0)
    assert footer.words() == "1,240 of 4,960 · 2 min left"
    line = footer.grab().toImage()
    assert line.pixelColor(40, 0).name() == look().theme.accent.name()
    assert line.pixelColor(300, 0).name() == look().theme.line.name()
    with qtbot.waitSignal(footer.stop_wanted):
        QTest.mouseClick(button(footer, "Stop"), Qt.MouseButton.LeftButton)
    footer.set_progress(4960, 4960)
    assert not button(footer, "Stop").isVisible()
    assert footer.words() == "8 articles, 4 unread"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "1 of 9"),
        (3, "1 of 9 · 5 s left"),
        (28, "1 of 9 · 30 s left"),
        (3000, "1 of 9 · 50 min left"),
        (9000, "1 of 9 · 2 h left"),
    ],
)
def test_the_rest_is_told_as_one_would_say_it(footer: ListFooter, seconds: float | None, words: str) -> None:
    footer.set_progress(1, 9, seconds)
    assert footer.words() == words


def test_reading_in_can_be_paused_and_go_on(footer: ListFooter, qtbot: QtBot) -> None:
    footer.set_progress(10, 20, 60.0)
    with qtbot.waitSignal(footer.pause_wanted) as wanted:
        QTest.mouseClick(button(footer, "Pause"), Qt.MouseButton.LeftButton)
    assert wanted.args == [True]
    footer.set_paused(True)
    assert footer.words() == "10 of 20 · paused"
    with qtbot.waitSignal(footer.pause_wanted) as wanted:
        QTest.mouseClick(button(footer, "Go on"), Qt.MouseButton.LeftButton)
    assert wanted.args == [False]


def test_what_a_stop_left_is_told_until_one_goes_on(footer: ListFooter, qtbot: QtBot) -> None:
    footer.set_progress(8, 4960)
    footer.set_left(4952)
    footer.set_progress(0, 0)
    assert footer.words() == "8 articles, 4,952 not read in"
    assert not button(footer, "Stop").isVisible()
    assert button(footer, "Go on").toolTip() == "Go on reading in"
    with qtbot.waitSignal(footer.look_wanted):
        QTest.mouseClick(button(footer, "Go on"), Qt.MouseButton.LeftButton)
    footer.set_left(0)
    assert not button(footer, "Go on").isVisible()
    assert footer.words() == "8 articles, 4 unread"


def test_where_there_is_no_room_the_progress_goes_before_the_place(footer: ListFooter) -> None:
    footer.set_progress(1240, 4960, 118.0)
    footer.resize(260, footer.height())
    footer.set_place("~/A very long name of a folder/in another one")
    footer.grab()
    assert button(footer, "Pause").x() > 120
