"""The head of a story: title, standfirst, byline and dates above the first paragraph are fields already."""

import re

from reader.article import Article, Listing, Paragraph, texts
from reader.parser.dates import find_moment
from reader.parser.page.date_labels import by_label
from reader.parser.page.likeness import squashed
from reader.parser.page.lines import line_of, words_of
from reader.parser.page.pieces import Aside, Piece

FULL_LENGTH = 120
"""From this many signs on a line is a paragraph of the story and no part of its head."""


def drop_repeated_head(pieces: list[Piece], known: Article) -> list[Piece]:
    """Title, standfirst, byline and dates above the first full paragraph are fields already; stray labels go too."""
    kept: list[Piece] = []
    body = False
    standfirst = squashed(known.standfirst)
    ahead = _heads_up_to(pieces)
    for place, piece in enumerate(pieces):
        line = line_of(piece)
        if (
            isinstance(piece, Aside)
            and piece.reason == "headline"
            and _repeats(squashed(piece.text), known, standfirst)
        ):
            continue
        if not body and _is_list_of_facts(piece):
            kept.append(Aside(words_of(piece), "label"))
            continue
        if body and place < LATEST_BYLINE and is_dated_byline(line, known):
            continue
        if body or not line:
            kept.append(piece)
            body = body or isinstance(piece, Listing)
        elif _repeats(squashed(line), known, standfirst):
            continue
        elif isinstance(piece, Paragraph) and len(line) >= FULL_LENGTH:
            body = True
            kept.append(piece)
        elif place >= max(ahead, 4) or not (is_byline(line, known) or is_date_line(line)):
            is_label = _is_stray(piece, line, known) or _tells_of_writing(piece, line, known)
            kept.append(Aside(line, "label") if place < ahead and is_label else piece)
    return kept


def _is_list_of_facts(piece: Piece) -> bool:
    """Whether it is a list of a few short lines, one of them a date."""
    if not isinstance(piece, Listing) or len(piece.items) > MOST_FACTS:
        return False
    lines = [" ".join(texts(item.blocks)) for item in piece.items]
    return max(map(len, lines)) <= LONGEST_FACT and any(map(is_date_line, lines))


MOST_FACTS, LONGEST_FACT = 6, 80


def _heads_up_to(pieces: list[Piece]) -> int:
    """The place of the first full paragraph, if a head stands before it at all; 0 in a story of short lines."""
    for place, piece in enumerate(pieces[:LONGEST_HEAD]):
        if isinstance(piece, Paragraph) and len(line_of(piece)) >= FULL_LENGTH:
            return place
    return 0


LONGEST_HEAD = 15


def _is_stray(piece: Piece, line: str, known: Article) -> bool:
    """A word or two without a full stop before the first paragraph: a section, a label, a button's text.

    What says more than the title with the title's own words is the story's.
    """
    title = squashed(known.title)
    if title and squashed(line).startswith(title):
        return False
    return (
        isinstance(piece, Paragraph)
        and len(line.split()) <= 3
        and "," not in line
        and not re.search(r"[.!?:…。”\"»)\]]$|[\u3040-\u9fff\uac00-\ud7af]", line)
    )


def _tells_of_writing(piece: Piece, line: str, known: Article) -> bool:
    """An author's name, a day and what is counted beside them, and no sentence: "May 19 by Ann Lee · 12 Comments"."""
    named = any(author.casefold() in line.casefold() for author in known.authors)
    return (
        named
        and isinstance(piece, Paragraph)
        and not line.endswith((".", "!", "?", "…", ":"))
        and _undated(line) != line
    )


def _repeats(line: str, known: Article, standfirst: str) -> bool:
    title, kicker = squashed(known.title), squashed(known.kicker)
    return line in {title, standfirst, kicker, kicker + title, squashed(known.site)} - {""}


def is_byline(line: str, known: Article) -> bool:
    """Whether the line is short and says little but the authors' names and days."""
    rest = line.casefold()
    for author in known.authors:
        rest = rest.replace(author.casefold(), "")
    return rest != line.casefold() and len(squashed(_undated(rest))) < 40


def is_dated_byline(line: str, known: Article) -> bool:
    """Whether the line says an author's name and a day and little else: never a sentence of the story."""
    return len(line) < FULL_LENGTH and _undated(line) != line and is_byline(line, known)


LATEST_BYLINE = 6
"""Pieces of a story among which its dated byline stands."""


def is_date_line(line: str) -> bool:
    """Whether little is left of the line when its dates are taken out."""
    if len(line) > 80 or not any(sign.isdigit() for sign in line):
        return False
    rest = _undated(line)
    return rest != line and len(re.sub(r"[\W\d_]+", "", rest)) < 22


def _undated(line: str) -> str:
    """The line without its dates, and without the words that label them."""
    parts = [part for parts in by_label(line) for part in parts] if len(line) < FULL_LENGTH else []
    found = [moment for part in parts if (moment := find_moment(part))]
    return " ".join(rest for _, rest in found) if found else line
