"""StoryDocument: an article laid out with a look, and the way between its blocks and places in the text."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, QSizeF, QUrl
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextCursor, QTextDocument, QTextOption

from reader.app.look import Look
from reader.app.story.filling import LEAD, Filling
from reader.app.story.formats import Formats
from reader.app.story.guess import Guess
from reader.app.story.parts import Parts
from reader.app.story.place import GAP, HEAD, START, Place
from reader.app.story.typesetter import Typesetter
from reader.article import Article, FigurePlace, body_text, minutes


@dataclass(frozen=True, slots=True)
class Layout:
    """How a story is to be laid out: the column in pixels, and what is shown in the text.

    ``sizes`` are the pixel sizes of the saved pictures by figure; pictures stand in the text only with them.
    ``minutes`` is how long the story takes to read; 0 has it counted. ``everything`` says that this is
    all that the file holds, not the story found in it.
    """

    column: int
    pictures_in_text: bool = False
    show_set_aside: bool = False
    sizes: dict[int, QSize] = field(default_factory=dict)
    minutes: int = 0
    everything: bool = False


class SealedDocument(QTextDocument):
    """A document that fetches nothing: Qt's own would read any file that a picture in it names."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Answer an empty picture for whatever has not been put here."""
        del kind, name
        empty = QImage(QSize(1, 1), QImage.Format.Format_ARGB32)
        empty.fill(QColor(0, 0, 0, 0))
        return empty


class StoryDocument:
    """One article as a text document, empty until ``begin``: a view that takes one with text lays it all out twice.

    A long one is set from ``place`` on, and the rest of it with ``fill``.
    """

    def __init__(self, article: Article, look: Look, layout: Layout, place: Place = START) -> None:
        self.article = article
        self.minutes = layout.minutes or minutes(body_text(article))
        """How long the story takes to read."""
        self.document = _blank(layout.column, round(30 * look.face.size / 19))
        formats = Formats(look, article.language)
        self._pictures: dict[int, QSize] = {}

        def typesetter(cursor: QTextCursor, first: Callable[[], int]) -> Typesetter:
            setter = Typesetter(cursor, formats, layout.column, article.figures, layout.sizes, first)
            setter.pictures_in_text = layout.pictures_in_text
            setter.pictures = self._pictures
            return setter

        self._parts = Parts(
            article,
            formats,
            self.minutes,
            show_set_aside=layout.show_set_aside,
            pictures_in_text=layout.pictures_in_text,
            everything=layout.everything,
        )
        start = self._parts.piece_before(place, LEAD)
        guess = Guess(self._parts, look, article.language, layout.column)
        self._filling = Filling(self.document, self._parts, start, typesetter, guess.height)

    # While it is filled

    def begin(self) -> None:
        """Set all of a short story, and of a long one what is to be seen first."""
        self._filling.begin()

    @property
    def is_whole(self) -> bool:
        """Whether all of the story is set."""
        return self._filling.is_done

    @property
    def has_end(self) -> bool:
        """Whether the end of the story is set."""
        return self._filling.is_done_below

    @property
    def end(self) -> Place:
        """The very end of the story."""
        return Place(len(self.article.blocks))

    def is_end(self, place: Place) -> bool:
        """Whether a place is the end of the story."""
        return place.block >= len(self.article.blocks)

    def moves(self, place: Place) -> bool:
        """Whether ``fill`` may still move the text at a place."""
        return len(self._filling.hands) > 1 and self._filling.hand_of(place) is self._filling.hands[-1]

    def fill(self, seconds: float) -> float:
        """Set some more, in about that time; answers by how many pixels that moved the place it was begun at."""
        return self._filling.go_on(seconds)

    def has(self, place: Place) -> bool:
        """Whether the text at a place is set."""
        return self._filling.has(place)

    # Places

    def block_of_figure(self, figure: int) -> QTextBlock | None:
        """The text block where the figure stands, or None where it stands nowhere in the text."""
        return self._block(lambda setter: setter.figure_blocks.get(figure))

    def place_of_figure(self, figure: int) -> Place | None:
        """Where a figure has its place among the blocks of the story, or None where it has none."""
        blocks = enumerate(self.article.blocks)
        return next((Place(number) for number, block in blocks if block == FigurePlace(figure)), None)

    def figure_at(self, block_number: int) -> int | None:
        """The figure that one has come to at a text block: the last one above it, if there is one."""
        for hand in reversed(self._filling.hands):
            first = hand.number()
            blocks = hand.setter.figure_blocks
            passed = [figure for figure, number in blocks.items() if first + number <= block_number]
            if passed:
                return max(passed, key=lambda figure: blocks[figure])
        return None

    def picture_sizes(self) -> dict[int, QSize]:
        """The figures whose pictures stand in the text, and the size each is shown at, in pixels."""
        return dict(self._pictures)

    def block_named(self, name: str) -> QTextBlock | None:
        """The text block that a link inside the story points at."""
        return self._block(lambda setter: setter.places.get(name))

    def place_at(self, position: int, share: float = 0.0) -> Place:
        """The place in the story of a position in the document; in a gap ``share`` says how far down it one is."""
        block = self.document.findBlock(position)
        state = block.userState()
        if state == GAP:
            return Place(self._filling.part_at(position, share))
        if state < 0:
            return Place() if state == HEAD else Place(len(self.article.blocks), 0)
        hand = self._filling.hand_at(position)
        offset = position - self._filling.block_of(hand, state).position()
        return Place(state, max(0, offset + self._filling.missing_before(hand, state)))

    def position_of(self, place: Place) -> int:
        """The position in the document of a place in the story; the nearest one where it is gone."""
        if place.block < 0:
            return 0
        hand = self._filling.hand_of(place)
        known = (index for index, at in hand.setter.starts.items() if at >= 0 and 0 <= index <= place.block)
        index = max(known, default=None)
        if index is None:
            return 0
        block = self._filling.block_of(hand, index)
        if index != place.block:
            return block.position()
        wanted = block.position() + max(0, place.offset - self._filling.missing_before(hand, index))
        return min(wanted, _end_of_part(block))

    def _block(self, number_in: Callable[[Typesetter], int | None]) -> QTextBlock | None:
        """The text block whose number one of the typesetters knows."""
        for hand in self._filling.hands:
            if (number := number_in(hand.setter)) is not None and number >= 0:
                return self.document.findBlockByNumber(hand.number() + number)
        return None


def _blank(column: int, indent: int) -> SealedDocument:
    """A document without words that has the shape a view will want: else Qt lays all text out for each other one."""
    document = SealedDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setIndentWidth(indent)
    wrapping = document.defaultTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(wrapping)
    document.setPageSize(QSizeF(column, -1))
    return document


def _end_of_part(block: QTextBlock) -> int:
    """The position behind the last sign of the part that the text block belongs to."""
    while block.next().isValid() and block.next().userState() == block.userState():
        block = block.next()
    return block.position() + block.length() - 1
