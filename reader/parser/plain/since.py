"""Since: the signs of the dates and labels that were passed, for comments and teasers each come with their own."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from reader.parser import words
from reader.parser.plain.labels import NONE
from reader.parser.plain.shapes import Shape
from reader.parser.plain.sheet import Bundle, Sheet


def dated(sheet: Sheet) -> Iterator[list[Bundle]]:
    """How far the last date and the next one are, and how many were passed since the story began."""
    stamps = [_is_stamp(text, shape) for text, shape in zip(sheet.folded, sheet.shapes, strict=True)]
    behind, ahead = _distances(stamps), _distances(stamps[::-1])[::-1]
    passed = 0
    for place, (is_stamp, shape, size) in enumerate(zip(stamps, sheet.shapes, sheet.sizes, strict=True)):
        last, following = bisect_right(FAR_STEPS, behind[place]), bisect_right(FAR_STEPS, ahead[place])
        count = bisect_right(PASSED_STEPS, passed) if passed else -1
        yield [_dated(last, following, count, shape.ends_sentence, size)]
        passed += is_stamp and sheet.before[place] > BEGUN


def _is_stamp(folded: str, shape: Shape) -> bool:
    """Whether a short line tells when something was said: a day, a time of day, or "3 hours ago"."""
    if shape.words > LONGEST_STAMP:
        return False
    if shape.has_date or not shape.digits:
        return shape.has_date
    return _CLOCK.search(folded) is not None or (shape.words <= SHORT and _ago().search(folded) is not None)


@cache
def _ago() -> re.Pattern[str]:
    """What tells how long ago something was; some languages have no border between words."""
    listed = "|".join(sorted(map(re.escape, words.every("ago")), key=len, reverse=True))
    return re.compile(rf"(?<![a-zà-ɏα-ωа-я])(?:{listed})(?![a-zà-ɏα-ωа-я])")


def _distances(holds: Iterable[bool]) -> list[int]:
    """For every place how many places before it something held last."""
    distances = []
    distance = NEVER
    for held in holds:
        distances.append(distance)
        distance = 1 if held else distance + 1
    return distances


@cache
def _dated(last: int, following: int, count: int, ends_sentence: bool, size: str) -> Bundle:
    sentence = " sentence" if ends_sentence else ""
    near = (f"since date {last}, next {following}{sentence}", f"since date {last} {size}")
    return (*near, f"dates passed {count} {size}", f"dates passed {count}, last {last}") if count >= 0 else near


def labelled(sheet: Sheet) -> Iterator[list[Bundle]]:
    """How many labels of each kind were passed since the story began, and how much prose since the last of them."""
    times: Counter[str] = Counter()
    told: dict[str, float] = {}
    said: list[Bundle] = []
    heard = 0.0
    for before, shape, folded in zip(sheet.before, sheet.shapes, sheet.folded, strict=False):
        if before != heard:
            said, heard = _labels_passed(times, told, before), before
        yield said
        if before > BEGUN and shape.words <= LABEL_LINE and (kinds := shape.whole or _networks(folded)):
            times.update(kinds)
            told.update(dict.fromkeys(kinds, before))
            said = _labels_passed(times, told, before)


def _networks(folded: str) -> frozenset[str]:
    """Names of several networks in a row are a label too, whatever stands between them: "Whatsapp Facebook Print"."""
    return SHARING if len(NETWORKS.intersection(folded.split())) > 1 else NONE


def _labels_passed(times: Mapping[str, int], told: Mapping[str, float], before: float) -> list[Bundle]:
    found = [
        f"since {kind} {bisect_right(LABEL_STEPS, count)} prose {bisect_right(PROSE_STEPS, before - told[kind])}"
        for kind, count in times.items()
    ]
    return [tuple(found)] if found else []


LONGEST_STAMP, SHORT = 11, 6
"""Words of a line with a date or a time of day, and of one that tells how long ago something was."""
BEGUN = 60
"""Words of prose after which a story has begun."""
LABEL_LINE = 8
"""Words of a line that is a label."""
SHARING = frozenset({"share"})
NEVER = 100
"""Lines: further than any step."""
FAR_STEPS = (2, 3, 5, 9, 20)
PASSED_STEPS = (2, 3, 5, 9)
LABEL_STEPS = (2, 3, 5)
PROSE_STEPS = (15, 80, 250)
NETWORKS = {"facebook", "twitter", "instagram", "whatsapp", "youtube", "linkedin", "pinterest", "tiktok", "telegram"}
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
