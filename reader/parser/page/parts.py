"""Whole parts of a story that lead away from it: a heading like "More stories", and what stands under it."""

from itertools import accumulate

from reader.article import Article, Figure, Heading, Listing, Mark, Rule
from reader.parser.page.likeness import squashed
from reader.parser.page.lines import is_all, line_of, link_share, spans_of, words_of
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.words import WORDS

_STARTS = (*WORDS["label"]["starts"], "more ", "also on ")
_WHOLE = frozenset(squashed(word) for word in WORDS["house"]["headings"])
_ABOUT = tuple(word + " " for word in WORDS["house"]["about"])
_BEGINNINGS = (*_STARTS, *_ABOUT)
LONGEST_NAME = 7
"""Words that the heading of such a part has at most."""
LARGEST_TAIL = 0.4
"""The share of the story that may be set aside as its last part."""


def drop_parts(pieces: list[Piece], _known: Article) -> list[Piece]:
    """Set aside each part whose heading leads away, if it is mostly links, or is the end of the story."""
    ends, lengths = _ends(pieces), list(accumulate(len(words_of(piece)) for piece in pieces))
    kept = list(pieces)
    for place, piece in enumerate(pieces):
        line = line_of(piece)
        is_short = len(line.split(None, LONGEST_NAME)) <= LONGEST_NAME
        if isinstance(kept[place], Aside) or not line or not is_short or not _leads_away(line):
            continue
        is_tail = ends[place] == len(pieces) and lengths[-1] - lengths[place] < LARGEST_TAIL * lengths[-1]
        for inside in range(place, _end_of_part(pieces, place, ends[place], is_tail=is_tail)):
            if not isinstance(pieces[inside], Figure | Rule | Aside):
                kept[inside] = Aside(words_of(pieces[inside]), "related links")
    return kept


def _ends(pieces: list[Piece]) -> list[int]:
    """For each place, that of the next heading behind it."""
    ends, end = [0] * len(pieces), len(pieces)
    for place in range(len(pieces) - 1, -1, -1):
        ends[place] = end
        if isinstance(pieces[place], Heading):
            end = place
    return ends


def _leads_away(line: str) -> bool:
    levelled = line.casefold().strip()
    return squashed(line) in _WHOLE or levelled.startswith(_BEGINNINGS)


def _end_of_part(pieces: list[Piece], place: int, end: int, *, is_tail: bool) -> int:
    """The end of what the heading at this place leads away to; the place itself where it leads nowhere."""
    heading = pieces[place]
    if isinstance(heading, Heading):
        return end if is_tail or link_share(pieces[place + 1 : end]) > 0.5 else place
    if is_tail and place + 1 < end and isinstance(pieces[place + 1], Listing) and not line_of(heading).endswith(":"):
        return end
    if is_tail and is_all(spans_of(heading), Mark.STRONG) and line_of(heading).casefold().startswith(_ABOUT):
        return end
    links = place + 1
    while links < end and (isinstance(pieces[links], Aside) or link_share([pieces[links]]) > 0.5):
        links += 1
    return links if link_share(pieces[place + 1 : links]) > 0.5 else place
