"""Lists, definition lists and lists of footnotes."""

import re
from collections.abc import Iterator

from reader.article import Block, Footnote, Item, Listing, Mark, Paragraph, Span
from reader.parser.page.blocks import Reading, blocks_inside, line_of
from reader.parser.page.inline import trimmed
from reader.parser.page.names import names_of
from reader.parser.page.pieces import Piece
from reader.parser.page.tree import Element

_NOTE_PLACE = re.compile(r"^(?:fn|ftn|footnote|note|endnote|cite_note|en)[-_:.]?(.*)$", re.I)


def read_list(element: Element, reading: Reading) -> list[Piece] | None:
    """A list, nested ones inside its items; a list of notes becomes footnotes.

    A gallery of pictures is none, nor is one whose words stand beside its items.
    """
    if _is_gallery(element) or _has_bare_words(element):
        return None
    items: list[Item] = []
    others: list[Piece] = []
    notes: list[Footnote] = []
    for child in element:
        blocks, beside = blocks_inside(child, reading)
        others += beside
        if blocks:
            items.append(Item(tuple(blocks)))
            notes += _note(child, blocks, len(items), element)
    if not items:
        return others
    if len(notes) == len(items):
        return [*notes, *others]
    ordered = element.tag == "ol"
    return [Listing(tuple(items), ordered, _start(element) if ordered else 1), *others]


def _is_gallery(element: Element) -> bool:
    """Whether many of its items are pictures."""
    pictures = len(list(element.iter("picture-place")))
    return pictures > 0 and 3 * pictures >= len(list(element.iterchildren("li")))


def _has_bare_words(element: Element) -> bool:
    return any((words or "").strip() for words in (element.text, *(child.tail for child in element)))


def _start(element: Element) -> int:
    start = element.get("start") or ""
    return int(start) if re.fullmatch(r"-?\d{1,6}", start.strip()) else 1


def _note(child: Element, blocks: list[Block], number: int, around: Element) -> list[Footnote]:
    """The item as a footnote, if its name says that it is one."""
    place = child.get("id") or ""
    match = _NOTE_PLACE.match(place)
    named = "footnote" in names_of(around) or "footnote" in names_of(child) or child.get("role") == "doc-endnote"
    if not match and not named:
        return []
    label = match[1] if match and re.fullmatch(r"\d{1,4}", match[1]) else str(number)
    return [Footnote(label, tuple(map(_without_way_back, blocks)), place)]


_WAY_BACK = re.compile(r"\s*[↩⤴↑⏎^]\ufe0e?\s*|\s*\[?(?:back|zurück|retour|volver)\]?\s*", re.I)


def _without_way_back(block: Block) -> Block:
    """A note's paragraph without the arrow that leads back to where it was called."""
    if not isinstance(block, Paragraph):
        return block
    kept = [span for span in block.spans if not (span.link and _WAY_BACK.fullmatch(span.text))]
    return Paragraph(trimmed(kept)) if kept else block


def _entries(element: Element) -> Iterator[Element]:
    """Terms and explanations of this list alone; groups of them may stand in a ``div``."""
    for child in element:
        if child.tag in ("dt", "dd"):
            yield child
        elif child.tag == "div":
            yield from child.iterchildren("dt", "dd")


def read_definitions(element: Element, reading: Reading) -> list[Piece] | None:
    """A definition list: terms are strong, what explains them follows in the same item."""
    if element.find(".//picture-place") is not None:
        return None
    items: list[Item] = []
    others: list[Piece] = []
    for child in _entries(element):
        blocks, beside = blocks_inside(child, reading)
        others += beside
        if child.tag == "dt":
            if term := line_of(blocks):
                strong = tuple(Span(span.text, span.marks | Mark.STRONG, span.link) for span in term)
                items.append(Item((Paragraph(strong),)))
        elif blocks and items:
            items[-1] = Item((*items[-1].blocks, *blocks))
        elif blocks:
            items.append(Item(tuple(blocks)))
    return [Listing(tuple(items)), *others] if items else others
