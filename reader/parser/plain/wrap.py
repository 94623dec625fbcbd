"""Wrapped text: lines that were broken at 60 to 80 columns become whole paragraphs again."""

import re
from itertools import pairwise


def unwrapped(text: str) -> str:
    """The text with hard-wrapped lines joined, where its lines are wrapped at one width; else as it is.

    Lists, verse and lines that end early on purpose keep their breaks.
    """
    blocks = _blocks(text)
    width = _width(blocks)
    if not width:
        return text
    known = _known_words(text) if _HYPHEN_LINE.search(text) else frozenset()
    hyphenates = _hyphenates(blocks)
    return "\n\n".join(_joined(block, width, known, hyphenates) for block in blocks)


def _blocks(text: str) -> list[list[str]]:
    """Runs of lines between blank lines."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _width(blocks: list[list[str]]) -> int:
    """The column at which the lines are broken, or 0 where they are not wrapped.

    In wrapped text the next word would hardly ever have fitted on the line before.
    """
    lengths = sorted(len(line) for block in blocks for line in block[:-1])
    if len(lengths) < FEWEST_LINES:
        return 0
    width = lengths[int(len(lengths) * 0.97)]
    if not NARROWEST <= width <= WIDEST or max(map(len, (line for block in blocks for line in block))) > width * 1.6:
        return 0
    full = sum(_is_full(one, two, width) for block in blocks for one, two in pairwise(block))
    return width if full >= 0.7 * len(lengths) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted any more."""
    first = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first) > width - RAGGED and not _STARTS_ANEW.match(following)


def _joined(block: list[str], width: int, known: frozenset[str], hyphenates: bool) -> str:
    """One block with its full lines joined to the next."""
    parts = [block[0]]
    for one, two in pairwise(block):
        if not _is_full(one, two, width) or _indent(two) > _indent(one) + 1:
            parts.append("\n" + two)
        elif _ends_in_hyphen(one) and two.strip()[0].islower():
            if _is_broken(one, two, known, hyphenates):
                parts[-1] = parts[-1].rstrip(HYPHENS)
            parts.append(two.strip())
        else:
            parts.append(two.strip() if _is_seam(one[-1], two.strip()[0]) else " " + two.strip())
    return "".join(parts)


def _is_broken(one: str, two: str, known: frozenset[str], hyphenates: bool) -> bool:
    """Whether a hyphen at a line's end breaks a word; one of its own stays, as other places of the text have it."""
    head, tail = one.rstrip(HYPHENS).split()[-1], two.split(maxsplit=1)[0].strip(".,;:!?")
    return head + tail in known or (hyphenates and f"{head}-{tail}" not in known)


def _known_words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:!?\"'“”‘’()") for word in text.split())


def _hyphenates(blocks: list[list[str]]) -> bool:
    """Whether words are broken at line ends all through the text."""
    ends = [_ends_in_hyphen(line) for block in blocks for line in block[:-1]]
    return sum(ends) >= 3 and sum(ends) * 15 > len(ends)


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
_HYPHEN_LINE = re.compile(r"[^\W\d_][-\u2010]\s*\n")
_STARTS_ANEW = re.compile(r"\s*(?:[-*•+>|]\s|\d{1,3}[.)]\s|#{1,6}\s|```|\t)")
