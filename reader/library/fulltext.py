"""Fulltext: terms of a query as an expression of the full-text table, and the ids of the articles that match it."""

import sqlite3
from collections.abc import Iterable, Sequence

from reader.library.folding import is_unspaced
from reader.library.index_ids import ids_of
from reader.library.query import Term

_MATCH = "SELECT rowid AS id FROM fulltext WHERE fulltext MATCH ?"


def matching(base: sqlite3.Connection, wanted: Sequence[Term], unwanted: Sequence[Term]) -> list[int]:
    """The ids of the articles with all wanted terms, of which there is at least one, and none of the unwanted."""
    return ids_of(base, _MATCH, (expression(wanted, unwanted),))


def with_any(base: sqlite3.Connection, terms: Sequence[Term]) -> list[int]:
    """The ids of the articles with any of the terms."""
    return ids_of(base, _MATCH, (_joined(terms, " OR "),))


def is_in_more_than(base: sqlite3.Connection, term: Term, count: int) -> bool:
    """Whether more than so many articles have the term; it looks at no more of them."""
    question = f"SELECT count(*) FROM ({_MATCH} LIMIT ?)"  # noqa: S608  own words only
    found: tuple[int] = base.execute(question, (_phrase(term), count + 1)).fetchone()
    return found[0] > count


def expression(wanted: Sequence[Term], unwanted: Sequence[Term] = ()) -> str:
    """The expression, in the language of FTS5, that articles with all of these and none of those match."""
    expression = _joined(wanted, " AND ")
    return f"({expression}) NOT ({_joined(unwanted, ' OR ')})" if unwanted else expression


def _joined(terms: Iterable[Term], between: str) -> str:
    return between.join(map(_phrase, terms))


def _phrase(term: Term) -> str:
    """One term: its words as they stand in the full-text table (see ``folding.searchable``), as a phrase."""
    words: list[str] = []
    for part in term.parts[:-1]:
        words += _pairs(part) if is_unspaced(part) else [part]
    last = term.parts[-1]
    prefix = term.prefix
    if is_unspaced(last) and len(last) > 1:
        words += _pairs(last)[:-1]  # the run may go on
        prefix = False
    else:
        words.append(last)
        prefix = prefix or is_unspaced(last)
    column = f"{{{term.column}}} : " if term.column else ""
    return f'{column}"{" ".join(words)}"{" *" if prefix else ""}'


def _pairs(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run))]
