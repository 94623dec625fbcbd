"""How pages name their elements: class and id, and patterns that look for telling words in them."""

import re
from collections.abc import Callable
from functools import lru_cache

from reader.parser.page.tree import Element


class Roll(list[tuple[Element, str]]):
    """The named elements of a page in document order, with their names.

    ``elements`` are all, also in order: lxml makes a Python object anew, at some cost, for each that nobody holds.
    """

    def __init__(self, elements: list[Element]) -> None:
        super().__init__([(element, names) for element in elements if (names := names_of(element))])
        self.elements = elements
        self._places: dict[str, list[int]] = {}
        for place, (_, names) in enumerate(self):
            self._places.setdefault(names, []).append(place)

    def named(self, says: Callable[[str], bool]) -> list[tuple[Element, str]]:
        """The entries whose names say so, in document order; names that many elements share are asked once."""
        places = [place for names, same in self._places.items() if says(names) for place in same]
        return [self[place] for place in sorted(places)]


def names_of(element: Element) -> str:
    """The element's class and id, lower case; empty where it has neither."""
    get = element.get
    kind, own = get("class"), get("id")
    if kind is None:
        return own.lower() if own else ""
    return f"{kind} {own}".lower() if own else kind.lower()


def roll_of(root: Element) -> Roll:
    """All elements that have names, in document order."""
    return Roll(list(root.iter()))


def naming(words: str) -> Callable[[str], bool]:
    """Whether names say one of the words, each a pattern that begins and ends at the border of a word.

    Pages repeat their names, and so do sites: what was once looked at is remembered.
    """
    search = re.compile(rf"(?<![a-z])(?:{words})(?![a-z])").search
    return lru_cache(maxsize=1 << 14)(lambda names: search(names) is not None)
