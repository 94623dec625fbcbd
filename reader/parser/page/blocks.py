"""The story's markup to pieces: a walk that ends a paragraph wherever a block begins or ends.

A paragraph is thus whatever running text stands between two borders of blocks, or two line breaks, however the page
is built: ``p``, bare text in a ``div``, text parted by ``br``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reader.article import (
    Block,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    Listing,
    Mark,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Span,
    Spans,
)
from reader.parser.page.inline import PLAIN, Run, Style
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.tree import BLOCK_TAGS, Element, text_of

DEEPEST_BLOCKS = 12
"""Lists in quotes in lists …: what is nested deeper is read as plain paragraphs."""


@dataclass(slots=True)
class Reading:
    """What block readers need: their table, the address that links are relative to, and the figures found before."""

    readers: Mapping[str, "BlockReader"]
    base: str = ""
    figures: list[Figure] = field(default_factory=list)
    depth: int = 0

    def deeper(self) -> "Reading":
        """The same, one block further inside."""
        return Reading(self.readers, self.base, self.figures, self.depth + 1)


BlockReader = Callable[[Element, Reading], list[Piece] | None]
"""Pieces of an element, or None where it is a mere wrapper whose content is to be read as if it were not there."""


@dataclass(slots=True)
class _Flow:
    """Pieces so far, the paragraph that is being read, and figures that stand inside it."""

    pieces: list[Piece] = field(default_factory=list)
    run: Run = field(default_factory=Run)
    waiting: list[Piece] = field(default_factory=list)

    def end_paragraph(self) -> None:
        if self.run.spans and (spans := self.run.take()):
            self.pieces.append(Paragraph(spans))
        if self.waiting:
            self.pieces += self.waiting
            self.waiting.clear()

    def break_line(self) -> None:
        self.run.end_line()
        if self.run.has_blank_line():
            self.end_paragraph()


def read_blocks(element: Element, reading: Reading) -> list[Piece]:
    """All pieces inside the element, in order."""
    flow = _Flow()
    flow.run.add(element.text, PLAIN)
    path: list[tuple[Element, Iterator[Element], Style]] = [(element, iter(element), PLAIN)]
    while path:
        parent, children, style = path[-1]
        child = next(children, None)
        if child is None:
            path.pop()
            if parent.tag in BLOCK_TAGS:
                flow.end_paragraph()
            if path:
                flow.run.add(parent.tail, path[-1][2])
        elif _read_whole(child, flow, reading):
            flow.run.add(child.tail, style)
        else:
            if child.tag in BLOCK_TAGS:
                flow.end_paragraph()
            inner = style.inside(child, reading.base)
            flow.run.add(child.text, inner)
            path.append((child, iter(child), inner))
    flow.end_paragraph()
    return flow.pieces


def _read_whole(element: Element, flow: _Flow, reading: Reading) -> bool:
    """Read what has a reader of its own; False where one must look inside."""
    tag = str(element.tag)
    if tag == "br":
        flow.break_line()
    elif tag in ("picture-place", "set-aside"):
        flow.waiting += reading.readers[tag](element, reading) or []
        if not flow.run.spans:
            flow.end_paragraph()
    elif tag in reading.readers and reading.depth < DEEPEST_BLOCKS:
        pieces = reading.readers[tag](element, reading)
        if pieces is None:
            return False
        flow.end_paragraph()
        flow.pieces += pieces
    else:
        return tag == "img"
    return True


def blocks_inside(element: Element, reading: Reading) -> tuple[list[Block], list[Piece]]:
    """The blocks inside the element, and figures and asides, which cannot stand inside another block, apart."""
    if element.tag == "set-aside":
        return [], read_set_aside(element, reading)
    blocks: list[Block] = []
    others: list[Piece] = []
    for piece in read_blocks(element, reading.deeper()):
        if isinstance(piece, Figure | Aside):
            others.append(piece)
        else:
            blocks.append(piece)
    return blocks, others


def line_of(blocks: list[Block]) -> Spans:
    """The spans of all that has words, one after the other, parted by line breaks."""
    run = Run()
    for spans in _lines(blocks):
        run.end_line()
        run.spans += spans
    return run.take()


def _lines(blocks: Iterable[Block]) -> Iterator[Spans]:
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans) | PullQuote(spans):
                yield spans
            case Listing(items):
                yield from (line for item in items for line in _lines(item.blocks))
            case Quote(inner) | Embed(inner) | Footnote(_, inner):
                yield from _lines(inner)
            case Code(text):
                yield (Span(text, Mark.CODE),)
            case _:
                pass


LONGEST_HEADING = 300


def read_heading(element: Element, reading: Reading) -> list[Piece] | None:
    """A heading; one that is as long as a paragraph is none."""
    if len(text_of(element)) > LONGEST_HEADING:
        return None
    blocks, others = blocks_inside(element, reading)
    spans = line_of(blocks)
    if not spans:
        return others
    return [Heading(max(2, int(str(element.tag)[1])), spans), *others]


def read_rule(_element: Element, _reading: Reading) -> list[Piece]:
    """A break between parts."""
    return [Rule()]


def read_picture_place(element: Element, reading: Reading) -> list[Piece]:
    """The figure that was lifted out of this place."""
    return [reading.figures[int(element.get("number") or 0)]]


def read_set_aside(element: Element, _reading: Reading) -> list[Piece]:
    """The passage that a cleaner found to be no story."""
    return [Aside(element.text or "", element.get("reason") or "")]
