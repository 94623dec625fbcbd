import json
from datetime import UTC, date, datetime

import pytest

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
    SetAside,
    Span,
    Table,
)
from reader.export import article_fields, as_json

PLAIN = (Span("The tide came in."),)
MARKED = (Span("The "), Span("tide", Mark.STRONG | Mark.CODE, "https://shore.example/"), Span(" came in."))
MARKED_SPANS = [
    {"text": "The "},
    {"text": "tide", "marks": ["strong", "code"], "link": "https://shore.example/"},
    {"text": " came in."},
]


def block(given: Block) -> object:
    shown = article_fields(Article(blocks=(given,)))["blocks"]
    assert isinstance(shown, list)
    return shown[0]


CASES: dict[str, tuple[Block, dict[str, object]]] = {
    "paragraph": (Paragraph(PLAIN), {"type": "paragraph", "text": "The tide came in."}),
    "paragraph with marks": (
        Paragraph(MARKED),
        {"type": "paragraph", "text": "The tide came in.", "spans": MARKED_SPANS},
    ),
    "heading": (Heading(3, PLAIN), {"type": "heading", "level": 3, "text": "The tide came in."}),
    "quote": (
        Quote((Paragraph(PLAIN), Paragraph(PLAIN)), "Ann Bay"),
        {"type": "quote", "text": "The tide came in.\n\nThe tide came in.", "cite": "Ann Bay"},
    ),
    "quote of more than paragraphs": (
        Quote((Heading(2, PLAIN),)),
        {
            "type": "quote",
            "text": "The tide came in.",
            "blocks": [{"type": "heading", "level": 2, "text": "The tide came in."}],
            "cite": "",
        },
    ),
    "pull quote": (
        PullQuote(MARKED, "Ann Bay"),
        {"type": "pullquote", "text": "The tide came in.", "spans": MARKED_SPANS, "cite": "Ann Bay"},
    ),
    "list": (
        Listing((Item((Paragraph(PLAIN),)),)),
        {"type": "list", "ordered": False, "items": [{"text": "The tide came in."}]},
    ),
    "numbered list": (
        Listing((Item((Paragraph(PLAIN),)),), ordered=True, start=4),
        {"type": "list", "ordered": True, "start": 4, "items": [{"text": "The tide came in."}]},
    ),
    "list in a list": (
        Listing((Item((Paragraph((Span("One"),)), Listing((Item((Paragraph((Span("Two"),)),)),)))),)),
        {
            "type": "list",
            "ordered": False,
            "items": [
                {
                    "text": "One\n\nTwo",
                    "blocks": [
                        {"type": "paragraph", "text": "One"},
                        {"type": "list", "ordered": False, "items": [{"text": "Two"}]},
                    ],
                }
            ],
        },
    ),
    "table": (
        Table(((Cell((Span("Port"),), header=True),), (Cell((Span("Quay"),)),)), "Ports"),
        {"type": "table", "caption": "Ports", "header": ["Port"], "rows": [["Quay"]]},
    ),
    "table without a header": (
        Table(((Cell((Span("Quay"),)), Cell((Span("3"),))),)),
        {"type": "table", "caption": "", "header": [], "rows": [["Quay", "3"]]},
    ),
    "table with cells that span": (
        Table(((Cell((Span("Quay"),), columns=2),),)),
        {
            "type": "table",
            "caption": "",
            "header": [],
            "rows": [["Quay"]],
            "cells": [[{"text": "Quay", "header": False, "columns": 2, "rows": 1}]],
        },
    ),
    "code": (Code("a = 1\n", "python"), {"type": "code", "text": "a = 1\n", "language": "python"}),
    "rule": (Rule(), {"type": "rule"}),
    "embed": (
        Embed((Paragraph(PLAIN),), "Ann Bay", "Shore", "https://shore.example/1"),
        {
            "type": "embed",
            "text": "The tide came in.",
            "author": "Ann Bay",
            "site": "Shore",
            "url": "https://shore.example/1",
        },
    ),
    "figure": (FigurePlace(2), {"type": "figure", "index": 2}),
    "footnote": (
        Footnote("1", (Paragraph(PLAIN),), "note-1"),
        {"type": "footnote", "label": "1", "text": "The tide came in.", "place": "note-1"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_block_has_its_shape(name: str) -> None:
    given, wanted = CASES[name]
    assert block(given) == wanted


def test_the_fields_of_an_article_come_in_the_documented_order() -> None:
    assert list(article_fields(Article())) == [
        "title",
        "standfirst",
        "authors",
        "published",
        "updated",
        "site",
        "url",
        "language",
        "text",
        "blocks",
        "images",
        "set_aside",
        "trust",
    ]


def test_times_have_a_zone_only_where_the_page_gives_one() -> None:
    days = article_fields(Article(published=date(2023, 11, 13), updated=datetime(2023, 11, 13, 7, 34)))
    assert (days["published"], days["updated"]) == ("2023-11-13", "2023-11-13T07:34:00")
    zoned = article_fields(Article(published=datetime(2023, 11, 13, 7, 34, tzinfo=UTC)))
    assert (zoned["published"], zoned["updated"]) == ("2023-11-13T07:34:00+00:00", None)


def test_the_text_is_the_body_alone() -> None:
    article = Article(
        title="Tide",
        standfirst="Always",
        blocks=(Heading(2, PLAIN), FigurePlace(0), Rule(), Listing((Item((Paragraph((Span("One"),)),)),))),
        figures=(Figure(None, caption="A quay"),),
    )
    assert article_fields(article)["text"] == "The tide came in.\n\nOne"


def test_pictures_say_where_they_are_and_what_stands_below_them() -> None:
    article = Article(
        figures=(
            Figure(ImageRef("tide_files/a.jpg", Kept.BESIDE), "Waves", "A quay", "Ann Bay", lead=True),
            Figure(None, caption="Lost"),
        )
    )
    assert article_fields(article)["images"] == [
        {"source": "tide_files/a.jpg", "alt": "Waves", "caption": "A quay", "credit": "Ann Bay", "role": "lead"},
        {"source": None, "alt": "", "caption": "Lost", "credit": "", "role": None},
    ]


def test_what_was_set_aside_is_there_with_its_reason_and_place() -> None:
    fields = article_fields(Article(set_aside=(SetAside("Read more", "promotion", 3),)))
    assert fields["set_aside"] == [{"text": "Read more", "reason": "promotion", "after_block": 3}]


def test_as_json_is_one_object_and_keeps_every_sign() -> None:
    assert json.loads(as_json(Article(title="潮 “tide” \u2028")))["title"] == "潮 “tide” \u2028"
