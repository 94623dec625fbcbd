"""A long story is set a slice at a time, and comes out as if it had been set at once."""

from collections.abc import Iterator
from typing import Any

import pytest

from reader.app.look import Look
from reader.app.story import Layout, Place, StoryDocument, filling
from reader.article import Article, Block, FigurePlace, Rule, SetAside, Span, Table
from reader.article.blocks import Cell, Code
from tests.builders import bullets, h, link, p, remote

WORDS = "The keeper of the light had not spoken to anyone since the boat went down, and nobody had asked him to. "
TABLE = Table((((Cell((Span("tide"),))), (Cell((Span("table"),)))),))


def book(chapters: int = 60) -> Article:
    """A story of some hundred thousand signs with every kind of thing in it."""
    blocks: list[Block] = []
    for number in range(chapters):
        blocks += [h(f"Chapter {number}"), p(f"First {number}. " + WORDS * 9), p("then ", link("there", "#n1"))]
        blocks += [bullets("rope", "paint"), FigurePlace(number), TABLE, Rule(), p(f"Last {number}. " + WORDS * 8)]
    return Article(
        title="The book",
        language="en",
        blocks=tuple(blocks),
        figures=tuple(remote(f"{number}.jpg", f"Boat {number}", "Ann") for number in range(chapters)),
        set_aside=(SetAside("Read more: boats", "promotion", 40), SetAside("Sign up", "newsletter", 400)),
    )


def begun(look: Look, article: Article, place: Place, **layout: Any) -> StoryDocument:
    story = StoryDocument(article, look, Layout(640, **layout), place)
    story.document.setTextWidth(640)
    story.begin()
    return story


def filled(story: StoryDocument) -> StoryDocument:
    while not story.is_whole:
        story.fill(0.01)
    return story


def account(story: StoryDocument) -> Iterator[tuple[object, ...]]:
    """Every text block of a story: its words, its shape, what part it is of."""
    block = story.document.begin()
    while block.isValid():
        shape = block.blockFormat()
        size = block.charFormat().font().pixelSize()
        yield (block.text(), block.userState(), shape.lineHeight(), shape.topMargin(), shape.bottomMargin(), size)
        block = block.next()


@pytest.mark.parametrize("part", [-1, 0, 3, 5, 6, 200, 333, 470, 479, 480])
def test_begun_anywhere_it_is_the_same_in_the_end(look: Look, part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    article = book()
    story = begun(look, article, Place(part), show_set_aside=True)
    assert story.has(Place(part))
    assert not story.is_whole
    filled(story)
    monkeypatch.setattr(filling, "AT_ONCE", 10**9)
    whole = begun(look, article, Place(), show_set_aside=True)
    assert whole.is_whole
    assert list(account(story)) == list(account(whole))
    assert story.document.size().height() == pytest.approx(whole.document.size().height(), abs=2)
    for position in range(0, whole.document.characterCount(), 997):
        assert story.place_at(position) == whole.place_at(position)
        number = whole.document.findBlock(position).blockNumber()
        assert story.figure_at(number) == whole.figure_at(number)
    for figure in range(60):
        one, other = story.block_of_figure(figure), whole.block_of_figure(figure)
        assert one is not None
        assert other is not None
        assert one.position() == other.position()


def test_what_is_set_first_is_what_one_wants_to_see(look: Look) -> None:
    story = begun(look, book(), Place(241, 30))
    assert story.has(Place(241, 30))
    assert story.has(Place(243))
    assert not story.has(Place(2))
    assert not story.has(story.end)
    position = story.position_of(Place(241, 30))
    assert story.place_at(position) == Place(241, 30)
    assert story.document.findBlock(position).text().startswith("First 30. ")


def test_the_text_one_reads_stays_where_it_is_or_its_way_is_told(look: Look) -> None:
    story = begun(look, book(), Place(241))
    layout = story.document.documentLayout()

    def top() -> float:
        return layout.blockBoundingRect(story.document.findBlock(story.position_of(Place(241)))).top()

    expected = top()
    while not story.is_whole:
        expected += story.fill(0.001)
        assert top() == pytest.approx(expected, abs=1)


def test_the_length_is_about_right_from_the_first_moment(look: Look) -> None:
    story = begun(look, Article(language="en", blocks=tuple(p(WORDS * 7) for _ in range(300))), Place(100))
    guessed = story.document.size().height()
    filled(story)
    assert guessed == pytest.approx(story.document.size().height(), rel=0.06)


def test_in_a_gap_one_is_where_the_text_will_be(look: Look) -> None:
    story = begun(look, Article(language="en", blocks=tuple(p(WORDS * 7) for _ in range(300))), Place(150))
    above = story.document.findBlockByNumber(1).position()
    below = story.document.lastBlock().position()
    assert story.place_at(above, 0.5).block == pytest.approx(75, abs=8)
    assert story.place_at(below, 0.5).block == pytest.approx(228, abs=8)
    assert not story.has(story.place_at(below, 0.5))


@pytest.mark.parametrize("text", [WORDS * 3000, "word\n" * 60_000, "x" * 300_000])
def test_one_endless_paragraph_is_set_in_stretches_and_loses_nothing(look: Look, text: str) -> None:
    article = Article(blocks=(p("Before."), p(text), p("After.")))
    place = Place(1, 200_000)
    story = begun(look, article, place)
    assert story.has(place)
    assert not story.has(Place(1, 3))
    position = story.position_of(place)
    assert story.place_at(position) == place
    words = story.document.findBlock(position).text()[:20]
    filled(story)
    said = story.document.toPlainText().replace("\u200b", "")
    assert "".join(said.split()).endswith("".join(text.split()) + "After.")
    assert story.document.findBlock(story.position_of(place)).text()[:20] == words


def test_a_whole_log_in_one_block_of_code_is_set_in_stretches(look: Look) -> None:
    log = "\n".join(f"{number:06} the keeper looked at the lamp" for number in range(9_000))
    story = begun(look, Article(blocks=(p("Before."), Code(log))), Place(1, 100_000))
    assert not story.is_whole
    lines = filled(story).document.toPlainText().splitlines()
    assert [line for line in lines if "keeper" in line] == log.splitlines()


def test_a_short_story_is_set_at_once(look: Look) -> None:
    assert begun(look, Article(blocks=tuple(p(WORDS) for _ in range(20))), Place(10)).is_whole
