"""Parts: what a story consists of, in order: its head, its blocks each with what was set aside behind it, its end."""

from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple

from reader.app.look import BOLD
from reader.app.story import head
from reader.app.story.formats import Formats
from reader.app.story.place import Place
from reader.app.story.trust import doubt
from reader.app.story.typesetter import ASIDE_LINK, EVERYTHING_LINK, Typesetter
from reader.article import Article, Block, Code, FigurePlace, Paragraph, SetAside, Span, Spans, plain, texts

LONGEST = 12_000
"""Signs of a paragraph or of code beyond which it is set in pieces: a million signs in one take 0.2 to 2 s."""


class Piece(NamedTuple):
    """What is set at one go: a block of the article or a stretch of a very long one, which then ``goes_on``.

    ``part`` is the block's number, -1 for the head and one more than the last for the end, which have no block.
    """

    part: int
    block: Block | None = None
    signs: int = 0
    goes_on: bool = False


class Parts:
    """The parts of one article in ``pieces`` as they are set; ``minutes`` of reading stand in the head."""

    def __init__(
        self,
        article: Article,
        formats: Formats,
        minutes: int,
        *,
        show_set_aside: bool,
        pictures_in_text: bool,
        everything: bool,
    ) -> None:
        self._article = article
        self._formats = formats
        self._minutes = minutes
        self._shown = show_set_aside
        self._everything = everything
        self._opening = 0 if pictures_in_text else _opening_pictures(article)
        self._asides: dict[int, list[SetAside]] = {}
        for passage in article.set_aside if show_set_aside else ():
            self._asides.setdefault(passage.after_block, []).append(passage)
        inner = (piece for number, block in enumerate(article.blocks) for piece in _pieces(number, block))
        self.pieces = (Piece(-1), *inner, Piece(len(article.blocks)))
        self._signs = list(accumulate((piece.signs for piece in self.pieces), initial=0))

    def signs(self, first: int = 0, end: int | None = None) -> int:
        """How many signs the pieces from one to before another have."""
        return self._signs[len(self.pieces) if end is None else end] - self._signs[first]

    def piece_of(self, place: Place) -> int:
        """The piece that a place lies in."""
        found = bisect(self.pieces, place.block - 1, key=_part)
        found = min(found, len(self.pieces) - 1)
        offset = place.offset
        while self.pieces[found].goes_on and offset > self.pieces[found].signs:
            offset -= self.pieces[found].signs + 1
            found += 1
        return found

    def piece_before(self, place: Place, signs: int) -> int:
        """The piece from which on about so many signs stand before a place."""
        piece = self.piece_of(place)
        while piece and self.pieces[piece - 1].signs <= signs:
            piece -= 1
            signs -= self.pieces[piece].signs
        return piece

    def offset_of(self, piece: int) -> int:
        """How many signs of its part stand before a piece."""
        offset = 0
        while piece and self.pieces[piece - 1].goes_on:
            piece -= 1
            offset += self.pieces[piece].signs + 1
        return offset

    def piece_at(self, first: int, end: int, share: float) -> int:
        """The piece that lies so far, 0 to 1, on the way from one to before another."""
        signs = self._signs[first] + share * self.signs(first, end)
        return min(max(first, bisect(self._signs, signs, first, end) - 1), end - 1)

    def set(self, setter: Typesetter, piece: Piece) -> None:
        """Set one piece below what the typesetter has set before."""
        if piece.block is not None:
            self._set_block(setter, piece, piece.block)
        elif piece.part < 0:
            self._set_head(setter)
        else:
            self._set_end(setter)
        for passage in () if piece.goes_on else self._asides.get(piece.part, ()):
            setter.aside(passage)

    def _set_head(self, setter: Typesetter) -> None:
        formats, article = self._formats, self._article
        muted = formats.look.theme.muted
        setter.line(head.kicker(article), formats.block(16, 0, 6), formats.kicker())
        setter.line(article.title, formats.block(45, 0, 13), formats.chars(38, BOLD))
        setter.line(article.standfirst, formats.block(28, 0, 13), formats.chars(20, colour=muted, italic=True))
        setter.line(head.meta(article, self._minutes), formats.block(20, 4, 24), formats.muted(12))
        if self._everything:
            setter.note("This is everything in the file, as plain text.", "Back to the story", EVERYTHING_LINK)
        elif words := doubt(article.trust):
            setter.note(words, "Show everything", EVERYTHING_LINK)

    def _set_block(self, setter: Typesetter, piece: Piece, block: Block) -> None:
        if piece.part < self._opening:
            setter.pass_over(block)
            return
        setter.begin_block(piece.part)
        setter.blocks((block,))
        if piece.goes_on:
            setter.close_up()

    def _set_end(self, setter: Typesetter) -> None:
        if count := len(self._article.set_aside):
            passages = "1 passage" if count == 1 else f"{count} passages"
            setter.link_line(f"{passages} set aside  ·  {'hide' if self._shown else 'show'} with x", ASIDE_LINK)


def _opening_pictures(article: Article) -> int:
    """How many pictures stand before the first words: the panel shows them already, and their lines say nothing."""
    words = (number for number, block in enumerate(article.blocks) if not isinstance(block, FigurePlace))
    return next(words, len(article.blocks))


_part = attrgetter("part")


def _pieces(number: int, block: Block) -> list[Piece]:
    signs = _signs(block)
    if signs <= LONGEST:
        return [Piece(number, block, signs)]
    *stretches, last = _in_stretches(block)
    return [*(Piece(number, *stretch, goes_on=True) for stretch in stretches), Piece(number, *last)]


def _signs(block: Block) -> int:
    return len(plain(block.spans)) if isinstance(block, Paragraph) else sum(map(len, texts((block,))))


def _in_stretches(block: Block) -> Iterator[tuple[Block, int]]:
    """A very long block in stretches, each with its number of signs; what cannot be cut is one."""
    match block:
        case Paragraph(spans):
            for some in _stretches(spans):
                yield Paragraph(some), sum(len(span.text) for span in some)
        case Code(text):
            for span in _cut(Span(text)):
                yield Code(span.text), len(span.text)
        case _:
            yield block, _signs(block)


def _stretches(spans: Spans) -> Iterator[Spans]:
    """Long running text in stretches that are not too long."""
    gathered: list[Span] = []
    for span in chain.from_iterable(map(_cut, spans)):
        if gathered and sum(len(each.text) for each in gathered) + len(span.text) > LONGEST:
            yield tuple(gathered)
            gathered = []
        gathered.append(span)
    yield tuple(gathered)


def _cut(span: Span) -> Iterator[Span]:
    """A span cut at line breaks, or else at blanks, each of which the end of a stretch stands for; or else anywhere."""
    rest = span.text
    while len(rest) > LONGEST:
        end = max(rest.rfind("\n", 1, LONGEST), 0) or max(rest.rfind(" ", 1, LONGEST), 0) or LONGEST
        yield Span(rest[:end], span.marks, span.link)
        rest = rest[end + (rest[end] in "\n ") :]
    yield Span(rest, span.marks, span.link)
