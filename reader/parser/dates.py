"""Dates as people and machines write them, read without a clock: a day, or a day and a time."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache, lru_cache

from reader.article import Moment
from reader.parser import words, zones


def read_moment(text: str, *, day_first: bool | None = None, language: str = "") -> Moment | None:
    """The first moment in the text: a day, or a day and a time; None where there is no whole day.

    A zone is set only where the text names it. In ``03/11/2023`` the day comes first if ``day_first`` says so, else as
    a part over 12, the zone's country or the language has it.
    """
    if moment := _machine_written(text):
        return moment
    found = find_moment(text, day_first=day_first, language=language)
    return found[0] if found else None


def _machine_written(text: str) -> Moment | None:
    """The moment in a text that is all ISO 8601, as most pages write it for machines: the quick way."""
    if not _MACHINE.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text).replace(microsecond=0)
    except ValueError:  # the 31st of a short month, 24:00
        return None
    return (moment if len(text) > len("2023-11-13") else moment.date()) if EARLIEST <= moment.year <= LATEST else None


@lru_cache(maxsize=1024)
def find_moment(text: str, *, day_first: bool | None = None, language: str = "") -> tuple[Moment, str] | None:
    """The first moment in the text, and what is left of the text without it."""
    line = _COMPACT.sub(_dashed, _levelled(text[:LOOKED_AT]))
    if day_first is None:
        day_first = _habit(line, language)
    for reader in READERS:
        if found := reader(line, day_first):
            day, start, end = found
            return _with_time(day, line[:start], line[end:])
    return _epoch(line)


def day_first_evidence(texts: Iterable[str], language: str) -> bool | None:
    """Whether ``03/11/2023`` is in November, from other dates of the same file; else by the language; None unknown."""
    for text in texts:
        for found in _NUMERIC.finditer(_levelled(text)):
            first, second = int(found[1]), int(found[3])
            if 12 < first <= 31 and second <= 12:
                return True
            if 12 < second <= 31 and first <= 12:
                return False
    return _habit("", language)


def _habit(line: str, language: str) -> bool | None:
    """Which order the zone's country or the language is used to; English alone says nothing."""
    if _AMERICAN_ZONE.search(line):
        return False
    if _BRITISH_ZONE.search(line):
        return True
    tag = language.lower()
    if tag in {"", "en"}:
        return None
    return tag not in MONTH_FIRST


def _levelled(text: str) -> str:
    """Lower case, western digits, single spaces, no direction marks."""
    if text.isascii():
        return _CTIME.sub(r"\1 \2 \5 \3\4", " ".join(text.casefold().split()))
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    text = _THAI_POINT.sub("", text)
    return " ".join("".join(_western_digit(sign) for sign in text if sign not in DIRECTION_MARKS).split())


def _western_digit(sign: str) -> str:
    return sign if sign.isascii() or not sign.isdecimal() else str(unicodedata.decimal(sign))


def _dashed(compact: re.Match[str]) -> str:
    """20231113T073400Z as 2023-11-13T07:34:00Z: the basic format of ISO 8601 as the extended one."""
    year, month, day, hour, minute, second, zone = compact.groups()
    clock = f"t{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return f"{year}-{month}-{day}{clock}"


Tokens = list[re.Match[str]]
Found = tuple[date, int, int]
"""A day and where in the line it stands, from and to."""


def _iso(line: str, _day_first: bool | None) -> Found | None:
    """2023-11-13, 2023/11/13, 2023.11.13 and 20231113T…, with or without a time behind (ISO 8601)."""
    for found in _ISO.finditer(line):
        if day := _day(found[1], found[3], found[4]):
            return day, found.start(), found.end()
    return None


def _cjk(line: str, _day_first: bool | None) -> Found | None:
    """2023年11月13日, 令和5年11月13日 and 2023년 11월 13일."""
    for found in _CJK.finditer(line):
        year = found[2].replace("元", "1")
        if day := _day(ERAS[found[1]] + int(year) if found[1] else year, found[3], found[4]):
            return day, found.start(), found.end()
    return None


def _named(line: str, _day_first: bool | None) -> Found | None:
    """13 November 2023, November 13th, 2023, 2023 nov. 13., 13-Nov-23, 13 de noviembre de 2023."""
    tokens = [token for token in _TOKEN.finditer(line) if token[0] not in BETWEEN]
    for place, token in enumerate(tokens):
        if (month := _months().get(token[0])) is None:
            continue
        ways = _WHOLE_YEAR_FIRST if _has_whole_year(tokens, place + 2) else _WAYS
        if found := next((found for way in ways if (found := way(tokens, place, month))), None):
            return found
    return None


def _has_whole_year(tokens: Tokens, place: int) -> bool:
    """Whether a year of four digits stands there: "1.5.8[1] / January 15, 2024" is of 2024."""
    return place < len(tokens) and tokens[place][0].isdecimal() and len(tokens[place][0]) == len("2024")


def _day_month_year(tokens: Tokens, place: int, month: int) -> Found | None:
    if place < 1 or place + 1 >= len(tokens):
        return None
    return _found(tokens[place + 1], month, tokens[place - 1], tokens[place - 1 : place + 2])


def _month_day_year(tokens: Tokens, place: int, month: int) -> Found | None:
    if place + 2 >= len(tokens):
        return None
    return _found(tokens[place + 2], month, tokens[place + 1], tokens[place : place + 3])


def _year_month_day(tokens: Tokens, place: int, month: int) -> Found | None:
    if place < 1 or place + 1 >= len(tokens):
        return None
    return _found(tokens[place - 1], month, tokens[place + 1], tokens[place - 1 : place + 2])


_WAYS = (_day_month_year, _month_day_year, _year_month_day)
_WHOLE_YEAR_FIRST = (_month_day_year, *_WAYS)


def _found(year: re.Match[str], month: int, day: re.Match[str], around: Tokens) -> Found | None:
    """The day, if the two numbers can be a year and a day; "14 Nov 10:30" has no year."""
    if not (_YEAR.fullmatch(year[0]) and _DAY.fullmatch(day[0])):
        return None
    if len(year[0]) < 4 and year.string[year.end() : year.end() + 1] in {":", ".", "h", "%"}:
        return None
    found = _day(year[0].lstrip("'"), month, re.sub(r"\D", "", day[0]))
    return (found, around[0].start(), around[-1].end()) if found else None


def _numeric(line: str, day_first: bool | None) -> Found | None:
    """13/11/2023, 13.11.23, 11-13-2023."""
    for found in _NUMERIC.finditer(line):
        first, mark, second, year = int(found[1]), found[2], int(found[3]), found[4] or found[5]
        days_lead = day_first if day_first is not None else mark in ".|"
        if first > 12 or (days_lead and second <= 12):
            first, second = second, first
        if day := _day(year, first, second):
            return day, found.start(), found.end()
    return None


READERS = (_iso, _cjk, _named, _numeric)


def _epoch(line: str) -> tuple[Moment, str] | None:
    """Seconds or milliseconds since 1970, where the text is nothing else."""
    if not re.fullmatch(r"1\d{9}(?:\d{3})?", line):
        return None
    return datetime.fromtimestamp(int(line[:10]), UTC), ""


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    number = int(year)
    if isinstance(year, str) and len(year) == 2:
        number += 1900 if number >= 70 else 2000
    try:
        if number in PERSIAN_YEARS:
            return _from_persian(number, int(month), int(day))
        found = date(number - BUDDHIST if number in BUDDHIST_YEARS else number, int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None


def _from_persian(year: int, month: int, day: int) -> date:
    """The day of the Persian solar calendar, whose leap years come eight in 33. Raises ValueError where it has none."""
    if not (1 <= month <= 12 and 1 <= day <= 31 - (month > 6)):
        raise ValueError(day)
    cycles, place = divmod(year + 1595, 33)
    leap_days = 8 * cycles + (place + 3) // 4
    return date.fromordinal(226142 + 365 * year + leap_days + 30 * (month - 1) + min(month - 1, 6) + day)


def _with_time(day: date, before: str, after: str) -> tuple[Moment, str]:
    """The day with the time that stands behind it, else before it; and what remains of the line."""
    for side in (after, before):
        if found := _time_in(side, side is after):
            clock, start, end = found
            shift, end = _zone_in(side, end, datetime.combine(day, clock))
            rest = side[:start] + side[end:]
            left = f"{before} {rest}" if side is after else f"{rest} {after}"
            return datetime.combine(day, clock, shift), left.strip()
    return day, f"{before} {after}".strip()


def _time_in(side: str, behind: bool) -> tuple[time, int, int] | None:
    """The time nearest the day, at most ``TIME_WITHIN`` signs from it."""
    for found in _CLOCK.finditer(side, 0 if behind else max(0, len(side) - TIME_WITHIN)):
        if behind and found.start() > TIME_WITHIN:
            return None
        hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
        half = found["half"] or found["early"] or ""
        if half and hour <= 12:
            hour = hour % 12 + (12 if _is_afternoon(half) else 0)
        if hour <= 23 and minute <= 59 and second <= 59:
            return time(hour, minute, second), found.start(), found.end()
    return None


def _is_afternoon(half: str) -> bool:
    return half.startswith(("p", "午後", "下午", "晚上", "오후"))


def _zone_in(side: str, end: int, moment: datetime) -> tuple[timezone | None, int]:
    """The zone named right behind the time, and where the time with it ends."""
    found = _ZONE.match(side, end)
    if not found:
        return None, end
    if found["hours"]:
        shift = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        if shift >= timedelta(hours=24):
            return None, end
        return timezone(-shift if found["sign"] in "-−" else shift), found.end()
    zone = zones.called(found["name"], moment)
    return zone, found.end() if zone else end


@cache
def _months() -> dict[str, int]:
    """Every name of a month in every language, and its number; where two languages differ the first named holds."""
    names: dict[str, int] = {}
    for months in words.by_language("months").values():
        for number, forms in enumerate(months, 1):
            for form in forms.split():
                name = unicodedata.normalize("NFC", form.replace("_", " "))
                names.setdefault(name, number)
                names.setdefault(_plain_letters(name), number)
    return names


def _plain_letters(word: str) -> str:
    """The word without the accents that hasty hands leave out."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


BETWEEN = {"de", "del", "of", "the", "d", "den", "год", "г", "року"}
"""Small words that stand between the parts of a date."""
TIME_WITHIN = 40
"""Signs between a day and its time."""
LOOKED_AT = 300
"""Signs of a text in which a date is looked for."""
EARLIEST, LATEST = 1500, 2100
"""Years beyond these are no dates of articles but numbers."""
PERSIAN_YEARS, BUDDHIST_YEARS, BUDDHIST = range(1300, 1450), range(2443, 2643), 543
"""Years as Iran and Thailand count them: the first since 622 with months of their own, the others 543 ahead."""
MONTH_FIRST = {"en-us", "en-ph", "fil"}
"""The Unicode CLDR's short date pattern: month before day, with slashes."""
DIRECTION_MARKS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u061c\u200b"
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of each Japanese era."""
_AMERICAN_ZONE = re.compile(r"\d\s*(?:[ap]\.?m\.?)?\s*(?:e|c|m|p)(?:s|d)?t\b")
_BRITISH_ZONE = re.compile(r"\b(?:gmt|bst)\b")
_MACHINE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_COMPACT = re.compile(r"\b(\d{4})(\d\d)(\d\d)(?:t(\d\d)(\d\d)(\d\d)?(z|[+-]\d\d:?\d\d)?)?\b(?![-/.]\d)")
_ISO = re.compile(r"(?<![\d.])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_CJK = re.compile(r"(令和|平成|昭和)?\s?(\d{4}|\d{1,2}|元)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日號号일]?")
_MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Accents, and the vowels that Devanagari and Thai write around their letters."""
_TOKEN = re.compile(rf"'?\d+(?:st|nd|rd|th|er|º|ª|°|o(?=\s))?|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_THAI_POINT = re.compile(r"(?<=[\u0e00-\u0e7f])\.(?=[\u0e00-\u0e7f])")
"""Inside the short names of months: ก.พ."""
_CTIME = re.compile(r"\b([a-z]{3}) (\d{1,2}) (\d\d:\d\d:\d\d)( [a-z]{3,4}| [+-]\d{4})? (\d{4})\b")
"""As C and Unix write: Tue Mar 9 14:22:31 GMT 2004."""
_YEAR = re.compile(r"\d{4}|'?\d{2}")
_DAY = re.compile(r"\d{1,2}\D{0,2}")
_NUMERIC = re.compile(
    r"(?<![\d./-])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(?:(\d{4}|\d{2})(?![./]?\d|:\d\d)|(\d{2})(?=\d\d:\d\d))"
)
"""The last part is a year of two digits to which a time clings."""
_HALF = r"[ap]\.?\s?m\b\.?"
_CLOCK = re.compile(
    rf"(?<![\d:.])(?P<early>午前|午後|上午|下午|早上|晚上|오전|오후)?\s?(?P<hour>\d{{1,2}})"
    rf"(?:(?:\s?[:h時时点點시]\s?|\.(?=\d\d\s?(?:{_HALF}|uhr|uur|hrs|h\b|gmt|bst|cet|cest|[)\],|·]|$)))"
    r"(?P<minute>\d{2}(?!\d)|\d(?=\s?[分분]))(?:\s?[:분分]\s?(?P<second>\d{2})?)?(?:[.,]\d+)?"
    rf"|(?=\s?(?:{_HALF}|uhr|[時时点點시]|h\b)))"
    rf"\s?(?P<half>{_HALF})?"
)
_ZONE = re.compile(
    r"\s?\(?(?:(?:utc|gmt)?\s?(?P<sign>[+−-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)|(?P<name>[a-zмск]{1,4})\b)\)?"
)
