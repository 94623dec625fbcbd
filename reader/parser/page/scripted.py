"""A story that stands in a script alone: the page's JSON-LD tells it whole where the visible page shows a stub."""

import html
import re

from reader.article import Paragraph, Span
from reader.parser.decoding import without_controls
from reader.parser.page.facts import Facts
from reader.parser.page.lines import words_of
from reader.parser.page.markup import read_story
from reader.parser.page.pieces import Piece
from reader.parser.page.recipes import recipe_told
from reader.parser.page.tree import flat, grow

SHORTEST = 400
"""Signs below which a text in a script is no story."""
FAR_SHORTER = 0.5
"""The visible story counts as a stub below this share of the one in the script."""


def fuller(pieces: list[Piece], facts: Facts) -> list[Piece]:
    """The pieces, or the story of the script where they are far shorter; a recipe or manual there follows on them."""
    body = facts.story.get("articleBody")
    if isinstance(body, str) and len(body) >= SHORTEST:
        told = _told(html.unescape(body))
        return told if _is_stub(pieces, told) else pieces
    told = recipe_told(facts)
    return [*pieces, *told] if told and _is_stub(pieces, told) else pieces


def _is_stub(pieces: list[Piece], told: list[Piece]) -> bool:
    return _length(pieces) < FAR_SHORTER * _length(told)


def _told(body: str) -> list[Piece]:
    """The text in the script as paragraphs: by its markup, where it has some, else a paragraph a line."""
    if re.search(r"<(?:p|br|div)\b", body) and (root := grow(without_controls(body))) is not None:
        return read_story(root, "", [])
    return [Paragraph((Span(line),)) for line in map(flat, body.splitlines()) if line]


def _length(pieces: list[Piece]) -> int:
    return sum(len(words_of(piece)) for piece in pieces)
