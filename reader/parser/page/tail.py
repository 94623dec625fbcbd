"""The end of a story: words of the house about itself, up to the last paragraph that is the story's own."""

from reader.article import Article, Figure, Heading, Listing, Mark, Paragraph, Rule
from reader.parser.page.likeness import squashed
from reader.parser.page.lines import is_all, spans_of, words_of
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.words import WORDS

_HOUSE = tuple(WORDS["house"]["words"])
_HOUSE_HEADINGS = frozenset(squashed(word) for word in WORDS["house"]["headings"])


def drop_tail(pieces: list[Piece], _known: Article) -> list[Piece]:
    """Set aside copyright, who contributed, where to follow …, from the end up to a paragraph of the story."""
    pieces = list(pieces)
    for place in range(len(pieces) - 1, len(pieces) // 3, -1):
        piece = pieces[place]
        if isinstance(piece, Aside | Rule | Figure):
            continue
        words = words_of(piece)
        if not _is_house(piece, words):
            break
        pieces[place] = Aside(words, "house text")
    return pieces


def _is_house(piece: Piece, words: str) -> bool:
    levelled = words.casefold()
    if isinstance(piece, Heading):
        return squashed(words) in _HOUSE_HEADINGS
    if len(words) > 600 or not isinstance(piece, Paragraph | Listing):
        return False
    if any(word in levelled for word in _HOUSE):
        return True
    return isinstance(piece, Paragraph) and 20 < len(words) < 300 and is_all(spans_of(piece), Mark.EMPHASIS)
