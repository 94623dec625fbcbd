"""Standing: the signs that a line's place in the whole text gives it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from reader.parser.plain.looks import WORD_STEPS, size_of
from reader.parser.plain.shapes import Shape
from reader.parser.plain.sheet import MENU_KINDS, Sheet


def standing(sheet: Sheet) -> Iterator[list[str]]:
    """Where the line stands to the densest stretch and to all prose, and how much it says of the same things."""
    whole = sheet.before[-1]
    for place, shape in enumerate(sheet.shapes):
        size = size_of(shape)
        signs = _to_core(sheet, place, shape)
        signs += _topic(sheet, place, size)
        before, left = sheet.before[place], whole - sheet.before[place]
        signs.append(f"prose before {bisect_right(SHARE_STEPS, before / (whole or 1.0))}")
        signs.append(f"indent {bisect_right(INDENT_STEPS, sheet.lines[place].indent - sheet.indent)} to the core's")
        if before < FEW:
            signs.append(f"{'opening' if before else 'head'}: {size}")
        if left == 0 or left - sheet.prose[place] < FEW:
            signs.append(f"{'ending' if left else 'tail'}: {size}")
        if sheet.under[place]:
            signs.append(sheet.under[place])
        if place < 3:
            signs.append(f"line {place} of {sheet.kind}")
        yield signs


def _to_core(sheet: Sheet, place: int, shape: Shape) -> list[str]:
    first, last = sheet.core
    if place < first:
        return [f"before core by {bisect_right(DISTANCES, first - place)}"]
    if place >= last:
        prose = ["prose after core"] if sheet.prose[place] else []
        return [f"after core by {bisect_right(DISTANCES, place - last + 1)}", *prose]
    sentence = " sentence" if shape.ends_sentence else ""
    signs = ["in core", f"in core, words {bisect_right(WORD_STEPS, shape.words)}{sentence}"]
    signs += [f"core opens {place - first}"] if place - first < 3 else []
    signs += [f"core closes {last - place}"] if last - place <= 3 else []
    return signs


def _topic(sheet: Sheet, place: int, size: str) -> list[str]:
    """How many of the line's words the prose of the densest stretch says elsewhere too, once and often."""
    content = sheet.content[place]
    if not content:
        return []
    own = 1 if sheet.prose[place] and sheet.core[0] <= place < sheet.core[1] else 0
    times = [sheet.topic[word] - own for word in content]
    known = sum(count > 0 for count in times) / len(times)
    often = sum(count > 2 for count in times) / len(times)
    return [
        f"topic {bisect_right(TOPIC_STEPS, known)} of {size}",
        f"topic often {bisect_right(OFTEN_STEPS, often)} of {size}",
    ]


def around(sheet: Sheet) -> Iterator[list[str]]:
    """How much there is of one kind of line around each: prose, menus, comments, dates, short lines."""
    counts = [(_running(map(tells, sheet.shapes)), reach, name, steps) for name, tells, reach, steps in AROUND]
    prose = _running(value > 0 for value in sheet.prose)
    length = len(sheet.lines)
    for place in range(length):
        signs = []
        for running, reach, name, steps in counts:
            found = running[min(length, place + reach + 1)] - running[max(0, place - reach)]
            signs.append(f"{name} within {reach}: {bisect_right(steps, found)}")
        for reach in (3, 8):
            first, last = max(0, place - reach), min(length, place + reach + 1)
            share = (prose[last] - prose[first]) / (last - first)
            signs.append(f"prose within {reach}: {bisect_right(PROSE_STEPS, share)}")
        yield signs


def _running(holds: Iterable[bool]) -> list[int]:
    """How often something holds before each place."""
    return [0, *accumulate(map(int, holds))]


def passed(sheet: Sheet) -> Iterator[list[str]]:
    """The labels of a page's end that stand before each line, and dates and bylines ahead of the first lines."""
    seen: Counter[str] = Counter()
    whole = sheet.before[-1] or 1.0
    for place, shape in enumerate(sheet.shapes):
        share = bisect_right(PAST_STEPS, sheet.before[place] / whole) if seen else 0
        signs = [f"past {kind} {1 if times > 1 else 0} prose {share}" for kind, times in seen.items()]
        if place <= sheet.core[0] + 6:
            signs += _ahead(sheet, place)
        if shape.words <= 8:
            seen.update(shape.whole & PAST_KINDS)
        yield signs


def _ahead(sheet: Sheet, place: int) -> Iterator[str]:
    near = range(place + 1, min(len(sheet.lines), place + 6))
    if sheet.shapes[place].words > 4 and any(sheet.shapes[at].has_date and sheet.shapes[at].words < 10 for at in near):
        yield f"date ahead {size_of(sheet.shapes[place])}"
    if any(sheet.shapes[at].words < 9 and sheet.folded[at].startswith(BY) for at in near):
        yield f"byline ahead {size_of(sheet.shapes[place])}"


def lists(sheet: Sheet) -> Iterator[list[str]]:
    """For items of a list how long it is and under what it stands."""
    lines, first = sheet.lines, 0
    while first < len(lines):
        last = first
        while last < len(lines) and lines[last].bullet:
            last += 1
        if last == first:
            yield []
            first += 1
            continue
        run, head = bisect_right(RUN_STEPS, last - first), _list_head(sheet, first)
        for place in range(first, last):
            size = size_of(sheet.shapes[place])
            yield [f"list of {run} {size}", f"list under {head} {size}"]
        first = last


def _list_head(sheet: Sheet, first: int) -> str:
    if not first:
        return "nothing"
    shape = sheet.shapes[first - 1]
    if shape.ends_sentence:
        return "sentence"
    if sheet.lines[first - 1].text[-1] in ":：":
        return "colon"
    return "short" if shape.words < 6 else "line"


AROUND: Sequence[tuple[str, Callable[[Shape], bool], int, Sequence[int]]] = (
    ("menu", lambda shape: bool(shape.whole & MENU_KINDS), 8, (1, 3, 6)),
    ("comments", lambda shape: "comments" in shape.whole, 6, (1, 2, 4)),
    ("dates", lambda shape: shape.has_date and shape.words < 9, 6, (1, 2, 4)),
    ("short", lambda shape: shape.words < 5, 5, (2, 4, 6, 9)),
)
PAST_KINDS = {"comments", "related", "share", "signup", "legal"}
BY = ("by ", "von ", "par ", "por ", "di ", "door ")
FEW = 60
"""Words of prose that make an opening or an ending."""
DISTANCES = (2, 4, 8, 16)
RUN_STEPS = (2, 4, 8, 16)
INDENT_STEPS = (-3, 0, 1, 4)
SHARE_STEPS = (0.001, 0.05, 0.3, 0.7, 0.95, 0.9999)
PAST_STEPS = (0.05, 0.4)
TOPIC_STEPS = (0.01, 0.2, 0.4, 0.6, 0.8)
OFTEN_STEPS = (0.01, 0.15, 0.3, 0.5)
PROSE_STEPS = (0.01, 0.2, 0.4, 0.6, 0.8)
