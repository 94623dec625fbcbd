import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from reader.app.look import Look, TypeFace
from reader.app.story import Layout, Place, StoryDocument, column_width
from reader.app.story.typesetter import LONGEST_WORD
from reader.app.themes import Theme
from reader.article import Article, Block, Cell, Code, Embed, FigurePlace, Footnote, Quote, Rule, SetAside, Span, Table
from tests.builders import bullets, h, link, long_story, p, remote, strong

IN_LAYOUT = ("show_set_aside", "pictures_in_text", "sizes")


def set_story(look: Look, *blocks: Block, **more: Any) -> StoryDocument:
    layout = Layout(640, **{key: more.pop(key) for key in IN_LAYOUT if key in more})
    return whole(Article(blocks=blocks, **more), look, layout)


def whole(article: Article, look: Look, layout: Layout) -> StoryDocument:
    story = StoryDocument(article, look, layout)
    story.begin()
    while not story.is_whole:
        story.fill(1)
    return story


def lines(story: StoryDocument) -> list[str]:
    return [line for line in story.document.toPlainText().split("\n") if line]


def test_the_head_stands_above_the_story_in_the_order_of_a_newspaper(look: Look) -> None:
    story = set_story(look, p("Text."), title="Title", site="Post", standfirst="Sum.", authors=("Ann",))
    assert lines(story) == ["Post", "Title", "Sum.", "\u2068By Ann\u2069  ·  \u20681 min read\u2069", "Text."]


def test_every_kind_of_block_keeps_its_words(look: Look) -> None:
    story = set_story(
        look,
        p("One ", strong("two"), " ", link("three", "https://post.example/")),
        h("Four"),
        Quote((p("five"), p("six")), "Ann"),
        bullets("seven", "eight"),
        Table((((Cell((Span("nine"),), header=True)), Cell((Span("ten"),))),)),
        Code("eleven\n  twelve"),
        Rule(),
        Embed((p("thirteen"),), author="Bo"),
        Footnote("1", (p("fourteen"),), "note-1"),
    )
    text = story.document.toPlainText()
    for word in (
        *["One", "two", "three", "Four", "five", "six", "Ann", "seven", "eight"],
        *["nine", "ten", "eleven", "twelve", "Bo", "fourteen"],
    ):
        assert word in text


def test_links_and_marks_are_set(look: Look) -> None:
    story = set_story(look, p("See ", link("here", "https://post.example/a")))
    cursor = story.document.find("here")
    assert cursor.charFormat().anchorHref() == "https://post.example/a"
    assert cursor.charFormat().fontUnderline()


def test_a_table_is_a_table_and_its_header_is_strong(look: Look) -> None:
    story = set_story(look, Table(((Cell((Span("Year"),), header=True),), (Cell((Span("1885"),)),))))
    table = story.document.find("Year").currentTable()
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns()) == (2, 1)


def test_cells_that_span_are_merged_and_none_is_lost(look: Look) -> None:
    rows = ((Cell((Span("a"),), columns=2), Cell((Span("b"),), rows=2)), (Cell((Span("c"),)), Cell((Span("d"),))))
    story = set_story(look, Table(rows))
    assert {"a", "b", "c", "d"} <= set(story.document.toPlainText().split())


def test_a_huge_table_is_set_as_lines(look: Look) -> None:
    rows = tuple(tuple(Cell((Span(f"{row}.{column}"),)) for column in range(40)) for row in range(50))
    story = set_story(look, Table(rows))
    assert story.document.find("49.39").currentTable() is None


def test_a_place_survives_another_text_size_and_what_was_set_aside(themes: dict[str, Theme], look: Look) -> None:
    article = long_story()
    before = whole(article, look, Layout(640))
    place = Place(20, 31)
    larger = Look(look.theme, TypeFace(size=30))
    after = whole(article, larger, Layout(400, show_set_aside=True))
    assert before.place_at(before.position_of(place)) == place
    assert after.place_at(after.position_of(place)) == place
    word = before.document.toPlainText()[before.position_of(place) :][:20]
    assert after.document.toPlainText()[after.position_of(place) :][:20] == word


def test_a_place_that_is_gone_leads_to_the_nearest_before_it(look: Look) -> None:
    story = set_story(look, p("one"), p("two"))
    assert story.place_at(story.position_of(Place(9, 400))).block == 1
    assert story.position_of(Place(-1, 0)) == 0


def test_what_was_set_aside_is_shown_in_its_place_with_its_reason(look: Look) -> None:
    aside = SetAside("Read more: boats", "promotion", 0)
    hidden = set_story(look, p("one"), p("two"), set_aside=(aside,))
    shown = set_story(look, p("one"), p("two"), set_aside=(aside,), show_set_aside=True)
    assert "boats" not in hidden.document.toPlainText()
    assert "1 passage set aside" in hidden.document.toPlainText()
    assert "Set aside: promotion" in shown.document.toPlainText()
    text = shown.document.toPlainText()
    assert text.index("one") < text.index("boats") < text.index("two")


def test_a_picture_is_a_line_beside_the_panel_and_a_picture_without_it(look: Look) -> None:
    figure = remote("boat.jpg", "The ferry", "Anna Brodie")
    line = set_story(look, p("one"), FigurePlace(0), figures=(figure,))
    picture = set_story(
        look, p("one"), FigurePlace(0), figures=(figure,), pictures_in_text=True, sizes={0: QSize(3000, 1500)}
    )
    assert "▣ 1\u2003The ferry\u2003Anna Brodie" in line.document.toPlainText()
    assert picture.picture_sizes() == {0: QSize(640, 320)}
    assert "The ferry" in picture.document.toPlainText()
    assert line.block_of_figure(0) is not None


def test_the_figure_one_has_come_to_is_the_last_one_above(look: Look) -> None:
    figures = (remote("a.jpg", "A"), remote("b.jpg", "B"))
    story = set_story(look, p("one"), FigurePlace(0), p("two"), FigurePlace(1), p("three"), figures=figures)
    last = story.document.blockCount() - 1
    second = story.block_of_figure(1)
    assert second is not None
    assert story.figure_at(last) == 1
    assert story.figure_at(second.blockNumber() - 1) == 0


def test_an_endless_word_gets_places_to_break(look: Look) -> None:
    story = set_story(look, p("x" * (LONGEST_WORD * 3)))
    assert "\u200b" in story.document.toPlainText()


def test_soft_hyphens_are_not_shown(look: Look) -> None:
    assert lines(set_story(look, p("Schiff\u00adfahrt")))[-1] == "Schifffahrt"


def test_arabic_is_set_from_right_to_left(look: Look) -> None:
    story = set_story(look, p("مرحبا"), title="2025", language="ar")
    block = story.document.firstBlock()
    assert block.blockFormat().layoutDirection().name == "RightToLeft"


def test_the_column_follows_the_measure_and_the_size(look: Look) -> None:
    wide = Look(look.theme, TypeFace(measure=90))
    assert column_width(wide) > column_width(look)
    assert 600 < column_width(look) < 680
    assert column_width(look, "ja") == 38 * 19


def test_setting_text_keeps_no_reference_too_few(qapp: object) -> None:
    """Some releases of the toolkit drop a reference to None with each insertion, until the process aborts."""
    cursor = QTextCursor(QTextDocument())
    before = sys.getrefcount(None)
    for _ in range(1000):
        cursor.insertBlock()
        cursor.insertText("word")
    assert sys.getrefcount(None) > before - 200


words = st.text(max_size=40)
paragraphs = st.builds(p, words)
inner = st.lists(paragraphs, max_size=2).map(tuple)
blocks = st.one_of(
    paragraphs,
    st.builds(h, words, st.integers(2, 6)),
    st.builds(Quote, inner, words),
    st.builds(bullets, words, words),
    st.builds(Code, words),
    st.just(Rule()),
    st.builds(Embed, inner, words, words, words),
    st.builds(Footnote, words, inner, words),
    st.builds(lambda a, b: Table(((Cell((Span(a),), columns=3), Cell((Span(b),), rows=9)),)), words, words),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, max_size=6), st.integers(-3, 9), st.integers(0, 90))
def test_any_story_can_be_set_and_every_place_leads_somewhere(
    themes: dict[str, Theme], story_blocks: list[Block], block: int, offset: int
) -> None:
    look = Look(themes["light"])
    story = set_story(look, *story_blocks)
    position = story.position_of(Place(block, offset))
    assert 0 <= position < max(1, story.document.characterCount())


@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast"])
def test_the_words_are_set_in_the_colours_of_the_theme(themes: dict[str, Theme], name: str) -> None:
    look = Look(themes[name])
    story = set_story(look, p("word"))
    cursor = story.document.find("word")
    assert cursor.charFormat().foreground().color() == look.theme.ink
