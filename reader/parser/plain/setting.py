"""Setting: the signs of the gaps around a line, of what it shares with the story's opening, and of what is left."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from reader.parser.plain.sheet import Bundle, Sheet


def gaps(sheet: Sheet) -> Iterator[list[Bundle]]:
    """The blank lines before and after each line, beside those of the prose."""
    lines = sheet.lines
    before = [MOST_GAP + 1, *(min(line.gap, MOST_GAP) for line in lines[1:])]
    after = [*before[1:], MOST_GAP + 1]
    usual = Counter(before[place] for place in range(*sheet.core) if sheet.prose[place])
    common = usual.most_common(1)[0][0] if usual else 1
    for place, (line, shape, size) in enumerate(zip(lines, sheet.shapes, sheet.sizes, strict=True)):
        kind = "bullet" if line.bullet else "sentence" if shape.ends_sentence else "line"
        yield [_gapped(before[place], after[place], common, kind, size)]


@cache
def _gapped(before: int, after: int, common: int, kind: str, size: str) -> Bundle:
    here = f"gaps {before}{after}"
    return (f"{here} to {common}", f"{here} to {common} {kind}", f"{here} {size}")


def shared(sheet: Sheet) -> Iterator[list[Bundle]]:
    """How much of what a line speaks of the story's first paragraphs speak of too, and how much no other line."""
    first = [place for place in range(*sheet.core) if sheet.prose[place]][:OPENING]
    opening = {word for place in first for word in sheet.content[place]}
    times = Counter(word for content in sheet.content for word in content)
    for place, (content, size) in enumerate(zip(sheet.content, sheet.sizes, strict=True)):
        if not content or place in first:
            yield []
            continue
        known = bisect_right(KNOWN_STEPS, len(content & opening) / len(content))
        alone = bisect_right(ALONE_STEPS, [times[word] for word in content].count(1) / len(content))
        yield [_sharing(known, alone, size)]


@cache
def _sharing(known: int, alone: int, size: str) -> Bundle:
    return (f"of the opening {known} of {size}", f"said here alone {alone} of {size}")


def left(sheet: Sheet) -> Iterator[list[Bundle]]:
    """How many lines are left, and how long the longest row of lines without prose was since the story began."""
    row = longest = 0
    last = len(sheet.lines) - 1
    for place, (shape, size) in enumerate(zip(sheet.shapes, sheet.sizes, strict=True)):
        row = 0 if sheet.prose[place] else row + 1
        if sheet.before[place] > BEGUN:
            longest = max(longest, row)
        yield [
            _left(bisect_right(LEFT_STEPS, last - place), bisect_right(ROW_STEPS, longest), shape.ends_sentence, size)
        ]


@cache
def _left(lines: int, row: int, ends_sentence: bool, size: str) -> Bundle:
    kind = "sentence" if ends_sentence else "line"
    return (f"lines left {lines} {kind}", f"row passed {row}", f"row passed {row} {size}")


def cut_short(sheet: Sheet) -> Iterator[list[Bundle]]:
    """Lines that break off with dots, as teasers do, and how many of them stand near."""
    cut = [line.text.endswith(DOTS) for line in sheet.lines]
    teasers = [is_cut and shape.words > FEW for is_cut, shape in zip(cut, sheet.shapes, strict=True)]
    running = [0, *accumulate(map(int, teasers))]
    for place, size in enumerate(sheet.sizes):
        bundles: list[Bundle] = [(f"dots {size}",)] if cut[place] else []
        near = running[min(len(cut), place + NEAR + 1)] - running[max(0, place - NEAR)] - teasers[place]
        if near:
            bundles.append((f"dots near {bisect_right(NEAR_STEPS, near)}",))
        yield bundles


MOST_GAP = 2
OPENING = 6
"""Paragraphs that open a story."""
BEGUN = 60
"""Words of prose after which a story has begun."""
DOTS = ("...", "…", "[…]", "[...]")
FEW, NEAR = 4, 6
"""Words up to which a line with dots is no teaser, and how many lines away one is near."""
KNOWN_STEPS = (0.01, 0.1, 0.2, 0.35, 0.5)
ALONE_STEPS = (0.2, 0.4, 0.6, 0.8, 0.95)
LEFT_STEPS = (1, 2, 4, 8, 16, 40)
ROW_STEPS = (3, 5, 8, 14, 30)
NEAR_STEPS = (2, 4)
