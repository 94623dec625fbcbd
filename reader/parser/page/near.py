"""The short lines around the headline: there stand byline and dates where nothing names them."""

from functools import cached_property

from reader.parser.page.roll import Roll
from reader.parser.page.tree import BLOCK_TAGS, Element, flat, text_of

BEFORE, AFTER = 25, 80
"""How many elements before and after the headline count as near."""
STEPS_UP = 4
"""So many elements around the headline hold what is near before it; what stands farther up belongs to the page."""
LINES_AFTER = 60
"""So far behind the headline its lines are read, which costs more than to ask what elements are named."""
LONGEST_LINE = 120
MOST_INSIDE = 16
"""Elements inside one that is a line."""


class Near:
    """What stands around one headline; nothing, where no element shows the title."""

    def __init__(self, headline: Element | None, roll: Roll) -> None:
        self._headline = headline
        self._roll = roll

    @cached_property
    def numbers(self) -> list[int]:
        """The numbers of the elements near the headline in document order, those that hold it apart."""
        if self._headline is None:
            return []
        place = self._roll.number[self._headline]
        above = list(self._roll.around(place))
        first = above[:STEPS_UP][-1] + 1 if above else place
        before = [number for number in range(max(first, place - BEFORE), place) if number not in above]
        end = self._roll.ends[place]
        return [*before, *range(end, min(end + AFTER, len(self._roll.elements)))]

    @cached_property
    def elements(self) -> list[Element]:
        """The elements near the headline in document order, those that hold it apart."""
        return [self._roll.elements[number] for number in self.numbers]

    @property
    def below(self) -> list[Element]:
        """Those of them that stand behind the headline."""
        place = self._roll.number[self._headline] if self._headline is not None else 0
        return [self._roll.elements[number] for number in self.numbers if number > place]

    @cached_property
    def holds(self) -> frozenset[Element]:
        """The same elements, to ask whether one is among them."""
        return frozenset(self.elements)

    @cached_property
    def lines(self) -> list[str]:
        """The short lines, in order, without doubles; of a long paragraph its beginning."""
        lines: dict[str, None] = {}
        ends = self._roll.ends
        for number in self.numbers[: BEFORE + LINES_AFTER]:
            text = self._line(number)
            if 3 < len(text) <= LONGEST_LINE:
                lines.setdefault(text)
                if "br" in self._roll.tags[number + 1 : ends[number]]:
                    lines.update(dict.fromkeys(_parted(self._roll.elements[number])))
            elif len(text) > LONGEST_LINE * 2 and ends[number] == number + 1:
                lines.setdefault(text[:LONGEST_LINE])
        return list(lines)

    def _line(self, number: int) -> str:
        """The element's words, where they are one line; of an element that holds blocks those before the first."""
        roll = self._roll
        if roll.tags[number] in _WORDLESS:
            return ""
        element, end = roll.elements[number], roll.ends[number]
        if end == number + 1 or end - number > MOST_INSIDE:
            return flat(element.text)
        if not BLOCK_TAGS.isdisjoint(roll.tags[number + 1 : end]):
            return flat(element.text)
        return text_of(element)


def _parted(element: Element) -> list[str]:
    """The lines into which breaks part the element's words."""
    lines = [element.text or ""]
    for child in element:
        if child.tag == "br":
            lines.append(child.tail or "")
        else:
            lines[-1] += f"{''.join(map(str, child.itertext()))}{child.tail or ''}"
    return [line for line in map(flat, lines) if len(line) > 3]


_WORDLESS = frozenset(
    {"head", "title", "script", "style", "noscript", "template", "svg", "option", "select", "button", "textarea"}
)
