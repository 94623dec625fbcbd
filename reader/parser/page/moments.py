"""When the story was published and updated: what the page declares, weighed against what it shows by the headline."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from urllib.parse import urlsplit

from reader.article import Moment
from reader.parser import zones
from reader.parser.dates import day_first_evidence, read_moment
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.named import Named
from reader.parser.page.near import Near
from reader.parser.page.shown import by_label, shown_by_headline, shown_elsewhere

_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.issued",
    "citation_publication_date",
    "citation_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date.release",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "article.published",
    "pub_date",
    "originalpublicationdate",
)
_WEAK_METAS = ("dc.date", "dcterms.date", "date")
"""Many systems write there when the page was last made."""
_UPDATED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "article.updated",
    "revised",
)


def read_moments(
    named: Named, facts: Facts, near: Near, language: str, address: str
) -> tuple[Moment | None, Moment | None]:
    """Published and updated, each None where the page does not say.

    Order: what the page declares, and of several days the one it shows too; times shown by the headline; weakly
    declared ones; the address; lines by the headline; times shown elsewhere; last the day of the last change.
    """
    reading = _Reading(facts, language, address)
    shown = shown_by_headline(named, near)
    declared, weak = _declared(facts, "datePublished", _PUBLISHED_METAS), _metas(facts, _WEAK_METAS)
    changed = _declared(facts, "dateModified", _UPDATED_METAS)
    reading.learn([*declared, *weak, *changed, *shown.published, *shown.updated])
    seen, told = reading.moments(shown.published), reading.moments(declared)
    updated = next(iter(reading.moments([*changed, *shown.updated])), None)
    lines = [line for line in near.lines if _LOOKS_DATED.search(line)]
    if not seen and told:
        seen = reading.moments(lines)
    in_address = _from_address(address)
    told = [_placed(moment, seen, in_address, reading) for moment in told]
    published = _agreeing(told, seen) or next(iter([*seen, *reading.moments(weak)]), None) or in_address
    if published is None:
        published, late = _from_lines(lines, reading)
        updated = updated or late
    if published is None:
        far = shown_elsewhere(named, near)
        updated = updated or next(iter(reading.moments(far.updated)), None)
        published = next(iter(reading.moments([*far.published, *_uploads(facts)])), None) or updated
    if published is None:
        return None, None
    published = _most_precise(published, [*told, *seen])
    return published, None if updated is None or _says_nothing_new(updated, published) else updated


class _Reading:
    """How dates on one page are read: in its language, by the habit of its country, by what other dates tell."""

    def __init__(self, facts: Facts, language: str, address: str) -> None:
        self.host = urlsplit(address).hostname or ""
        self.language = _with_region(language, facts, address, self.host)
        self._day_first: bool | None = None

    def learn(self, texts: Iterable[str]) -> None:
        """Take from these whether the day or the month comes first."""
        self._day_first = day_first_evidence((text for text in texts if _NUMBERS.search(text)), self.language)

    def moments(self, texts: Iterable[str]) -> list[Moment]:
        """The moments in the texts that have one."""
        found = (read_moment(text, day_first=self._day_first, language=self.language) for text in texts if text)
        return [moment for moment in found if moment is not None and _likely(moment)]

    def zone(self, moment: datetime) -> timezone | None:
        """The zone of the site's country at this moment of UTC, where that has one."""
        return zones.of_site(self.host, self.language, moment)


_NUMBERS = re.compile(r"\d[./|-]\s?\d\d?\s?[./|-]")
_ENGLISH_COUNTRIES = frozenset({"uk", "au", "ie", "nz", "in", "za", "us", "ca"})


def _with_region(language: str, facts: Facts, address: str, host: str) -> str:
    """English with its country, which tells the order of day and month: by og:locale, the path or the host."""
    if language.lower() not in ("", "en"):
        return language
    locale = facts.meta("og:locale").replace("_", "-")
    path = _LOCALE_IN_PATH.search(address)
    country = host.rpartition(".")[2]
    found = locale if locale.lower().startswith("en-") else path[1] if path else ""
    if found:
        return found
    return f"en-{'gb' if country == 'uk' else country}" if country in _ENGLISH_COUNTRIES else language


_LOCALE_IN_PATH = re.compile(r"/(en-[a-z]{2})/", re.I)


def _agreeing(told: list[Moment], seen: list[Moment]) -> Moment | None:
    """The first of the declared moments, or where they name several days the first whose day the page shows."""
    days = {_day(moment) for moment in seen}
    return next((moment for moment in told if _day(moment) in days), told[0] if told else None)


def _most_precise(moment: Moment, others: list[Moment]) -> Moment:
    """The moment with its time and zone, where another place tells them of the same day."""
    same = [moment, *(other for other in others if _day(other) == _day(moment))]
    return max(same, key=_precision)


def _precision(moment: Moment) -> int:
    return (isinstance(moment, datetime)) + (isinstance(moment, datetime) and moment.tzinfo is not None)


def _placed(moment: Moment, seen: list[Moment], in_address: date | None, reading: _Reading) -> Moment:
    """A moment declared in UTC, in the zone in which the page shows it: the paper's own day.

    A clock shown by the headline that differs by whole quarters of an hour, as zones do, tells the zone; so does
    another day shown there or in the address, if it is the day in the country of the site.
    """
    if not isinstance(moment, datetime) or moment.tzinfo is None or moment.utcoffset():
        return moment
    for clock in seen:
        if isinstance(clock, datetime) and clock.tzinfo is None:
            shift = clock - moment.replace(tzinfo=None, second=0, microsecond=0)
            if -WEST <= shift <= EAST and shift and not shift % timedelta(minutes=15):
                return moment.astimezone(timezone(shift))
    days = {*map(_day, seen), in_address}
    zone = reading.zone(moment) if _day(moment) not in days else None
    return moment.astimezone(zone) if zone and moment.astimezone(zone).date() in days else moment


WEST, EAST = timedelta(hours=12), timedelta(hours=14)
"""The reach of the world's time zones."""


def _says_nothing_new(updated: Moment, published: Moment) -> bool:
    """Whether the update is the publication itself: not later, as far as both are precise."""
    if isinstance(updated, datetime) and isinstance(published, datetime):
        zones = updated.tzinfo is None, published.tzinfo is None
        if zones[0] == zones[1]:
            return updated <= published
    return _day(updated) <= _day(published)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _likely(moment: Moment) -> bool:
    return 1900 <= moment.year <= 2100


def _declared(facts: Facts, key: str, names: tuple[str, ...]) -> list[str]:
    own = words_in(facts.story.get(key))
    return [own, *_metas(facts, names), *(words_in(node.get(key)) for node in facts.nodes)]


def _metas(facts: Facts, names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in facts.metas.get(name, ())]


def _uploads(facts: Facts) -> list[str]:
    return [words_in(node.get("uploadDate")) for node in facts.nodes]


def _from_lines(lines: list[str], reading: _Reading) -> tuple[Moment | None, Moment | None]:
    """What the lines by the headline say: published, and updated."""
    reading.learn(lines)
    by_labels = [by_label(line) for line in lines]
    published = reading.moments(old for olds, _ in by_labels for old in olds)
    updated = reading.moments(new for _, news in by_labels for new in news)
    return next(iter(published), None), next(iter(updated), None)


_LOOKS_DATED = re.compile(r"\d{4}|\d\d?\s?[./|-]\s?\d\d?\s?[./|-]\s?\d\d|\d\d? [^\W\d_]{3,} \d\d\b")
_IN_ADDRESS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"[/-](?P<d>0[1-9]|[12]\d|3[01])-(?P<m>0[1-9]|1[0-2])-(?P<y>(?:19|20)\d\d)(?!\d)"),
)


def _from_address(address: str) -> date | None:
    """The day that stands in the address: /2021/03/09/, /20210309, /09-03-2021."""
    for pattern in _IN_ADDRESS:
        if match := pattern.search(address):
            try:
                return date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:  # the 31st of a short month
                continue
    return None
