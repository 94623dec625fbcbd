"""Place: where in a story one is, in a way that survives another text size, theme or width."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """``block`` indexes the article's blocks (-1: the head), ``offset`` counts signs inside what it shows."""

    block: int = -1
    offset: int = 0


START = Place()
"""The title."""

HEAD = -1
END = -2
GAP = -3
"""States of text blocks that belong to no block of the article; a gap is room for what is still to be set."""
