"""The end of a story: words of the house about itself, up to the last paragraph that is the story's own."""

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Final

from reader.article import Article, Figure, Heading, Listing, Mark, Paragraph, Rule
from reader.parser.page.head import is_byline, is_date_line
from reader.parser.page.likeness import squashed
from reader.parser.page.lines import is_all, spans_of, words_of
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.words import WORDS

_HOUSE = tuple(WORDS["house"]["words"])
_HOUSE_HEADINGS = frozenset(squashed(word) for word in WORDS["house"]["headings"])
_BY = frozenset(squashed(word) for word in WORDS["byline"]["by"])
LONGEST_HOUSE_TEXT = 600
LONGEST_MATTER = 8
"""Words of a line that may follow a line of the house without being one by itself: a name, a place, a number."""
MOST_MATTER = 5
SMALLEST_STORY = 0.5
"""The share of the words that is never taken for a tail."""


def drop_tail(pieces: list[Piece], known: Article) -> list[Piece]:
    """Set aside copyright, who contributed, whom to ask …, from the end up to a paragraph of the story."""
    cut = end = len(pieces)
    lengths = list(accumulate(len(words_of(piece)) for piece in pieces))
    for place in range(len(pieces) - 1, 0, -1):
        piece = pieces[place]
        if lengths[place - 1] < SMALLEST_STORY * lengths[-1]:
            break
        if _is_house(piece, known):
            cut = end = place
        elif isinstance(piece, Aside | Rule | Figure):
            end -= 1
        elif end - place > MOST_MATTER or not _is_matter(piece):
            break
    return pieces[:cut] + [_aside(piece) for piece in pieces[cut:]]


def _aside(piece: Piece) -> Piece:
    return piece if isinstance(piece, Aside | Rule | Figure) else Aside(words_of(piece), "house text")


def _is_house(piece: Piece, known: Article) -> bool:
    if not isinstance(piece, Paragraph | Listing | Heading):
        return False
    words = words_of(piece)
    return len(words) <= LONGEST_HOUSE_TEXT and any(sign(piece, words, known) for sign in SIGNS)


def _is_matter(piece: Piece) -> bool:
    """Whether it is a short line that is no sentence."""
    words = words_of(piece)
    return (
        isinstance(piece, Paragraph | Heading)
        and len(words.split()) <= LONGEST_MATTER
        and re.search(r"[.!?…。！？।؟:;,\"'”’»“)]$|[\u3040-\u9fff\uac00-\ud7af]|https?:", words) is None
    )


Sign = Callable[[Piece, str, Article], bool]
"""A piece, its words and what is known of the story; whether this tells that the house speaks of itself."""


def _has_heading(_piece: Piece, words: str, _known: Article) -> bool:
    return len(words) <= LONGEST_KNOWN and squashed(words) in _HOUSE_HEADINGS


LONGEST_KNOWN = 100
"""Signs of a line that may be one of those that are known by their words."""


def _speaks_of_itself(piece: Piece, words: str, _known: Article) -> bool:
    levelled = words.casefold()
    return not isinstance(piece, Heading) and any(word in levelled for word in _HOUSE)


def _is_slanted(piece: Piece, words: str, _known: Article) -> bool:
    return isinstance(piece, Paragraph) and 20 < len(words) < 300 and is_all(spans_of(piece), Mark.EMPHASIS)


def _is_signature(piece: Piece, words: str, known: Article) -> bool:
    """The author's name, alone, with a word before it, or as the beginning of a few words about the author."""
    return (
        (len(words) <= LONGEST_KNOWN and squashed(words) in _BY)
        or is_byline(words, known)
        or _tells_of_author(piece, words, known)
    )


def _tells_of_author(piece: Piece, words: str, known: Article) -> bool:
    return isinstance(piece, Paragraph) and words.startswith(tuple(f"{author} " for author in known.authors))


_INITIALS = re.compile(r"[(\[]?[^\W\d_][\w.-]{1,11}(?:\s?/\s?[^\W\d_][\w.-]{1,11}){1,3}[)\]]?")


def _is_initials(piece: Piece, words: str, _known: Article) -> bool:
    """Whom an agency's story is from, in initials: "mbo/AFP", "(dpa/tmn)"."""
    return isinstance(piece, Paragraph) and _INITIALS.fullmatch(words) is not None


def _is_dated(_piece: Piece, words: str, _known: Article) -> bool:
    return is_date_line(words)


_MAIL = re.compile(r"\b[\w.+-]+(?:@|\(at\)|\[at\])[\w-]+\.[\w.]+")


def _is_contact(_piece: Piece, words: str, _known: Article) -> bool:
    """A mail address with few words around it."""
    return len(words.split()) <= LONGEST_MATTER and _MAIL.search(words) is not None


SIGNS: Final[tuple[Sign, ...]] = (
    _has_heading,
    _speaks_of_itself,
    _is_slanted,
    _is_signature,
    _is_initials,
    _is_dated,
    _is_contact,
)
