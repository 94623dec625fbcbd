"""Ranking: which of the articles found tell most about what was asked for."""

import math
import sqlite3
from collections.abc import Collection, Sequence

from reader.library.catalogue import Catalogue
from reader.library.fulltext import expression, is_in_more_than
from reader.library.query import Term

COMMON = 10_000
"""A word in more articles than these tells too little of any of them for its rank."""

WEIGHTS = {"title": 8.0, "standfirst": 3.0, "authors": 4.0, "body": 1.0, "captions": 1.5, "credits": 1.0, "site": 2.0}
"""How much a word counts in each column of the full-text table, in their order: Okapi BM25 as FTS5 has it."""
FRESH = 0.2
"""The newest article of the library ranks so much higher than an equal one that is very old …"""
HALF = 365 * 86_400.0
"""… and one that is by so many seconds older, by half of it."""

_RANKED = (
    f"SELECT rowid, bm25(fulltext, {', '.join(map(str, WEIGHTS.values()))})"  # noqa: S608  own words only
    " FROM fulltext WHERE fulltext MATCH ?"
)


def ranked(
    base: sqlite3.Connection, terms: Sequence[Term], found: Collection[int], catalogue: Catalogue
) -> list[int] | None:
    """The articles found, the best first; None where all terms are too common to tell them apart."""
    telling = [term for term in terms if not is_in_more_than(base, term, COMMON)]
    if not telling:
        return None
    wanted = frozenset(found)
    newest = max(map(catalogue.moments.__getitem__, wanted), default=0.0)

    def worth(row: tuple[int, float]) -> float:
        """BM25 of SQLite is the more negative the better."""
        number, rank = row
        age = newest - catalogue.moments[number]
        return rank * (1 + FRESH * math.pow(0.5, age / HALF))

    rows = (row for row in base.execute(_RANKED, (expression(telling),)) if row[0] in wanted)
    return [number for number, _ in sorted(rows, key=worth)]
