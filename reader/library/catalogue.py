"""Catalogue: all articles by date, and which of them have what a query asks for beside its words."""

import json
import sqlite3
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress
from math import inf
from operator import and_, itemgetter

from reader.library.flag import Flag
from reader.library.index_ids import Ids, ids_of
from reader.library.query import Query, State

_FLAGS = {State.UNREAD: Flag.UNREAD.value, State.STARRED: Flag.STARRED.value}

Chosen = bytearray
"""For each id, 1 where the article is one of those that are meant, else 0."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``newest`` are all ids, the newest first; ``in_order`` puts what is said of each id into their order.

    Of each id ``moments`` has the seconds and ``everything`` a 1. ``version`` is that of the file.
    """

    version: tuple[int, int]
    newest: Ids
    in_order: "Callable[[Chosen], Sequence[int]]"
    moments: "array[float]"
    everything: bytes

    @classmethod
    def of(cls, base: sqlite3.Connection) -> "Catalogue":
        """The catalogue of an index."""
        version = _version(base)
        ids, moments = base.execute(
            "SELECT json_group_array(id), json_group_array(moment) FROM"
            " (SELECT id, moment FROM entries ORDER BY undated, moment DESC)"
        ).fetchone()
        newest = array("q", json.loads(ids))
        size = max(newest, default=0) + 1
        of_id = array("d", bytes(8 * size))
        everything = bytearray(size)
        for number, moment in zip(newest, json.loads(moments), strict=True):
            of_id[number] = moment
            everything[number] = 1
        in_order = itemgetter(*newest, 0, 0)  # two more, for with fewer than two it would give no tuple
        return cls(version, newest, in_order, of_id, bytes(everything))

    def is_current(self, base: sqlite3.Connection) -> bool:
        """Whether nobody has written to the file since."""
        return self.version == _version(base)

    def by_date(self, chosen: Chosen) -> Ids:
        """The ids that are chosen, the newest first."""
        return array("q", compress(self.newest, self.in_order(chosen)))

    def choose(self, ids: Sequence[int]) -> Chosen:
        """Choose these, as far as they were there when the catalogue was made."""
        size = len(self.moments)
        chosen = Chosen(size)
        if ids and max(ids) >= size:
            ids = [number for number in ids if number < size]
        for number in ids:
            chosen[number] = 1
        return chosen

    def belonging(self, base: sqlite3.Connection, query: Query, flags: bytes | None) -> Chosen:
        """The articles with the states and of the time that are asked for.

        ``flags`` are the Flags of each id; without them every article is listed, unread and unstarred.
        """
        size = len(self.moments)
        given = self.everything if flags is None else flags[:size].ljust(size, b"\0")
        chosen = Chosen(given.translate(_accepted(query, plain=flags is None)))
        for state, so in query.states:
            if state is State.PICTURED:
                pictured = self.choose(ids_of(base, "SELECT id FROM entries WHERE pictures > 0"))
                chosen = both(chosen, pictured if so else pictured.translate(OTHER))
        if query.since is not None or query.until is not None:
            since = -inf if query.since is None else query.since
            until = inf if query.until is None else query.until
            chosen = Chosen(map(and_, chosen, [since <= moment < until for moment in self.moments]))
        return chosen


def _version(base: sqlite3.Connection) -> tuple[int, int]:
    """Two numbers that grow with what others write, and with what is written over this connection."""
    ((version,),) = base.execute("PRAGMA data_version").fetchall()
    return version, base.total_changes


OTHER = bytes([1, 0, *[0] * 254])
"""Translates what is chosen into what is not."""


def both(one: Chosen, other: Chosen) -> Chosen:
    """What is chosen in both: as one large number, for that is a hundred times as fast as one by one."""
    chosen = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return Chosen(chosen.to_bytes(len(one), "little"))


def _accepted(query: Query, *, plain: bool) -> bytes:
    """For each value of the flags, 1 where they are as the query asks, else 0; ``plain``: 1 stands for unread ones."""
    must, must_not = int(Flag.LISTED), 0
    for state, so in query.states:
        if so:
            must |= _FLAGS.get(state, 0)
        else:
            must_not |= _FLAGS.get(state, 0)
    values = [value | Flag.UNREAD.value * plain for value in range(256)]
    return bytes(value & must == must and not value & must_not for value in values)
