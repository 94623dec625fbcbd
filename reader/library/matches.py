"""Matches: where in a text the words of a query stand, and the piece of a story that shows them best."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.library.folding import Aligned, aligned, is_unspaced
from reader.library.query import Query, Term
from reader.library.story_words import StoryWords

Match = tuple[int, int]
"""Where something begins and ends, in characters."""

MOST = 2_000
"""Places in one text after which one stops looking."""
ENOUGH = 40
"""Places of each term among which the best piece of a story is sought."""
EXCERPT, BEFORE = 180, 20
"""Characters of an excerpt, and how many of them stand before the first word found."""

_LETTER = "0-9a-z\x80-\u0dff"
"""Signs of words, as far as words have spaces between them, in folded text."""
_SHOWN = ("body", "standfirst", "captions", "credits")
"""Where an excerpt is taken from: the first of those that show most of the words."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a row shows of a story that was found: a piece of its words, and where the words asked for stand in it."""

    text: str = ""
    matches: tuple[Match, ...] = ()


class Matcher:
    """Finds the words that a query wants."""

    def __init__(self, query: Query) -> None:
        self._sights = [_Sight(term) for term in query.wanted]

    def matches(self, text: str, column: str = "") -> list[Match]:
        """Where the words stand, from the first to the last, none over another; at most ``MOST``.

        In a text of one column, words asked for in another one do not count; without a column all do.
        """
        return _apart(span for spans in self._found(text, column, MOST) for span in spans)[:MOST]

    def excerpt(self, words: StoryWords) -> Excerpt:
        """What a row shows of these words; without text where only the title, or nothing, tells of them."""
        best: list[list[Match]] = []
        chosen = ""
        for column in _SHOWN:
            text: str = getattr(words, column)
            found = [spans for spans in self._found(text, column, ENOUGH) if spans]
            if len(found) > len(best):
                best, chosen = found, text
            if len(best) == len(self._sights):
                break
        if not best:
            return Excerpt()
        text = _piece(chosen, best)
        return Excerpt(text, tuple(self.matches(text)))

    def _found(self, text: str, column: str, most: int) -> list[list[Match]]:
        """The first places of each term."""
        sights = [sight for sight in self._sights if not column or sight.column in ("", column)]
        if not text or not sights:
            return []
        level = aligned(text)
        return [[_in_text(span, level, len(text)) for span in sight.seen(level.folded, most)] for sight in sights]


class _Sight:
    """Looks for one term in folded text."""

    def __init__(self, term: Term) -> None:
        self.column = term.column
        self._after_letter = is_unspaced(term.parts[0])
        self._pattern = re.compile(_pattern(term))

    def seen(self, folded: str, most: int) -> list[Match]:
        """The first places of the term.

        The sign before it is looked at here: a pattern that begins with its first word is found four times as fast.
        """
        spans: list[Match] = []
        for found in self._pattern.finditer(folded):
            start = found.start()
            if self._after_letter or not start or not _is_letter(folded[start - 1]):
                spans.append(found.span())
                if len(spans) >= most:
                    break
        return spans


def _in_text(span: Match, level: Aligned, length: int) -> Match:
    """A place of the folded text in the text itself: at least one sign, also where one was folded to several (¼)."""
    end = max(1, min(level.place(span[1]), length))
    return max(0, min(level.place(span[0]), end - 1)), end


def _is_letter(sign: str) -> bool:
    return "a" <= sign <= "z" or "0" <= sign <= "9" or "\x80" <= sign <= "\u0dff"


def _pattern(term: Term) -> str:
    """A regular expression for folded text, but for what must not stand before it."""
    pieces = [re.escape(term.parts[0])]
    for before, part in zip(term.parts, term.parts[1:], strict=False):
        gap = "*" if is_unspaced(before) or is_unspaced(part) else "+"
        pieces += [f"[^{_LETTER}]{gap}", re.escape(part)]
    rest = f"[{_LETTER}]*" if term.prefix else f"(?![{_LETTER}])"
    return "".join(pieces) + ("" if is_unspaced(term.parts[-1]) else rest)


def _apart(spans: Iterable[Match]) -> list[Match]:
    """The spans in order; those that touch or overlap become one."""
    result: list[Match] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _piece(text: str, found: Sequence[Sequence[Match]]) -> str:
    """The piece of the text in which most different terms stand, on one line, with … where something is left out."""
    places = sorted((span[0], number) for number, spans in enumerate(found) for span in spans)
    start = max(places, key=lambda place: (len(_near(places, place[0])), -place[0]))[0]
    begin = _word_start(text, max(0, start - BEFORE), start)
    end = begin + EXCERPT
    line = " ".join(text[begin:end].split())
    return ("…" if begin else "") + line + ("…" if end < len(text) else "")


def _near(places: Iterable[tuple[int, int]], start: int) -> set[int]:
    """Which terms stand within the length of an excerpt."""
    return {number for place, number in places if start <= place < start + EXCERPT - BEFORE}


def _word_start(text: str, least: int, most: int) -> int:
    """Where a sentence or, failing that, a word begins between two places; the first of them where none does."""
    if least == 0:
        return 0
    gap = max(text.rfind(end, least, most) + len(end) - 1 for end in (". ", "! ", "? ", "\n"))
    if gap < least:
        gap = text.find(" ", least, most)
    return gap + 1 if gap >= least else least
