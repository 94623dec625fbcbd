"""The roll of a page: its elements called once, in document order, each known by its number from then on.

What many rules ask of an element (its tag, what it stands in, where it ends, what it bears) is read once and lies in
plain lists and tables by that number; what stands inside element ``n`` are the numbers between ``n`` and ``ends[n]``.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import cast

from reader.parser.page.names import Naming, Vocabulary, telling, vocabularies
from reader.parser.page.surroundings import reasons_in
from reader.parser.page.tree import Element


class Roll:
    """All elements of a page but those of its head."""

    elements: list[Element]
    """Also held so that lxml need not make a Python object anew, at some cost, for each that nobody holds."""
    tags: list[str]
    parents: list[int]
    """The number of the element around; that of the first is its own."""
    ends: list[int]
    """The number behind the last element inside."""
    number: dict[Element, int]
    attributes: dict[str, dict[int, str]]
    """For each attribute that rules ask for the elements that bear it, in order, with its value."""
    here: list[bool]
    """Whether the element still stands in the page."""

    def __init__(self, root: Element) -> None:
        elements = _called(root)
        self.tags = cast("list[str]", [element.tag for element in elements])
        self.number = number = dict(zip(elements, range(len(elements)), strict=True))
        self.elements = elements
        around = cast("list[Element]", [element.getparent() for element in elements[1:]])
        self.parents = parents = [0, *map(number.__getitem__, around)]
        self.ends = _ends(parents)
        self.attributes = _attributes(elements)
        self.here = [True] * len(elements)
        self._known = 0
        self._telling: list[tuple[int, str, list[int]]] = []

    def tagged(self, *tags: str, inside: int = 0) -> list[int]:
        """The elements with one of these tags that still stand in the page, in document order.

        Only those inside the element with the number ``inside``, or that one itself.
        """
        here, found = self.here, []
        for tag in tags:
            if numbers := self._by_tag.get(tag):
                some = numbers[bisect_left(numbers, inside) : bisect_left(numbers, self.ends[inside])]
                found += [number for number in some if here[number]]
        return sorted(found) if len(tags) > 1 else found

    @cached_property
    def _by_tag(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, tag in enumerate(self.tags):
            found[tag].append(number)
        return found

    def around(self, number: int) -> Iterator[int]:
        """The elements that the element stands in, from the nearest to the page's own."""
        while number:
            number = self.parents[number]
            yield number

    def bearing(self, attribute: str) -> dict[int, str]:
        """The elements with this attribute, in document order, with its value."""
        return self.attributes[attribute]

    def naming(self, vocabulary: Vocabulary) -> list[tuple[str, list[int]]]:
        """The ids and then the classes with a name that may tell something, each with the elements that have it."""
        bit = vocabulary.bit
        if self._known <= bit:  # it came later
            known = vocabularies()
            named = ((telling(names, known), names, numbers) for names, numbers in self._names())
            self._known, self._telling = 1 << known, [entry for entry in named if entry[0]]
        return [(names, numbers) for told, names, numbers in self._telling if told & bit]

    def _names(self) -> Iterator[tuple[str, list[int]]]:
        """Each whole id and class of the page, as it is written, with the elements that have it."""
        for attribute in ("id", "class"):
            sharing: dict[str, list[int]] = defaultdict(list)
            for number, names in self.bearing(attribute).items():
                sharing[names].append(number)
            yield from sharing.items()

    def named(self, asked: Naming) -> list[int]:
        """The elements with a name that says so, in document order."""
        fitting = (numbers for names, numbers in self.naming(asked.vocabulary) if asked(names))
        return sorted({number for numbers in fitting for number in numbers})

    @cached_property
    def reasons(self) -> dict[int, str]:
        """Why an element is no story, by its name, for each whose name says something against it; in order."""
        return reasons_in(self)

    def leave(self, number: int) -> None:
        """The element, and all inside it, stand in the page no more."""
        end = self.ends[number]
        self.here[number:end] = [False] * (end - number)


def _called(root: Element) -> list[Element]:
    """The elements of the page in order, without its head's."""
    elements = [root]
    for child in root:
        if child.tag != "head":
            elements.extend(child.iter())
    return elements


def _ends(parents: list[int]) -> list[int]:
    ends = list(range(1, len(parents) + 1))
    for number in range(len(parents) - 1, 0, -1):
        parent = parents[number]
        if ends[parent] == parent + 1:  # the last one inside comes first
            ends[parent] = ends[number]
    return ends


TOLD_DATES = ("data-published-date", "data-publish-date", "data-published-at-date", "data-pubdate", "data-date")
"""Where an element keeps the date that a script is to show in it."""
_ASKED = frozenset(
    {
        "class",
        "id",
        "role",
        "rel",
        "itemprop",
        "datetime",
        "style",
        "hidden",
        "aria-hidden",
        "inert",
        "data-min-width",
        *TOLD_DATES,
    }
)
"""The attributes that rules look up for all elements of a page at once."""


def _attributes(elements: list[Element]) -> dict[str, dict[int, str]]:
    attributes: dict[str, dict[int, str]] = {name: {} for name in _ASKED}
    for number, borne in enumerate(map(_borne, elements)):
        for name, value in borne:
            if name in attributes:
                attributes[name][number] = value
    return attributes


_borne = cast("Callable[[Element], list[tuple[str, str]]]", Element.items)
