"""An Article as plain text: one line a paragraph, a blank line between passages, no markup."""

from typing import assert_never

from reader.article import (
    Article,
    Block,
    Code,
    Embed,
    Figure,
    FigurePlace,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    plain,
)
from reader.export.head import byline


def as_text(article: Article) -> str:
    """Headline, standfirst, byline, address and story; pictures as their words in square brackets."""
    head = [article.title, article.standfirst, byline(article), article.address]
    body = [_block(block, article) for block in article.blocks]
    return "\n\n".join(part for part in head + body if part.strip()) + "\n"


def _block(block: Block, article: Article) -> str:  # noqa: PLR0911  one case for each kind of block
    match block:
        case Paragraph(spans) | Heading(_, spans):
            return plain(spans)
        case PullQuote(spans, cite):
            return _with_source(plain(spans), cite)
        case Quote(inner, cite):
            return _indented(_with_source(_passages(inner, article), cite), "    ")
        case Listing():
            return _listing(block, article)
        case Table():
            return _table(block)
        case Code(text):
            return _indented(text, "    ")
        case Rule():
            return "* * *"
        case Embed(inner, author, site):
            source = ", ".join(part for part in (author, site) if part)
            return _indented(_with_source(_passages(inner, article), source), "    ")
        case FigurePlace(figure):
            return picture_words(article.figures[figure])
        case Footnote(label, inner):
            return _hanging(f"[{label}] ", _passages(inner, article))
        case _:
            assert_never(block)


def picture_words(figure: Figure) -> str:
    """``[Picture: caption (credit)]``; the alt text where there is no caption."""
    words = figure.caption or figure.alt
    credit = f"({figure.credit})" if figure.credit else ""
    told = " ".join(part for part in (words, credit) if part)
    return f"[Picture: {told}]" if told else "[Picture]"


def _passages(blocks: tuple[Block, ...], article: Article) -> str:
    return "\n\n".join(text for block in blocks if (text := _block(block, article)).strip())


def _with_source(text: str, source: str) -> str:
    return f"{text}\n— {source}" if source else text


def _listing(listing: Listing, article: Article) -> str:
    lines = []
    for number, item in enumerate(listing.items, listing.start):
        sign = f"{number}. " if listing.ordered else "• "
        lines.append(_hanging(sign, _passages(item.blocks, article)))
    return "\n".join(lines)


def _table(table: Table) -> str:
    """Cells side by side in columns as wide as their longest cell."""
    rows = [[" ".join(plain(cell.spans).split()) for cell in row] for row in table.rows]
    columns = max((len(row) for row in rows), default=0)
    widths = [max(len(row[column]) for row in rows if column < len(row)) for column in range(columns)]
    lines = ["   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows]
    return "\n".join(([table.caption] if table.caption else []) + lines)


def _hanging(sign: str, text: str) -> str:
    """The text behind a sign, its further lines below its own beginning."""
    return sign + _indented(text, " " * len(sign)).lstrip(" ")


def _indented(text: str, indent: str) -> str:
    return "\n".join(indent + line if line else line for line in text.split("\n"))
