"""The head of a story in words: kicker, byline, times, minutes."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from reader.article import Article, Moment, body_text, minutes

SEPARATOR = "  ·  "


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
        words += " UTC" if not moment.utcoffset() else f" {moment:%z}"
    return words


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


def meta(article: Article) -> str:
    """The line below the standfirst."""
    published = when(article.published) if article.published else ""
    length = f"{minutes(body_text(article))} min read" if article.blocks else ""
    return SEPARATOR.join(filter(None, (byline(article), published, updated(article), length)))


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
