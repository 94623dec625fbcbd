"""How the dates of one page are read: in its language, by the habit of its country, by what its other dates tell."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timezone
from urllib.parse import urlsplit

from reader.article import Moment
from reader.parser import zones
from reader.parser.dates import day_first_evidence, read_moment
from reader.parser.page.facts import Facts


class DateReading:
    """How dates on one page are read: in its language, by the habit of its country, by what other dates tell."""

    def __init__(self, facts: Facts, language: str, address: str) -> None:
        self.host = urlsplit(address).hostname or ""
        self.language = _with_region(language, facts, address, self.host)
        self._day_first: bool | None = None

    def learn(self, texts: Iterable[str]) -> None:
        """Take from these whether the day or the month comes first."""
        self._day_first = day_first_evidence((text for text in texts if _NUMBERS.search(text)), self.language)

    def learn_from_address(self, texts: list[str], day: date | None) -> None:
        """Take the order of day and month from the day in the address, where only the other order gives it."""
        if day is not None and day not in map(day_of, self.moments(texts)):
            learnt = self._day_first
            self._day_first = not learnt
            if day not in map(day_of, self.moments(texts)):
                self._day_first = learnt

    def moments(self, texts: Iterable[str]) -> list[Moment]:
        """The moments in the texts that have one."""
        found = (read_moment(text, day_first=self._day_first, language=self.language) for text in texts if text)
        return [moment for moment in found if moment is not None and _likely(moment)]

    def zone(self, moment: datetime) -> timezone | None:
        """The zone of the site's country at this moment of UTC, where that has one."""
        return zones.of_site(self.host, self.language, moment)


_NUMBERS = re.compile(r"\d[./|-]\s?\d\d?\s?[./|-]")
_ENGLISH_COUNTRIES = frozenset({"uk", "au", "ie", "nz", "in", "za", "us"})


def _with_region(language: str, facts: Facts, address: str, host: str) -> str:
    """English with its country, which tells the order of day and month: by the host, the path or og:locale.

    The last is believed last, for it is often left as its makers set it.
    """
    if language.lower() not in ("", "en"):
        return language
    country = host.rpartition(".")[2]
    if country in _ENGLISH_COUNTRIES:
        return "en-gb" if country == "uk" else f"en-{country}"
    path = _LOCALE_IN_PATH.search(address)
    locale = facts.meta("og:locale").replace("_", "-")
    return path[1] if path else locale if locale.lower().startswith("en-") else language


_LOCALE_IN_PATH = re.compile(r"/(en-[a-z]{2})/", re.I)


def day_of(moment: Moment) -> date:
    """The day of a day, or of a day and a time."""
    return moment.date() if isinstance(moment, datetime) else moment


def _likely(moment: Moment) -> bool:
    return 1900 <= moment.year <= 2100
