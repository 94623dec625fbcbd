"""What stands beyond the story's element and a reader may still want: the comments, who the author is, boxes."""

from collections.abc import Iterator

from reader.parser.page.pieces import Aside
from reader.parser.page.roll import Roll
from reader.parser.page.tree import Element, text_of

BESIDE = "box beside the story"
_WANTED = frozenset({"comments", "about the author", BESIDE})
SHORTEST_REGION = 80
MOST_REGIONS = 40


def regions_beyond(roll: Roll, story: Element) -> list[Aside]:
    """One passage for each region, in the order of the page; nothing of the story's own element."""
    found: list[Aside] = []
    for number, reason in _outermost(roll, roll.number[story]):
        words = text_of(roll.elements[number])
        if len(words) >= SHORTEST_REGION and len(found) < MOST_REGIONS:
            found.append(Aside(words, reason))
    return found


def _outermost(roll: Roll, story: int) -> Iterator[tuple[int, str]]:
    """The regions a reader may want, with their reasons, none of them inside another, none around the story."""
    end = 0
    for number in sorted({*roll.reasons, *roll.tagged("aside")}):
        reason = roll.reasons.get(number, BESIDE)
        if number >= end and reason in _WANTED and roll.here[number] and _is_apart(roll, number, story):
            end = roll.ends[number]
            yield number, reason


def _is_apart(roll: Roll, number: int, story: int) -> bool:
    """Whether neither stands in the other."""
    return not (number <= story < roll.ends[number] or story <= number < roll.ends[story])
