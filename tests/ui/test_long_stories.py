"""What a person does while a long story is still being set."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.actions import Actions
from reader.app.look import Look, TypeFace
from reader.app.story import Place
from reader.app.story_state import Nothing, Showing
from reader.app.themes import Theme
from reader.article import Article, FigurePlace, Footnote
from reader.parser import Assets, Parsed
from reader.ui import story_view
from reader.ui.story_pane import StoryPane
from tests.builders import link, p, remote

WORDS = "The keeper of the light had not spoken to anyone since the boat went down, and nobody had asked him to. "
MOST = 700


def book() -> Article:
    blocks = [p(f"Paragraph {number}. " + WORDS * 4) for number in range(MOST)]
    return Article(
        title="The book",
        language="en",
        blocks=(p("See ", link("note", "#n1")), *blocks, FigurePlace(0), Footnote("1", (p("A lamp."),), "n1")),
        figures=(remote("boat.jpg", "Boat", "Ann"),),
    )


class Desk:
    """A story pane on the screen in which a long story is being set, slowly."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.pane = StoryPane(Actions(), look)
        qtbot.addWidget(self.pane)
        self.pane.resize(860, 760)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        self.view, self.bar = self.pane.view, self.pane.view.verticalScrollBar()

    def begin(self, place: Place | None = None) -> None:
        """Show the story as it is before anything more than the first screens is set."""
        self.pane.show_state(Showing(Path("book.txt"), Parsed(book(), Assets(), "text")), place)
        self.qtbot.waitUntil(lambda: not self.view.is_settling())
        assert not self.view.is_whole()

    def finish(self) -> None:
        self.qtbot.waitUntil(self.view.is_whole, timeout=30_000)

    def seen(self) -> str:
        """The words of the paragraph in the middle of the view."""
        return self.view.document().findBlockByNumber(self.view.block_in_view()).text()


@pytest.fixture
def desk(look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(story_view, "SLICE", 0.001)
    one = Desk(look, qtbot)
    yield one
    one.pane.show_state(Nothing())


def test_it_begins_where_it_was_left_and_stays_there(desk: Desk) -> None:
    desk.begin(Place(400, 30))
    seen = desk.seen()
    assert seen.startswith("Paragraph 40")
    assert desk.view.fraction() == pytest.approx(0.57, abs=0.05)
    desk.finish()
    assert desk.seen() == seen
    assert desk.view.place() == Place(400, desk.view.place().offset)
    assert desk.view.document().toPlainText().count("Paragraph ") == MOST


def test_its_end_is_there_at_once(desk: Desk) -> None:
    desk.begin()
    desk.view.go_to_end()
    assert not desk.view.is_whole()
    desk.qtbot.waitUntil(lambda: not desk.view.is_settling())
    assert desk.view.at_end()
    assert "Paragraph 699" in desk.view.toPlainText()
    desk.finish()
    assert desk.view.at_end()
    assert desk.view.fraction() == 1.0


def test_dragging_the_scroll_bar_into_the_dark_brings_its_text(desk: Desk) -> None:
    desk.begin()
    desk.bar.setValue(desk.bar.maximum() // 2)
    desk.qtbot.waitUntil(lambda: desk.seen().startswith("Paragraph 3"))
    assert not desk.view.is_whole()
    assert desk.view.fraction() == pytest.approx(0.5, abs=0.05)


def test_going_up_while_what_is_above_is_set_moves_nothing(desk: Desk) -> None:
    desk.begin(Place(400))
    desk.view.page(-1)
    seen = desk.seen()
    desk.finish()
    assert desk.seen() == seen


def test_words_are_looked_for_when_all_of_it_is_set(desk: Desk) -> None:
    desk.begin(Place(400))
    desk.pane.begin_find()
    desk.pane.find_bar.field.setText("paragraph 650.")
    assert desk.pane.find_bar.count.text() == "Looking…"
    desk.finish()
    assert desk.pane.find_bar.count.text() == "1 of 1"
    assert desk.seen().startswith(("Paragraph 649", "Paragraph 650"))


def test_theme_and_size_keep_the_place(desk: Desk, look: Look, themes: dict[str, Theme]) -> None:
    desk.begin(Place(400))
    desk.pane.set_look(Look(themes["dark"], TypeFace(size=26)))
    assert not desk.view.is_whole()
    desk.qtbot.waitUntil(lambda: not desk.view.is_settling())
    assert desk.view.place().block == 400
    desk.pane.resize(520, 500)
    desk.finish()
    desk.qtbot.waitUntil(lambda: not desk.view.is_settling())
    assert desk.view.place().block == 400
    assert desk.view.document().toPlainText().count("Paragraph ") == MOST


def test_a_picture_and_a_note_that_are_not_set_yet_can_be_gone_to(desk: Desk) -> None:
    desk.begin()
    desk.pane.go_to_figure(0)
    desk.qtbot.waitUntil(lambda: not desk.view.is_settling())
    assert "Boat" in desk.view.toPlainText()
    desk.view.go_to_top()
    desk.begin()
    desk.view.link_chosen.emit("#n1")
    desk.finish()
    desk.qtbot.waitUntil(desk.view.at_end)


def test_closing_it_ends_the_work(desk: Desk) -> None:
    desk.begin()
    desk.pane.show_state(Nothing())
    assert desk.view.is_whole()
    desk.qtbot.wait(30)
    assert desk.view.toPlainText() == ""


def test_the_text_can_be_set_anew_while_matches_are_marked_in_it(desk: Desk) -> None:
    desk.begin(Place(400))
    desk.pane.begin_find()
    desk.finish()
    desk.pane.find_bar.field.setText("paragraph 650.")
    desk.pane.set_anew()
    desk.qtbot.wait(50)  # the text that was there before is gone, with all that was marked in it
    desk.finish()
    assert desk.pane.find_bar.count.text() == "1 of 1"
    assert len(desk.view.marks.spans) == 1
