"""Catalogue: all articles by date, and which of them have what a query asks for beside its words."""

import json
import sqlite3
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag
from itertools import compress
from operator import and_

from reader.library.index_ids import Ids, ids_of
from reader.library.query import Query, State


class Flag(IntFlag):
    """What the list knows of an article and a search may ask for; an article that is not LISTED is never found."""

    LISTED = 1
    UNREAD = 2
    STARRED = 4


_FLAGS = {State.UNREAD: Flag.UNREAD, State.STARRED: Flag.STARRED}
_UNKNOWN = bytes([Flag.LISTED | Flag.UNREAD])

Chosen = bytearray
"""For each id, 1 where the article is one of those that are meant, else 0."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``newest`` are all ids, the newest first; ``moments`` has the seconds of each id. ``version``: of the file."""

    version: int
    newest: Ids
    moments: "array[float]"

    @classmethod
    def of(cls, base: sqlite3.Connection) -> "Catalogue":
        """The catalogue of an index."""
        (version,) = base.execute("PRAGMA data_version").fetchone()
        ids, moments = base.execute(
            "SELECT json_group_array(id), json_group_array(moment) FROM"
            " (SELECT id, moment FROM entries ORDER BY undated, moment DESC)"
        ).fetchone()
        newest = array("q", json.loads(ids))
        of_id = array("d", bytes(8 * (max(newest, default=0) + 1)))
        for number, moment in zip(newest, json.loads(moments), strict=True):
            of_id[number] = moment
        return cls(version, newest, of_id)

    def is_current(self, base: sqlite3.Connection) -> bool:
        """Whether nobody else has written to the file since."""
        ((version,),) = base.execute("PRAGMA data_version").fetchall()
        return bool(version == self.version)

    def by_date(self, chosen: Chosen) -> Ids:
        """The ids chosen, the newest first."""
        return array("q", compress(self.newest, map(chosen.__getitem__, self.newest)))

    def known(self, ids: Iterable[int]) -> list[int]:
        """The ids without those that have come since."""
        size = len(self.moments)
        return [number for number in ids if number < size]

    def choose(self, ids: Iterable[int]) -> Chosen:
        """Choose these, as far as they are known."""
        chosen = Chosen(len(self.moments))
        for number in self.known(ids):
            chosen[number] = 1
        return chosen

    def belonging(self, base: sqlite3.Connection, query: Query, flags: bytes | None) -> Chosen:
        """The articles with the states and of the time that are asked for.

        ``flags`` are the Flags of each id; without them every article is listed, unread and unstarred.
        """
        size = len(self.moments)
        given = _UNKNOWN * size if flags is None else flags[:size].ljust(size, b"\0")
        chosen = Chosen(given.translate(_accepted(query)))
        for state, so in query.states:
            if state is State.PICTURED:
                pictured = self.choose(ids_of(base, "SELECT id FROM entries WHERE pictures > 0"))
                chosen = Chosen(map(and_, chosen, pictured if so else pictured.translate(_OTHER)))
        if query.since is not None or query.until is not None:
            since, until = query.since or -_EVER, query.until or _EVER
            chosen = Chosen(map(and_, chosen, [since <= moment < until for moment in self.moments]))
        return chosen


_EVER = 1e18
_OTHER = bytes([1, 0, *[0] * 254])


def _accepted(query: Query) -> bytes:
    """For each value of the flags, 1 where they are as the query asks, else 0."""
    must, must_not = Flag.LISTED, Flag(0)
    for state, so in query.states:
        if so:
            must |= _FLAGS.get(state, Flag(0))
        else:
            must_not |= _FLAGS.get(state, Flag(0))
    return bytes(value & must == must and not value & must_not for value in range(256))
