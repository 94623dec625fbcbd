from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.app.actions import Actions
from reader.app.look import Look, TypeFace
from reader.app.story import ASIDE_LINK, EVERYTHING_LINK, Place
from reader.app.story_state import Failed, Loading, Nothing, Showing
from reader.app.themes import Theme
from reader.article import Article, FigurePlace, Footnote, Found, Problem, SetAside, Trust
from reader.library import Matcher, understood
from reader.parser import Assets, Parsed
from reader.ui import story_pane
from reader.ui.state_page import LOOKING
from reader.ui.story_pane import StoryPane
from tests.builders import link, long_story, p, remote

HERE = Path("articles") / "one.html"


class Desk:
    """A story pane on the screen, and what it says."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.actions = Actions()
        self.pane = StoryPane(self.actions, look)
        self.qtbot = qtbot
        qtbot.addWidget(self.pane)
        self.pane.resize(860, 760)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        self.view, self.page, self.bar = self.pane.view, self.pane.page, self.pane.view.verticalScrollBar()

    def show(self, article: Article, place: Place | None = None) -> Showing:
        state = Showing(HERE, Parsed(article, Assets(), "html"))
        self.pane.show_state(state, place)
        self.settle()
        return state

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.view.is_whole() and not self.view.is_settling())

    def offers(self) -> list[str]:
        return [button.text() for button in self.page.findChildren(QPushButton) if button.isVisible()]

    def type(self, words: str) -> None:
        self.pane.begin_find()
        self.pane.find_bar.field.setText(words)

    def count(self) -> str:
        return self.pane.find_bar.count.text()


@pytest.fixture
def desk(look: Look, qtbot: QtBot) -> Iterator[Desk]:
    one = Desk(look, qtbot)
    yield one
    one.pane.show_state(Nothing())


# States


def test_a_story_stands_with_how_much_of_it_is_left(desk: Desk) -> None:
    desk.show(long_story())
    assert desk.view.isVisible()
    assert desk.pane.left.text() == "0%  ·  18 min left"
    desk.view.go_to_end()
    assert desk.pane.left.text() == "100%  ·  end"


def test_a_story_begins_where_it_was_left(desk: Desk) -> None:
    desk.show(long_story(), Place(20, 30))
    assert desk.view.place() == Place(20, 30)
    assert desk.bar.value() > 1000


def test_nothing_chosen_shows_what_is_set_for_it(desk: Desk) -> None:
    desk.pane.set_idle(LOOKING)
    assert desk.page.isVisible()
    assert desk.page.accessibleName().startswith(LOOKING.title)
    assert not desk.pane.left.isVisible()


def test_a_file_that_is_read_at_once_shows_no_page_in_between(desk: Desk) -> None:
    desk.show(long_story())
    desk.pane.show_state(Loading(HERE))
    assert desk.view.isVisible()
    desk.show(Article(title="Two", blocks=(p("Two"),)))
    desk.qtbot.wait(story_pane.PATIENCE + 50)
    assert desk.view.isVisible()


def test_a_file_that_takes_long_gets_a_page_and_the_keyboard_stays_here(desk: Desk) -> None:
    desk.show(long_story())
    desk.pane.take_focus()
    desk.pane.show_state(Loading(HERE))
    desk.qtbot.waitUntil(desk.page.isVisible)
    assert desk.page.accessibleName().startswith("Opening")
    assert desk.page.hasFocus()
    desk.show(Article(title="Two", blocks=(p("Two"),)))
    assert desk.view.hasFocus()


def test_a_file_that_cannot_be_read_says_why_and_what_can_be_done(desk: Desk) -> None:
    desk.pane.show_state(Failed(HERE, Problem("empty", "one.html is empty; save it again."), "some text"))
    assert "one.html is empty" in desk.page.accessibleName()
    assert desk.offers() == ["Show as Plain Text", "Show File in Its Folder"]
    desk.pane.show_state(Failed(HERE, Problem("empty", "one.html is empty; save it again.")))
    assert desk.offers() == ["Show File in Its Folder"]


# A page without a story

EMPTY = Article(title="Cookies", set_aside=(SetAside("Accept all cookies", "consent", -1),))


def test_a_page_in_which_no_story_was_found_offers_everything(desk: Desk) -> None:
    desk.show(EMPTY)
    assert desk.page.isVisible()
    assert desk.page.accessibleName().startswith("No story was found in this page. “Cookies”")
    assert desk.offers() == ["Show Everything", "Show What Was Set Aside"]
    asked: list[str] = []
    desk.actions["plain_text"].triggered.connect(lambda: asked.append("plain_text"))
    desk.pane.take_focus()
    QTest.keyClick(QApplication.focusWidget() or desk.pane, Qt.Key.Key_Space)
    assert asked == ["plain_text"]


def test_where_nothing_was_set_aside_that_is_not_offered(desk: Desk) -> None:
    desk.show(Article())
    assert desk.offers() == ["Show Everything"]
    assert "“one.html”" in desk.page.accessibleName()


def test_what_was_set_aside_of_such_a_page_can_be_shown_and_hidden(desk: Desk) -> None:
    desk.show(EMPTY)
    desk.pane.take_focus()
    desk.pane.set_show_set_aside(True)
    assert desk.view.isVisible()
    assert desk.view.hasFocus()
    assert "Accept all cookies" in desk.view.toPlainText()
    desk.pane.set_show_set_aside(False)
    assert desk.page.isVisible()
    assert desk.page.isAncestorOf(desk.pane.focusWidget())


def test_a_page_of_pictures_alone_is_a_story(desk: Desk) -> None:
    desk.show(Article(title="Boats", blocks=(FigurePlace(0),), figures=(remote("a.jpg", "A boat"),)))
    assert desk.view.isVisible()


# The place


def test_theme_size_and_width_keep_the_place(desk: Desk, look: Look, themes: dict[str, Theme]) -> None:
    desk.show(long_story())
    desk.bar.setValue(desk.bar.maximum() // 3)
    place = desk.view.place()
    for other in (look._replace(theme=themes["dark"]), look._replace(face=TypeFace(size=26)), look):
        desk.pane.set_look(other)
        desk.settle()
        assert desk.view.place() == place
    for width in (700, 1200, 860):
        desk.pane.resize(width, 760)
        desk.qtbot.wait(120)
        desk.settle()
        assert desk.view.place() == place


def test_a_story_shown_again_with_its_pictures_stays_where_one_is(desk: Desk) -> None:
    state = desk.show(long_story(), Place(3, 0))
    desk.bar.setValue(desk.bar.maximum() // 2)
    place = desk.view.place()
    desk.pane.show_state(Showing(HERE, state.parsed, {}), Place(3, 0))
    desk.settle()
    assert desk.view.place() == place


# Finding


def test_matches_are_counted_whatever_the_case_and_the_quotes(desk: Desk) -> None:
    desk.show(Article(title="T", blocks=(p("Don’t say “quay”."), p("DON'T!"), p("don‘t"))))
    desk.type("don't")
    assert desk.count() == "1 of 3"
    desk.type('"QUAY"')
    assert desk.count() == "1 of 1"
    desk.type("harbour")
    assert desk.count() == "Not found"
    desk.type("")
    assert desk.count() == ""


def test_the_last_match_is_followed_by_the_first(desk: Desk) -> None:
    desk.show(long_story(3))
    desk.type("paragraph")
    seen = []
    for step in (1, 1, 1, -1):
        desk.pane.find_next(step)
        seen.append(desk.count())
    assert seen == ["2 of 3", "3 of 3", "1 of 3", "3 of 3"]


def test_one_begins_to_find_from_where_one_is(desk: Desk) -> None:
    desk.show(long_story(), Place(30, 0))
    desk.type("paragraph")
    assert desk.count() == "31 of 60"


def test_finding_again_opens_the_bar_at_the_next_match_from_here(desk: Desk) -> None:
    desk.show(long_story())
    desk.type("paragraph")
    desk.pane.close_find()
    assert not desk.view.marks.spans
    assert desk.view.hasFocus()
    desk.pane.find_next(1)
    assert desk.pane.find_bar.isVisible()
    assert desk.count() == "1 of 60"
    assert desk.pane.find_bar.field.selectedText() == "paragraph"


def test_setting_the_text_anew_keeps_match_and_place(desk: Desk, look: Look, themes: dict[str, Theme]) -> None:
    desk.show(long_story())
    desk.type("paragraph 40")
    assert desk.bar.value() > 0
    desk.view.go_to_top()
    desk.pane.set_look(look._replace(theme=themes["sepia"]))
    desk.settle()
    assert desk.bar.value() == 0
    assert desk.count() == "1 of 1"
    assert len(desk.view.marks.spans) == 1


def test_another_story_is_searched_but_begins_where_it_was_left(desk: Desk) -> None:
    desk.show(long_story())
    desk.type("paragraph")
    desk.show(long_story(20), Place(5, 0))
    assert desk.view.place() == Place(5, 0)
    assert desk.count() == "20 found"
    desk.pane.find_next(1)
    assert desk.count() == "1 of 20"


def test_enter_shift_enter_and_escape_work_in_the_field(desk: Desk) -> None:
    desk.show(long_story(3))
    desk.type("paragraph")
    field = desk.pane.find_bar.field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.count() == "2 of 3"
    QTest.keyClick(field, Qt.Key.Key_Enter, Qt.KeyboardModifier.ShiftModifier)
    assert desk.count() == "1 of 3"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not desk.pane.find_bar.isVisible()


def test_without_a_story_there_is_nothing_to_find_in(desk: Desk) -> None:
    desk.pane.begin_find()
    desk.pane.find_next(1)
    assert not desk.pane.find_bar.isVisible()


# Links


def told(desk: Desk, address: str) -> list[object]:
    said: list[object] = []
    desk.pane.picture_chosen.connect(said.append)
    desk.pane.address_chosen.connect(said.append)
    desk.pane.aside_toggled.connect(lambda: said.append("aside"))
    desk.view.link_chosen.emit(address)
    return said


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("picture:0", [0]),
        ("picture:1", ["picture:1"]),
        ("picture:abc", ["picture:abc"]),
        ("picture:", ["picture:"]),
        ("picture:-1", ["picture:-1"]),
        ("picture:99999999999999999999", ["picture:99999999999999999999"]),
        (ASIDE_LINK, ["aside"]),
        ("https://post.example/", ["https://post.example/"]),
        ("mailto:anna@post.example", ["mailto:anna@post.example"]),
        ("#nowhere", []),
    ],
)
def test_each_link_says_what_it_leads_to(desk: Desk, address: str, answer: list[object]) -> None:
    desk.show(long_story())
    assert told(desk, address) == answer


def test_a_link_to_a_place_that_the_story_has_not_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.show(Article(title="Links", blocks=(p("A note", link("2", "#nowhere"), "."),)))
    with qtbot.waitSignal(desk.pane.led_nowhere):
        desk.view.link_chosen.emit("#nowhere")


def test_a_link_inside_the_story_leads_to_its_place(desk: Desk) -> None:
    note = Footnote("1", (p("The note."),), "note")
    words = long_story().blocks[:20]
    desk.show(Article(title="N", blocks=(p(link("see", "#note")), *words, note, *words)))
    desk.view.link_chosen.emit("#note")
    assert desk.bar.value() > 1000


# Pictures


def pictured(places: tuple[int, ...]) -> Article:
    """A story of forty paragraphs with pictures before these."""
    blocks: list[object] = []
    for number, paragraph in enumerate(long_story(80).blocks[:40]):
        blocks += [FigurePlace(places.index(number))] if number in places else []
        blocks.append(paragraph)
    figures = tuple(remote(f"{number}.jpg", f"Picture {number}") for number in range(len(places)))
    return Article(title="Pictures", blocks=tuple(blocks), figures=figures)  # type: ignore[arg-type]  # built above


def test_reading_on_reaches_one_picture_after_the_other(desk: Desk) -> None:
    reached: list[int] = []
    desk.pane.picture_reached.connect(reached.append)
    desk.show(pictured((5, 15, 25)))
    while desk.view.page(1):
        pass
    assert reached == [0, 1, 2]


def test_choosing_a_picture_reaches_no_other_one(desk: Desk) -> None:
    desk.show(pictured((5, 6, 7, 39)))
    reached: list[int] = []
    desk.pane.picture_reached.connect(reached.append)
    for figure in (1, 3, 0):
        desk.pane.go_to_figure(figure)
    assert reached == []
    desk.view.go_to_end()
    assert reached == [3]


def test_a_doubtful_story_says_why_and_offers_everything(desk: Desk) -> None:
    doubtful = replace(long_story(), trust=Trust(story=Found.DENSEST, doubts=("More text stands elsewhere.",)))
    desk.show(doubtful)
    assert "More text stands elsewhere.\u2002Show everything" in desk.view.document().toPlainText()
    asked: list[bool] = []
    desk.pane.everything_wanted.connect(lambda: asked.append(True))
    desk.view.link_chosen.emit(EVERYTHING_LINK)
    assert asked == [True]


def test_a_story_without_doubts_bears_no_remark(desk: Desk) -> None:
    desk.show(long_story())
    assert "Show everything" not in desk.view.document().toPlainText()


def marked(desk: Desk) -> list[str]:
    cursor, words = desk.view.textCursor(), []
    for start, end in desk.view.marks.spans:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        words.append(cursor.selectedText())
    return words


def test_words_the_library_is_searched_for_are_marked_and_stepped_through_on_demand(desk: Desk) -> None:
    desk.pane.set_searched(Matcher(understood("40 parágraph*")))
    desk.show(long_story())
    assert desk.bar.value() == 0
    assert len(marked(desk)) == 61
    desk.pane.set_searched(Matcher(understood("“paragraph 40”")))
    assert [words.lower() for words in marked(desk)] == ["paragraph 40"]
    desk.pane.find_next(1)
    assert desk.bar.value() > 0
    assert not desk.pane.find_bar.isVisible()
    desk.pane.set_searched(None)
    assert marked(desk) == []


def test_the_find_bars_words_come_before_those_of_the_search(desk: Desk) -> None:
    desk.show(long_story())
    desk.pane.set_searched(Matcher(understood("40")))
    desk.type("paragraph 41")
    assert [words.lower() for words in marked(desk)] == ["paragraph 41"]
    desk.pane.close_find()
    assert marked(desk) == ["40"]


def test_stepping_back_begins_before_what_is_in_sight(desk: Desk) -> None:
    desk.show(long_story())
    desk.pane.set_searched(Matcher(understood("paragraph")))
    desk.pane.find_next(-1)
    assert desk.bar.value() > desk.bar.maximum() // 2
