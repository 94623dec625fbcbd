"""Company: the signs that a line's neighbours give it."""

from bisect import bisect_right
from collections.abc import Iterator

from reader.parser.plain.captions import is_credit_line, parted
from reader.parser.plain.looks import size_of
from reader.parser.plain.sheet import Sheet


def beside(sheet: Sheet) -> Iterator[list[str]]:
    """How long the lines before and after are, and what labels they are."""
    sizes = [
        f"{size_of(shape)}{' bullet' if line.bullet else ''}"
        for line, shape in zip(sheet.lines, sheet.shapes, strict=True)
    ]
    rough = [
        f"{bisect_right(ROUGH, shape.words)}{' sentence' if shape.ends_sentence else ''}" for shape in sheet.shapes
    ]
    for place, shape in enumerate(sheet.shapes):
        signs = []
        for step, where in NEAR:
            other = place + step
            signs.append(f"{where}: {sizes[other] if 0 <= other < len(sizes) else 'nothing'}")
            if abs(step) == 1 and 0 <= other < len(sizes):
                signs += [f"{where}: is {kind}" for kind in sheet.shapes[other].whole]
        above = rough[place - 1] if place else "nothing"
        below = rough[place + 1] if place + 1 < len(rough) else "nothing"
        signs.append(f"between {above} and {below}, {size_of(shape)}")
        yield signs


def likeness(sheet: Sheet) -> Iterator[list[str]]:
    """Whether a line is said again beside it, or goes on there: a picture's description stands doubled."""
    for place in range(len(sheet.lines)):
        signs: list[str] = []
        for step, where in NEAR:
            if 0 <= place + step < len(sheet.lines):
                signs += _like(sheet, place, place + step, where)
        if place and sheet.folded[place] in sheet.folded[max(0, place - 4) : place]:
            signs.append("said just before")
        yield signs


def _like(sheet: Sheet, place: int, other: int, where: str) -> Iterator[str]:
    one, two = sheet.folded[place], sheet.folded[other]
    if one == two:
        yield f"{where}: the same"
        return
    if len(one) > 10 and two.startswith(one.rstrip(".… ")):
        yield f"{where}: goes on from this"
    if len(two) > 10 and one.startswith(two.rstrip(".… ")):
        yield f"{where}: this goes on from it"
    if abs(place - other) == 1:
        if sheet.lines[place].indent == sheet.lines[other].indent:
            yield f"{where}: same indent"
        here, there = sheet.content[place], sheet.content[other]
        if len(here) > 3 and len(there) > 3:
            share = len(here & there) / min(len(here), len(there))
            yield f"{where}: like {bisect_right(LIKE_STEPS, share)}"


def pictures(sheet: Sheet) -> Iterator[list[str]]:
    """Credits in a line and in the lines beside it."""
    known = [
        (is_credit_line(sheet, place), shape.words < LONGEST_CAPTION and bool(parted(sheet.lines[place].text)[1]))
        for place, shape in enumerate(sheet.shapes)
    ]
    for place, (alone, inside) in enumerate(known):
        signs = ["credit alone"] if alone else []
        if inside:
            signs += ["credit inside", f"credit inside {size_of(sheet.shapes[place])}"]
        for step, where in NEAR:
            if 0 <= place + step < len(known):
                signs += [f"{where}: credit alone"] if known[place + step][0] else []
                signs += [f"{where}: credit inside"] if known[place + step][1] else []
        yield signs


NEAR = ((-2, "two before"), (-1, "before"), (1, "after"), (2, "two after"))
ROUGH = (3, 9, 20)
LIKE_STEPS = (0.2, 0.5, 0.8)
LONGEST_CAPTION = 90
"""Words."""
