"""Time zones: their short names, and the one clock of a site's country."""

from datetime import date, datetime, time, timedelta, timezone

NAMED: dict[str, float] = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "bst": 1,
    "wet": 0,
    "west": 1,
    "cet": 1,
    "mez": 1,
    "cest": 2,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "мск": 3,
    "et": -5,
    "est": -5,
    "edt": -4,
    "ct": -6,
    "cdt": -5,
    "mt": -7,
    "mdt": -6,
    "mst": -7,
    "pt": -8,
    "pst": -8,
    "pdt": -7,
    "jst": 9,
    "kst": 9,
    "hkt": 8,
    "sgt": 8,
    "wib": 7,
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
}
"""Hours east of Greenwich, for names that mean one zone only ("CST" and "IST" mean several and name none)."""
_SUMMERED = frozenset({"et", "ct", "mt", "pt"})
"""Names that mean standard time in winter and daylight saving time in summer."""


def called(name: str, moment: datetime) -> timezone | None:
    """The zone of this name, lower case, at this moment of its clock; None where the name tells none."""
    hours = NAMED.get(name)
    if hours is None:
        return None
    return timezone(timedelta(hours=hours + (name in _SUMMERED and is_american_summer(moment))))


COUNTRIES: dict[str, tuple[float, bool]] = {
    **dict.fromkeys(("gb", "uk", "ie", "pt"), (0, True)),
    **dict.fromkeys(("de", "at", "ch", "li", "fr", "it", "es", "nl", "be", "lu", "pl", "cz", "sk", "hu"), (1, True)),
    **dict.fromkeys(("si", "hr", "rs", "ba", "me", "mk", "al", "dk", "no", "se", "mt"), (1, True)),
    **dict.fromkeys(("fi", "ee", "lv", "lt", "ro", "bg", "gr", "cy", "ua", "md"), (2, True)),
    **dict.fromkeys(("za", "eg"), (2, False)),
    **dict.fromkeys(("tr", "by", "sa", "iq", "ke"), (3, False)),
    "ir": (3.5, False),
    "ae": (4, False),
    "pk": (5, False),
    **dict.fromkeys(("in", "lk"), (5.5, False)),
    "np": (5.75, False),
    "bd": (6, False),
    **dict.fromkeys(("th", "vn"), (7, False)),
    **dict.fromkeys(("cn", "tw", "hk", "sg", "my", "ph"), (8, False)),
    **dict.fromkeys(("jp", "kr"), (9, False)),
    **dict.fromkeys(("co", "pe", "ec", "pa"), (-5, False)),
    **dict.fromkeys(("bo", "ve"), (-4, False)),
    **dict.fromkeys(("ar", "uy"), (-3, False)),
}
"""Standard time of countries with one zone, hours east of Greenwich, and whether they keep the European summer time
(IANA time zone database, 2024)."""
LANGUAGES = {
    "cs": "cz",
    "da": "dk",
    "de": "de",
    "el": "gr",
    "fi": "fi",
    "fr": "fr",
    "hu": "hu",
    "it": "it",
    "ja": "jp",
    "ko": "kr",
    "nb": "no",
    "nl": "nl",
    "no": "no",
    "pl": "pl",
    "ro": "ro",
    "sv": "se",
    "tr": "tr",
    "uk": "ua",
}
"""The country in which most who write a language live, where it has one zone."""


def of_site(host: str, language: str, moment: datetime) -> timezone | None:
    """The zone of the site's country at a moment in UTC: by the host's last part, the language's region, the language.

    None where that is no country of one zone.
    """
    tag = language.lower().split("-")
    places = (host.rpartition(".")[2].lower(), tag[-1] if len(tag) > 1 else "", LANGUAGES.get(tag[0], ""))
    known = next((COUNTRIES[place] for place in places if place in COUNTRIES), None)
    if known is None:
        return None
    hours, has_summer = known
    return timezone(timedelta(hours=hours + (has_summer and is_european_summer(moment))))


def is_american_summer(moment: datetime) -> bool:
    """Daylight saving time in the United States since 2007: second Sunday of March to first Sunday of November."""
    march, november = date(moment.year, 3, 8), date(moment.year, 11, 1)
    start = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return datetime.combine(start, time(2)) <= moment < datetime.combine(end, time(2))


def is_european_summer(moment: datetime) -> bool:
    """Summer time in the European Union since 1996: last Sunday of March to last Sunday of October, 1:00 UTC."""
    march, october = date(moment.year, 3, 31), date(moment.year, 10, 31)
    start, end = (day - timedelta(days=(day.weekday() + 1) % 7) for day in (march, october))
    return datetime.combine(start, time(1)) <= moment.replace(tzinfo=None) < datetime.combine(end, time(1))
