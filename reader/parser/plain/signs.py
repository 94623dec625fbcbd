"""Signs: what is to be seen on a line and around it, as words; ``weights.toml`` says what each is worth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.parser.plain.lines import Line
from reader.parser.plain.shapes import Shape


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lines of a text with what is known of them together."""

    lines: list[Line]
    shapes: Sequence[Shape]
    prose: Sequence[float]
    """Words of prose in each line: 0 for lines that are no sentences."""
    before: Sequence[float]
    """Words of prose before each line, and at the end all of them."""
    core: tuple[int, int]
    """The stretch of lines, from and to, that is densest in prose."""
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
    kind = "page" if is_page else "story"
    before = [0.0, *accumulate(prose)]
    core = densest(prose, shapes)
    indents = [lines[place].indent for place in range(*core) if prose[place]]
    indent = max(set(indents), key=indents.count) if indents else 0
    return Sheet(
        lines, shapes, prose, before, core, indent, list(_under(lines, shapes, 2 if kind == "story" else 99)), kind
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


def signs_of(sheet: Sheet, place: int) -> Iterator[str]:
    """The signs of one line, each a few words."""
    yield from _own(sheet.lines[place], sheet.shapes[place])
    yield from _beside(sheet, place)
    yield from _position(sheet, place)
    yield "always"


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


def _own(line: Line, shape: Shape) -> Iterator[str]:
    size = f"words {bucket(shape.words, WORD_STEPS)}"
    yield f"{size}{' sentence' if shape.ends_sentence else ''}"
    if line.bullet:
        yield f"bullet{' number' if line.bullet[0].isdigit() else ''}"
        yield f"bullet {size}{' sentence' if shape.ends_sentence else ''}"
    yield f"common {bucket(shape.common, (0.01, 0.15, 0.3, 0.45))}{' long' if shape.words > 5 else ''}"
    yield f"inner marks {bucket(shape.inner_marks, (1, 2, 4))}"
    if shape.words >= 3:
        yield f"capitals {bucket(shape.capitals, (0.2, 0.5, 0.75))}{' long' if shape.words > 12 else ''}"
    yield f"gap {min(line.gap, 2)}"
    yield from (name for name, holds in _marks(line, shape) if holds)
    yield from (f"starts {kind}{' sentence' if shape.ends_sentence else ''}" for kind in sorted(shape.starts))
    yield from (f"is {kind}" for kind in sorted(shape.whole))
    yield from (f"set off {kind}" for kind in sorted(shape.set_off))


def _marks(line: Line, shape: Shape) -> tuple[tuple[str, bool], ...]:
    return (
        ("upper", shape.upper),
        ("upper long", shape.upper and shape.words > 7),
        ("opens quote", shape.opens_quote),
        ("opens small", shape.opens_small),
        ("digits", shape.digits > 0.15),
        ("separators", shape.separators > 0),
        ("many separators", shape.separators > 2),
        ("address", shape.has_address),
        ("date", shape.has_date),
        ("ends with colon", line.text.endswith((":", "："))),
        ("ends with question", line.text.endswith(("?", "？"))),
        ("ends with dots", line.text.endswith(("...", "…"))),
        ("ends with quote", line.text[-1] in '"”’»“」』'),
        ("repeated", shape.times > 1),
        ("repeated long", shape.times > 1 and shape.words > 5),
        ("rights", "©" in line.text or "(c)" in line.text.casefold()),
        ("bracketed", line.text[0] in "([" and line.text[-1] in ")]"),
    )


def _beside(sheet: Sheet, place: int) -> Iterator[str]:
    """The lines before and after, and how much prose stands around."""
    for step, where in ((-2, "two before"), (-1, "before"), (1, "after"), (2, "two after")):
        if not 0 <= place + step < len(sheet.lines):
            yield f"{where}: nothing"
            continue
        line, shape = sheet.lines[place + step], sheet.shapes[place + step]
        size = bucket(shape.words, (3, 7, 14, 30))
        yield f"{where}: words {size}{' sentence' if shape.ends_sentence else ''}{' bullet' if line.bullet else ''}"
        if abs(step) == 1:
            yield from (f"{where}: is {kind}" for kind in sorted(shape.whole))
            yield from _likeness(sheet, place, place + step, where)
    for reach in (3, 8):
        first, last = max(0, place - reach), min(len(sheet.lines), place + reach + 1)
        share = sum(1 for value in sheet.prose[first:last] if value) / (last - first)
        yield f"prose within {reach}: {bucket(share, (0.01, 0.2, 0.4, 0.6, 0.8))}"


def _likeness(sheet: Sheet, place: int, other: int, where: str) -> Iterator[str]:
    """A picture's description stands doubled: the same line again, or again with a credit behind it."""
    one, two = sheet.lines[place].text.casefold(), sheet.lines[other].text.casefold()
    if one == two:
        yield f"{where}: the same"
    elif len(one) > 12 and (one in two or two in one):
        yield f"{where}: contains or is contained"
    if sheet.lines[place].indent == sheet.lines[other].indent:
        yield f"{where}: same indent"
    if "credit" in sheet.shapes[other].starts and sheet.shapes[other].words < 20:
        yield f"{where}: credit"


def _position(sheet: Sheet, place: int) -> Iterator[str]:
    """Where the line stands in the text, and to its densest stretch."""
    first, last = sheet.core
    if place < first:
        yield f"before core by {bucket(first - place, (2, 4, 8, 16))}"
    elif place >= last:
        yield f"after core by {bucket(place - last + 1, (2, 4, 8, 16))}"
        if sheet.prose[place]:
            yield "prose after core"
    else:
        yield "in core"
        shape = sheet.shapes[place]
        yield f"in core, words {bucket(shape.words, WORD_STEPS)}{' sentence' if shape.ends_sentence else ''}"
        if place - first < 3:
            yield f"core opens {place - first}"
        if last - place <= 3:
            yield f"core closes {last - place}"
    yield f"indent {bucket(sheet.lines[place].indent - sheet.indent, (-3, 0, 1, 4))} to the core's"
    yield from _in_head_or_tail(sheet, place)
    whole = sheet.before[-1] or 1.0
    yield f"prose before {bucket(sheet.before[place] / whole, (0.001, 0.05, 0.3, 0.7, 0.95, 0.9999))}"
    if sheet.under[place]:
        yield sheet.under[place]
    if place < 3:
        yield f"line {place} of {sheet.kind}"


def _in_head_or_tail(sheet: Sheet, place: int) -> Iterator[str]:
    """Whether the line stands before the first or behind the last line of prose, and how it looks there."""
    shape = sheet.shapes[place]
    size = f"words {bucket(shape.words, (3, 7, 14, 30))}{' sentence' if shape.ends_sentence else ''}"
    if sheet.before[place] == 0:
        yield f"head: {size}"
    elif sheet.before[place] < 60:
        yield f"opening: {size}"
    left = sheet.before[-1] - sheet.before[place]
    if left == 0:
        yield f"tail: {size}"
    elif left - sheet.prose[place] < 60:
        yield f"ending: {size}"
    menu = sum(1 for near in sheet.shapes[max(0, place - 8) : place + 9] if near.whole & MENU_KINDS)
    yield f"menu within 8: {bucket(menu, (1, 3, 6))}"
    talk = sum(1 for near in sheet.shapes[max(0, place - 6) : place + 7] if "comments" in near.whole)
    yield f"comments within 6: {bucket(talk, (1, 2, 4))}"
    dates = sum(1 for near in sheet.shapes[max(0, place - 6) : place + 7] if near.has_date and near.words < 9)
    yield f"dates within 6: {bucket(dates, (1, 2, 4))}"
    short = sum(1 for near in sheet.shapes[max(0, place - 5) : place + 6] if near.words < 5)
    yield f"short within 5: {bucket(short, (2, 4, 6, 9))}"
    if place and sheet.lines[place].text.casefold() in {
        line.text.casefold() for line in sheet.lines[max(0, place - 4) : place]
    }:
        yield "said just before"


def bucket(value: float, steps: Sequence[float]) -> int:
    """How many of the steps the value reaches."""
    return sum(value >= step for step in steps)


HEADING_KINDS = {"related", "comments", "signup", "legal", "promotion"}
MENU_KINDS = {"menu", "legal", "signup", "share"}
MENU_LABELS = 3
"""Labels of surroundings from which a text counts as the dump of a whole page."""
MENU_LINES = 9
"""The same for short list items in a row."""
WORD_STEPS = (2, 4, 6, 9, 13, 20, 35, 60)
