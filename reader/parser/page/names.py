"""How pages name their elements: class and id, and patterns that look for telling words in them."""

import re
from functools import lru_cache

from reader.parser.page.tree import Element

REMEMBERED = 1 << 14
"""Pages repeat their names, and so do sites: so many that were once looked at are remembered."""


def names_of(element: Element) -> str:
    """The element's class and id, lower case; empty where it has neither."""
    get = element.get
    kind, own = get("class"), get("id")
    if kind is None:
        return own.lower() if own else ""
    return f"{kind} {own}".lower() if own else kind.lower()


class Naming:
    """A question to names: do they say one of some words?

    ``may_stand_in`` tells of a single word whether names that hold it need to be asked: a page has few words, and
    most of them hold no piece of those looked for.
    """

    def __init__(self, words: str) -> None:
        search = re.compile(rf"(?<![a-z])(?:{words})(?![a-z])").search
        piece = re.compile("|".join(_pieces(words))).search
        self.says = lru_cache(maxsize=REMEMBERED)(lambda names: search(names) is not None)
        self.may_stand_in = lru_cache(maxsize=REMEMBERED)(lambda word: piece(word) is not None)

    def __call__(self, names: str) -> bool:
        """Whether they do; ``names`` are in lower case."""
        return self.says(names)


def naming(words: str) -> Naming:
    """Whether names say one of the words, each a pattern that begins and ends at the border of a word.

    Each word has two letters in a row that are no choice (``dat[ei]``, not ``d[ae]``).
    """
    return Naming(words)


_LETTERS = re.compile(r"(?<!\\)([a-z]{2,}[?*]?)")


def _pieces(words: str) -> set[str]:
    """Runs of letters in patterns, one of which every name that fits must hold."""
    runs = _LETTERS.findall(words)
    return {run[:-2] if run[-1] in "?*" else run for run in runs} - {""}


_WORD = re.compile(r"[A-Z]*[a-z]+|[A-Z]+")


def words_in(names: str) -> list[str]:
    """The words of names, lower case: all runs of letters; of ``siteName`` also its two parts."""
    words: list[str] = _WORD.findall(names)
    if names.islower():
        return words
    return [*map(str.lower, words), *_WORD.findall(names.lower())]
