"""The standfirst: the lines under the headline, as the page names them or its description gives them."""

from dataclasses import replace

from reader.article import Article, Paragraph, plain
from reader.parser.page.metadata import Metadata
from reader.parser.page.pieces import Piece
from reader.parser.page.likeness import squashed

MOST_PARAGRAPHS = 6


def choose_standfirst(known: Article, metadata: Metadata, pieces: list[Piece]) -> Article:
    """The story with its standfirst: the element named so, else the description where it does not repeat the story."""
    opening = [squashed(plain(p.spans)) for p in pieces if isinstance(p, Paragraph)][:MOST_PARAGRAPHS]
    named = metadata.standfirst
    if named and not any(_repeats(named, line) for line in opening if line != squashed(named)):
        return replace(known, standfirst=named)
    description = metadata.description
    if (
        description
        and not description.endswith(("...", "…", "[…]"))
        and not any(_repeats(description, line) for line in opening)
    ):
        return replace(known, standfirst=description)
    return known


def _repeats(description: str, line: str) -> bool:
    """Whether the one begins as the other does."""
    short = squashed(description)[:50]
    return bool(short) and (short in line or (len(line) > 40 and line[:50] in squashed(description)))
