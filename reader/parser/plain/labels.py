"""Labels: the words by which dumps of pages in many languages betray what is no story."""

import re
from functools import cache
from typing import NamedTuple

from reader.parser import words

KINDS = (
    "promotion",
    "related",
    "share",
    "signup",
    "advert",
    "comments",
    "legal",
    "menu",
    "credit",
    "published",
    "updated",
)
"""Kinds of label, each a list in ``reader/parser/words``."""
LONGEST = 6
"""Words of a label at most."""
LOOKED_AT = 120
"""Signs of a line in which a label stands."""
SHORT_LINE = 8
"""Words up to which a label of a single word tells something at the line's start."""


class Labels(NamedTuple):
    """The kinds of label that a line bears."""

    starts: frozenset[str]
    """It begins with such a label."""
    whole: frozenset[str]
    """It is such a label and nothing else."""
    set_off: frozenset[str]
    """A colon, a dash or a bar sets such a label off at its start."""


def labels_of(text: str, language: str) -> Labels:
    """The labels of a line: "Related: …", "WATCH NOW: …", "Photo by …", "READ MORE:", "Share (12)"."""
    set_off = _before_colon(text, language)
    first = _WORD.search(text[:LOOKED_AT].casefold().replace("’", "'"))
    if not first or first[0] not in _first_words(language):
        return Labels(NONE, NONE, set_off)
    found = _words(text)
    return Labels(_at_start(found, language), _table(language).get(found, NONE), set_off)


def labels_at_start(text: str, language: str) -> frozenset[str]:
    """The kinds whose label the text begins with."""
    return _at_start(_words(text), language)


def labels_whole(text: str, language: str) -> frozenset[str]:
    """The kinds of which the whole text is a label."""
    return _table(language).get(_words(text), NONE)


def _at_start(found: tuple[str, ...], language: str) -> frozenset[str]:
    """In a long line only labels of two words and more count: "More people than ever …" is no label."""
    table, kinds = _table(language), NONE
    for length in range(1 if len(found) <= SHORT_LINE else 2, min(LONGEST, len(found)) + 1):
        if more := table.get(found[:length]):
            kinds |= more
    return kinds


def _before_colon(text: str, language: str) -> frozenset[str]:
    found = _SET_OFF.match(text)
    return labels_whole(found[1], language) if found else NONE


@cache
def _table(language: str) -> dict[tuple[str, ...], frozenset[str]]:
    """Every label in the language and in English, as its words, and the kinds it stands for; "" means all languages."""
    table: dict[tuple[str, ...], frozenset[str]] = {}
    for kind in KINDS:
        for tag, labels in words.by_language(kind).items():
            if language and tag not in {"en", language}:
                continue
            for key in map(_words, labels):
                table[key] = table.get(key, frozenset()) | {kind}
    table.pop((), None)
    return table


@cache
def _first_words(language: str) -> frozenset[str]:
    """How labels begin: most lines begin otherwise."""
    return frozenset(label[0] for label in _table(language))


def _words(text: str) -> tuple[str, ...]:
    """The words of a line's beginning, without case, numbers at the end, and the kind of apostrophe."""
    found = _WORD.findall(text[:LOOKED_AT].casefold().replace("’", "'"))
    while found and found[-1].isdigit():
        found.pop()
    return tuple(found)


_WORD = re.compile(r"©|[^\W_]+(?:'[^\W_]+)*")
NONE: frozenset[str] = frozenset()
_SET_OFF = re.compile(r"\s*([^:：|–—]{2,40})[:：|–—]")
