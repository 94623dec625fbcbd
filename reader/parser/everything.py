"""Everything a file says, in plain paragraphs, for when the story in it was not found or is doubted."""

import re
from pathlib import Path

from reader.article import Article, Paragraph, Problem, Span, article_id
from reader.parser.assets import Assets
from reader.parser.decoding import decode
from reader.parser.formats.sniff import is_page
from reader.parser.parsed import Parsed, Unreadable
from reader.parser.source import TooLargeError, read_source


def read_everything(path: Path) -> Parsed | Unreadable:
    """All visible words of a page, or all lines of a text, with the file's name as title. Nothing is left out."""
    try:
        source = read_source(path)
    except (OSError, ValueError, TooLargeError) as error:
        return Unreadable(Problem("cannot-open", f"{path.name} could not be read: {error}."))
    text = decode(source.content).text
    lines = _page_lines(text) if is_page(text) else re.split(r"\n\s*\n", text.strip())
    blocks = tuple(Paragraph((Span(line),)) for line in lines if line.strip())
    return Parsed(Article(title=path.name, blocks=blocks), Assets(), "text", article_id(source.content))


def _page_lines(html: str) -> list[str]:
    """The words of a page, a line for each block of it."""
    from lxml import etree  # noqa: PLC0415  (not for text files)

    from reader.parser.page.roll import Roll  # noqa: PLC0415
    from reader.parser.page.tree import BLOCK_TAGS, flat, grow  # noqa: PLC0415
    from reader.parser.page.visible import drop_hidden, strip_unseen  # noqa: PLC0415

    root = grow(html)
    if root is None:
        return [html]
    strip_unseen(root)
    drop_hidden(Roll(root))
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        gap = "\n" if element.tag in BLOCK_TAGS or element.tag == "br" else ""
        parts.append(gap + _spaced(element.text if event == "start" else element.tail))
    return [line for part in "".join(parts).split("\n") if (line := flat(part))]


def _spaced(text: str | None) -> str:
    """The text with every run of white space made one space, at its ends too."""
    return re.sub(r"\s+", " ", text or "")
