"""The lines that stand between a headline and the story, alike in every form for the eye."""

from datetime import datetime

from reader.article import Article, Moment


def byline(article: Article) -> str:
    """Who wrote it, where, when it was published and updated, in one line; empty where nothing is known."""
    parts = [
        "By " + ", ".join(article.authors) if article.authors else "",
        article.site,
        dateline(article.published),
        "updated " + dateline(article.updated) if article.updated else "",
    ]
    return " · ".join(part for part in parts if part)


def dateline(moment: Moment | None) -> str:
    """``13 November 2023, 07:34``; no time where only the day is known, nothing where not even that is."""
    if moment is None:
        return ""
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{day}, {moment:%H:%M}" if isinstance(moment, datetime) else day


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English whatever the locale, so that the same file gives the same text on every machine."""
