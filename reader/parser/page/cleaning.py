"""What cleaners work on: the story's element, and what they want to know of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.parser.page.measure import Measures
from reader.parser.page.sights import Sights
from reader.parser.page.tree import Element, note, swap, text_of


@dataclass(slots=True)
class Story:
    """The element that holds the story, and what its cleaners want to know."""

    element: Element
    measures: Measures
    base: str = ""
    """What relative addresses are relative to, empty where that is unknown."""
    sights: Sights = field(default_factory=Sights)
    _by_class: dict[Element, Counter[str]] = field(default_factory=dict)

    def length(self, element: Element) -> int:
        """Signs of text inside the element."""
        return self.measures.length(element)

    def lengths_by_class(self, parent: Element) -> Counter[str]:
        """Signs of text in all of one class right inside; added up once, for each of a long thread's messages asks."""
        if (known := self._by_class.get(parent)) is None:
            known = self._by_class[parent] = Counter()
            for part in parent:
                known[part.get("class") or ""] += self.length(part)
        return known

    def set_aside(self, element: Element, reason: str) -> None:
        """Swap the element for a note of its words, unless what it stood in was swapped before."""
        roll = self.measures.roll
        if roll.here[number := roll.number[element]]:
            swap(element, note(text_of(element), reason))
            roll.leave(number)

    def inside(self, *tags: str) -> list[Element]:
        """The elements with these tags that stand in the story, itself among them, in order."""
        roll = self.measures.roll
        return [roll.elements[number] for number in roll.tagged(*tags, inside=roll.number[self.element])]

    def holds_story(self, element: Element) -> bool:
        """Whether so much running text stands inside that its name must mean something else."""
        return self.measures.running(element) > 0.35 * self.length(self.element)


Found = Iterator[tuple[Element, str]]
"""Elements that are no story, each with the reason in a word or two."""
