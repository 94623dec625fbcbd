"""Contents: all articles of the list in their order, worked out from the index on the librarian’s thread."""

from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import compress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reader.app.flags import HERE, OLDER, READ, STARRED, UNREADABLE, set_all
from reader.app.headings import LIBRARY, OPENED, heading
from reader.app.list_order import Grouping, Order
from reader.article import ArticleId
from reader.library import Entry, Ids, Index
from reader.library.sections import Sections

NO_IDS: Ids = array("q")
SCREEN = 40
"""Rows that are known first: some screens."""
LAST = "~"
"""Stands after every day."""
NEVER: Mapping[ArticleId, float] = MappingProxyType({})


class Wanted(NamedTuple):
    """What the list is to hold, and how.

    ``read``, ``starred`` and ``opened`` (seconds since 1970) are what is remembered; ``removed`` files were taken off
    the list, ``single`` ones were opened beside the library, whose folders are ``folders``.
    """

    order: Order = Order.NEWEST
    grouping: Grouping = Grouping.NONE
    today: date = date.min
    read: Set[ArticleId] = frozenset()
    starred: Set[ArticleId] = frozenset()
    opened: Mapping[ArticleId, float] = NEVER
    removed: Set[Path] = frozenset()
    single: Sequence[Path] = ()
    folders: Sequence[Path] = ()


class Contents(NamedTuple):
    """``ids`` are all articles in order, section after section; ``flags`` (see flags.py) are by id.

    ``headings`` name the sections, and ``section`` gives by id which one an article stands in; both are empty where
    there are none. ``copies`` gives, for each article that is a copy, all copies of its story, the newest first.
    """

    ids: Ids
    flags: bytearray
    headings: tuple[str, ...]
    section: "array[int]"
    copies: Mapping[int, Ids]


class FirstScreen(NamedTuple):
    """The first rows of the list, to be painted before the rest is known: ``total`` articles in all."""

    rows: tuple[tuple[int, Entry], ...] = ()
    total: int = 0


def contents(index: Index, wanted: Wanted) -> Contents:
    """All of the list. Raises sqlite3.Error."""
    ids = _ordered(index, wanted)
    flags = bytearray(max(ids, default=0) + 1)
    set_all(flags, HERE, ids)
    for number in _known(index.ids_of_paths(wanted.removed).values(), flags):
        flags[number] = 0
    ids = array("q", compress(ids, map(flags.__getitem__, ids))) if wanted.removed else ids
    set_all(flags, READ, _known(index.ids_of_identities(wanted.read), flags))
    set_all(flags, STARRED, _known(index.ids_of_identities(wanted.starred), flags))
    set_all(flags, UNREADABLE, _known(index.unreadable(), flags))
    copies = _copies(index, flags)
    headings, section = _sections(index, wanted, len(flags))
    if headings:
        ids = array("q", sorted(ids, key=section.__getitem__))
    return Contents(ids, flags, headings, section, copies)


def first_screen(index: Index, order: Order, removed: Set[Path]) -> FirstScreen:
    """The first rows of an order without headings. Raises sqlite3.Error."""
    ids, count = index.first(order.value, SCREEN)
    rows: dict[str, tuple[int, Entry]] = {}
    for number, entry in index.entries_by_id(ids).items():
        story = entry.story_key or f"{number}"
        if entry.path not in removed and (story not in rows or _is_newer(entry, rows[story][1])):
            rows[story] = number, entry
    place = {number: place for place, number in enumerate(ids)}
    return FirstScreen(tuple(sorted(rows.values(), key=lambda row: place[row[0]])), count)


def _is_newer(entry: Entry, other: Entry) -> bool:
    from reader.library.sort_keys import seconds  # noqa: PLC0415  seldom needed, and the list waits for it

    return seconds(entry.published or entry.saved) > seconds(other.published or other.saved)


def _known(ids: Iterable[int], flags: bytearray) -> list[int]:
    """Those that are in the list: another process may have brought in more since we asked for all."""
    return [number for number in ids if number < len(flags) and flags[number]]


def _ordered(index: Index, wanted: Wanted) -> Ids:
    if wanted.order is not Order.RECENT:
        return index.ids(wanted.order.value)
    newest = index.ids(Order.NEWEST.value)
    when = {
        number: wanted.opened.get(identity, 0.0)
        for number, identity in index.identities_of(index.ids_of_identities(wanted.opened)).items()
    }
    return array("q", sorted(newest, key=lambda number: -when.get(number, 0.0)))


def _copies(index: Index, flags: bytearray) -> dict[int, Ids]:
    """The copies of each story that has several here; all but the newest are flagged as older."""
    copies: dict[int, Ids] = {}
    for known in index.copies():
        here = array("q", _known(known, flags))
        if len(here) > 1:
            set_all(flags, OLDER, here[1:].tolist())
            copies.update(dict.fromkeys(here, here))
    return copies


def _sections(index: Index, wanted: Wanted, size: int) -> tuple[tuple[str, ...], "array[int]"]:
    """The headings in their order, and the section of each article by id."""
    single = index.ids_of_paths(wanted.single).values()
    if wanted.grouping is Grouping.NONE and not single:
        return (), array("l")
    headings = {OPENED: 0} if single else {}
    section = array("l", [len(headings)]) * size
    for name, ids in _parts(index, wanted):
        number = headings.setdefault(heading(wanted.grouping, name, wanted.today, wanted.folders), len(headings))
        _put(section, number, ids)
    _put(section, 0, single)
    return tuple(headings), section


def _parts(index: Index, wanted: Wanted) -> Sections:
    """The sections in the order of the list; a list without any is one of its own."""
    if wanted.grouping is Grouping.NONE:
        return [(LIBRARY, NO_IDS)]
    parts = index.sections(wanted.grouping.value)
    if wanted.grouping is Grouping.DAY and wanted.order is Order.OLDEST:
        parts.sort(key=lambda part: part[0] or LAST)
    return parts


def _put(section: "array[int]", number: int, ids: Iterable[int]) -> None:
    for article in ids:
        if article < len(section):
            section[article] = number
