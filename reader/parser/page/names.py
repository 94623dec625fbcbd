"""How pages name their elements: class and id give each some names, and patterns look for telling words in these."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property, lru_cache

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


def words_in(names: str) -> set[str]:
    """The words of names, lower case: all runs of letters; of ``siteName`` also its two parts."""
    if names.islower():
        return set(_WORDS(names))
    return {*map(str.lower, _PARTS(names)), *_WORDS(names.lower())}


class Vocabulary:
    """What words tell somebody who looks for some: each is weighed once, so that few names need to be searched.

    A page has not many words, most of them are old acquaintances, and hardly one has to do with what is looked for.
    Its ``bit`` stands for it where one number says for whom a word or a name may tell something.
    """

    def __init__(self, weigh: Callable[[str], int]) -> None:
        self.weigh = weigh
        _VOCABULARIES.append(self)
        self.bit = 1 << _VOCABULARIES.index(self)


_VOCABULARIES: list[Vocabulary] = []


def vocabularies() -> int:
    """How many there are by now; what names tell is told for so many."""
    return len(_VOCABULARIES)


@lru_cache(maxsize=1 << 16)
def _weighed(word: str, known: int) -> tuple[int, int]:
    """For which of the known vocabularies the word tells something by itself, and for which with another."""
    whole = part = 0
    for vocabulary in _VOCABULARIES[:known]:
        weight = vocabulary.weigh(word)
        if weight == WHOLE_WORD:
            whole |= vocabulary.bit
        elif weight == PART_WORD:
            part |= vocabulary.bit
    return whole, part


_DULL: defaultdict[int, set[str]] = defaultdict(set)
"""By how many vocabularies are known the words that tell none of them anything, as nearly all words do."""
MOST_DULL = 1 << 16


@lru_cache(maxsize=REMEMBERED)
def telling(names: str, known: int) -> int:
    """For which of the known vocabularies names may tell something: by a word that does so, or by two together."""
    told = one = two = 0
    dull = _DULL[known]
    for word in words_in(names) - dull:
        whole, part = _weighed(word, known)
        if not whole | part and len(dull) < MOST_DULL:
            dull.add(word)
        told |= whole
        two |= one & part
        one |= part
    return told | two


class Naming:
    """A question to names: does one of them say some words?"""

    def __init__(self, words: str) -> None:
        self._search = re.compile(rf"(?<![a-z])(?:{words})(?![a-z])").search
        self._piece = re.compile("|".join(_pieces(words))).search
        self.fits = lru_cache(maxsize=REMEMBERED)(self._fits)
        """Whether one name, as it is written, says so."""

    def __call__(self, names: str) -> bool:
        """Whether one of several names does, which are parted by spaces."""
        return any(map(self.fits, names.split()))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Its own, for questions to all names of a page."""
        return Vocabulary(self._weigh)

    def _fits(self, name: str) -> bool:
        return self._search(name.lower()) is not None

    def _weigh(self, word: str) -> int:
        if self._piece(word) is None:
            return NO_WORD
        return WHOLE_WORD if self._search(word) else PART_WORD


def naming_in_pages(words: str) -> Naming:
    """The same as ``naming``, to be asked of all names of a page: its words are weighed from the first page on."""
    asked = Naming(words)
    asked.vocabulary  # noqa: B018  (it counts among all as soon as it is made)
    return asked


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
