"""How much text stands in each element of a page: added up once, so that no rule has to read a passage twice."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from operator import add
from typing import Generic, TypeVar

from reader.parser.page.roll import Roll
from reader.parser.page.tree import Element

RUNNING_TAGS = ("p", "blockquote", "pre")
RUNNING_LENGTH = 80
MOST_LINKED = 0.3
LONGEST_LINK = 800
"""Signs of text in a link; what is longer stands in one that was never closed."""


Amount = TypeVar("Amount", int, float)


class Tally(Generic[Amount]):
    """Amounts that some elements of a page have, to be summed from one number up to another."""

    def __init__(self, amounts: Iterable[tuple[int, Amount]], nothing: Amount) -> None:
        """Take the amounts, which come in the order of their numbers."""
        pairs = list(amounts)
        self.numbers = [number for number, _ in pairs]
        self._before: list[Amount] = list(accumulate((amount for _, amount in pairs), initial=nothing))

    def between(self, first: int, end: int) -> Amount:
        """The sum of the amounts from the first number on, before the end."""
        last: Amount = self._before[bisect_left(self.numbers, end)]
        return last - self._before[bisect_left(self.numbers, first)]

    def count(self, first: int, end: int) -> int:
        """How many have an amount there."""
        return bisect_left(self.numbers, end) - bisect_left(self.numbers, first)


class Measures:
    """Signs of text by element, itself and all inside: all of it, what is linked, and how many links there are.

    ``running`` is the text that stands in paragraphs of some length with few links: what a story is made of. All are
    of the page as it stood when they were taken; what was put into it since measures nothing.
    """

    def __init__(self, roll: Roll) -> None:
        self.roll = roll
        standing = list(zip(roll.elements, roll.here, strict=True))
        self.texts = [element.text if here else None for element, here in standing]
        self.tails = [element.tail if here else None for element, here in standing]
        self.text_lengths = [len(text.strip()) if text else 0 for text in self.texts]
        self.tail_lengths = [len(tail.strip()) if tail else 0 for tail in self.tails]
        self._before: list[int] = [0, *accumulate(map(add, self.text_lengths, self.tail_lengths))]

    def length(self, element: Element) -> int:
        """All signs of text inside."""
        number = self.roll.number.get(element)
        return 0 if number is None else self.length_of(number)

    def length_of(self, number: int) -> int:
        """The same, of the element with this number."""
        return self._before[self.roll.ends[number]] - self._before[number] - self.tail_lengths[number]

    def links(self, element: Element) -> int:
        """How many links with words stand inside, or are the element itself."""
        number = self.roll.number.get(element)
        return 0 if number is None else self._links.count(number, self.roll.ends[number])

    def linked(self, element: Element) -> int:
        """The signs of text inside that are linked."""
        number = self.roll.number.get(element)
        return 0 if number is None else self._linked(number)

    def link_share(self, element: Element) -> float:
        """The share of the element's text that is linked, 0 to 1."""
        length = self.length(element)
        return self.linked(element) / length if length else 0.0

    def running(self, element: Element) -> int:
        """Signs of running text inside; all, where the element is such a paragraph."""
        number = self.roll.number.get(element)
        if number is None:
            return 0
        own = self._runs.get(number, 0)
        return own or self._running.between(number, self.roll.ends[number])

    def running_between(self, first: int, end: int) -> int:
        """The same, from the element with the first number on, before that with the other."""
        return self._running.between(first, end)

    def _linked(self, number: int) -> int:
        return self._links.between(number, self.roll.ends[number])

    @cached_property
    def _links(self) -> Tally[int]:
        lengths = self._lengths("a")
        return Tally(((number, lengths[number]) for number in self._outer(lengths)), 0)

    def _lengths(self, *tags: str) -> dict[int, int]:
        """The lengths of all elements with these tags that have words."""
        before, ends, tails = self._before, self.roll.ends, self.tail_lengths
        lengths = (
            (number, before[ends[number]] - before[number] - tails[number]) for number in self.roll.tagged(*tags)
        )
        return {number: length for number, length in lengths if length}

    @cached_property
    def _runs(self) -> dict[int, int]:
        """The lengths of the paragraphs of running text; one that is a part of a link is none."""
        lengths = ((number, self.length_of(number)) for number in self.roll.tagged(*RUNNING_TAGS))
        long = ((number, length) for number, length in lengths if length > RUNNING_LENGTH)
        runs = {number: length for number, length in long if self._linked(number) < MOST_LINKED * length}
        for link in self._links.numbers:
            if self.roll.ends[link] > link + 1 and self.length_of(link) < LONGEST_LINK:
                for number in range(link + 1, self.roll.ends[link]):
                    runs.pop(number, None)
        return runs

    @cached_property
    def _running(self) -> Tally[int]:
        return Tally(((number, self._runs[number]) for number in self._outer(self._runs)), 0)

    def _outer(self, numbers: Iterable[int]) -> Iterator[int]:
        """Those that stand in none of the others; they come in order."""
        end = 0
        for number in numbers:
            if number >= end:
                end = self.roll.ends[number]
                yield number
