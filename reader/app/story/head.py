"""The head of a story in words: kicker, byline, times, minutes."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from reader.article import Article, Moment

SEPARATOR = "\u00a0\u00a0·  "
"""Breaks behind its dot only: a line does not begin with one."""
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
"""Around what keeps its own direction whatever stands beside it (Unicode Bidirectional Algorithm, 2.4)."""


def kicker(article: Article) -> str:
    """The source, else the page's own kicker."""
    return article.site or article.kicker


def byline(article: Article) -> str:
    """``By A, B and C``, or nothing."""
    if not article.authors:
        return ""
    *others, last = article.authors
    return "By " + (f"{', '.join(others)} and {last}" if others else last)


def day(moment: Moment) -> str:
    """A day in the person's own language, such as 14 November 2025."""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMMM yyyy")


def clock(moment: Moment) -> str:
    """The time of day with its zone where it is not the machine's, or nothing for a mere day."""
    if not isinstance(moment, datetime):
        return ""
    words = f"{moment:%H:%M}"
    if moment.tzinfo is not None and moment.utcoffset() != moment.astimezone().utcoffset():
        words += f" {zone(moment)}"
    return words


def zone(moment: datetime) -> str:
    """A zone as a person reads it: UTC, UTC+9, UTC−3:30."""
    minutes_east = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    if not minutes_east:
        return "UTC"
    hours, rest = divmod(abs(minutes_east), 60)
    return f"UTC{'+' if minutes_east > 0 else chr(0x2212)}{hours}" + (f":{rest:02}" if rest else "")


def when(moment: Moment) -> str:
    """Day and time as far as they are known."""
    return ", ".join(filter(None, (day(moment), clock(moment))))


def updated(article: Article) -> str:
    """``Updated 09:08`` on the day of publication, else with its day; nothing where it repeats the publication."""
    if article.updated is None or article.updated == article.published:
        return ""
    if article.published is not None and _day(article.updated) == _day(article.published):
        return f"Updated {clock(article.updated)}" if clock(article.updated) else ""
    return f"Updated {when(article.updated)}"


def meta(article: Article, minutes: int) -> str:
    """The line below the standfirst; ``minutes`` is how long the story takes to read.

    Where it is too long, it breaks between its facts or among the names: a time stays with what it is the time of.
    """
    published = when(article.published) if article.published else ""
    length = f"{minutes} min read" if article.blocks else ""
    facts = (fact.replace(" ", "\u00a0") for fact in (published, updated(article), length))
    parts = filter(None, (byline(article), *facts))
    return SEPARATOR.join(f"{ISOLATE}{part}{END_ISOLATE}" for part in parts)


def left(minutes_left: int) -> str:
    """How long the rest takes: ``4 min left``, and from two hours on ``3 h left``."""
    if minutes_left < 120:
        return f"{max(1, minutes_left)} min left"
    return f"{round(minutes_left / 60)} h left"


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
