"""Query: what a person typed into the search field, understood. Nothing is an error: what fits nowhere is words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from enum import Enum

from reader.library.folding import is_unspaced, parts

MOST_TERMS, MOST_PARTS = 32, 48
"""So many terms of a query, and words of a phrase, are looked for; a page that was pasted in is not."""
LEAST_PREFIX = 2
"""A word still being typed is looked for from so many letters on."""

FIELDS = {
    "title": "title",
    "standfirst": "standfirst",
    "author": "authors",
    "caption": "captions",
    "credit": "credits",
    "site": "site",
}
"""The fields that can be searched alone, and their columns."""


class State(Enum):
    """What can be asked of an article beside its words."""

    UNREAD = "unread"
    STARRED = "starred"
    PICTURED = "pictured"


STATES = {
    ("is", "unread"): (State.UNREAD, True),
    ("is", "read"): (State.UNREAD, False),
    ("is", "starred"): (State.STARRED, True),
    ("has", "pictures"): (State.PICTURED, True),
}
"""The words for them, and whether it is to be so or not."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other, folded (see ``folding.parts``); in one column, or in any.

    With ``prefix``, the last of them may be the beginning of a word.
    """

    parts: tuple[str, ...]
    column: str = ""
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All ``wanted`` terms must occur, none of the ``unwanted`` ones; every state must be so.

    ``since`` and ``until`` are seconds since 1970: stories from the first on and before the second.
    """

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    states: frozenset[tuple[State, bool]] = field(default_factory=frozenset)
    since: float | None = None
    until: float | None = None

    def __bool__(self) -> bool:
        """Whether anything is asked for at all."""
        return self != Query()


_QUOTES = str.maketrans("“”„‟«»″", '"' * 7)
_MINUS = "-−–"
_PIECE = re.compile(rf'(?P<minus>[{_MINUS}]?)(?:(?P<name>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)(?P<end>"|$)|(?P<word>\S+))')
_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_DATE_BEGUN = re.compile(r"\d{0,4}|\d{4}[-/]\d{0,2}|\d{4}[-/]\d{1,2}[-/]\d{0,2}")


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece of a query as it was typed: ``-name:"text"``. ``open`` is it while it may be typed on."""

    written: str
    unwanted: bool
    name: str
    text: str
    quoted: bool
    open: bool


def understood(text: str, *, typing: bool = False) -> Query:
    """What a query asks for. While it is typed, its last word may go on, and half a filter says nothing."""
    text = text.translate(_QUOTES)
    query = Query()
    for found in _PIECE.finditer(text):
        piece = _piece(found, open_end=typing and found.end() == len(text))
        if not (piece.open and _is_half_a_filter(piece)):
            query = _with(query, piece)
    return query


def _piece(found: re.Match[str], *, open_end: bool) -> _Piece:
    quoted = found["phrase"] is not None
    return _Piece(
        found[0],
        bool(found["minus"]),
        (found["name"] or "").lower(),
        found["phrase"] if quoted else found["word"],
        quoted,
        open_end and not found["end"],
    )


def _with(query: Query, piece: _Piece) -> Query:
    """The query with one more piece: a state, a date, words of a field or, where it is none of these, just words."""
    if not piece.quoted and (piece.name, piece.text.lower()) in STATES:
        state, so = STATES[piece.name, piece.text.lower()]
        return replace(query, states=query.states | {(state, so is not piece.unwanted)})
    if not piece.quoted and piece.name in _BOUNDS and (day := _day(piece.text)) is not None:
        bound = _BOUNDS[piece.name] if not piece.unwanted else _BOUNDS[_OPPOSITE[piece.name]]
        return bound(query, day)
    return _with_words(query, piece)


def _with_words(query: Query, piece: _Piece) -> Query:
    column = FIELDS.get(piece.name, "")
    text = piece.text if column or not piece.name else f"{piece.name} {piece.text}"
    term = _term(text, column, piece)
    if term is None:
        return query
    known = query.unwanted if piece.unwanted else query.wanted
    if term in known or len(known) >= MOST_TERMS:
        return query
    if piece.unwanted:
        return replace(query, unwanted=(*known, term))
    return replace(query, wanted=(*known, term))


def _term(text: str, column: str, piece: _Piece) -> Term | None:
    """The words as a term; None where there are none, or only a letter that is still being typed."""
    words = tuple(parts(text)[:MOST_PARTS])
    if not words:
        return None
    asked = not piece.quoted and text.endswith("*")
    typed = piece.open and not piece.unwanted
    long_enough = len(words[-1]) >= LEAST_PREFIX or is_unspaced(words[-1])
    if typed and not asked and not long_enough and len(words) == 1:
        return None
    return Term(words, column, (asked or typed) and long_enough)


def _is_half_a_filter(piece: _Piece) -> bool:
    """Whether what is typed on may become a state or a date, or its field is all there is so far."""
    word = piece.text.lower()
    if piece.quoted:
        return False
    if not piece.name:
        return word.removesuffix(":") in _NAMES and word.endswith(":")
    if piece.name in _BOUNDS:
        return _DATE_BEGUN.fullmatch(word) is not None and _day(word) is None
    return any(name == piece.name and value.startswith(word) and value != word for name, value in STATES)


def _since(query: Query, moment: float) -> Query:
    return replace(query, since=moment if query.since is None else max(moment, query.since))


def _until(query: Query, moment: float) -> Query:
    return replace(query, until=moment if query.until is None else min(moment, query.until))


_BOUNDS: dict[str, Callable[[Query, float], Query]] = {"after": _since, "before": _until}
_OPPOSITE = {"after": "before", "before": "after"}
_NAMES = {*FIELDS, *_BOUNDS, *(name for name, _ in STATES)}


def _day(text: str) -> float | None:
    """Where a year, month or day begins, in seconds; None for what is none."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return datetime.combine(date(year, month, day), time(), UTC).timestamp()
    except ValueError:
        return None
