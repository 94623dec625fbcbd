"""Standing: which articles are shown and how they stand, as one array of rows. Pure: no Qt, no disk."""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from reader.app.contents import NO_IDS, Contents, FirstScreen
from reader.library import Ids

if TYPE_CHECKING:
    from reader.library import Hits

UNKNOWN = 0
"""Stands in a row of which nothing is known yet; articles have ids from 1 on, headings stand as -1, -2, …"""


StandIn = tuple[int, int]
"""A copy, and the newest copy of its story, for which it stands."""


class Shown(NamedTuple):
    """What of the contents is shown.

    ``table`` says which flags belong (see flags.py); ``kept`` articles are shown though they do not; ``expanded``
    are those whose story shows all its copies. ``hits`` are None where nothing was searched for; ``ranked``, they
    stand in their own order.
    """

    table: bytes
    kept: Collection[int] = ()
    expanded: Collection[int] = ()
    hits: "Hits | None" = None
    ranked: bool = False


def first_rows(first: FirstScreen) -> Ids:
    """The rows of the first screen, and as many of which nothing is known as will follow."""
    known = array("q", [number for number, _ in first.rows])
    return known + array("q", [UNKNOWN]) * max(0, first.total - len(known))


def rows(contents: Contents, shown: Shown) -> Ids:
    """The rows as they are to stand: articles by their ids, headings as ``-1 - section``."""
    belongs = _belonging(contents, shown)
    order = _known(shown.hits, contents) if shown.hits is not None and shown.ranked else contents.ids
    ids = array("q", compress(order, map(belongs.__getitem__, order)))
    standing = ids if shown.ranked or not contents.headings else _headed(ids, contents)
    for number in shown.expanded:
        _expand(standing, number, contents)
    return standing


def found_counts(contents: Contents, tables: Sequence[bytes], hits: "Hits") -> list[int]:
    """How many of what was found belong by each of some tables of flags."""
    found = _found(contents, hits)
    stands = _stand_ins(found, contents)
    return [_found_belonging(contents, table, found, stands).count(1) for table in tables]


def heading_rows(standing: Ids, count: int) -> list[int]:
    """In which rows the ``count`` headings stand, from the top."""
    if not count:
        return []
    return [row for row, number in enumerate(standing) if number < 0]


def alike(one: Ids, other: Ids) -> tuple[int, int]:
    """How many rows two standings have in common at the top, and at the bottom below those."""
    top = _common(one, other)
    below, other_below = one[top:], other[top:]
    below.reverse()
    other_below.reverse()
    return top, _common(below, other_below)


def _common(one: Ids, other: Ids) -> int:
    """How many leading items are the same: halving, for arrays compare a hundred times faster than their items."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _belonging(contents: Contents, shown: Shown) -> bytearray:
    """Whether each article, by id, is shown."""
    kept = (number for number in shown.kept if number < len(contents.flags) and contents.flags[number])
    if shown.hits is None:
        belongs = bytearray(contents.flags.translate(shown.table))
        _set(belongs, kept)
        return belongs
    found = _found(contents, shown.hits)
    belongs = _found_belonging(contents, shown.table, found, _stand_ins(found, contents))
    _set(belongs, (number for number in kept if found[number]))
    return belongs


def _found(contents: Contents, hits: "Hits") -> bytearray:
    """Of each article, by id, whether it was found."""
    return bytearray(hits.chosen[: len(contents.flags)].ljust(len(contents.flags), b"\0"))


def _found_belonging(contents: Contents, table: bytes, found: bytearray, stands: Sequence[StandIn]) -> bytearray:
    """Of each article, by id, whether it was found and belongs by its flags, or by those of the story it stands for."""
    belongs = bytearray(contents.flags.translate(table))
    for number, newest in stands:
        belongs[number] = table[contents.flags[newest]]
    return _both(belongs, found)


def _known(hits: "Hits", contents: Contents) -> Ids:
    """The hits that the list knows of: what was read in just now comes with its next contents."""
    return array("q", [number for number in hits.ids if number < len(contents.flags)])


def _stand_ins(found: bytearray, contents: Contents) -> list[StandIn]:
    """Of a story whose newest copy was not found, the newest that was stands for it."""
    return [
        (number, copies[0])
        for number, copies in contents.copies.items()
        if found[number] and not found[copies[0]] and next(each for each in copies if found[each]) == number
    ]


def _headed(ids: Ids, contents: Contents) -> Ids:
    """The articles, which stand section after section, with the headings between them."""
    section = contents.section.__getitem__
    standing, start = array("q"), 0
    while start < len(ids):
        here = section(ids[start])
        end = bisect_right(ids, here, lo=start, key=section)
        standing.append(-1 - here)
        standing.extend(ids[start:end])
        start = end
    return standing


def _expand(standing: Ids, number: int, contents: Contents) -> None:
    """Put the other copies of a story below the one that stands for it."""
    copies = contents.copies.get(number, NO_IDS)
    there = {each: standing.index(each) for each in copies if each in standing}
    if there:
        place = min(there.values()) + 1
        standing[place:place] = array("q", [each for each in copies if each not in there])


def _both(one: bytearray, other: bytearray) -> bytearray:
    """Where both are 1: as one large number, for that is a hundred times as fast as byte by byte."""
    both = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return bytearray(both.to_bytes(len(one), "little"))


def _set(flagged: bytearray, numbers: Iterable[int]) -> None:
    for number in numbers:
        if number < len(flagged):
            flagged[number] = 1
