import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.app.actions import ACTIONS, Actions
from reader.app.look import Look
from reader.article import Problem
from reader.ui import state_page
from reader.ui.state_page import EMPTY_FOLDER, FIRST_RUN, LOADING, LOOKING, NOTHING_CHOSEN, State, StatePage

ALL = (
    FIRST_RUN,
    NOTHING_CHOSEN,
    EMPTY_FOLDER,
    LOOKING,
    LOADING,
    state_page.failed("a.html", Problem("empty", "a.html is empty."), has_text=True),
    state_page.nothing_found("A page", has_rest=True),
)


class Page:
    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.actions = Actions()
        self.page = StatePage(self.actions, look)
        qtbot.addWidget(self.page)
        self.page.resize(800, 600)
        self.page.show()
        qtbot.waitExposed(self.page)

    def offers(self) -> list[QPushButton]:
        return [button for button in self.page.findChildren(QPushButton) if button.isVisible()]


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> Page:
    return Page(look, qtbot)


@pytest.mark.parametrize("state", ALL, ids=lambda state: state.title)
def test_every_state_has_words_and_offers_only_what_there_is(page: Page, state: State) -> None:
    page.page.show_state(state)
    assert state.title
    assert page.page.accessibleName().startswith(state.title)
    assert [button.text() for button in page.offers()] == [words for words, _ in state.offers]
    assert {name for _, name in state.offers} <= {spec.name for spec in ACTIONS}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_an_offer_is_taken_with_the_keyboard(page: Page, key: Qt.Key) -> None:
    taken: list[str] = []
    for name in ("open_folder", "open_files", "open_samples"):
        page.actions[name].triggered.connect(lambda _=False, name=name: taken.append(name))
    page.page.show_state(FIRST_RUN)
    for button in page.offers():
        button.setFocus()
        QTest.keyClick(button, key)
    assert taken == ["open_folder", "open_files", "open_samples"]


def test_the_keyboard_stays_on_the_page_from_state_to_state(page: Page) -> None:
    page.page.show_state(EMPTY_FOLDER)
    page.page.focus_first()
    page.page.show_state(LOOKING)
    assert page.page.hasFocus()
    page.page.show_state(EMPTY_FOLDER)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == EMPTY_FOLDER.offers[0][0]


def test_a_page_without_offers_shows_that_it_has_the_keyboard(page: Page) -> None:
    page.page.show_state(LOADING)
    without = page.page.grab().toImage()
    page.page.focus_first()
    assert page.page.grab().toImage() != without


def test_a_page_that_is_not_asked_takes_no_keyboard(page: Page) -> None:
    page.page.show_state(FIRST_RUN)
    page.page.show_state(EMPTY_FOLDER)
    assert not any(button.hasFocus() for button in page.offers())


def test_long_names_of_files_keep_within_the_page(page: Page) -> None:
    page.page.show_state(state_page.failed("n" * 400 + ".html", Problem("empty", "It is empty."), has_text=False))
    page.page.resize(440, 600)
    assert page.page.minimumSizeHint().width() <= 440


def test_a_document_of_another_kind_is_shown_in_its_folder_first() -> None:
    foreign = Problem("foreign", "a.html is a PDF document.")
    assert state_page.failed("a.html", foreign, has_text=True).offers[0][1] == "show_file"
    assert state_page.failed("a.html", Problem("empty", "It is empty."), has_text=True).offers[0][1] == "plain_text"
