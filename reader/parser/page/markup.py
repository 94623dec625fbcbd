"""The table of block readers, and the story read with it."""

from typing import Final

from reader.article import Figure
from reader.parser.page.blocks import (
    BlockReader,
    Reading,
    read_blocks,
    read_heading,
    read_picture_place,
    read_rule,
    read_set_aside,
)
from reader.parser.page.lists import read_definitions, read_list
from reader.parser.page.pieces import Piece
from reader.parser.page.quotes import read_code, read_pull_quote, read_quote
from reader.parser.page.tables import read_table
from reader.parser.page.tree import Element

BLOCK_READERS: Final[dict[str, BlockReader]] = {
    "h1": read_heading,
    "h2": read_heading,
    "h3": read_heading,
    "h4": read_heading,
    "h5": read_heading,
    "h6": read_heading,
    "ul": read_list,
    "ol": read_list,
    "menu": read_list,
    "dl": read_definitions,
    "table": read_table,
    "blockquote": read_quote,
    "pull-quote": read_pull_quote,
    "pre": read_code,
    "hr": read_rule,
    "picture-place": read_picture_place,
    "set-aside": read_set_aside,
}
"""By tag; every other element is a wrapper around blocks, or inline."""


def read_story(story: Element, base: str, figures: list[Figure]) -> list[Piece]:
    """All pieces of the story's element; links are relative to ``base``."""
    return read_blocks(story, Reading(BLOCK_READERS, base, figures))
