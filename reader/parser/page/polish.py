"""The last hand on the pieces: what repeats the head, labels that lead away, and words of the house at the end."""

import re
from collections.abc import Callable
from dataclasses import replace

from reader.article import (
    Article,
    Block,
    Figure,
    Heading,
    Listing,
    Mark,
    Paragraph,
    PullQuote,
    Rule,
    Span,
    Spans,
    plain,
    texts,
)
from reader.parser.dates import find_moment
from reader.parser.page.captions import tidy_credit
from reader.parser.page.likeness import squashed
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.words import WORDS

Polisher = Callable[[list[Piece], Article], list[Piece]]
"""Pieces and what is known of the story; the pieces that stay, some of them set aside."""


def polish(pieces: list[Piece], known: Article) -> list[Piece]:
    """Run all polishers in their order."""
    for polisher in POLISHERS:
        pieces = polisher(pieces, known)
    return pieces


def _line(piece: Piece) -> str:
    """The words of a paragraph or heading; empty for all other pieces."""
    return plain(piece.spans) if isinstance(piece, Paragraph | Heading) else ""


FULL_LENGTH = 120
"""From this many signs on a line is a paragraph of the story and no part of its head."""


def drop_repeated_head(pieces: list[Piece], known: Article) -> list[Piece]:
    """Title, standfirst, byline and dates above the first full paragraph are fields already; stray labels go too."""
    kept: list[Piece] = []
    body = False
    standfirst = squashed(known.standfirst)
    ahead = _heads_up_to(pieces)
    for place, piece in enumerate(pieces):
        line = _line(piece)
        if body or not line:
            kept.append(piece)
            body = body or isinstance(piece, Listing)
        elif _repeats(squashed(line), known, standfirst):
            continue
        elif isinstance(piece, Paragraph) and len(line) >= FULL_LENGTH:
            body = True
            kept.append(piece)
        elif place >= max(ahead, 4) or not (_is_byline(line, known) or _is_date_line(line)):
            kept.append(Aside(line, "label") if place < ahead and _is_stray(piece, line) else piece)
    return kept


def _heads_up_to(pieces: list[Piece]) -> int:
    """The place of the first full paragraph, if a head stands before it at all; 0 in a story of short lines."""
    for place, piece in enumerate(pieces[:LONGEST_HEAD]):
        if isinstance(piece, Paragraph) and len(_line(piece)) >= FULL_LENGTH:
            return place
    return 0


LONGEST_HEAD = 15


def _is_stray(piece: Piece, line: str) -> bool:
    """A word or two without a full stop before the first paragraph: a section, a label, a button's text."""
    return (
        isinstance(piece, Paragraph)
        and len(line.split()) <= 3
        and "," not in line
        and not re.search(r"[.!?:…。”\"»)]$|[\u3040-\u9fff\uac00-\ud7af]", line)
    )


def _repeats(line: str, known: Article, standfirst: str) -> bool:
    return line in {squashed(known.title), standfirst, squashed(known.kicker), squashed(known.site)} - {""}


def _is_byline(line: str, known: Article) -> bool:
    """Whether the line is short and says little but the authors' names."""
    rest = line.casefold()
    for author in known.authors:
        rest = rest.replace(author.casefold(), "")
    return rest != line.casefold() and len(squashed(rest)) < 40


def _is_date_line(line: str) -> bool:
    """Whether little is left of the line when its date is taken out."""
    if len(line) > 80 or not any(sign.isdigit() for sign in line):
        return False
    found = find_moment(line)
    return found is not None and len(re.sub(r"[\W\d_]+", "", found[1])) < 22


_STARTS = tuple(WORDS["label"]["starts"])
_WHOLE = frozenset(squashed(word) for word in WORDS["label"]["whole"])
_COUNTER = re.compile(r"(?:\w+ )?\d+\s?(?:of|/|von|de|di|sur|van|z|из)\s?\d+", re.I)
LONGEST_LABEL = 25


def drop_labels(pieces: list[Piece], _known: Article) -> list[Piece]:
    """Lines that lead away: "Read more: …", "Advertisement", and paragraphs that are one link and no sentence."""
    return [_as_label(piece) if isinstance(piece, Paragraph | Heading) else piece for piece in pieces]


def _as_label(piece: Paragraph | Heading) -> Piece:
    line = plain(piece.spans)
    levelled = re.sub(r"^[\W_]+", "", line).casefold().replace("’", "'")
    if squashed(line) in _WHOLE or _COUNTER.fullmatch(line):
        return Aside(line, "label")
    if len(line.split()) > LONGEST_LABEL or isinstance(piece, Heading):
        return piece
    if levelled.startswith(_STARTS) and (_is_linked(piece.spans) or _is_strong(piece.spans) or levelled.endswith(":")):
        return Aside(line, "promotion")
    if _is_one_link(piece.spans) and not re.search(r"[.?!。]['\"”’]?$|^https?:|^www\.|^\S+@\S+$", line):
        return Aside(line, "link")
    return piece


def _is_linked(spans: Spans) -> bool:
    linked = sum(len(span.text) for span in spans if span.link)
    return linked > 0.3 * len(plain(spans))


def _is_strong(spans: Spans | list[Span]) -> bool:
    return all(span.marks & (Mark.STRONG | Mark.EMPHASIS) for span in spans if span.text.strip())


def _is_one_link(spans: Spans) -> bool:
    return all(span.link and not span.link.startswith("#") for span in spans if span.text.strip(" \n|>»→"))


_SECTION_STARTS = (*_STARTS, "more ", "also on ")
_SECTION_WHOLE = frozenset(squashed(word) for word in WORDS["house"]["headings"])
_ABOUT = tuple(word + " " for word in WORDS["house"]["about"])


def drop_sections(pieces: list[Piece], _known: Article) -> list[Piece]:
    """A part whose heading leads away ("More stories", "About the company"): mostly links, or at the end of the story."""
    pieces = list(pieces)
    for place, piece in enumerate(pieces):
        line = _line(piece)
        if not line or len(line.split()) > 7 or not _leads_away(line):
            continue
        for inside in range(place, _end_of_part(pieces, place)):
            if not isinstance(pieces[inside], Figure | Rule | Aside):
                pieces[inside] = Aside(" ".join(texts([pieces[inside]])), "related links")
    return pieces


def _leads_away(line: str) -> bool:
    levelled = line.casefold().strip()
    return squashed(line) in _SECTION_WHOLE or levelled.startswith((*_SECTION_STARTS, *_ABOUT))


def _end_of_part(pieces: list[Piece], place: int) -> int:
    """The end of what the heading at this place leads away to; the place itself where it leads nowhere."""
    heading = pieces[place]
    rest = range(place + 1, len(pieces))
    end = next((n for n in rest if isinstance(pieces[n], Heading)), len(pieces))
    at_tail = end == len(pieces) and _length(pieces[place:]) < 0.4 * _length(pieces)
    if isinstance(heading, Heading):
        return end if _is_links(pieces[place + 1 : end]) or at_tail else place
    if at_tail and _is_strong(_spans(heading)) and _line(heading).casefold().startswith(_ABOUT):
        return end
    links_end = next((n for n in rest if not (isinstance(pieces[n], Aside) or _is_links([pieces[n]]))), len(pieces))
    return links_end if _is_links(pieces[place + 1 : links_end]) else place


def _length(pieces: list[Piece]) -> int:
    """Signs of text in the pieces that are blocks."""
    blocks = [piece for piece in pieces if not isinstance(piece, Figure | Aside)]
    return sum(len(text) for text in texts(blocks))


def _is_links(pieces: list[Piece]) -> bool:
    """Whether the words of the pieces are mostly linked."""
    spans = [span for piece in pieces for span in _spans(piece)]
    length = sum(len(span.text) for span in spans)
    return 0 < length and sum(len(span.text) for span in spans if span.link) > 0.5 * length


def _spans(piece: Piece | Block) -> list[Span]:
    match piece:
        case Paragraph(spans) | Heading(_, spans):
            return list(spans)
        case Listing(items):
            return [span for item in items for block in item.blocks for span in _spans(block)]
        case _:
            return []


_CREDIT_LINE = re.compile(
    rf"^\W*(?:{'|'.join(map(re.escape, WORDS['credit']['labels']))})\s*(?::|/|\bby\b|\bvon\b)\s*\S|^(?:©|\(c\))\s*\S",
    re.I,
)


def take_credits(pieces: list[Piece], _known: Article) -> list[Piece]:
    """A short line "Photo: …" is the credit of the figure before it, or set aside where there is none."""
    kept: list[Piece] = []
    for piece in pieces:
        line = _line(piece) if isinstance(piece, Paragraph) else ""
        if not line or len(line) > 100 or not _CREDIT_LINE.search(line):
            kept.append(piece)
        elif kept and isinstance(figure := kept[-1], Figure) and not figure.credit:
            kept[-1] = replace(figure, credit=tidy_credit(line))
        else:
            kept.append(Aside(line, "credit"))
    return kept


def drop_empty_headings(pieces: list[Piece], _known: Article) -> list[Piece]:
    """A heading below which no text stands before the next heading of its level or the end."""
    kept: list[Piece] = []
    level_below = 0  # of the heading right behind, 7 behind text, 0 at the end
    for piece in reversed(pieces):
        if isinstance(piece, Heading):
            if level_below <= piece.level:
                kept.append(Aside(plain(piece.spans), "heading without text"))
                continue
            level_below = piece.level
        elif not isinstance(piece, Aside | Rule | Figure):
            level_below = 7
        kept.append(piece)
    return kept[::-1]


_HOUSE = tuple(WORDS["house"]["words"])
_HOUSE_HEADINGS = frozenset(squashed(word) for word in WORDS["house"]["headings"])


def drop_tail(pieces: list[Piece], _known: Article) -> list[Piece]:
    """Words of the house at the end: copyright, who contributed, where to follow; up to the first paragraph of the story."""
    pieces = list(pieces)
    for place in range(len(pieces) - 1, len(pieces) // 3, -1):
        piece = pieces[place]
        if isinstance(piece, Aside | Rule | Figure):
            continue
        words = " ".join(texts([piece]))
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
    return isinstance(piece, Paragraph) and 20 < len(words) < 300 and _all_emphasis(piece.spans)


def _all_emphasis(spans: Spans) -> bool:
    return all(span.marks & Mark.EMPHASIS for span in spans if span.text.strip())


def drop_repeats(pieces: list[Piece], known: Article) -> list[Piece]:
    """A caption that also stands as a paragraph is used already."""
    captions = {squashed(piece.caption) for piece in pieces if isinstance(piece, Figure) and len(piece.caption) > 20}
    return [
        piece for piece in pieces if not (isinstance(piece, Paragraph) and squashed(plain(piece.spans)) in captions)
    ]


POLISHERS: tuple[Polisher, ...] = (
    drop_repeated_head,
    take_credits,
    drop_sections,
    drop_labels,
    drop_repeats,
    drop_tail,
    drop_empty_headings,
)
