"""An Article as Markdown (CommonMark 0.31, with GitHub's tables and footnotes)."""

import re
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
    Kept,
    Listing,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
)
from reader.export.head import byline
from reader.export.markdown_spans import destination, escaped, marked, one_line


def as_markdown(article: Article) -> str:
    """Headline, standfirst, byline, address and story."""
    head = [
        f"# {_flat(article.title)}" if article.title.strip() else "",
        f"*{_flat(article.standfirst)}*" if article.standfirst.strip() else "",
        _flat(byline(article)),
        f"[{escaped(article.address)}]({destination(article.address)})" if article.address else "",
    ]
    body = [_block(block, article) for block in article.blocks]
    return "\n\n".join(part for part in head + body if part.strip()) + "\n"


def _block(block: Block, article: Article) -> str:  # noqa: PLR0911  one case for each kind of block
    match block:
        case Paragraph(spans):
            return marked(spans)
        case Heading(level, spans):
            return "#" * level + " " + one_line(spans)
        case Quote(inner, cite):
            return _quoted(_passages(inner, article), cite)
        case PullQuote(spans, cite):
            return _quoted(marked(spans), cite)
        case Listing():
            return _listing(block, article)
        case Table():
            return _table(block)
        case Code(text, language):
            return _fenced(text, language)
        case Rule():
            return "---"
        case Embed(inner, author, site, address):
            return _quoted(_passages(inner, article), ", ".join(part for part in (author, site, address) if part))
        case FigurePlace(figure):
            return _picture(article.figures[figure])
        case Footnote(label, inner):
            return _hanging(f"[^{_label(label)}]: ", _passages(inner, article), 4)
        case _:
            assert_never(block)


def _passages(blocks: tuple[Block, ...], article: Article) -> str:
    return "\n\n".join(text for block in blocks if (text := _block(block, article)).strip())


def _flat(text: str) -> str:
    return escaped(" ".join(text.split()))


def _quoted(text: str, cite: str) -> str:
    whole = f"{text}\n\n— {_flat(cite)}" if cite else text
    return "\n".join(f"> {line}".rstrip() for line in whole.split("\n"))


def _listing(listing: Listing, article: Article) -> str:
    entries = []
    for number, item in enumerate(listing.items, listing.start):
        sign = f"{number}. " if listing.ordered else "- "
        entries.append(_hanging(sign, _passages(item.blocks, article), len(sign)))
    return ("\n\n" if any("\n\n" in entry for entry in entries) else "\n").join(entries)


def _hanging(sign: str, text: str, indent: int) -> str:
    """The text behind a sign; its further lines below its own beginning."""
    return sign + re.sub(r"\n(?!\n)", "\n" + " " * indent, text)


def _table(table: Table) -> str:
    """A pipe table; it must have a header, so one without gets empty header cells."""
    rows = [[text for cell in row for text in _cell(cell)] for row in table.rows]
    width = max((len(row) for row in rows), default=0)
    if width == 0:
        return ""
    if not all(cell.header for cell in table.rows[0]):
        rows.insert(0, [])
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(([_flat(table.caption), ""] if table.caption else []) + lines)


def _cell(cell: Cell) -> list[str]:
    return [one_line(cell.spans)] + [""] * (min(cell.columns, 100) - 1)


def _label(label: str) -> str:
    return re.sub(r"[^\w-]", "", label) or "note"


def _fenced(text: str, language: str) -> str:
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    word = re.sub(r"[^\w+#.-]", "", language)
    return f"{fence}{word}\n{text.rstrip()}\n{fence}"


def _picture(figure: Figure) -> str:
    """The picture where a path or an address leads to it, and its words in either case."""
    credit = f"*{_flat(figure.credit)}*" if figure.credit else ""
    words = " ".join(part for part in (_flat(figure.caption), credit) if part)
    if not figure.image or figure.image.kept is Kept.EMBEDDED or not figure.image.source:
        return f"[Picture] {words or _flat(figure.alt)}".strip()
    picture = f"![{_flat(figure.alt)}]({destination(figure.image.source)})"
    return f"{picture}\n\n{words}" if words else picture
