"""Find: where words occur in a text, whatever the case, the kind of quotes and dashes."""

from itertools import accumulate

_LEVELLED = str.maketrans(
    "\u2018\u2019\u201a\u201b\u02bc\u00b4`\u201c\u201d\u201e\u201f\u00ab\u00bb\u2010\u2011\u2012\u2013\u2014\u2212\u00a0\n",
    "'''''''\"\"\"\"\"\"------  ",
)
MOST = 2000
"""Matches after which one stops counting."""


def matches(text: str, words: str) -> list[tuple[int, int]]:
    """Start and end of each match, counted in UTF-16 units as a QTextDocument counts; at most ``MOST``."""
    wanted = levelled(words)
    if not wanted.strip():
        return []
    haystack = levelled(text)
    found: list[int] = []
    start = haystack.find(wanted)
    while start >= 0 and len(found) < MOST:
        found.append(start)
        start = haystack.find(wanted, start + len(wanted))
    return _in_units(text, found, len(wanted))


def levelled(text: str) -> str:
    """The text in lower case with simple quotes and dashes, sign for sign as long as before."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return lowered.translate(_LEVELLED)


def _in_units(text: str, starts: list[int], length: int) -> list[tuple[int, int]]:
    if text.isascii() or max(text) <= "\uffff":
        return [(start, start + length) for start in starts]
    units = list(accumulate((2 if sign > "\uffff" else 1 for sign in text), initial=0))
    return [(units[start], units[start + length]) for start in starts]
