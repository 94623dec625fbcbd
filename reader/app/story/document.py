"""StoryDocument: an article laid out with a look, and the way between its blocks and places in the text."""

from dataclasses import dataclass, field

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextDocument

from reader.app.look import BOLD, Look
from reader.app.story import head
from reader.app.story.formats import Formats
from reader.app.story.place import HEAD, Place
from reader.app.story.trust import doubt
from reader.app.story.typesetter import ASIDE_LINK, EVERYTHING_LINK, Typesetter
from reader.article import Article, FigurePlace, SetAside


@dataclass(frozen=True, slots=True)
class Layout:
    """How a story is to be laid out: the column in pixels, and what is shown in the text.

    ``sizes`` are the pixel sizes of the saved pictures by figure; pictures stand in the text only with them.
    """

    column: int
    pictures_in_text: bool = False
    show_set_aside: bool = False
    sizes: dict[int, QSize] = field(default_factory=dict)


class SealedDocument(QTextDocument):
    """A document that fetches nothing: Qt's own would read any file that a picture in it names."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Answer an empty picture for whatever has not been put here."""
        del kind, name
        empty = QImage(QSize(1, 1), QImage.Format.Format_ARGB32)
        empty.fill(QColor(0, 0, 0, 0))
        return empty


class StoryDocument:
    """One article as a text document."""

    def __init__(self, article: Article, look: Look, layout: Layout) -> None:
        self.article = article
        self.document = SealedDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setUseDesignMetrics(True)
        self.document.setDocumentMargin(0)
        self.document.setIndentWidth(round(30 * look.face.size / 19))
        formats = Formats(look, article.language)
        setter = Typesetter(self.document, formats, layout.column, article.figures, layout.sizes)
        setter.pictures_in_text = layout.pictures_in_text
        _set_head(setter, formats, article)
        _set_body(setter, article, show_set_aside=layout.show_set_aside)
        _set_end(setter, article, shown=layout.show_set_aside)
        self._starts = setter.starts
        self._figures = setter.figure_blocks
        self._places = setter.places
        self._pictures = setter.pictures

    def block_of_figure(self, figure: int) -> QTextBlock | None:
        """The text block where the figure stands, or None where it stands nowhere in the text."""
        number = self._figures.get(figure)
        return None if number is None else self.document.findBlockByNumber(number)

    def figure_at(self, block_number: int) -> int | None:
        """The figure that one has come to at a text block: the last one above it, or the first of the story."""
        passed = [figure for figure, number in self._figures.items() if number <= block_number]
        return max(passed, key=lambda figure: self._figures[figure]) if passed else None

    def picture_sizes(self) -> dict[int, QSize]:
        """The figures whose pictures stand in the text, and the size each is shown at, in pixels."""
        return dict(self._pictures)

    def block_named(self, name: str) -> QTextBlock | None:
        """The text block that a link inside the story points at."""
        number = self._places.get(name)
        return None if number is None else self.document.findBlockByNumber(number)

    def place_at(self, position: int) -> Place:
        """The place in the story of a position in the document."""
        block = self.document.findBlock(position)
        state = block.userState()
        if state < 0:
            return Place() if state == HEAD else Place(len(self.article.blocks), 0)
        return Place(state, max(0, position - self._start_of(state)))

    def position_of(self, place: Place) -> int:
        """The position in the document of a place in the story; the nearest one where it is gone."""
        if place.block < 0:
            return 0
        known = [index for index in self._starts if 0 <= index <= place.block and self._starts[index] >= 0]
        if not known:
            return 0
        index = max(known)
        start = self._start_of(index)
        if index != place.block:
            return start
        return min(start + place.offset, max(start, self._end_of(index)))

    def _start_of(self, index: int) -> int:
        return self.document.findBlockByNumber(self._starts.get(index, 0)).position()

    def _end_of(self, index: int) -> int:
        block = self.document.findBlockByNumber(self._starts[index])
        while block.next().isValid() and block.next().userState() == index:
            block = block.next()
        return block.position() + block.length() - 1


def _set_head(setter: Typesetter, formats: Formats, article: Article) -> None:
    muted = formats.look.theme.muted
    setter.line(head.kicker(article), formats.block(16, 0, 6), formats.kicker())
    setter.line(article.title, formats.block(45, 0, 13), formats.chars(38, BOLD))
    setter.line(article.standfirst, formats.block(28, 0, 13), formats.chars(20, colour=muted, italic=True))
    setter.line(head.meta(article), formats.block(20, 4, 24), formats.muted(12))
    if words := doubt(article.trust):
        setter.note(words, "Show everything", EVERYTHING_LINK)


def _set_body(setter: Typesetter, article: Article, *, show_set_aside: bool) -> None:
    asides: dict[int, list[SetAside]] = {}
    for passage in article.set_aside if show_set_aside else ():
        asides.setdefault(passage.after_block, []).append(passage)
    opening = 0 if setter.pictures_in_text else _opening_pictures(article)
    for index in range(-1, len(article.blocks)):
        if 0 <= index < opening:
            setter.pass_over(article.blocks[index])
        elif index >= 0:
            setter.begin_block(index)
            setter.blocks(article.blocks[index : index + 1])
        for passage in asides.get(index, ()):
            setter.aside(passage)


def _opening_pictures(article: Article) -> int:
    """How many pictures stand before the first words: the panel shows them already, and their lines say nothing."""
    words = (number for number, block in enumerate(article.blocks) if not isinstance(block, FigurePlace))
    return next(words, len(article.blocks))


def _set_end(setter: Typesetter, article: Article, *, shown: bool) -> None:
    if count := len(article.set_aside):
        passages = "1 passage" if count == 1 else f"{count} passages"
        setter.link_line(f"{passages} set aside  ·  {'hide' if shown else 'show'} with x", ASIDE_LINK)
