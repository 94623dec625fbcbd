import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent, QDragEnterEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.app.look import Look
from reader.app.story import Layout, Place, StoryDocument, column_width
from reader.app.story.find import Text
from reader.app.style import found, on_accent
from reader.article import Article, Code, Footnote, Mark, Paragraph, Quote, Rule, SetAside, Span, body_text
from reader.ui.story_view import StoryView
from tests.builders import link, long_story, p

WORDS = "The harbour was quiet that morning, and the ferry lay at the slip with her engine cold. "
ARABIC = "كان الميناء هادئا في ذلك الصباح، والعبارة راسية في مكانها ومحركها بارد. "


class Reader:
    """A view on the screen that shows stories as the pane does."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.look = look
        self.view = StoryView(look)
        self.view.set_look(look)
        self.qtbot = qtbot
        qtbot.addWidget(self.view)
        self.view.resize(900, 700)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.bar = self.view.verticalScrollBar()

    def show(self, article: Article, place: Place | None = None, *, aside: bool = False) -> StoryDocument:
        wanted = column_width(self.look, article.language)
        story = StoryDocument(
            article, self.look, Layout(self.view.column_for(wanted), show_set_aside=aside), place or Place()
        )
        self.view.show_story(story, wanted, place or Place())
        self.settle()
        return story

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.view.is_whole() and not self.view.is_settling())

    def column(self) -> tuple[int, int, int]:
        """Left margin, width and right margin of the text, in pixels of the view."""
        margins = self.view.viewportMargins()
        return margins.left(), self.view.viewport().width(), margins.right()

    def pixels(self) -> QImage:
        return self.view.viewport().grab().toImage()


@pytest.fixture
def reader(look: Look, qtbot: QtBot) -> Iterator[Reader]:
    one = Reader(look, qtbot)
    yield one
    one.view.clear_story()


def right_to_left(paragraphs: int = 30) -> Article:
    return Article(title="عنوان", language="ar", blocks=tuple(p(ARABIC * 6) for _ in range(paragraphs)))


def many(paragraphs: int) -> tuple[Paragraph, ...]:
    return tuple(p(f"Paragraph {number}. " + WORDS * 4) for number in range(paragraphs))


def near(one: QColor, other: QColor, apart: int = 40) -> bool:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= apart for a, b in parts)


def coloured(image: QImage, colour: QColor, columns: range) -> int:
    """How many pixels in these columns have about that colour."""
    return sum(near(image.pixelColor(x, y), colour) for x in columns for y in range(image.height()))


# The column


@pytest.mark.parametrize("width", [900, 1100, 1500, 2400])
def test_the_column_stands_in_the_middle_and_keeps_its_width(reader: Reader, width: int) -> None:
    reader.show(long_story())
    reader.view.resize(width, 700)
    left, column, right = reader.column()
    assert column == reader.view.column() == column_width(reader.look, "en")
    assert abs(left - right - reader.view.verticalScrollBar().width()) <= 1


@pytest.mark.parametrize("width", [260, 440, 640])
def test_a_narrow_pane_leaves_the_text_its_margins(reader: Reader, width: int) -> None:
    reader.show(long_story())
    reader.view.resize(width, 700)
    left, column, right = reader.column()
    assert left == 32
    assert right >= 31
    assert column < column_width(reader.look, "en")
    assert reader.view.horizontalScrollBar().maximum() == 0


def test_another_width_of_the_column_is_told_once(reader: Reader) -> None:
    reader.show(long_story())
    told: list[int] = []
    reader.view.column_changed.connect(told.append)
    reader.view.resize(500, 700)
    reader.view.resize(500, 600)
    assert told == [reader.view.column()]


def test_more_room_beside_the_column_is_no_other_width(reader: Reader) -> None:
    reader.show(long_story())
    told: list[object] = []
    reader.view.column_changed.connect(told.append)
    reader.view.resize(1100, 700)
    reader.view.resize(980, 640)
    assert told == []


# The place


@pytest.mark.parametrize("article", [long_story(), right_to_left()], ids=["left to right", "right to left"])
def test_the_place_does_not_creep_however_often_the_pane_is_resized(reader: Reader, article: Article) -> None:
    place = Place(20, 150)
    reader.show(article, place)
    for number in range(12):
        reader.view.resize(900 - 70 * (number % 5), 700)
        reader.show(article, reader.view.place())
        assert reader.view.place() == place


@pytest.mark.parametrize("article", [long_story(), right_to_left()], ids=["left to right", "right to left"])
def test_the_place_one_scrolled_to_is_the_first_whole_line(reader: Reader, article: Article) -> None:
    reader.show(article)
    reader.bar.setValue(reader.bar.maximum() // 2)
    reader.show(article, reader.view.place())
    seen, value = reader.view.place(), reader.bar.value()
    reader.bar.setValue(value + 3)
    reader.bar.setValue(value)
    assert reader.view.place() == seen


def test_at_the_top_the_place_is_the_head(reader: Reader) -> None:
    reader.show(long_story(), Place(10, 0))
    assert reader.bar.value() > 0
    reader.view.go_to_top()
    assert reader.view.place() == Place()
    assert reader.view.fraction() == 0.0


def test_paging_goes_down_and_up_and_says_when_there_is_nothing_more(reader: Reader) -> None:
    reader.show(long_story())
    assert not reader.view.page(-1)
    pages = 0
    while reader.view.page(1):
        pages += 1
        assert pages < 100
    assert pages > 3
    assert reader.view.at_end()
    assert reader.view.fraction() == 1.0
    assert reader.view.page(-1)
    assert not reader.view.at_end()


def test_a_page_leaves_two_lines_of_the_one_before(reader: Reader) -> None:
    reader.show(long_story())
    reader.view.page(1)
    line = round(reader.look.face.size * reader.look.face.line_height)
    assert reader.bar.value() == reader.view.viewport().height() - 2 * line


def test_a_story_that_fits_is_at_its_end_and_wholly_seen(reader: Reader) -> None:
    reader.show(Article(title="A note", blocks=(p("The boat leaves at seven."),)))
    assert reader.view.at_end()
    assert reader.view.fraction() == 1.0
    assert not reader.view.page(1)


def test_a_story_whose_last_line_is_in_sight_has_been_come_through(reader: Reader) -> None:
    reader.show(long_story())
    reader.view.go_to_end()
    reader.bar.setValue(reader.bar.value() - 60)
    assert reader.view.at_end()
    assert reader.view.fraction() == 1.0


def test_the_top_is_the_place_of_the_head_whatever_place_was_remembered(reader: Reader) -> None:
    reader.show(long_story())
    reader.view._place = Place(0, 0)
    reader.view.go_to_top()
    assert reader.view.place() == Place()


def test_the_end_is_seen_before_the_foot_margin_is(reader: Reader) -> None:
    reader.show(long_story())
    reader.bar.setValue(reader.bar.maximum() - 60)
    assert reader.view.at_end()
    reader.bar.setValue(reader.bar.maximum() - 200)
    assert not reader.view.at_end()


def test_without_a_story_nothing_is_at_its_end(reader: Reader) -> None:
    reader.show(long_story(), Place(20, 0))
    reader.view.clear_story()
    assert not reader.view.at_end()
    assert reader.view.place() == Place()
    assert reader.view.toPlainText() == ""


def test_of_a_very_long_story_the_length_is_known_at_once(reader: Reader) -> None:
    reader.show(long_story(700), Place(690, 0))
    whole = reader.view.document().size().height()
    assert reader.bar.maximum() == round(whole) - reader.view.viewport().height()
    assert not reader.view.at_end()
    assert reader.view.fraction() > 0.95


def steps(work: Callable[[], object]) -> int:
    """How many functions are called while the work is done."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def test_setting_a_story_of_fifty_thousand_words_takes_time_in_proportion(reader: Reader) -> None:
    short, long = long_story(88), long_story(704)
    assert len(body_text(long).split()) > 49_000
    reader.show(short)  # whatever is made but once
    few = steps(lambda: reader.show(short, Place(80, 0)))
    assert steps(lambda: reader.show(long, Place(700, 0))) < 10 * few


def test_scrolling_takes_as_long_in_a_long_story_as_in_a_short_one(reader: Reader) -> None:
    def scroll() -> None:
        for value in range(100, 3000, 100):
            reader.bar.setValue(value)
            reader.view.viewport().repaint()

    reader.show(long_story(88))
    scroll()
    few = steps(scroll)
    reader.show(long_story(704))
    assert steps(scroll) < 1.2 * few


def test_what_a_person_does_while_a_story_settles_is_not_lost(reader: Reader) -> None:
    wanted = column_width(reader.look, "en")
    story = StoryDocument(long_story(), reader.look, Layout(reader.view.column_for(wanted)))
    reader.view.show_story(story, wanted, Place(10, 0))
    start = reader.bar.value()
    assert reader.view.page(1)
    reader.settle()
    reader.qtbot.wait(20)
    assert reader.bar.value() > start + 400


# Keys, wheel, links


def test_arrows_and_page_keys_scroll(reader: Reader) -> None:
    reader.show(long_story())
    reader.view.setFocus()
    QTest.keyClick(reader.view, Qt.Key.Key_Down)
    assert 0 < reader.bar.value() < 100
    before = reader.bar.value()
    QTest.keyClick(reader.view, Qt.Key.Key_PageDown)
    assert reader.bar.value() > before + 300


def turn(view: QWidget, degrees: int, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel by eighths of a degree."""
    middle = QPointF(view.rect().center())
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(middle, middle, QPoint(), QPoint(0, degrees), none, keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view, event)


def test_ctrl_and_the_wheel_ask_for_another_size(reader: Reader) -> None:
    reader.show(long_story())
    steps: list[int] = []
    reader.view.size_wanted.connect(steps.append)
    control = Qt.KeyboardModifier.ControlModifier
    for degrees in (120, -120, 240):
        turn(reader.view.viewport(), degrees, control)
    assert steps == [1, -1, 2]
    assert reader.bar.value() == 0


def test_many_small_turns_make_one_step(reader: Reader) -> None:
    reader.show(long_story())
    steps: list[int] = []
    reader.view.size_wanted.connect(steps.append)
    for _ in range(8):
        turn(reader.view.viewport(), 15, Qt.KeyboardModifier.ControlModifier)
    assert steps == [1]


def test_the_wheel_alone_scrolls(reader: Reader) -> None:
    reader.show(long_story())
    steps: list[int] = []
    reader.view.size_wanted.connect(steps.append)
    turn(reader.view.viewport(), -120, Qt.KeyboardModifier.NoModifier)
    assert steps == []
    assert reader.bar.value() > 0


def linked(address: str) -> Article:
    return Article(title="Links", blocks=(p("Here is ", link("a link", address), ", and no more."), p(WORDS * 90)))


ADDRESSES = {
    "http://post.example/a": "http://post.example/a",
    "https://post.example/?q=a%20b%2Fc%2523&x=%C3%A9": "https://post.example/?q=a%20b%2Fc%2523&x=%C3%A9",
    "mailto:anna@post.example?subject=x%26y": "mailto:anna@post.example?subject=x%26y",
    "file:///etc/passwd": "file:///etc/passwd",
    "#note": "#note",
    "#f%C3%A9 n": "#fé n",
    "set-aside:": "set-aside:",
    "picture:0": "picture:0",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_click_on_a_link_says_so_and_loads_nothing(reader: Reader, address: str) -> None:
    reader.show(linked(address))
    text = reader.view.toPlainText()
    cursor = reader.view.textCursor()
    cursor.setPosition(text.index("a link") + 2)
    spot = reader.view.cursorRect(cursor).center()
    with reader.qtbot.waitSignal(reader.view.link_chosen) as chosen:
        QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [ADDRESSES[address]]
    assert reader.view.toPlainText() == text
    assert reader.view.source().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_tab_leads_to_a_link_and_enter_chooses_it(reader: Reader, key: Qt.Key) -> None:
    reader.show(linked("https://post.example/a"))
    reader.view.setFocus()
    QTest.keyClick(reader.view, Qt.Key.Key_Tab)
    assert reader.view.textCursor().selectedText() == "a link"
    with reader.qtbot.waitSignal(reader.view.link_chosen) as chosen:
        QTest.keyClick(reader.view, key)
    assert chosen.args == ["https://post.example/a"]


def test_the_link_with_the_focus_has_a_ring_in_the_accent(reader: Reader) -> None:
    reader.show(linked("https://post.example/a"))
    reader.view.setFocus()
    accent = reader.look.theme.accent

    def rings() -> int:
        seen = reader.pixels().copy(0, 0, 400, 300)
        return sum(seen.pixelColor(x, y) == accent for x in range(seen.width()) for y in range(seen.height()))

    before = rings()
    QTest.keyClick(reader.view, Qt.Key.Key_Tab)
    assert reader.view.textCursor().selectedText() == "a link"
    assert rings() > before + 100


def test_where_nothing_can_be_scrolled_no_handle_is_seen(reader: Reader) -> None:
    reader.show(Article(title="Short", blocks=(p("A line."),)))
    assert not reader.bar.isEnabled()
    reader.show(Article(title="Long", blocks=tuple(p(WORDS) for _ in range(60))))
    assert reader.bar.isEnabled()


def test_tab_begins_with_the_links_in_sight_and_leaves_room_above_them(reader: Reader) -> None:
    ends = (link(f"link {number}", "https://post.example/a") for number in range(30))
    linked_often = tuple(p(WORDS * 4, end) for end in ends)
    reader.show(Article(title="Links", language="en", blocks=linked_often))
    reader.view.setFocus()
    reader.view.go_to_end()
    QTest.keyClick(reader.view, Qt.Key.Key_Tab)
    first = int(reader.view.textCursor().selectedText().removeprefix("link "))
    assert 24 <= first <= 28
    assert reader.view.cursorRect().top() > 20
    reader.view.go_to_top()
    QTest.keyClick(reader.view, Qt.Key.Key_Backtab)
    assert reader.view.textCursor().selectedText() == f"link {first - 1}"


def test_a_menu_asked_for_by_key_is_of_the_link_with_the_focus(reader: Reader) -> None:
    reader.show(linked("https://post.example/a"))
    reader.view.setFocus()
    QTest.keyClick(reader.view, Qt.Key.Key_Tab)
    middle = reader.view.viewport().rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, reader.view.viewport().mapToGlobal(middle))
    with reader.qtbot.waitSignal(reader.view.context_wanted) as wanted:
        QApplication.sendEvent(reader.view.viewport(), asked)
    assert wanted.args is not None
    assert wanted.args[1] == "https://post.example/a"


def test_files_dragged_over_the_text_are_left_to_the_window(reader: Reader) -> None:
    data = QMimeData()
    data.setUrls([QUrl("file:///tmp/a.html")])
    none = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    event.ignore()
    QApplication.sendEvent(reader.view.viewport(), event)
    assert not event.isAccepted()


# Finding


def test_matches_are_marked_and_the_current_one_comes_into_sight(reader: Reader) -> None:
    reader.show(long_story())
    spans = Text(reader.view.toPlainText()).matches("paragraph")
    assert len(spans) == 60
    reader.view.highlight(spans, 50)
    assert len(reader.view.marks.spans) == 60
    cursor = reader.view.textCursor()
    cursor.setPosition(spans[50][0])
    assert reader.view.viewport().rect().contains(reader.view.cursorRect(cursor))
    [current] = reader.view.extraSelections()
    assert current.cursor.selectedText() == "Paragraph"
    assert current.format.foreground().color() == on_accent(reader.look)


def test_a_match_stands_on_a_ground_no_taller_than_its_words(reader: Reader) -> None:
    reader.show(Article(title="A harbour of its own", language="en", blocks=(p(WORDS * 3),)))
    spans = Text(reader.view.toPlainText()).matches("harbour")
    reader.view.mark(spans, -1)
    ground = found(reader.look, reader.look.theme.page)
    image = reader.pixels()
    assert len(spans) == 4
    for start, _ in spans:
        cursor = reader.view.textCursor()
        cursor.setPosition(start)
        line = reader.view.cursorRect(cursor)
        below = range(line.top() - 30, line.bottom() + 30)
        column = [y for y in below if near(image.pixelColor(line.left() - 1, y), ground, 2)]
        assert 14 < len(column) < line.height()
        assert line.top() <= column[0] <= column[-1] <= line.bottom()


def test_a_match_over_two_lines_has_a_ground_on_each(reader: Reader) -> None:
    reader.show(Article(title="", language="en", blocks=(p("harbour" * 40),)))
    reader.view.mark([(0, len(reader.view.toPlainText().strip()))], 0)
    assert coloured(reader.pixels(), reader.look.theme.accent, range(2, 3)) > 40


def test_a_match_in_sight_moves_nothing(reader: Reader) -> None:
    reader.show(long_story())
    reader.view.highlight(Text(reader.view.toPlainText()).matches("paragraph"), 0)
    assert reader.bar.value() == 0


def test_marks_go_with_the_story(reader: Reader) -> None:
    reader.show(long_story())
    reader.view.highlight(Text(reader.view.toPlainText()).matches("paragraph"), 3)
    reader.view.clear_story()
    assert not reader.view.marks.spans
    assert reader.view.extraSelections() == []


# Ornaments


def test_a_quotation_has_a_bar_where_its_lines_begin(reader: Reader) -> None:
    quoting = Article(title="Q", language="en", blocks=(p(WORDS), Quote((p(WORDS * 3),))))
    reader.show(quoting)
    accent = reader.look.theme.accent
    assert coloured(reader.pixels(), accent, range(1, 4)) > 60
    reader.show(Article(title="Q", language="en", blocks=(p(WORDS), p(WORDS * 3))))
    assert coloured(reader.pixels(), accent, range(1, 4)) < 10


def test_read_from_the_right_the_bar_stands_at_the_right_clear_of_the_words(reader: Reader) -> None:
    reader.show(Article(title="", language="ar", blocks=(Quote((p(ARABIC * 6),)),)))
    image = reader.pixels()
    width = image.width()
    assert coloured(image, reader.look.theme.accent, range(width - 4, width)) > 60
    assert coloured(image, reader.look.theme.ink, range(width - 14, width - 5)) == 0


def test_a_quotation_in_a_quotation_has_two_bars(reader: Reader) -> None:
    reader.show(Article(title="Q", language="en", blocks=(Quote((Quote((p(WORDS * 3),)),)),)))
    image, accent = reader.pixels(), reader.look.theme.accent
    bars = [x for x in range(50) if coloured(image, accent, range(x, x + 1)) > 60]
    assert bars[0] <= 2
    assert bars[-1] >= 20


def test_a_break_between_parts_is_a_short_line_in_the_middle(reader: Reader) -> None:
    reader.show(Article(title="R", language="en", blocks=(p("one"), Rule(), p("two"))))
    image, line = reader.pixels(), reader.look.theme.line
    middle = image.width() // 2
    rows = [y for y in range(image.height()) if near(image.pixelColor(middle, y), line)]
    assert rows
    assert [y for y in rows if near(image.pixelColor(middle - 55, y), line)]
    assert not [y for y in rows if not near(image.pixelColor(middle - 80, y), reader.look.theme.page)]


def test_code_stands_on_a_ground_of_its_own(reader: Reader) -> None:
    reader.show(Article(title="C", language="en", blocks=(Code("print('ferry')\n" * 5),)))
    image, ground = reader.pixels(), reader.look.theme.list
    assert any(image.pixelColor(image.width() - 20, y) == ground for y in range(image.height()))
    assert any(image.pixelColor(8, y) == ground for y in range(image.height()))


def test_what_was_set_aside_has_a_dashed_bar(reader: Reader) -> None:
    article = Article(
        title="S", language="en", blocks=(p("one"),), set_aside=(SetAside("Read more. " * 40, "promotion", 0),)
    )
    reader.show(article, aside=True)
    muted, page = reader.look.theme.muted, reader.look.theme.page
    image = reader.pixels()
    column = [image.pixelColor(2, y) for y in range(image.height())]
    dark = [near(colour, page) for colour in column]
    changes = sum(one != other for one, other in pairwise(dark))
    assert changes > 8
    assert muted != page


def test_the_keyboard_shows_that_it_is_in_the_story(reader: Reader) -> None:
    reader.show(long_story())
    accent = reader.look.theme.accent
    beside = range(reader.column()[0])

    def marked() -> bool:
        return coloured(reader.view.grab().toImage(), accent, beside) > 40

    reader.view.setFocus()
    assert marked()
    reader.view.go_to_end()
    assert marked()
    reader.view.clearFocus()
    assert not marked()


def test_ornaments_are_painted_in_the_middle_of_a_long_story_too(reader: Reader) -> None:
    reader.show(Article(title="Long", language="en", blocks=(*many(40), Quote((p(WORDS * 4),)), *many(40))))
    text = reader.view.toPlainText()
    cursor = reader.view.textCursor()
    cursor.setPosition(text.index("\n" + WORDS) + 2)
    reader.view.go_to_block(cursor.block())
    assert coloured(reader.pixels(), reader.look.theme.accent, range(1, 4)) > 60


def test_a_place_inside_the_story_can_be_gone_to(reader: Reader) -> None:
    note = Footnote("1", (p("The note."),), "note")
    story = reader.show(Article(title="N", language="en", blocks=(p(Span("see", Mark.NONE, "#note")), *many(60), note)))
    block = story.block_named("note")
    assert block is not None
    reader.view.go_to_block(block)
    assert reader.bar.value() > 1000


def test_a_window_that_closes_while_a_story_settles_closes_quietly(look: Look, qtbot: QtBot) -> None:
    view = StoryView(look)
    story = StoryDocument(Article(title="Tide", blocks=many(3)), look, Layout(400), Place())
    view.show_story(story, 400, Place())
    shiboken6.delete(view)
    qtbot.wait(1)  # what was to come in a moment does not
