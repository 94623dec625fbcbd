from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import (
    Article,
    Block,
    Cell,
    Code,
    Embed,
    Figure,
    FigurePlace,
    Footnote,
    Heading,
    ImageRef,
    Item,
    Kept,
    Listing,
    Mark,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Span,
    Table,
)
from reader.export import as_markdown
from reader.export.markdown_spans import destination, escaped, marked


def p(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def body(*blocks: Block, figures: tuple[Figure, ...] = ()) -> str:
    return as_markdown(Article(blocks=blocks, figures=figures)).rstrip("\n")


def test_the_head_says_what_is_known() -> None:
    article = Article(
        title="Tide & *time*",
        standfirst="Always",
        authors=("Ann Bay",),
        published=date(2023, 11, 3),
        address="https://shore.example/a_b",
    )
    assert as_markdown(article) == (
        "# Tide & \\*time\\*\n\n*Always*\n\nBy Ann Bay · 3 November 2023\n\n"
        "[https://shore.example/a\\_b](<https://shore.example/a_b>)\n"
    )


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("2 * 3 * 4 and _one_", "2 \\* 3 \\* 4 and \\_one\\_"),
        ("# not a heading", "\\# not a heading"),
        ("1. not a list", "1\\. not a list"),
        ("1984 was a year", "1984 was a year"),
        ("- nor this\n+ nor that", "\\- nor this\\\n\\+ nor that"),
        ("<b>&amp; [x](y)", "\\<b\\>\\&amp; \\[x\\](y)"),
        ("Fish & chips", "Fish & chips"),
        ("===", "\\==="),
    ],
)
def test_nothing_in_the_words_becomes_markup(words: str, wanted: str) -> None:
    assert marked((Span(words),)) == wanted


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        ((Span("a "), Span("b ", Mark.STRONG), Span("c")), "a **b** c"),
        ((Span("a", Mark.STRONG), Span("b", Mark.STRONG | Mark.EMPHASIS)), "**a*b***"),
        ((Span("H"), Span("2", Mark.SUBSCRIPT), Span("O")), "H<sub>2</sub>O"),
        ((Span("old", Mark.STRUCK), Span(" x"), Span("2", Mark.SUPERSCRIPT)), "~~old~~ x<sup>2</sup>"),
        ((Span("a_b `c`", Mark.CODE),), "`` a_b `c` ``"),
        ((Span("the "), Span("old ", link="#n"), Span("quay", Mark.EMPHASIS, "#n")), "the [old *quay*](<#n>)"),
        ((Span(" ", Mark.STRONG), Span("x")), "x"),
        ((Span("one\ntwo"),), "one\\\ntwo"),
    ],
)
def test_marks_and_links_become_markup(spans: tuple[Span, ...], wanted: str) -> None:
    assert marked(spans) == wanted


@given(st.text())
def test_an_address_cannot_break_out_of_its_place(address: str) -> None:
    shown = destination(address)
    inner = shown[1:-1].replace("\\\\", "").replace("\\<", "").replace("\\>", "")
    assert not set("<>\n\r") & set(inner)


@given(st.text(max_size=40))
def test_escaping_loses_no_sign(words: str) -> None:
    assert escaped(words).replace("\\", "") == words.replace("\\", "")


def test_blocks_have_their_signs() -> None:
    assert body(Heading(3, (Span("Part\none"),)), Rule(), p("x")) == "### Part one\n\n---\n\nx"
    assert body(Quote((p("One"), p("Two")), "Ann Bay")) == "> One\n>\n> Two\n>\n> — Ann Bay"
    assert body(PullQuote((Span("One"),))) == "> One"
    assert body(Embed((p("One"),), "Ann Bay", "Shore")) == "> One\n>\n> — Ann Bay, Shore"
    assert body(Code("```\nx\n```", "c++")) == "````c++\n```\nx\n```\n````"
    assert body(Footnote("1", (p("See"), p("there")))) == "[^1]: See\n\n    there"


def test_lists_in_lists_hang_below_their_item() -> None:
    inner = Listing((Item((p("Inner"),)), Item((p("Last"),))), ordered=True, start=9)
    assert body(Listing((Item((p("Outer"),)), Item((p("Next"),))))) == "- Outer\n- Next"
    assert body(Listing((Item((p("Outer"), inner)),))) == "- Outer\n\n  9. Inner\n  10. Last"


def test_a_table_has_a_header_and_as_many_cells_in_each_row() -> None:
    head = (Cell((Span("Port"),), header=True), Cell((Span("Tide"),), header=True))
    rows = ((Cell((Span("a|b"),), columns=2),), (Cell((Span("c"),)), Cell((Span("3\nm"),))))
    assert body(Table((head, *rows), "Ports")) == ("Ports\n\n| Port | Tide |\n| --- | --- |\n| a\\|b |  |\n| c | 3 m |")
    assert body(Table((rows[1],))) == "|  |  |\n| --- | --- |\n| c | 3 m |"
    assert body(Table(())) == ""


def test_a_picture_that_can_be_had_is_shown_and_one_that_cannot_is_told() -> None:
    figures = (
        Figure(ImageRef("tide files/a.jpg", Kept.BESIDE), "Waves", "A quay", "Ann Bay"),
        Figure(ImageRef("data:image/png", Kept.EMBEDDED, 0), "Waves"),
        Figure(None, caption="Lost"),
    )
    assert body(*(FigurePlace(n) for n in range(3)), figures=figures) == (
        "![Waves](<tide files/a.jpg>)\n\nA quay *Ann Bay*\n\n[Picture] Waves\n\n[Picture] Lost"
    )
