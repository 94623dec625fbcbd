"""When the story was published and updated: what the page declares, weighed against what it shows by the headline."""

import re
from datetime import date, datetime, timedelta, timezone

from reader.article import Moment
from reader.parser.page.date_labels import by_label
from reader.parser.page.date_reading import DateReading, day_of
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.named import Named
from reader.parser.page.near import Near
from reader.parser.page.shown import LOOKS_DATED, labelled_dates, lone_dates, shown_by_headline, shown_elsewhere

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

    Order: the day of the declared change, where the page shows that alone and does not call it one; what the page
    declares, and of several days the one it shows too; times by the headline, and lines there unless the address
    gives a day; weakly declared ones; the address; times shown elsewhere; what scripts hold; the last change.
    """
    reading = DateReading(facts, language, address)
    shown, in_address = shown_by_headline(named, near), _from_address(address)
    declared, weak = _declared(facts, "datePublished", _PUBLISHED_METAS), _metas(facts, _WEAK_METAS)
    changed = _declared(facts, "dateModified", _UPDATED_METAS)
    reading.learn([*declared, *weak, *changed, *shown.published, *shown.updated])
    reading.learn_from_address(shown.published, in_address)
    seen, told = reading.moments(shown.published), reading.moments(declared)
    updated = next(iter(reading.moments([*changed, *shown.updated])), None)
    lines = [] if seen or (in_address and not told) else _datelines(near)
    seen = seen or reading.moments(lines if told else _unlabelled(lines))
    told = [_placed(moment, seen, in_address, reading) for moment in told]
    alone = updated and _shown_alone(updated, told, reading, [*shown.published, *lines], shown.updated)
    least = reading.moments(weak)
    published = alone or _agreeing(told, seen) or next(iter([*seen, *least]), None) or in_address
    if published is None:
        published, late = _from_text(named, near, facts, reading)
        updated = updated or late
        published = published or updated
    if published is None:
        return None, None
    if in_address and day_of(published) - in_address > LATE:
        published = in_address
    others = [*told, *seen] if isinstance(published, datetime) else [*told, *seen, *least]
    published = _most_precise(published, others)
    if updated is None:
        lines = _datelines(near)
        updated = _from_lines(lines, reading)[1] or _later_that_day(lines, published)
    return published, None if updated is None or _says_nothing_new(updated, published) else updated


LATE = timedelta(days=31)
"""A page whose address was made so long before the day it gives was published then, and moved since."""


def _from_text(named: Named, near: Near, facts: Facts, reading: DateReading) -> tuple[Moment | None, Moment | None]:
    """Published and updated by what the page shows: lines by the headline, times elsewhere, dates by themselves."""
    published, updated = _from_lines(_datelines(near), reading)
    if published is None:
        far = shown_elsewhere(named, near)
        updated = updated or next(iter(reading.moments(far.updated)), None)
        published = next(iter(reading.moments([*far.published, *_uploads(facts)])), None)
    if published is None:
        published, late = _from_lines(lone_dates(named) or labelled_dates(named), reading)
        updated = updated or late
    if published is None:
        published = _in_scripts(facts, reading)
    return published, updated


def _in_scripts(facts: Facts, reading: DateReading) -> Moment | None:
    """The moment of publication that scripts of the page hold, if all of them tell one day."""
    told = [match[1] for script in facts.scripts for match in _IN_SCRIPT.finditer(script.text or "")]
    moments = reading.moments(told[:MOST_IN_SCRIPTS])
    return _most_precise(moments[0], moments) if len({*map(day_of, moments)}) == 1 else None


_IN_SCRIPT = re.compile(
    r'"(?:published_?at|date_?published|publish(?:ed)?_?(?:date|time|on)|publication_?date|first_?published(?:_?at)?)\\?"'
    r'\s*:\s*\\?"([^"\\]{8,40})',
    re.I,
)
MOST_IN_SCRIPTS = 50


def _agreeing(told: list[Moment], seen: list[Moment]) -> Moment | None:
    """The first of the declared moments, or where they name several days the first whose day the page shows."""
    days = {day_of(moment) for moment in seen}
    return next((moment for moment in told if day_of(moment) in days), told[0] if told else None)


def _shown_alone(
    updated: Moment, told: list[Moment], reading: DateReading, texts: list[str], of_changes: list[str]
) -> Moment | None:
    """The moment of the declared change, as the texts show it, where they give its day alone: the page's own date.

    It is none where the page calls it the day of a change.
    """
    old = reading.moments(_unlabelled(texts))
    new = reading.moments([*of_changes, *(new for text in texts for new in by_label(text)[1])])
    day = day_of(updated)
    if {*map(day_of, old)} != {day} or day in {*map(day_of, new), *map(day_of, told)}:
        return None
    return old[0]


def _most_precise(moment: Moment, others: list[Moment]) -> Moment:
    """The moment with its time and zone, where another place tells them of the same day."""
    same = [moment, *(other for other in others if day_of(other) == day_of(moment))]
    return max(same, key=_precision)


def _precision(moment: Moment) -> int:
    return (isinstance(moment, datetime)) + (isinstance(moment, datetime) and moment.tzinfo is not None)


def _placed(moment: Moment, seen: list[Moment], in_address: date | None, reading: DateReading) -> Moment:
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
    days = {*map(day_of, seen), in_address}
    zone = reading.zone(moment) if day_of(moment) not in days else None
    return moment.astimezone(zone) if zone and moment.astimezone(zone).date() in days else moment


def _later_that_day(lines: list[str], published: Moment) -> Moment | None:
    """The change of which a line tells the hour alone: "18 Settembre 2021 alle 11:24 • Aggiornato alle 16:40"."""
    told = [clock for line in lines for new in by_label(line)[1] if (clock := _HOUR_ALONE.fullmatch(new))]
    if not told or not isinstance(published, datetime):
        return None
    return published.replace(hour=int(told[0][1]), minute=int(told[0][2]))


_HOUR_ALONE = re.compile(r"\D{0,12}\b([01]?\d|2[0-3])[:.h]([0-5]\d)\b(?:\W*\D*|\W*\d{1,2} minut\D*)")
WEST, EAST = timedelta(hours=12), timedelta(hours=14)
"""The reach of the world's time zones."""


def _says_nothing_new(updated: Moment, published: Moment) -> bool:
    """Whether the update is the publication itself: not later, as far as both are precise."""
    if isinstance(updated, datetime) and isinstance(published, datetime):
        zones = updated.tzinfo is None, published.tzinfo is None
        if zones[0] == zones[1]:
            return updated <= published
    return day_of(updated) <= day_of(published)


def _declared(facts: Facts, key: str, names: tuple[str, ...]) -> list[str]:
    """What JSON-LD says of the story, then meta words, then JSON-LD of the page; of other objects if none does."""
    own = [
        words_in(facts.story.get(key)),
        *_metas(facts, names),
        *(words_in(node.get(key)) for node in facts.of_page()),
    ]
    return own if any(own) else [words_in(node.get(key)) for node in facts.nodes]


def _metas(facts: Facts, names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in facts.metas.get(name, ())]


def _uploads(facts: Facts) -> list[str]:
    return [words_in(node.get("uploadDate")) for node in facts.nodes]


def _datelines(near: Near) -> list[str]:
    """The lines by the headline that hold a date and are no sentences: short, or labelled, or with few words before."""
    dated = ((line, found.start()) for line in near.lines if (found := LOOKS_DATED.search(line)))
    lines = ((line, at) for line, at in dated if _OF_OTHERS.search(line, 0, at) is None)
    return [line for line, at in lines if at <= BEFORE_DATE or len(line) <= LONGEST_DATELINE or by_label(line)[1]]


def _unlabelled(texts: list[str]) -> list[str]:
    """What the texts say of the publication, and not of a change."""
    return [old for text in texts for old in by_label(text)[0]]


BEFORE_DATE, LONGEST_DATELINE = 30, 60
_OF_OTHERS = re.compile(
    r"\b(?:joined|registered|member since|born|registriert|beigetreten|mitglied seit|dabei seit|inscrit|registrado"
    r"|miembro desde|iscritto|registrato|geregistreerd|lid sinds|dołączył|зарегистрирован|регистрация|на форуме с)\b",
    re.I,
)
"""When somebody became a member of the forum is no day of the story's."""


def _from_lines(lines: list[str], reading: DateReading) -> tuple[Moment | None, Moment | None]:
    """What the lines by the headline say: published, and updated."""
    reading.learn(lines)
    by_labels = [by_label(line) for line in lines]
    published = reading.moments(old for olds, _ in by_labels for old in olds)
    updated = reading.moments(new for _, news in by_labels for new in news)
    return next(iter(published), None), next(iter(updated), None)


_IN_ADDRESS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>[a-z]{3})/(?P<d>0[1-9]|[12]\d|3[01])/"),
    re.compile(r"[/-](?P<d>0[1-9]|[12]\d|3[01])-(?P<m>0[1-9]|1[0-2])-(?P<y>(?:19|20)\d\d)(?!\d)"),
)


def _month(text: str) -> int:
    """The number of a month written as one or as three English letters; 0 for none."""
    return int(text) if text.isdecimal() else _ENGLISH_MONTHS.index(text) // 4 + 1


_ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"


def _from_address(address: str) -> date | None:
    """The day that stands in the address: /2021/03/09/, /20210309, /2021/mar/09/, /09-03-2021."""
    for pattern in _IN_ADDRESS:
        if match := pattern.search(address):
            try:
                return date(int(match["y"]), _month(match["m"]), int(match["d"]))
            except ValueError:  # the 31st of a short month, or no month at all
                continue
    return None
