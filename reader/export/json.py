"""An Article as JSON: the fields and shapes that docs/extract.md promises."""

import json
from typing import assert_never

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
    Mark,
    Moment,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
    Trust,
    body_text,
    plain,
    texts,
)

Fields = dict[str, object]
"""A JSON object: ``text`` says all its words; ``spans``, ``blocks`` or ``cells`` stand where text is not everything."""


_MARK_NAMES = {
    Mark.STRONG: "strong",
    Mark.EMPHASIS: "emphasis",
    Mark.CODE: "code",
    Mark.SUBSCRIPT: "subscript",
    Mark.SUPERSCRIPT: "superscript",
    Mark.STRUCK: "struck",
}


def as_json(article: Article) -> str:
    """The article as one JSON object, indented for the eye."""
    return json.dumps(article_fields(article), ensure_ascii=False, indent=2)


def article_fields(article: Article) -> Fields:
    """Every field of the article, in the order of docs/extract.md; times are ISO 8601 or None."""
    return {
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": list(article.authors),
        "published": _time(article.published),
        "updated": _time(article.updated),
        "site": article.site,
        "url": article.address,
        "language": article.language,
        "text": body_text(article),
        "blocks": [_block(block) for block in article.blocks],
        "images": [_image(figure) for figure in article.figures],
        "set_aside": [
            {"text": passage.text, "reason": passage.reason, "after_block": passage.after_block}
            for passage in article.set_aside
        ],
        "trust": _trust(article.trust),
    }


def _trust(trust: Trust) -> Fields:
    return {
        "title": list(trust.title),
        "authors": list(trust.authors),
        "published": list(trust.published),
        "story": trust.story,
        "completeness": trust.completeness,
        "doubts": list(trust.doubts),
    }


def _time(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None


def _image(figure: Figure) -> Fields:
    return {
        "source": figure.image.source if figure.image else None,
        "alt": figure.alt,
        "caption": figure.caption,
        "credit": figure.credit,
        "role": "lead" if figure.lead else None,
    }


def _block(block: Block) -> Fields:  # noqa: PLR0911  one case for each kind of block
    match block:
        case Paragraph(spans):
            return {"type": "paragraph", **_running(spans)}
        case Heading(level, spans):
            return {"type": "heading", "level": level, **_running(spans)}
        case Quote(inner, cite):
            return {"type": "quote", **_passages(inner), "cite": cite}
        case PullQuote(spans, cite):
            return {"type": "pullquote", **_running(spans), "cite": cite}
        case Listing():
            return _listing(block)
        case Table():
            return _table(block)
        case Code(text, language):
            return {"type": "code", "text": text, "language": language}
        case Rule():
            return {"type": "rule"}
        case Embed(inner, author, site, address):
            return {"type": "embed", **_passages(inner), "author": author, "site": site, "url": address}
        case FigurePlace(figure):
            return {"type": "figure", "index": figure}
        case Footnote(label, inner, place):
            return {"type": "footnote", "label": label, **_passages(inner), "place": place}
        case _:
            assert_never(block)


def _running(spans: Spans) -> Fields:
    """Running text; its spans only where one of them is marked or linked."""
    fields: Fields = {"text": plain(spans)}
    if any(span.marks or span.link for span in spans):
        fields["spans"] = [_span(span) for span in spans]
    return fields


def _span(span: Span) -> Fields:
    fields: Fields = {"text": span.text}
    if span.marks:
        fields["marks"] = [_MARK_NAMES[mark] for mark in span.marks]
    if span.link:
        fields["link"] = span.link
    return fields


def _passages(blocks: tuple[Block, ...]) -> Fields:
    """The words of several blocks; the blocks themselves only where they are more than plain paragraphs."""
    fields: Fields = {"text": "\n\n".join(text for text in texts(blocks) if text.strip())}
    if not all(_is_plain(block) for block in blocks):
        fields["blocks"] = [_block(block) for block in blocks]
    return fields


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and not any(span.marks or span.link for span in block.spans)


def _listing(listing: Listing) -> Fields:
    fields: Fields = {"type": "list", "ordered": listing.ordered}
    if listing.ordered:
        fields["start"] = listing.start
    fields["items"] = [_item(item) for item in listing.items]
    return fields


def _item(item: Item) -> Fields:
    return _passages(item.blocks)


def _table(table: Table) -> Fields:
    """Rows of texts, with the first row apart where all its cells are headers."""
    header = [plain(cell.spans) for cell in table.rows[0]] if _opens_with_header(table) else []
    rows = table.rows[1:] if header else table.rows
    fields: Fields = {
        "type": "table",
        "caption": table.caption,
        "header": header,
        "rows": [[plain(cell.spans) for cell in row] for row in rows],
    }
    if any(_needs_detail(cell) for row in table.rows for cell in row) or any(c.header for row in rows for c in row):
        fields["cells"] = [[_cell(cell) for cell in row] for row in table.rows]
    return fields


def _opens_with_header(table: Table) -> bool:
    return bool(table.rows) and bool(table.rows[0]) and all(cell.header for cell in table.rows[0])


def _needs_detail(cell: Cell) -> bool:
    return cell.columns > 1 or cell.rows > 1 or any(span.marks or span.link for span in cell.spans)


def _cell(cell: Cell) -> Fields:
    return {**_running(cell.spans), "header": cell.header, "columns": cell.columns, "rows": cell.rows}
