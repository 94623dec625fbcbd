"""How pages name their elements: class and id give each some names, and patterns look for telling words in these."""

import re
from collections.abc import Callable
from functools import lru_cache

from reader.parser.page.tree import Element

REMEMBERED = 1 << 14
"""Pages repeat their names, and so do sites: so many that were once looked at are remembered."""
WHOLE_WORD, PART_WORD, NO_WORD = 2, 1, 0
"""The weight of a word that says something by itself, that may do so with another, and that never does."""


def names_of(element: Element) -> str:
    """The element's class and id, lower case; empty where it has neither."""
    get = element.get
    kind, own = get("class"), get("id")
    if kind is None:
        return own.lower() if own else ""
    return f"{kind} {own}".lower() if own else kind.lower()


_WORDS = re.compile(r"[a-z]+").findall
_PARTS = re.compile(r"[A-Z]*[a-z]+|[A-Z]+").findall


@lru_cache(maxsize=REMEMBERED)
def words_in(name: str) -> tuple[str, ...]:
    """The words of a name, lower case: all runs of letters; of ``siteName`` also its two parts."""
    return tuple(_WORDS(name) if name.islower() else [*map(str.lower, _PARTS(name)), *_WORDS(name.lower())])


class Vocabulary:
    """What words tell somebody who looks for some: each is weighed once, so that few names need to be searched.

    A page has not many words, most of them are old acquaintances, and hardly one has to do with what is looked for.
    """

    def __init__(self, weigh: Callable[[str], int]) -> None:
        self._weigh = weigh
        self._known: set[str] = set()
        self._whole: set[str] = set()
        self._part: set[str] = set()

    def among(self, words: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Those of the words that tell something by themselves, and those that may together with another."""
        if new := words - self._known:
            self._learn(new)
        return words & self._whole, words & self._part

    def _learn(self, words: frozenset[str]) -> None:
        if len(self._known) > MOST_WORDS:
            for kind in (self._known, self._whole, self._part):
                kind.clear()
        for word in words:
            if weight := self._weigh(word):
                (self._whole if weight == WHOLE_WORD else self._part).add(word)
        self._known |= words


MOST_WORDS = 1 << 17
"""So many words are remembered."""


class Naming:
    """A question to names: does one of them say some words?"""

    def __init__(self, words: str) -> None:
        self._search = re.compile(rf"(?<![a-z])(?:{words})(?![a-z])").search
        self._piece = re.compile("|".join(_pieces(words))).search
        self.vocabulary = Vocabulary(self._weigh)
        self.fits = lru_cache(maxsize=REMEMBERED)(self._fits)
        """Whether one name, as it is written, says so."""

    def __call__(self, names: str) -> bool:
        """Whether one of several names does, which are parted by spaces."""
        return any(map(self.fits, names.split()))

    def _fits(self, name: str) -> bool:
        return self._search(name.lower()) is not None

    def _weigh(self, word: str) -> int:
        if self._piece(word) is None:
            return NO_WORD
        return WHOLE_WORD if self._search(word) else PART_WORD


def naming(words: str) -> Naming:
    """Whether a name says one of the words, each a pattern that begins and ends at the border of a word.

    A pattern for several words in a row has two letters of each that are no choice (``dat[ei]``, not ``d[ae]``).
    """
    return Naming(words)


_LETTERS = re.compile(r"(?<!\\)([a-z]{2,}[?*]?)")


def _pieces(words: str) -> set[str]:
    """Runs of letters in patterns, one of which every name that fits must hold."""
    runs = _LETTERS.findall(words)
    return {run[:-2] if run[-1] in "?*" else run for run in runs} - {""}
