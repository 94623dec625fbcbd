from datetime import datetime

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
    Item,
    Listing,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Span,
    Table,
)
from reader.export import as_text


def p(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def body(*blocks: Block, figures: tuple[Figure, ...] = ()) -> str:
    return as_text(Article(blocks=blocks, figures=figures)).rstrip("\n")


def test_the_head_says_what_is_known_and_nothing_else() -> None:
    article = Article(
        title="Tide",
        standfirst="Always",
        authors=("Ann Bay", "Ben Cove"),
        site="The Shore",
        published=datetime(2023, 11, 3, 7, 34),
        address="https://shore.example/tide",
        blocks=(p("It came in."),),
    )
    assert as_text(article) == (
        "Tide\n\nAlways\n\nBy Ann Bay, Ben Cove · The Shore · 3 November 2023, 07:34\n\n"
        "https://shore.example/tide\n\nIt came in.\n"
    )
    assert as_text(Article(blocks=(p("It came in."),))) == "It came in.\n"


def test_quotes_are_set_in_and_say_whom_they_are_from() -> None:
    assert body(Quote((p("One."), p("Two.")), "Ann Bay")) == "    One.\n\n    Two.\n    — Ann Bay"
    assert body(PullQuote((Span("One."),), "Ann Bay")) == "One.\n— Ann Bay"
    assert body(Embed((p("One."),), "Ann Bay", "Shore")) == "    One.\n    — Ann Bay, Shore"


def test_lists_in_lists_hang_below_their_item() -> None:
    inner = Listing((Item((p("Inner"),)),), ordered=True, start=9)
    assert body(Listing((Item((p("Outer"), inner)), Item((p("Next"),))))) == "• Outer\n\n  9. Inner\n• Next"


def test_cells_stand_in_columns() -> None:
    table = Table(((Cell((Span("Port"),)), Cell((Span("Tide"),))), (Cell((Span("A"),)), Cell((Span("3 m"),)))), "Ports")
    assert body(table) == "Ports\nPort   Tide\nA      3 m"


def test_code_rules_headings_and_notes_keep_their_words() -> None:
    blocks = (Heading(2, (Span("Part"),)), Code("a\nb"), Rule(), Footnote("1", (p("See"), p("there"))))
    assert body(*blocks) == "Part\n\n    a\n    b\n\n* * *\n\n[1] See\n\n    there"


def test_pictures_are_told_by_their_words() -> None:
    figures = (Figure(None, "Waves", "A quay", "Ann Bay"), Figure(None, "Waves"), Figure(None))
    assert body(*(FigurePlace(n) for n in range(3)), figures=figures) == (
        "[Picture: A quay (Ann Bay)]\n\n[Picture: Waves]\n\n[Picture]"
    )
