"""The roll of a page: its elements called once, in document order, each known by its number from then on.

What many rules ask of an element (its tag, what it stands in, where it ends, what it bears) is read once and lies in
plain lists and tables by that number; what stands inside element ``n`` are the numbers between ``n`` and ``ends[n]``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import cast

from reader.parser.page.names import Naming, words_in
from reader.parser.page.surroundings import reasons_in
from reader.parser.page.tree import Element


class Roll:
    """All elements of a page but those of its head. Iterating gives the named ones, each with its class and id."""

    elements: list[Element]
    """Also held so that lxml need not make a Python object anew, at some cost, for each that nobody holds."""
    tags: list[str]
    parents: list[int]
    """The number of the element around; that of the first is its own."""
    ends: list[int]
    """The number behind the last element inside."""
    number: dict[Element, int]
    attributes: dict[str, dict[int, str]]
    """For each attribute the elements that bear it, in order, with its value."""
    here: list[bool]
    """Whether the element still stands in the page."""

    def __init__(self, root: Element) -> None:
        self.elements = elements = _called(root)
        self.tags = [str(element.tag) for element in elements]
        self.number = number = dict(zip(elements, range(len(elements)), strict=True))
        self.parents = parents = [0, *(number[element.getparent()] for element in elements[1:])]  # type: ignore[index]
        self.ends = _ends(parents)
        self.attributes = _attributes(elements)
        self.here = [True] * len(elements)

    def __iter__(self) -> Iterator[tuple[Element, str]]:
        return ((self.elements[number], names) for number, names in sorted(self._names.items()))

    def tagged(self, *tags: str) -> list[int]:
        """The elements with one of these tags that still stand in the page, in document order."""
        numbers = [number for tag in tags for number in self._by_tag.get(tag, ()) if self.here[number]]
        return sorted(numbers) if len(tags) > 1 else numbers

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
        return self.attributes.get(attribute, {})

    @cached_property
    def bearers(self) -> dict[str, list[int]]:
        """For each class and id, as they are written, the numbers of the elements that share them."""
        own = self.bearing("id")
        named = {number: name for number, name in own.items() if number not in self.bearing("class")}
        for number, kind in self.bearing("class").items():
            named[number] = f"{kind} {own[number]}" if number in own else kind
        bearers: dict[str, list[int]] = defaultdict(list)
        for number, names in named.items():
            bearers[names].append(number)
        return bearers

    @cached_property
    def _names(self) -> dict[int, str]:
        """The class and id, lower case, of each element that has one of them."""
        return {number: names.lower() for names, numbers in self.bearers.items() for number in numbers}

    @cached_property
    def _names_with(self) -> dict[str, list[str]]:
        """For each word the names in which it stands."""
        found: dict[str, list[str]] = defaultdict(list)
        for names in self.bearers:
            for word in words_in(names):
                found[word].append(names)
        return found

    def names_with(self, is_wanted: Callable[[str], bool]) -> set[str]:
        """All class and id, as they are written, in which one of the wanted words stands."""
        return {names for word, these in self._names_with.items() if is_wanted(word) for names in these}

    def numbers_named(self, naming: Naming) -> list[int]:
        """The elements whose names say so, in document order; names that many share are asked once."""
        asked = self.names_with(naming.may_stand_in)
        return sorted(number for names in asked if naming.says(names.lower()) for number in self.bearers[names])

    def named(self, naming: Naming) -> list[tuple[Element, str]]:
        """The same, as elements with their names in lower case."""
        return [(self.elements[number], self._names[number]) for number in self.numbers_named(naming)]

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
        ends[parent] = max(ends[parent], ends[number])
    return ends


def _attributes(elements: list[Element]) -> dict[str, dict[int, str]]:
    attributes: dict[str, dict[int, str]] = defaultdict(dict)
    for number, element in enumerate(elements):
        for name, value in cast("list[tuple[str, str]]", element.items()):
            attributes[name][number] = value
    return attributes
