"""Find: where words occur in a text, whatever the case, the kind of quotes and dashes."""

import re
from itertools import accumulate

_LEVEL = {
    "'": "\u2018\u2019\u201a\u201b\u02bc\u00b4`",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
    " ": "\u00a0\n",
}
"""A simple sign, and those that count as the same."""
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Signs that a QTextDocument counts as two."""
MOST = 2000
"""Matches after which one stops counting."""


class Text:
    """A text that is looked through again and again: it is levelled once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._levelled = levelled(text)

    def matches(self, words: str) -> list[tuple[int, int]]:
        """Start and end of each match, counted in UTF-16 units as a QTextDocument counts; at most ``MOST``."""
        wanted = levelled(words)
        if not wanted.strip():
            return []
        found: list[int] = []
        start = self._levelled.find(wanted)
        while start >= 0 and len(found) < MOST:
            found.append(start)
            start = self._levelled.find(wanted, start + len(wanted))
        return in_units(self._text, [(start, start + len(wanted)) for start in found])


def levelled(text: str) -> str:
    """The text in lower case with simple quotes and dashes, sign for sign as long as before.

    One sign after the other is replaced, where it occurs: in a book that is ten times as fast as ``translate``.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    for simple, alike in _LEVEL.items():
        for sign in alike:
            lowered = lowered.replace(sign, simple)
    return lowered


def in_units(text: str, matches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Matches counted in characters, counted in UTF-16 units."""
    if text.isascii() or not _BEYOND.search(text):
        return matches
    units = list(accumulate((2 if sign > "\uffff" else 1 for sign in text), initial=0))
    return [(units[start], units[end]) for start, end in matches]
