"""Signs: what is to be seen on a line and around it, as words; ``weights.json`` says what each is worth."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from reader.parser.plain.company import beside, likeness, pictures
from reader.parser.plain.looks import looks
from reader.parser.plain.sheet import Sheet
from reader.parser.plain.standing import around, lists, passed, standing
from reader.parser.plain.wording import wording

FAMILIES: Sequence[Callable[[Sheet], Iterator[list[str]]]] = (
    looks,
    wording,
    beside,
    likeness,
    pictures,
    standing,
    around,
    passed,
    lists,
)
"""Each tells one thing about every line of a sheet, in order."""


def signs_of(sheet: Sheet) -> Iterator[Iterator[str]]:
    """The signs of every line, each a few words."""
    for families in zip(*(family(sheet) for family in FAMILIES), strict=True):
        yield chain.from_iterable(families)
