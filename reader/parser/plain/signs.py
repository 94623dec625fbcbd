"""Signs: what is to be seen on a line and around it, as words; ``weights.json`` says what each is worth."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from reader.parser.plain.company import beside, likeness, pictures
from reader.parser.plain.looks import looks
from reader.parser.plain.setting import cut_short, gaps, left, shared
from reader.parser.plain.sheet import Bundle, Sheet
from reader.parser.plain.since import dated, labelled
from reader.parser.plain.standing import around, lists, passed, standing
from reader.parser.plain.wording import wording

FAMILIES: Sequence[Callable[[Sheet], Iterator[list[Bundle]]]] = (
    looks,
    beside,
    likeness,
    pictures,
    standing,
    around,
    passed,
    lists,
    gaps,
    shared,
    left,
    cut_short,
    dated,
    labelled,
)
"""Each tells one thing about every line of a sheet, in order."""


def signs_of(sheet: Sheet) -> Iterator[Iterator[str]]:
    """The signs of every line, each a few words."""
    told = zip(*(family(sheet) for family in FAMILIES), strict=True)
    for families, words in zip(told, wording(sheet), strict=True):
        yield chain(chain.from_iterable(chain.from_iterable(families)), words)
