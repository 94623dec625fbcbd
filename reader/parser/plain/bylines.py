"""Bylines: who wrote a story, from a line such as "By Anna Berg and Jan Ek" or "文・山田太郎"."""

import re
from functools import cache

from reader.parser import words


def authors_in(line: str, language: str) -> tuple[str, ...]:
    """The people a byline names, without titles and offices; nothing where the line is no byline."""
    found = _opening(language).match(line)
    if not found or len(line) > LONGEST_BYLINE:
        return ()
    return names_in(line[found.end() :])


def is_bare_by(line: str, language: str) -> bool:
    """Whether the line is the word before the names alone: the names stand on the next line."""
    found = _opening(language).match(line + " ")
    return found is not None and found.end() >= len(line)


def names_in(text: str) -> tuple[str, ...]:
    """The names at the beginning of a text, up to the first thing that is none."""
    names: list[str] = []
    for part in _BETWEEN_NAMES.split(_NAMES_END.split(text, maxsplit=1)[0]):
        name = _month_at_end().sub("", part).strip(" .:;-–—")
        if not is_name(name):
            break
        names.append(name)
    return tuple(names)


def is_name(text: str) -> bool:
    """Whether a text looks like one person's name: two to four capitalised words, or a few CJK signs."""
    if _CJK_NAME.fullmatch(text):
        return True
    parts = text.split()
    if not 1 <= len(parts) <= 5 or len(text) < 4 or any(part.casefold().strip(".") in _roles() for part in parts):
        return False
    plain = [part for part in parts if part.casefold() not in PARTICLES]
    return bool(plain) and all(_NAME_WORD.fullmatch(part) and not part[0].islower() for part in plain)


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What begins a byline in the language and in English."""
    known = words.by_language("by")
    listed = {*known.get("en", ()), *known.get(language, ())}
    longest_first = sorted(listed, key=len, reverse=True)
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, longest_first))})(?:\s*[:：/／・]\s*|\s+)", re.I)


@cache
def _month_at_end() -> re.Pattern[str]:
    """The month of a date that stands behind the last name."""
    months = {form for year in words.by_language("months").values() for forms in year for form in forms.split()}
    return re.compile(rf"\s+(?:{'|'.join(sorted(map(re.escape, months), key=len, reverse=True))})\.?\s*$", re.I)


@cache
def _roles() -> frozenset[str]:
    return words.every("role")


LONGEST_BYLINE = 140
PARTICLES = {
    "von",
    "van",
    "de",
    "der",
    "den",
    "da",
    "di",
    "del",
    "della",
    "dos",
    "la",
    "le",
    "el",
    "al",
    "bin",
    "ter",
    "zu",
    "du",
}
_BETWEEN_NAMES = re.compile(
    r"\s*(?:,|;|&|、|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bi\b|\bи\b|\bog\b|\boch\b|\bwith\b)\s*", re.I
)
_NAMES_END = re.compile(r"\s[-–—|•·/]\s|[|•·(（\[]|\d|\bfor\b|\bin\b|\bat\b|\s{2,}")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_CJK_NAME = re.compile(
    "[\u3400-\u9fff\u3040-\u30ff]{2,6}(?:[ \u3000・][\u3400-\u9fff\u3040-\u30ff]{1,6})?|[\uac00-\ud7af]{2,4}"
)
