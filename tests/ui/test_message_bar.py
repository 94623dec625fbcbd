import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.app.actions import Actions
from reader.app.look import Look
from reader.app.messages import Level, Message
from reader.ui.bar_button import BarButton, WordButton
from reader.ui.message_bar import LEAST_MILLISECONDS, MILLISECONDS_A_LETTER, MessageBar
from tests.found import child


class Bar:
    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.actions = Actions()
        self.bar = MessageBar(self.actions, look)
        qtbot.addWidget(self.bar)
        self.bar.show_message(Message("first"))
        qtbot.waitExposed(self.bar)
        self.bar.activateWindow()
        self.timer = child(self.bar, QTimer)
        self.undo = child(self.bar, BarButton)
        self.close = next(button for button in self.bar.findChildren(WordButton) if button.text() == "Dismiss")

    def text(self) -> str:
        label = child(self.bar, QLabel)
        return label.text() if self.bar.isVisible() else ""


@pytest.fixture
def bar(look: Look, qtbot: QtBot) -> Bar:
    return Bar(look, qtbot)


def test_a_message_stays_as_long_as_it_takes_to_read_it(bar: Bar) -> None:
    bar.bar.show_message(Message("short"))
    assert bar.timer.interval() == LEAST_MILLISECONDS
    bar.bar.show_message(Message("long " * 40))
    assert bar.timer.interval() == 200 * MILLISECONDS_A_LETTER
    bar.timer.timeout.emit()
    assert bar.text() == ""


def test_a_warning_waits_until_it_is_dismissed(bar: Bar) -> None:
    bar.bar.show_message(Message("The disk is full.", Level.WARNING))
    assert not bar.timer.isActive()
    bar.close.click()
    assert bar.text() == ""


def test_a_warning_comes_back_after_what_is_said_in_between(bar: Bar) -> None:
    bar.bar.show_message(Message("The disk is full.", Level.WARNING))
    bar.bar.show_message(Message("Theme: Dark"))
    assert bar.text() == "Theme: Dark"
    bar.timer.timeout.emit()
    assert bar.text() == "The disk is full."
    assert not bar.timer.isActive()


def test_warnings_are_dismissed_one_after_the_other_and_none_twice(bar: Bar) -> None:
    for words in ("one", "two", "two"):
        bar.bar.show_message(Message(words, Level.WARNING))
    seen = []
    for _ in range(2):
        seen.append(bar.text())
        bar.close.click()
    assert seen == ["two", "one"]
    assert bar.text() == ""


def test_a_newer_warning_takes_the_place_of_an_older_one_of_its_kind(bar: Bar) -> None:
    bar.bar.show_message(Message("could not save one.png", Level.WARNING, tag="saved"))
    bar.bar.show_message(Message("saved as two.png", tag="saved"))
    bar.bar.dismiss()
    assert bar.text() == ""


def test_only_what_can_be_undone_offers_it(bar: Bar) -> None:
    bar.bar.show_message(Message("3 stories are marked as read.", action="undo"))
    assert bar.undo.isVisible()
    done: list[str] = []
    bar.actions["undo"].triggered.connect(lambda: done.append("undo"))
    bar.undo.click()
    assert done == ["undo"]
    bar.bar.show_message(Message("Undone."))
    assert not bar.undo.isVisible()


def test_an_offer_that_no_longer_holds_is_taken_back(bar: Bar) -> None:
    bar.bar.show_message(Message("Theme: Dark"))
    bar.bar.withdraw_undo()
    assert bar.text() == "Theme: Dark"
    bar.bar.show_message(Message("Marked.", action="undo"))
    bar.bar.withdraw_undo()
    assert bar.text() == ""


def test_a_bar_that_goes_with_the_keyboard_says_so(bar: Bar, qtbot: QtBot) -> None:
    bar.bar.take_focus()
    qtbot.waitUntil(bar.close.hasFocus)
    with qtbot.waitSignal(bar.bar.left):
        bar.bar.dismiss()


def test_the_keyboard_stays_in_the_bar_when_the_message_changes(bar: Bar, qtbot: QtBot) -> None:
    bar.bar.show_message(Message("Marked.", action="undo"))
    bar.bar.take_focus()
    qtbot.waitUntil(bar.undo.hasFocus)
    bar.bar.show_message(Message("Undone."))
    assert bar.close.hasFocus()


def test_the_words_are_told_to_a_screen_reader_and_are_never_markup(bar: Bar) -> None:
    bar.bar.show_message(Message("<b>bold.html</b> is empty."))
    assert bar.text() == "<b>bold.html</b> is empty."
    label = child(bar.bar, QLabel)
    assert label.accessibleName() == "<b>bold.html</b> is empty."
    assert label.sizeHint().height() < 60
