"""Search: finds the articles that a query asks for, the best or the newest of them first."""

import sqlite3
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.catalogue import OTHER, Catalogue, both
from reader.library.fulltext import matching, with_any
from reader.library.index_file import IndexFile
from reader.library.index_ids import Ids
from reader.library.matches import Excerpt, Matcher
from reader.library.query import Query, understood
from reader.library.ranking import ranked
from reader.library.story_words import unpacked

FIRST = 50
"""So many of the first articles found come with their excerpts."""
MOST_RANKED = 3_000
"""More articles than these come by date: ranking them would take too long, and so would looking through them."""


@dataclass(frozen=True, slots=True)
class Hits:
    """The articles found: the best first or, where ``by_date``, the newest.

    ``chosen`` says it of each id, 1 or 0; ``excerpts`` are those of the first.
    """

    query: Query
    ids: Ids
    chosen: bytes
    by_date: bool
    excerpts: dict[int, Excerpt]


class Search:
    """Looks through one index, with its connection and on its thread; raises what IndexFile does."""

    def __init__(self, file: IndexFile) -> None:
        self._file = file
        self._catalogue: Catalogue | None = None

    def prepare(self) -> None:
        """Read what every search needs, and compile what words are understood by, so that the first one need not."""
        understood("word", typing=True)
        self._file.read(self._current)

    def find(self, query: Query, flags: bytes | None = None) -> Hits:
        """Search; ``flags`` as in ``Catalogue.belonging``."""
        return self._file.read(lambda base: self._find(base, query, flags))

    def excerpts(self, query: Query, ids: Sequence[int]) -> dict[int, Excerpt]:
        """What the rows of some articles show of them, for those that are still there."""
        return self._file.read(lambda base: _excerpts(base, query, ids))

    def _find(self, base: sqlite3.Connection, query: Query, flags: bytes | None) -> Hits:
        catalogue = self._current(base)
        belonging = catalogue.belonging(base, query, flags)
        best = None
        if query.wanted:
            matched = matching(base, query.wanted, query.unwanted)
            chosen = both(catalogue.choose(matched), belonging)
            if chosen.count(1) <= MOST_RANKED:
                found = [number for number in matched if number < len(chosen) and chosen[number]]
                best = ranked(base, query.wanted, found, catalogue)
        else:
            without = catalogue.choose(with_any(base, query.unwanted) if query.unwanted else [])
            chosen = both(belonging, without.translate(OTHER))
        ids = catalogue.by_date(chosen) if best is None else array("q", best)
        return Hits(query, ids, bytes(chosen), best is None, _excerpts(base, query, ids[:FIRST]))

    def _current(self, base: sqlite3.Connection) -> Catalogue:
        """The catalogue, made anew where somebody has written."""
        if self._catalogue is None or not self._catalogue.is_current(base):
            self._catalogue = Catalogue.of(base)
        return self._catalogue


def _excerpts(base: sqlite3.Connection, query: Query, ids: Sequence[int]) -> dict[int, Excerpt]:
    matcher = Matcher(query)
    rows = base.execute(f"SELECT id, packed FROM texts WHERE id IN ({', '.join('?' * len(ids))})", ids)  # noqa: S608  own
    try:
        return {number: matcher.excerpt(unpacked(packed)) for number, packed in rows}
    except (ValueError, TypeError, zlib.error) as error:  # what we never wrote
        raise sqlite3.DatabaseError("the words of an article are damaged") from error
