"""RowWords: what a row of the list says, worked out once per article; the view only draws it."""

import unicodedata
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Moment
from reader.library import Entry, Marks

if TYPE_CHECKING:
    from reader.library import Match

LONGEST_TITLE, LONGEST_SUMMARY = 300, 240
"""As many signs as a row could ever show; what is longer is not laid out."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class RowWords(NamedTuple):
    """The words of one row. ``facts`` are source, day and minutes, as far as they are known.

    Of a story that was found, the summary may be an excerpt; matches are where the words looked for stand.
    """

    title: str
    summary: str
    facts: tuple[str, ...]
    unreadable: bool = False
    right_to_left: bool = False
    title_matches: "tuple[Match, ...]" = ()
    summary_matches: "tuple[Match, ...]" = ()


def row_words(entry: Entry, today: date) -> RowWords:
    """What the row of an entry says on that day; of an unreadable file its name and why."""
    title = _one_line(entry.title)[:LONGEST_TITLE] or entry.path.name
    if entry.problem:
        return RowWords(title, _one_line(entry.problem)[:LONGEST_SUMMARY], (), unreadable=True)
    length = f"{entry.minutes} min" if entry.minutes else ""
    facts = (
        source(entry),
        short_day(entry.published, today) if entry.published else "",
        length,
    )
    return RowWords(
        title,
        _one_line(entry.summary)[:LONGEST_SUMMARY],
        tuple(fact for fact in facts if fact),
        right_to_left=is_right_to_left(title),
    )


def with_copies(words: RowWords, copies: int) -> RowWords:
    """The same words, with how many copies of the story stand under the row; before the minutes, which give way."""
    if not copies:
        return words
    place = len(words.facts) - 1 if words.facts and words.facts[-1].endswith(" min") else len(words.facts)
    return words._replace(facts=(*words.facts[:place], f"{copies} copies", *words.facts[place:]))


def spoken(words: RowWords, marks: Marks, unread: bool) -> str:
    """The row as a screen reader says it."""
    parts = (
        "Cannot be read" if words.unreadable else "Unread" if unread else "",
        words.title,
        words.summary,
        "Starred" if marks.starred else "",
        *words.facts,
        f"{round(marks.fraction * 100)} % read" if 0 < marks.fraction < 1 else "",
    )
    return ". ".join(part.rstrip(".") for part in parts if part)


def source(entry: Entry) -> str:
    """Whose story it is: the site, else its first author."""
    return _one_line(entry.site or next(iter(entry.authors), ""))


def short_day(moment: Moment, today: date) -> str:
    """A day as a row has room for it: ``Today``, ``14 Nov``, and with the year when that is not this one."""
    day = day_of(moment)
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def day_of(moment: Moment) -> date:
    """The day as the page itself gives it, whatever its zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left: Unicode annex 9, rules P2 and P3."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _one_line(text: str) -> str:
    return " ".join(text.split())
