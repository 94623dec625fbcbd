"""The rules of reading a page, each with a small page of its own: the documents in ``cases/`` are the tests.

A case is a heading "## Should …", a fenced ``html`` block, and a fenced ``story`` block that says what is read, one
line a passage: fields and how they were found out as ``name: value``; blocks as ``p: …``, ``h2: …``, ``quote: …``,
``- …`` and so on; what was set aside as ``aside (reason): …``. Fields that the story block does not name are not looked
at; blocks always are, and asides where one
is named.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.article import (
    Article,
    Block,
    Code,
    Embed,
    FigurePlace,
    Footnote,
    Heading,
    Listing,
    Mark,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Span,
    Table,
    Trust,
    plain,
    texts,
)
from reader.parser.formats import html
from reader.parser.parsed import Parsed
from reader.parser.source import Source

CASES = Path(__file__).with_name("cases")
FENCES = re.compile(
    r"^## (?P<title>.+?)\n(?P<before>.*?)```html\n(?P<page>.*?)```\s*```story\n(?P<story>.*?)```", re.M | re.S
)
FIELDS = ("title", "kicker", "standfirst", "authors", "published", "updated", "saved", "site", "address", "language")
TRUST: dict[str, Callable[[Trust], str]] = {
    "title told by": lambda trust: ", ".join(trust.title),
    "authors told by": lambda trust: ", ".join(trust.authors),
    "published told by": lambda trust: ", ".join(trust.published),
    "found": lambda trust: trust.story,
    "complete": lambda trust: str(trust.completeness),
    "doubts": lambda trust: " ".join(trust.doubts),
}


def cases() -> Iterator[tuple[str, str, str]]:
    for document in sorted(CASES.glob("*.md")):
        for case in FENCES.finditer(document.read_text("utf-8")):
            yield f"{document.stem}: {case['title']}", case["page"], case["story"].strip()


ALL = list(cases())


@pytest.mark.parametrize(("page", "story"), [case[1:] for case in ALL], ids=[case[0] for case in ALL])
def test_a_page_is_read_as_its_case_says(page: str, story: str) -> None:
    parsed = html.read(Source(Path("page.html"), page.encode()), page)
    assert isinstance(parsed, Parsed)
    wanted = [line for line in story.split("\n") if line.strip()]
    named = {line.split(":")[0] for line in wanted}
    asides = any(name.startswith("aside") for name in named)
    assert list(said(parsed.article, named, asides=asides)) == wanted


def said(article: Article, named: set[str], *, asides: bool) -> Iterator[str]:
    """The story in the words of a case."""
    for field in FIELDS:
        if field in named:
            yield f"{field}: {field_of(article, field)}".rstrip()
    for name, words_of in TRUST.items():
        if name in named:
            yield f"{name}: {words_of(article.trust)}".rstrip()
    for place in range(-1, len(article.blocks)):
        if place >= 0:
            yield from lines_of(article.blocks[place], article)
        if asides:
            yield from (f"aside ({x.reason}): {x.text}" for x in article.set_aside if x.after_block == place)


def field_of(article: Article, field: str) -> str:
    value = getattr(article, field)
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value if isinstance(value, str) else value.isoformat())


def lines_of(block: Block, article: Article) -> Iterator[str]:  # noqa: C901, PLR0912  (one case for each kind of block)
    match block:
        case Paragraph(spans):
            yield f"p: {marked(spans)}"
        case Heading(level, spans):
            yield f"h{level}: {marked(spans)}"
        case PullQuote(spans):
            yield f"pullquote: {marked(spans)}"
        case Quote(inner, cite):
            yield f"quote{f' ({cite})' if cite else ''}: {' / '.join(texts(inner))}"
        case Embed(inner, author, site):
            yield f"embed ({site}, {author}): {' / '.join(texts(inner))}"
        case Listing(items, ordered, start):
            for number, item in enumerate(items, start):
                yield f"{f'{number}.' if ordered else '-'} {' / '.join(texts(item.blocks))}"
        case Table(rows):
            for row in rows:
                yield "table: " + " | ".join(plain(cell.spans).replace("\n", "⏎") for cell in row)
        case Code(text, language):
            yield f"code{f' ({language})' if language else ''}: {text!r}"
        case Rule():
            yield "rule"
        case Footnote(label, inner):
            yield f"footnote {label}: {' / '.join(texts(inner))}"
        case FigurePlace(place):
            figure = article.figures[place]
            source = figure.image.source if figure.image else "no picture"
            yield f"{'lead' if figure.lead else 'figure'} {source}: {figure.caption} [{figure.credit}]"


SIGNS = (
    (Mark.STRONG, "**"),
    (Mark.EMPHASIS, "*"),
    (Mark.CODE, "`"),
    (Mark.SUPERSCRIPT, "^"),
    (Mark.SUBSCRIPT, "_"),
    (Mark.STRUCK, "~"),
)


def marked(spans: tuple[Span, ...]) -> str:
    """Spans with signs for their marks, links as [text](address), line breaks as ⏎."""
    parts = []
    for span in spans:
        text = span.text.replace("\n", "⏎")
        for mark, sign in SIGNS:
            if mark in span.marks:
                text = f"{sign}{text}{sign}"
        parts.append(f"[{text}]({span.link})" if span.link else text)
    return "".join(parts)


def test_there_are_cases_and_each_is_well_formed() -> None:
    headings = sum(document.read_text("utf-8").count("\n## ") for document in CASES.glob("*.md"))
    assert len(ALL) == headings > 0
