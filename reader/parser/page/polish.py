"""The last hand on the pieces: what repeats a field, leads away, or is said by the house about itself."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from reader.article import Article, Figure, Heading, Mark, Paragraph, Rule, plain
from reader.parser.page.captions import split_credit, tidy_credit
from reader.parser.page.head import drop_repeated_head
from reader.parser.page.labels import drop_labels
from reader.parser.page.likeness import squashed
from reader.parser.page.lines import is_all, line_of, spans_of
from reader.parser.page.parts import drop_parts
from reader.parser.page.pieces import Aside, Piece
from reader.parser.page.tail import drop_tail
from reader.parser.page.words import WORDS

Polisher = Callable[[list[Piece], Article], list[Piece]]
"""Pieces and what is known of the story; the pieces that stay, some of them set aside."""


def polish(pieces: list[Piece], known: Article) -> list[Piece]:
    """Run all polishers in their order."""
    for polisher in POLISHERS:
        pieces = polisher(pieces, known)
    return pieces


_LABELS = "|".join(map(re.escape, WORDS["credit"]["labels"]))
_CREDIT_LINE = re.compile(rf"^\W*(?:{_LABELS})\s*(?::|/|\bby\b|\bvon\b)\s*\S|^(?:©|\(c\))\s*\S", re.I)
LONGEST_CREDIT_LINE = 100
LONGEST_CAPTION_LINE = 300
_CAPTION_LINE = re.compile(rf"\|\s*(?:©|\(c\)|(?:{_LABELS})\s*:)\s*\S[^|.]*$|\((?:{_LABELS})\s*:\s*[^()]+\)\.?$", re.I)


def take_credits(pieces: list[Piece], _known: Article) -> list[Piece]:
    """A short line "Photo: …" is the credit of the figure before it, or set aside where there is none."""
    kept: list[Piece] = []
    for piece in pieces:
        line = line_of(piece) if isinstance(piece, Paragraph) else ""
        if line and len(line) < LONGEST_CAPTION_LINE and _CAPTION_LINE.search(line):
            _caption(kept, line)
            continue
        if not line or len(line) > LONGEST_CREDIT_LINE or not _CREDIT_LINE.search(line):
            kept.append(piece)
        elif kept and isinstance(figure := kept[-1], Figure) and not figure.credit:
            kept[-1] = replace(figure, credit=tidy_credit(line))
        else:
            kept.append(Aside(line, "credit"))
    return kept


def _caption(kept: list[Piece], line: str) -> None:
    """A line that ends with a credit in the manner of captions belongs to the bare figure before it."""
    if kept and isinstance(figure := kept[-1], Figure) and not figure.caption:
        caption, credit = split_credit(line)
        kept[-1] = replace(figure, caption=caption, credit=figure.credit or credit)
    else:
        kept.append(Aside(line, "caption"))


_NUMBERED = re.compile(
    r"(?:abb(?:ildung|\.)|fig(?:ure|ura|uur|\.)?|bild|foto|photo|image|рис(?:унок|\.)?|rys(?:unek|\.)?|図|图)\s*\d+\s*[.:|–-]",
    re.I,
)


def take_captions(pieces: list[Piece], _known: Article) -> list[Piece]:
    """A short slanted or numbered line right behind a picture without words is its caption."""
    kept: list[Piece] = []
    for piece in pieces:
        line = line_of(piece) if isinstance(piece, Paragraph) else ""
        before = kept[-1] if kept else None
        if (
            isinstance(before, Figure)
            and 0 < len(line) < LONGEST_CAPTION_LINE
            and not before.caption
            and _is_said_of_it(piece, line)
        ):
            _caption(kept, line)
        else:
            kept.append(piece)
    return kept


def _is_said_of_it(piece: Piece, line: str) -> bool:
    return is_all(spans_of(piece), Mark.EMPHASIS) or _NUMBERED.match(line) is not None


def drop_empty_headings(pieces: list[Piece], _known: Article) -> list[Piece]:
    """Set a heading aside below which no text stands before the next heading of its level or the end.

    One right above another stays: what stood between was not taken away, so the author set them so.
    """
    kept: list[Piece] = []
    level_below = 0  # of the heading right behind, 7 behind text, 0 at the end
    for piece in reversed(pieces):
        if isinstance(piece, Heading):
            if level_below <= piece.level and not (kept and isinstance(kept[-1], Heading)):
                kept.append(Aside(plain(piece.spans), "heading without text"))
                continue
            level_below = piece.level
        elif not isinstance(piece, Aside | Rule):
            level_below = 7
        kept.append(piece)
    return kept[::-1]


SHORTEST_CAPTION = 20


def drop_repeats(pieces: list[Piece], _known: Article) -> list[Piece]:
    """A caption that also stands as a paragraph is used already."""
    captions = {squashed(piece.caption) for piece in pieces if isinstance(piece, Figure) and piece.caption}
    longest = 2 * max(map(len, captions), default=0)
    return [
        piece
        for piece in pieces
        if not isinstance(piece, Paragraph)
        or not SHORTEST_CAPTION <= len(line := plain(piece.spans)) <= longest
        or squashed(line) not in captions
    ]


POLISHERS: Final[tuple[Polisher, ...]] = (
    drop_repeated_head,
    take_credits,
    take_captions,
    drop_parts,
    drop_labels,
    drop_repeats,
    drop_tail,
    drop_empty_headings,
)
