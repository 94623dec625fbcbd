"""Labels: the words by which dumps of pages in many languages betray what is no story."""

import re
from functools import cache

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
SHORT_LINE = 8
"""Words up to which a label of a single word tells something at the line's start."""


def labels_at_start(text: str, language: str) -> frozenset[str]:
    """The kinds whose label the line begins with; "Related: …", "WATCH NOW: …", "Photo by …".

    In a long line only labels of two words and more count: "More people than ever …" is no label.
    """
    found, table = _words(text), _table(language)
    least = 1 if len(found) <= SHORT_LINE else 2
    return frozenset().union(*(table.get(found[:length], ()) for length in range(least, min(LONGEST, len(found)) + 1)))


def labels_whole(text: str, language: str) -> frozenset[str]:
    """The kinds of which the whole line is a label: "Related articles", "READ MORE:", "Share (12)"."""
    return _table(language).get(_words(text), frozenset())


def label_before_colon(text: str, language: str) -> frozenset[str]:
    """The kinds of the label that a colon, a dash or a bar sets off at the line's start."""
    found = _SET_OFF.match(text)
    return labels_whole(found[1], language) if found else frozenset()


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


def _words(text: str) -> tuple[str, ...]:
    """The words of a line's beginning, without case, numbers at the end, and the kind of apostrophe."""
    found = _WORD.findall(text[:120].casefold().replace("’", "'"))
    while found and found[-1].isdigit():
        found.pop()
    return tuple(found)


_WORD = re.compile(r"©|[^\W_]+(?:'[^\W_]+)*")
_SET_OFF = re.compile(r"\s*([^:：|–—]{2,40}?)\s*[:：|–—]")
