"""Typesetter: sets the blocks of a story into a document, one after the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextImageFormat,
)

from reader.app.look import MEDIUM, SEMIBOLD
from reader.app.story.formats import ASIDE, AT_LEAST, BAR, BASE, GROUND, LABEL, LABEL_GAP, LINE, Formats
from reader.app.story.numbering import label
from reader.app.story.place import END, HEAD
from reader.app.story.table import set_table
from reader.article import (
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
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    SetAside,
    Span,
    Spans,
    Table,
)

LONGEST_WORD = 2000
"""Signs after which a word may break anywhere: laying out one unbroken word takes quadratic time."""
PICTURE_LINK = "picture:"
ASIDE_LINK = "set-aside:"
EVERYTHING_LINK = "everything:"
_QUOTE_INDENT = 24


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a block stands in: how deep in quotations and lists, and how its text is set."""

    chars: QTextCharFormat
    bars: int = 0
    lists: int = 0
    line: float = 0


class Typesetter:
    """Writes into one document, from the empty block that the cursor stands in on.

    ``column`` is the document's width in pixels; ``sizes`` are the saved pictures' own sizes. All numbers of text
    blocks are counted from the block ``first`` tells the number of, for more may come to stand before it meanwhile.
    """

    def __init__(
        self,
        cursor: QTextCursor,
        formats: Formats,
        column: int,
        figures: tuple[Figure, ...],
        sizes: dict[int, QSize],
        first: Callable[[], int] = int,
    ) -> None:
        self._cursor = cursor
        self._first = first
        self._formats = formats
        self._column = column
        self._figures = figures
        self._sizes = sizes
        self._around = Surroundings(formats.body(), line=BASE * formats.look.face.line_height)
        self._fresh = True
        self._state = HEAD
        self.starts: dict[int, int] = {}
        self.figure_blocks: dict[int, int] = {}
        self.places: dict[str, int] = {}
        self.pictures: dict[int, QSize] = {}
        self.pictures_in_text = False

    def begin_block(self, state: int) -> None:
        """All that follows belongs to this block of the article."""
        self._state = state
        self.starts.setdefault(state, -1)

    def pass_over(self, block: Block) -> None:
        """Let a picture have its place here although nothing is set for it."""
        if isinstance(block, FigurePlace):
            self.figure_blocks[block.figure] = self._number()

    def line(self, words: str, block: QTextBlockFormat, chars: QTextCharFormat) -> None:
        """Set one block of plain words, unless there are none."""
        if words:
            self._new(block, chars)
            self._cursor.insertText(breakable(words), chars)

    def blocks(self, blocks: Iterable[Block], around: Surroundings | None = None) -> None:
        """Set blocks one below the other."""
        around = around or self._around
        for block in blocks:
            self.block(block, around)

    def block(self, block: Block, around: Surroundings) -> None:
        """Set one block."""
        match block:
            case Paragraph(spans):
                self._paragraph(spans, around)
            case Heading(level, spans):
                self._heading(level, spans, around)
            case Quote(inner, cite):
                self._quotation(inner, cite, around)
            case PullQuote(spans, cite):
                self._pull_quote(spans, cite, around)
            case Listing():
                self._listing(block, around)
            case Table():
                self._table(block, around)
            case Code(text):
                self._code(text)
            case Rule():
                self._rule()
            case Embed(inner, author, site, address):
                self._embed(inner, author or site, address, around)
            case FigurePlace(figure):
                self._figure(figure)
            case Footnote(label, inner, place):
                self._footnote(label, inner, place, around)
            case _:
                assert_never(block)

    def aside(self, passage: SetAside) -> None:
        """Set a passage that was set aside, greyed, with its reason."""
        block = self._formats.block(24, 0, BASE * 0.9)
        self._formats.inset(block, self._formats.px(_QUOTE_INDENT))
        block.setProperty(ASIDE, 1)
        muted = self._formats.look.theme.muted
        self._new(block, self._formats.muted(11, SEMIBOLD))
        self._cursor.insertText(f"Set aside: {passage.reason}\u2028", self._formats.muted(11, SEMIBOLD))
        self._cursor.insertText(breakable(passage.text.strip()), self._formats.chars(16, colour=muted))

    def note(self, words: str, offer: str, link: str) -> None:
        """Set a quiet remark of ours about the story, with a link to what can be done."""
        chars = self._formats.muted(13)
        self._new(self._formats.block(21, 0, 24), chars)
        self._cursor.insertText(f"{words}\u2002", chars)
        self._cursor.insertText(offer, self._formats.marked(chars, Mark.NONE, link))

    def link_line(self, words: str, link: str) -> None:
        """Set one quiet line that can be chosen, at the end of a story."""
        chars = self._formats.muted(12)
        chars.setAnchor(True)
        chars.setAnchorHref(link)
        self._state = END
        self.line(words, self._formats.block(20, 14, 10), chars)

    def close_up(self) -> None:
        """Let what follows stand close below, for it is the same paragraph."""
        block = self._cursor.blockFormat()
        block.setBottomMargin(0)
        self._cursor.mergeBlockFormat(block)

    def _number(self) -> int:
        return self._cursor.blockNumber() - self._first()

    def _new(self, block: QTextBlockFormat, chars: QTextCharFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(chars)
            self._fresh = False
        else:
            self._cursor.insertBlock(block, chars)
        here = self._cursor.block()
        here.setUserState(self._state)
        if self.starts.get(self._state) == -1:
            self.starts[self._state] = self._number()

    def _spans(self, spans: Spans, chars: QTextCharFormat) -> None:
        for span in spans:
            words = breakable(span.text.replace("\n", "\u2028"))
            plain = not span.marks and not span.link
            self._cursor.insertText(words, chars if plain else self._formats.marked(chars, span.marks, span.link))

    def _indented(self, block: QTextBlockFormat, around: Surroundings) -> QTextBlockFormat:
        block.setIndent(around.lists)
        if around.bars:
            self._formats.inset(block, self._formats.px(_QUOTE_INDENT) * around.bars)
            block.setProperty(BAR, around.bars)
        return block

    def _paragraph(self, spans: Spans, around: Surroundings) -> None:
        gap = BASE * (0.9 if not around.lists else 0.45)
        block = self._indented(self._formats.block(around.line, 0, gap), around)
        self._new(block, around.chars)
        self._spans(spans, around.chars)

    def _heading(self, level: int, spans: Spans, around: Surroundings) -> None:
        chars = self._formats.heading(level)
        block = self._formats.block(max(30, 29 * chars.font().pixelSize() / self._formats.px(23)), 10, 8)
        block.setHeadingLevel(min(6, level))
        self._new(self._indented(block, around), chars)
        self._spans(spans, chars)

    def _quotation(self, inner: tuple[Block, ...], cite: str, around: Surroundings) -> None:
        deeper = replace(around, bars=around.bars + 1)
        self.blocks(inner, deeper)
        self._cite(cite, "", deeper)

    def _cite(self, cite: str, link: str, around: Surroundings) -> None:
        if cite:
            chars = self._formats.muted(13)
            self._new(self._indented(self._formats.block(20, 0, BASE * 0.9), around), chars)
            self._cursor.insertText(f"— {cite}", self._formats.marked(chars, Mark.NONE, link))

    def _pull_quote(self, spans: Spans, cite: str, around: Surroundings) -> None:
        chars = self._formats.chars(26, MEDIUM, self._formats.look.theme.accent, italic=True)
        self._new(self._indented(self._formats.block(36, 10, 8 if cite else 22), around), chars)
        self._spans(spans, chars)
        self._cite(cite, "", around)

    def _embed(self, inner: tuple[Block, ...], author: str, address: str, around: Surroundings) -> None:
        deeper = replace(around, bars=around.bars + 1, chars=self._formats.chars(17), line=27)
        self.blocks(inner, deeper)
        self._cite(author or address, address, deeper)

    def _listing(self, listing: Listing, around: Surroundings) -> None:
        inside = replace(around, lists=around.lists + 1)
        wider = self._room_for_labels(listing, around)
        for number, item in enumerate(listing.items):
            first, rest = _first_paragraph(item)
            block = self._indented(self._formats.block(around.line, 0, BASE * 0.45), inside)
            block.setProperty(LABEL, label(listing, number, around.lists))
            self._formats.inset(block, round(block.leftMargin() + block.rightMargin() + wider))
            self._new(block, around.chars)
            self._spans(first, around.chars)
            self.blocks(rest, inside)
        self._widen_gap_below()

    def _room_for_labels(self, listing: Listing, around: Surroundings) -> float:
        """How much further in the items must stand for their longest number, in pixels."""
        if not listing.ordered or len(listing.items) < 10:
            return 0
        longest = label(listing, len(listing.items) - 1, around.lists)
        needed = QFontMetricsF(around.chars.font()).horizontalAdvance(longest) + LABEL_GAP
        return max(0.0, needed - self._cursor.document().indentWidth())

    def _widen_gap_below(self) -> None:
        block = self._cursor.blockFormat()
        block.setBottomMargin(self._formats.px(BASE * 0.9))
        self._cursor.mergeBlockFormat(block)

    def _table(self, table: Table, around: Surroundings) -> None:
        if table.caption:
            self.line(table.caption, self._formats.block(22, 6, 6), self._formats.chars(15, SEMIBOLD))
        if not self._fresh:
            self._new(self._formats.block(2), self._formats.chars(1))
        first = set_table(self._cursor, table, self._formats, self._state, self._column)
        if first is None:
            for row in table.rows:
                self._paragraph(_row_as_line(row), around)
            return
        self._fresh = True
        if self.starts.get(self._state) == -1:
            self.starts[self._state] = first - self._first()
        self._new(self._formats.block(2), self._formats.chars(1))

    def _code(self, text: str) -> None:
        chars = self._formats.code()
        block = self._formats.block(23, 14, BASE * 1.6)
        block.setLeftMargin(self._formats.px(14))
        block.setRightMargin(self._formats.px(14))
        block.setProperty(GROUND, 1)
        self._new(block, chars)
        self._cursor.insertText(breakable(text.strip("\n").replace("\t", "    ")).replace("\n", "\u2028"), chars)

    def _rule(self) -> None:
        block = self._formats.block(24, 8, BASE * 1.3)
        block.setProperty(LINE, 1)
        self._new(block, self._formats.body())

    def _footnote(self, label: str, inner: tuple[Block, ...], place: str, around: Surroundings) -> None:
        small = self._formats.chars(16)
        self._new(self._indented(self._formats.block(25, 0, 8), around), small)
        if place:
            self.places[place] = self._number()
        self._cursor.insertText(f"{label}\u2002", self._formats.chars(16, SEMIBOLD, self._formats.look.theme.accent))
        first, rest = _first_paragraph(Item(inner))
        self._spans(first, small)
        self.blocks(rest, replace(around, chars=small, line=25))

    def _figure(self, index: int) -> None:
        if self.pictures_in_text and index in self._sizes:
            self._picture(index)
        else:
            self._marker(index)
        self.figure_blocks[index] = self._number()

    def _picture(self, index: int) -> None:
        figure = self._figures[index]
        image = QTextImageFormat()
        image.setName(f"{PICTURE_LINK}{index}")
        size = fitted(self._sizes[index], self._column, self._formats.px(620))
        self.pictures[index] = size
        image.setWidth(size.width())
        image.setHeight(size.height())
        image.setAnchor(True)
        image.setAnchorHref(f"{PICTURE_LINK}{index}")
        block = self._formats.block(1, 6, 10)
        block.setLineHeight(0, AT_LEAST)
        self._new(block, self._formats.body())
        start = self._number()
        self._cursor.insertImage(image)
        self.line(figure.caption or figure.alt, self._formats.block(23, 0, 4), self._formats.chars(15))
        self.line(figure.credit, self._formats.block(16, 0, 4), self._formats.muted(11))
        self._widen_gap_below()
        self.figure_blocks[index] = start

    def _marker(self, index: int) -> None:
        """A line that stands for the picture: its number, caption and credit, cut to one line."""
        figure = self._figures[index]
        chars = self._formats.muted(12)
        metrics = QFontMetricsF(chars.font())
        head = f"\u25a3 {index + 1}"
        credit = cut(figure.credit, metrics, self._column * 0.4)
        room = self._column - metrics.horizontalAdvance(f"{head}\u2003\u2003{credit}") - self._formats.px(8)
        words = (head, cut(figure.caption or figure.alt or "Picture", metrics, room), credit)
        chars.setAnchor(True)
        chars.setAnchorHref(f"{PICTURE_LINK}{index}")
        self._new(self._formats.block(20, 0, BASE * 0.9), chars)
        self._cursor.insertText("\u2003".join(filter(None, words)), chars)


def breakable(text: str) -> str:
    """The text without soft hyphens, and with places to break in endless words."""
    text = text.replace("\u00ad", "")
    if len(text) <= LONGEST_WORD:
        return text
    return " ".join(word if len(word) <= LONGEST_WORD else _with_breaks(word) for word in text.split(" "))


def _with_breaks(word: str) -> str:
    return "\u200b".join(word[start : start + 200] for start in range(0, len(word), 200))


def cut(words: str, metrics: QFontMetricsF, room: float) -> str:
    """The words on one line, cut with an ellipsis where they are wider than the room in pixels."""
    return metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, max(40.0, room))


def fitted(size: QSize, width: int, height: int) -> QSize:
    """The size of a picture that keeps its shape and is no larger than the room, nor than itself."""
    share = min(1.0, width / max(1, size.width()), height / max(1, size.height()))
    return QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share)))


def _first_paragraph(item: Item) -> tuple[Spans, tuple[Block, ...]]:
    match item.blocks:
        case (Paragraph(spans), *rest):
            return spans, tuple(rest)
    return (), item.blocks


def _row_as_line(row: tuple[Cell, ...]) -> Spans:
    gap = Span("\u2003")
    return tuple(span for cell in row for span in (*cell.spans, gap))
