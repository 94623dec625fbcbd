"""The orders of the list, and the keys by which articles stand in them."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from enum import Enum
from typing import Any

from PySide6.QtCore import QCollator, QLocale, Qt

from reader.app.row_words import source
from reader.article import Moment
from reader.library import Entry, Marks

Key = tuple[Any, ...]
"""Keys of one order compare with ``<`` and end in the path, so that no two articles are equal."""


class Order(Enum):
    """In which order the list stands; the value names it in the settings."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    LONGEST = "longest"
    RECENT = "recent"


ORDER_WORDS = {
    Order.NEWEST: "Newest",
    Order.OLDEST: "Oldest",
    Order.TITLE: "Title",
    Order.SOURCE: "Source",
    Order.LONGEST: "Longest",
    Order.RECENT: "Recently opened",
}

_ARTICLES = {
    "de": ("der", "die", "das", "ein", "eine"),
    "en": ("the", "a", "an"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "fr": ("le", "la", "les", "un", "une"),
    "it": ("il", "lo", "la", "i", "gli", "le", "un", "una"),
    "nl": ("de", "het", "een"),
    "pt": ("o", "a", "os", "as", "um", "uma"),
}
"""The grammatical articles that a title's place does not depend on, by language."""


class Collation:
    """Keys that sort text as a reader of the system's language expects; equal text gives the same key.

    Only the same object makes two keys equal (the collator's own do not compare equal), hence the memory.
    """

    def __init__(self) -> None:
        locale = QLocale()
        if locale.language() == QLocale.Language.C:
            locale = QLocale(QLocale.Language.English)  # the C locale sorts by code points, Å after z
        self._collator = QCollator(locale)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._collator.setNumericMode(True)
        self._keys: dict[str, Any] = {}

    def key(self, text: str) -> Any:
        """The key of a text."""
        folded = text.casefold()
        if folded not in self._keys:
            self._keys[folded] = self._collator.sortKey(folded)
        return self._keys[folded]


class Keys:
    """Works out where an article stands in an order."""

    def __init__(self) -> None:
        self._collation = Collation()
        self._of: dict[Order, Callable[[Entry, Marks], Key]] = {
            Order.NEWEST: self._newest,
            Order.OLDEST: self._oldest,
            Order.TITLE: self._title,
            Order.SOURCE: self._source,
            Order.LONGEST: self._longest,
            Order.RECENT: self._recent,
        }

    def of(self, order: Order) -> Callable[[Entry, Marks], Key]:
        """The function that gives the keys of an order."""
        return self._of[order]

    def _newest(self, entry: Entry, marks: Marks) -> Key:  # noqa: ARG002  (all six take the same)
        return (entry.published is None, -seconds(_moment(entry)), str(entry.path))

    def _oldest(self, entry: Entry, marks: Marks) -> Key:  # noqa: ARG002
        return (entry.published is None, seconds(_moment(entry)), str(entry.path))

    def _title(self, entry: Entry, marks: Marks) -> Key:  # noqa: ARG002
        return (self._collation.key(sorting_title(entry)), str(entry.path))

    def _source(self, entry: Entry, marks: Marks) -> Key:
        name = source(entry)
        return (not name, self._collation.key(name), *self._newest(entry, marks))

    def _longest(self, entry: Entry, marks: Marks) -> Key:  # noqa: ARG002
        return (-entry.words, str(entry.path))

    def _recent(self, entry: Entry, marks: Marks) -> Key:
        return (-marks.opened, *self._newest(entry, marks))


def sorting_title(entry: Entry) -> str:
    """The title without signs and a grammatical article before its first word; a file's name where there is none."""
    title = entry.title or entry.path.name
    first = next((place for place, sign in enumerate(title) if sign.isalnum()), 0)
    title = title[first:]
    language = entry.language[:2].lower() or "en"
    word, _, rest = title.partition(" ")
    return rest if rest and word.lower() in _ARTICLES.get(language, ()) else title


def seconds(moment: Moment) -> float:
    """Seconds since 1970; a day counts from its midnight, a time without a zone as UTC."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _START).total_seconds()


_START = datetime(1970, 1, 1, tzinfo=UTC)


def _moment(entry: Entry) -> Moment:
    """When a story appeared; stories that do not say stand after all others, by when they were saved."""
    return entry.published or entry.saved
