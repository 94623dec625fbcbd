"""Sort keys: text that sorts, sign by sign, as a reader expects titles and sources to stand in a list."""

import re
from datetime import UTC, datetime, time

from reader.article import Moment
from reader.library.entries import Entry
from reader.library.folding import folded_words

LONGEST = 80
"""Characters of a key: what differs only after them is ordered by nothing."""
NO_SOURCE = "\U0010fffd"
"""The key of articles that name no source: after all others."""

_NUMBER = re.compile(r"\d+")
_DIGITS = 9
_CUT = {
    "de": ("der", "die", "das", "ein", "eine"),
    "en": ("the", "a", "an"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "fr": ("le", "la", "les", "l", "un", "une"),
    "it": ("il", "lo", "la", "l", "i", "gli", "le", "un", "una"),
    "nl": ("de", "het", "een"),
    "pt": ("o", "a", "os", "as", "um", "uma"),
}
"""The grammatical articles that a title's place does not depend on, by language."""


def title_key(entry: Entry) -> str:
    """Where the title stands among others; the file's name where there is none."""
    words = folded_words(entry.title or entry.path.name)
    if words[1:] and words[0] in _CUT.get(entry.language[:2].lower() or "en", ()):
        del words[0]
    return _key(words)


def source_key(entry: Entry) -> str:
    """Where the site, else the first author, stands among others."""
    words = folded_words(entry.site or next(iter(entry.authors), ""))
    if words[1:] and words[0] in _CUT["en"]:
        del words[0]
    return _key(words) or NO_SOURCE


def seconds(moment: Moment) -> float:
    """Seconds since 1970; a day counts from its midnight, a time without a zone as UTC."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _START).total_seconds()


_START = datetime(1970, 1, 1, tzinfo=UTC)


def _key(words: list[str]) -> str:
    return _NUMBER.sub(lambda number: number[0].zfill(_DIGITS), " ".join(words)[:LONGEST])
