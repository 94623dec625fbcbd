"""Wrapped text: lines that were broken at 60 to 80 columns become whole paragraphs again."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from reader.parser.plain.runs import runs_of


def unwrapped(text: str) -> str:
    """The text with hard-wrapped lines joined, where its lines are wrapped at one width; else as it is.

    Lists, verse and lines that end early on purpose keep their breaks.
    """
    runs = runs_of(text)
    width = _width(runs)
    if not width:
        return text
    full = [_full_lines(run, width) for run in runs]
    lines = sum(map(len, full))
    if sum(map(sum, full)) < 0.7 * lines:
        return text
    broken = sum(_ends_in_hyphen(line) for run in runs for line in run[:-1] if line[-1] in HYPHENS)
    known = _known_words(text) if broken else frozenset()
    hyphenates = broken >= 3 and broken * 15 > lines
    return "\n\n".join(_joined(run, goes_on, known, hyphenates) for run, goes_on in zip(runs, full, strict=True))


def _width(runs: Sequence[Sequence[str]]) -> int:
    """The column at which lines could be broken, or 0 where they are not."""
    lengths = sorted(len(line) for run in runs for line in run[:-1])
    if len(lengths) < FEWEST_LINES:
        return 0
    width = lengths[int(len(lengths) * 0.97)]
    longest = max(map(len, chain.from_iterable(runs)))
    return width if NARROWEST <= width <= WIDEST and longest <= width * 1.6 else 0


def _full_lines(run: Sequence[str], width: int) -> list[bool]:
    """Whether each line but the last goes on in the next, whose first word would not have fitted any more.

    In wrapped text that is so of nearly every line.
    """
    room = width - RAGGED - 1
    return [
        len(one) + len(two.split(maxsplit=1)[0]) > room and (two[0].isalpha() or not _STARTS_ANEW.match(two))
        for one, two in pairwise(run)
    ]


def _joined(run: Sequence[str], full: Sequence[bool], known: frozenset[str], hyphenates: bool) -> str:
    """One run of lines with those that are full joined to the next."""
    parts = [run[0]]
    indent = _indent(run[0])
    for (one, two), is_full in zip(pairwise(run), full, strict=True):
        words, before = two.lstrip(), indent
        indent = len(two) - len(words)
        if not is_full or indent > before + 1:
            parts.append("\n" + two)
        elif one[-1] in HYPHENS and _ends_in_hyphen(one) and words[0].islower():
            if _is_broken(one, two, known, hyphenates):
                parts[-1] = parts[-1].rstrip(HYPHENS)
            parts.append(words)
        else:
            parts.append(words if _is_seam(one[-1], words[0]) else " " + words)
    return "".join(parts)


def _is_broken(one: str, two: str, known: frozenset[str], hyphenates: bool) -> bool:
    """Whether a hyphen at a line's end breaks a word; one of its own stays, as other places of the text have it."""
    head, tail = one.rstrip(HYPHENS).split()[-1], two.split(maxsplit=1)[0].strip(".,;:!?")
    return head + tail in known or (hyphenates and f"{head}-{tail}" not in known)


def _known_words(text: str) -> frozenset[str]:
    return frozenset([word.strip(".,;:!?\"'“”‘’()") for word in set(text.split())])


def _is_seam(one: str, two: str) -> bool:
    """Whether two signs stand beside each other without a space, as ideographs do."""
    return one >= _FIRST_CJK <= two and bool(_CJK_SEAM.match(one + two))


def _ends_in_hyphen(line: str) -> bool:
    return line[-1] in HYPHENS and line[-2:-1].isalpha()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


FEWEST_LINES = 4
NARROWEST, WIDEST = 45, 100
RAGGED = 2
"""Columns by which hands and programs fall short of the width."""
HYPHENS = "-\u2010"
_FIRST_CJK = "\u3000"
_CJK_SEAM = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]{2}")
_STARTS_ANEW = re.compile(r"\s*(?:[-*•+>|]\s|\d{1,3}[.)]\s|#{1,6}\s|```|\t)")
