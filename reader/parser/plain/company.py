"""Company: the signs that a line's neighbours give it."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from reader.parser.plain.captions import is_credit_line, parted
from reader.parser.plain.sheet import Bundle, Sheet


def beside(sheet: Sheet) -> Iterator[list[Bundle]]:
    """How long the lines before and after are, and what labels they are."""
    sizes = [f"{size} bullet" if line.bullet else size for line, size in zip(sheet.lines, sheet.sizes, strict=True)]
    sizes = [*NOTHING, *sizes, *NOTHING]
    rough = [(bisect_right(ROUGH, shape.words), shape.ends_sentence) for shape in sheet.shapes]
    whole = [NO_LABELS, *(shape.whole for shape in sheet.shapes), NO_LABELS]
    for place, size in enumerate(sheet.sizes):
        above = rough[place - 1] if place else None
        below = rough[place + 1] if place + 1 < len(rough) else None
        bundles = [
            _sized("before", sizes[place + 1], "after", sizes[place + 3]),
            _sized("two before", sizes[place], "two after", sizes[place + 4]),
            _between(above, below, size),
        ]
        if whole[place]:
            bundles.append(tuple(f"before: is {kind}" for kind in whole[place]))
        if whole[place + 2]:
            bundles.append(tuple(f"after: is {kind}" for kind in whole[place + 2]))
        yield bundles


@cache
def _sized(one: str, one_size: str, two: str, two_size: str) -> Bundle:
    return (f"{one}: {one_size}", f"{two}: {two_size}")


@cache
def _between(above: tuple[int, bool] | None, below: tuple[int, bool] | None, size: str) -> Bundle:
    one, two = (f"{at[0]}{' sentence' if at[1] else ''}" if at else "nothing" for at in (above, below))
    return (f"between {one} and {two}, {size}",)


def likeness(sheet: Sheet) -> Iterator[list[Bundle]]:
    """Whether a line is said again beside it, or goes on there: a picture's description stands doubled."""
    folded = sheet.folded
    near = [_alike(one, two) for one, two in pairwise(folded)]
    far = [_alike(one, two) for one, two in zip(folded, folded[2:], strict=False)]
    steps = [_step(sheet, place) for place in range(len(folded) - 1)]
    for place, text in enumerate(folded):
        bundles = []
        if place and near[place - 1]:
            bundles.append(_told_of("before", near[place - 1], 1))
        if place < len(near) and near[place]:
            bundles.append(_told_of("after", near[place], 0))
        if place > 1 and far[place - 2]:
            bundles.append(_told_of("two before", far[place - 2], 1))
        if place < len(far) and far[place]:
            bundles.append(_told_of("two after", far[place], 0))
        if place and near[place - 1] != SAME:
            bundles.append(_stepped("before", *steps[place - 1]))
        if place < len(near) and near[place] != SAME:
            bundles.append(_stepped("after", *steps[place]))
        if place and text in folded[max(0, place - 4) : place]:
            bundles.append(("said just before",))
        yield bundles


def _alike(one: str, two: str) -> str:
    """Whether two lines say the same, or which of them begins as the whole other does."""
    if one[0] != two[0] and one[0] not in ".…" and two[0] not in ".…":
        return ""
    if one == two:
        return SAME
    goes_on = len(one) > 10 and two.startswith(one.rstrip(".… "))
    comes_from = len(two) > 10 and one.startswith(two.rstrip(".… "))
    return f"{'>' if goes_on else ''}{'<' if comes_from else ''}"


@cache
def _told_of(where: str, alike: str, side: int) -> Bundle:
    """What the first (side 0) or the second of two lines is told of the other."""
    if alike == SAME:
        return (f"{where}: the same",)
    said = (f"{where}: goes on from this", f"{where}: this goes on from it")
    return tuple(said[side if mark == ">" else 1 - side] for mark in alike)


def _step(sheet: Sheet, place: int) -> tuple[bool, int]:
    """From a line to the next: whether the indent stays, and how many words they share (-1 where they have few)."""
    here, there = sheet.content[place], sheet.content[place + 1]
    share = -1
    if len(here) > 3 and len(there) > 3:
        share = bisect_right(LIKE_STEPS, len(here & there) / min(len(here), len(there)))
    return sheet.lines[place].indent == sheet.lines[place + 1].indent, share


@cache
def _stepped(where: str, same_indent: bool, share: int) -> Bundle:
    return (
        *([f"{where}: same indent"] if same_indent else []),
        *([f"{where}: like {share}"] if share >= 0 else []),
    )


def pictures(sheet: Sheet) -> Iterator[list[Bundle]]:
    """Credits in a line and in the lines beside it."""
    known = [
        (is_credit_line(sheet, place), shape.words < LONGEST_CAPTION and bool(parted(sheet.lines[place].text)[1]))
        for place, shape in enumerate(sheet.shapes)
    ]
    known = [*NO_CREDITS, *known, *NO_CREDITS]
    for place, size in enumerate(sheet.sizes):
        here = known[place : place + 5]
        yield [_credited(tuple(here), size if here[2][1] else "")] if any(map(any, here)) else []


@cache
def _credited(near: tuple[tuple[bool, bool], ...], size: str) -> Bundle:
    """For the lines from two before to two after: whether each is a credit alone, and whether one is inside."""
    signs = ["credit alone"] if near[2][0] else []
    signs += ["credit inside", f"credit inside {size}"] if near[2][1] else []
    for (alone, inside), where in zip(near, NEAR, strict=True):
        signs += [f"{where}: credit alone"] if alone and where else []
        signs += [f"{where}: credit inside"] if inside and where else []
    return tuple(signs)


NEAR = ("two before", "before", "", "after", "two after")
NOTHING = ("nothing", "nothing")
NO_LABELS: frozenset[str] = frozenset()
NO_CREDITS = ((False, False), (False, False))
SAME = "="
ROUGH = (3, 9, 20)
LIKE_STEPS = (0.2, 0.5, 0.8)
LONGEST_CAPTION = 90
"""Words."""
