"""How pages name their elements: class and id, and patterns that look for telling words in them."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from reader.parser.page.tree import Element

Roll = list[tuple[Element, str]]
"""The named elements of a page in document order, with their names."""


def names_of(element: Element) -> str:
    """The element's class and id, lower case; empty where it has neither."""
    get = element.get
    kind, own = get("class"), get("id")
    if kind is None:
        return own.lower() if own else ""
    return f"{kind} {own}".lower() if own else kind.lower()


def roll_of(root: Element) -> Roll:
    """All elements that have names, in document order."""
    named = cast("list[Element]", root.xpath("//*[@class or @id]"))
    return [(element, names_of(element)) for element in named]


def naming(words: str) -> Callable[[str], bool]:
    """Whether names say one of the words, each a pattern that begins and ends at the border of a word.

    Pages repeat their names, and so do sites: what was once looked at is remembered.
    """
    search = re.compile(rf"(?<![a-z])(?:{words})(?![a-z])").search
    return lru_cache(maxsize=1 << 14)(lambda names: search(names) is not None)
