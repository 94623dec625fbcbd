"""The roll of a page: its elements called once, in document order, each known by its number from then on.

What many rules ask of an element (its tag, what it stands in, where it ends, what it bears) is read once and lies in
plain lists and tables by that number; what stands inside element ``n`` are the numbers between ``n`` and ``ends[n]``.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
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
        self._telling: tuple[int, list[tuple[str, int]]] = 0, []

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
        return self.attributes.get(attribute, {})

    @cached_property
    def names(self) -> dict[str, list[list[int]]]:
        """Each name that a class or an id gives, as it is written, with the elements that have it.

        They come in groups, one for each whole class or id that holds the name.
        """
        sharing: dict[str, list[int]] = defaultdict(list)
        for attribute in ("class", "id"):
            for number, names in self.bearing(attribute).items():
                sharing[names].append(number)
        found: dict[str, list[list[int]]] = defaultdict(list)
        for names, numbers in sharing.items():
            for name in names.split():
                found[name].append(numbers)
        return found

    def called(self, name: str) -> Iterator[int]:
        """The elements with this name."""
        return chain.from_iterable(self.names.get(name, ()))

    def names_with(self, vocabulary: Vocabulary) -> list[str]:
        """The names with a word that tells something, or with two that may together."""
        if self._telling[0] <= vocabulary.bit:  # it came later
            known = vocabularies()
            self._telling = 1 << known, [(name, told) for name in self.names if (told := telling(name, known))]
        bit = vocabulary.bit
        return [name for name, told in self._telling[1] if told & bit]

    def named(self, naming: Naming) -> list[int]:
        """The elements with a name that says so, in document order."""
        fitting = filter(naming.fits, self.names_with(naming.vocabulary))
        return sorted({number for name in fitting for number in self.called(name)})

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


_ASKED = frozenset(
    {"class", "id", "role", "rel", "itemprop", "datetime", "style", "hidden", "aria-hidden", "data-min-width"}
)
"""The attributes that rules look up for all elements of a page at once."""


def _attributes(elements: list[Element]) -> dict[str, dict[int, str]]:
    attributes: dict[str, dict[int, str]] = defaultdict(dict)
    for number, element in enumerate(elements):
        for name in cast("list[str]", element.keys()):
            if name in _ASKED:  # the values of all others need not be read
                attributes[name][number] = cast("str", element.get(name))
    return attributes
