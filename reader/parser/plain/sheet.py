"""The sheet: all lines of a text seen together, with what is known of each and of the whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.parser.plain.lines import Line
from reader.parser.plain.shapes import Shape, size_of

Bundle = tuple[str, ...]
"""Signs that are told together: such as a few facts of one line bring about, and always the same."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lines of a text with what is known of them together."""

    lines: list[Line]
    shapes: Sequence[Shape]
    folded: Sequence[str]
    """The lines without case."""
    said: Sequence[list[str]]
    """The first words of each line, without case."""
    sizes: Sequence[str]
    """The length of each line in a few steps."""
    content: Sequence[frozenset[str]]
    """The words of each line that say what it is about: the longer ones, and pairs of CJK signs."""
    prose: Sequence[float]
    """Words of prose in each line: 0 for lines that are no sentences."""
    before: Sequence[float]
    """Words of prose before each line, and at the end all of them."""
    core: tuple[int, int]
    """The stretch of lines, from and to, that is densest in prose."""
    topic: Counter[str]
    """In how many lines of prose of the core each word of content stands."""
    indent: int
    """The commonest indent of the prose in the core."""
    under: Sequence[str]
    """The label under which each line stands, with the distance from it, or nothing."""
    kind: str
    """``page`` where many short lines stand around the prose, else ``story``."""


def sheet_of(lines: list[Line], shapes: Sequence[Shape]) -> Sheet:
    """The lines seen together."""
    prose = [_prose(line, shape) for line, shape in zip(lines, shapes, strict=True)]
    is_page = menu_labels(lines, shapes) >= MENU_LABELS or longest_menu(lines, shapes) >= MENU_LINES
    core = densest(prose, shapes)
    in_core = [place for place in range(*core) if prose[place]]
    indents = [lines[place].indent for place in in_core]
    folded = [line.text.casefold() for line in lines]
    words = [_WORD.findall(text) for text in folded]
    content = [_content(text, found) for text, found in zip(folded, words, strict=True)]
    return Sheet(
        lines,
        shapes,
        folded,
        said=[
            found if len(text) <= FIRST else _WORD.findall(text[:FIRST])
            for text, found in zip(folded, words, strict=True)
        ],
        sizes=[size_of(shape) for shape in shapes],
        content=content,
        prose=prose,
        before=[0.0, *accumulate(prose)],
        core=core,
        topic=Counter(word for place in in_core for word in content[place]),
        indent=max(set(indents), key=indents.count) if indents else 0,
        under=list(_under(lines, shapes, 99 if is_page else 2)),
        kind="page" if is_page else "story",
    )


def menu_labels(lines: Sequence[Line], shapes: Sequence[Shape]) -> int:
    """How many different lines are labels of a page's surroundings: a main text has hardly any, a whole page many."""
    found = zip(lines, shapes, strict=True)
    return len({line.text.casefold() for line, shape in found if shape.words <= 4 and shape.whole & MENU_KINDS})


def longest_menu(lines: Sequence[Line], shapes: Sequence[Shape]) -> int:
    """The most short list items in a row, as menus have them; items that end as sentences are none."""
    longest = row = 0
    for line, shape in zip(lines, shapes, strict=True):
        row = row + 1 if line.bullet and shape.words <= 4 and not shape.ends_sentence else 0
        longest = max(longest, row)
    return longest


def densest(prose: Sequence[float], shapes: Sequence[Shape]) -> tuple[int, int]:
    """The stretch with most prose for the lines without any: the maximum subarray (Kadane, 1977)."""
    best, best_from, best_to = 0.0, 0, 0
    sum_, from_ = 0.0, 0
    for place, (value, shape) in enumerate(zip(prose, shapes, strict=True)):
        if sum_ <= 0:
            sum_, from_ = 0.0, place
        sum_ += value if value else -4 - 0.3 * shape.words
        if sum_ > best:
            best, best_from, best_to = sum_, from_, place + 1
    return best_from, best_to


def _prose(line: Line, shape: Shape) -> float:
    """The words of a line that is a sentence or more, and speaks of no rights, cookies or accounts."""
    if shape.words < 9 or not shape.ends_sentence or shape.starts & {"legal", "signup", "comments"}:
        return 0.0
    return min(shape.words, 60) * (0.5 if line.bullet else 1)


def _content(folded: str, words: Sequence[str]) -> frozenset[str]:
    if folded.isascii():
        return frozenset([word for word in words if len(word) > 3])
    found = {word for word in words if len(word) > 3}
    for run in _CJK_RUN.findall(folded):
        found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found)


def _under(lines: Sequence[Line], shapes: Sequence[Shape], sentences: int) -> Iterator[str]:
    """For each line the last label before it that heads something, and whether it is near.

    So many ``sentences`` in a row end what the label heads: the story goes on.
    """
    label, distance, prose, row = "", 0, 0, 0
    for line, shape in zip(lines, shapes, strict=True):
        near = "near" if distance <= 3 else "far"
        yield f"under {label} {near}{' past prose' if prose > 1 else ''}" if label and distance <= 25 else ""
        is_prose = shape.words >= 12 and shape.ends_sentence
        distance, prose, row = distance + 1, prose + is_prose, (row + 1) * is_prose
        if row >= sentences:
            label = ""
        heads = shape.whole & HEADING_KINDS
        if heads and not line.bullet:
            label, distance, prose, row = min(heads), 0, 0, 0


HEADING_KINDS = {"related", "comments", "signup", "legal", "promotion"}
MENU_KINDS = {"menu", "legal", "signup", "share"}
MENU_LABELS = 3
"""Labels of surroundings from which a text counts as the dump of a whole page."""
MENU_LINES = 9
"""The same for short list items in a row."""
FIRST = 200
"""Signs of a line whose words are looked at one by one."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CJK_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2,}")
