"""Standing: the signs that a line's place in the whole text gives it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from reader.parser.plain.shapes import WORD_STEPS, Shape
from reader.parser.plain.sheet import MENU_KINDS, Bundle, Sheet


def standing(sheet: Sheet) -> Iterator[list[Bundle]]:
    """Where the line stands to the densest stretch and to all prose, and how much it says of the same things."""
    whole = sheet.before[-1]
    for place, (shape, size) in enumerate(zip(sheet.shapes, sheet.sizes, strict=True)):
        before, left = sheet.before[place], whole - sheet.before[place]
        share = bisect_right(SHARE_STEPS, before / (whole or 1.0))
        indent = bisect_right(INDENT_STEPS, sheet.lines[place].indent - sheet.indent)
        bundles = [*_to_core(sheet, place, shape), _topic(sheet, place, size), _placed(share, indent)]
        if before < FEW:
            bundles.append((f"{'opening' if before else 'head'}: {size}",))
        if left == 0 or left - sheet.prose[place] < FEW:
            bundles.append((f"{'ending' if left else 'tail'}: {size}",))
        if sheet.under[place]:
            bundles.append((sheet.under[place],))
        if place < 3:
            bundles.append((f"line {place} of {sheet.kind}",))
        yield bundles


@cache
def _placed(share: int, indent: int) -> Bundle:
    return (f"prose before {share}", f"indent {indent} to the core's")


def _to_core(sheet: Sheet, place: int, shape: Shape) -> Iterator[Bundle]:
    first, last = sheet.core
    if place < first:
        yield _out_of_core("before", bisect_right(DISTANCES, first - place), False)
    elif place >= last:
        yield _out_of_core("after", bisect_right(DISTANCES, place - last + 1), sheet.prose[place] > 0)
    else:
        yield _in_core(bisect_right(WORD_STEPS, shape.words), shape.ends_sentence)
        if place - first < 3:
            yield (f"core opens {place - first}",)
        if last - place <= 3:
            yield (f"core closes {last - place}",)


@cache
def _out_of_core(side: str, distance: int, is_prose: bool) -> Bundle:
    far = f"{side} core by {distance}"
    return (far, "prose after core") if is_prose else (far,)


@cache
def _in_core(step: int, ends_sentence: bool) -> Bundle:
    return ("in core", f"in core, words {step}{' sentence' if ends_sentence else ''}")


def _topic(sheet: Sheet, place: int, size: str) -> Bundle:
    """How many of the line's words the prose of the densest stretch says elsewhere too, once and often."""
    content = sheet.content[place]
    if not content:
        return ()
    own = 1 if sheet.prose[place] and sheet.core[0] <= place < sheet.core[1] else 0
    times = [sheet.topic[word] for word in content if word in sheet.topic]
    known = len([count for count in times if count > own]) / len(content)
    often = len([count for count in times if count > 2 + own]) / len(content)
    return _topical(bisect_right(TOPIC_STEPS, known), bisect_right(OFTEN_STEPS, often), size)


@cache
def _topical(known: int, often: int, size: str) -> Bundle:
    return (f"topic {known} of {size}", f"topic often {often} of {size}")


def around(sheet: Sheet) -> Iterator[list[Bundle]]:
    """How much there is of one kind of line around each: prose, menus, comments, dates, short lines."""
    length = len(sheet.lines)
    near = zip(*(_levels(map(tells, sheet.shapes), reach, steps) for _, tells, reach, steps in AROUND), strict=True)
    prose = _running(value > 0 for value in sheet.prose)
    for place, levels in enumerate(near):
        shares = []
        for reach in PROSE_REACH:
            first, last = max(0, place - reach), min(length, place + reach + 1)
            shares.append(bisect_right(PROSE_STEPS, (prose[last] - prose[first]) / (last - first)))
        yield [_near(*levels), _prose_near(*shares)]


def _levels(holds: Iterable[bool], reach: int, steps: Sequence[int]) -> list[int]:
    """For every place, in steps, how often something holds so far before and behind it."""
    running = _running(holds)
    padded = [0] * reach + running + running[-1:] * reach
    level = [bisect_right(steps, count) for count in range(2 * reach + 2)]
    return [level[last - first] for first, last in zip(padded, padded[2 * reach + 1 :], strict=False)]


@cache
def _near(*found: int) -> Bundle:
    return tuple(f"{name} within {reach}: {count}" for (name, _, reach, _), count in zip(AROUND, found, strict=True))


@cache
def _prose_near(*shares: int) -> Bundle:
    return tuple(f"prose within {reach}: {share}" for reach, share in zip(PROSE_REACH, shares, strict=True))


def _running(holds: Iterable[bool]) -> list[int]:
    """How often something holds before each place."""
    return [0, *accumulate(map(int, holds))]


def passed(sheet: Sheet) -> Iterator[list[Bundle]]:
    """The labels of a page's end that stand before each line, and dates and bylines ahead of the first lines."""
    seen: Counter[str] = Counter()
    whole = sheet.before[-1] or 1.0
    for place, shape in enumerate(sheet.shapes):
        share = bisect_right(PAST_STEPS, sheet.before[place] / whole) if seen else 0
        bundles = [_past(kind, times > 1, share) for kind, times in seen.items()]
        if place <= sheet.core[0] + 6:
            bundles += _ahead(sheet, place)
        if shape.words <= 8 and shape.whole:
            seen.update(shape.whole & PAST_KINDS)
        yield bundles


@cache
def _past(kind: str, again: bool, share: int) -> Bundle:
    return (f"past {kind} {int(again)} prose {share}",)


def _ahead(sheet: Sheet, place: int) -> Iterator[Bundle]:
    near = range(place + 1, min(len(sheet.lines), place + 6))
    if sheet.shapes[place].words > 4 and any(sheet.shapes[at].has_date and sheet.shapes[at].words < 10 for at in near):
        yield (f"date ahead {sheet.sizes[place]}",)
    if any(sheet.shapes[at].words < 9 and sheet.folded[at].startswith(BY) for at in near):
        yield (f"byline ahead {sheet.sizes[place]}",)


def lists(sheet: Sheet) -> Iterator[list[Bundle]]:
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
            yield [_listed(run, head, sheet.sizes[place])]
        first = last


@cache
def _listed(run: int, head: str, size: str) -> Bundle:
    return (f"list of {run} {size}", f"list under {head} {size}")


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
PROSE_REACH = (3, 8)
PROSE_STEPS = (0.01, 0.2, 0.4, 0.6, 0.8)
