"""Whether a text is the dump of a web story at all: only then may any of its lines be taken for something else."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise, takewhile

from reader.parser import words
from reader.parser.plain.head import is_date_line
from reader.parser.plain.lines import Line
from reader.parser.plain.sheet import Sheet
from reader.parser.plain.traces import traces_of


def is_dump(sheet: Sheet, language: str) -> bool:
    """Paragraphs of prose, each a line of its own, and at least one trace of the page they came from.

    Letters, poems, notes, plays and logs have none, or no prose of this shape.
    """
    if not sheet.lines or any(tells(sheet) for tells in OTHER_KINDS):
        return False
    full = sum(_is_full(sheet, place) for place in range(len(sheet.lines)))
    if sheet.kind == "page":
        return full > 0
    share = sum(sheet.prose) / (sum(shape.words for shape in sheet.shapes) or 1)
    return full >= 2 and share >= SOME and traces_of(sheet, language) >= (1 if share >= MUCH else 2)


def _is_full(sheet: Sheet, place: int) -> bool:
    """Whether a line is a full sentence of prose, said once; what is said again and again is a refrain or a caption."""
    return sheet.prose[place] >= FULL and not sheet.lines[place].bullet and sheet.shapes[place].times == 1


def _is_letter(sheet: Sheet) -> bool:
    return sheet.kind == "story" and any(_is_salutation(line.text) for line in sheet.lines[:12])


def _is_markdown(sheet: Sheet) -> bool:
    """Headings or code marked as Markdown marks them."""
    return sum(_MARKDOWN.match(line.text) is not None for line in sheet.lines) >= 2


def _is_book(sheet: Sheet) -> bool:
    """Chapters: the same word alone with several numbers, "CHAPTER I" and "CHAPTER II"; pages count otherwise."""
    found = {(match[1], match[2]) for line in sheet.lines if (match := _CHAPTER.fullmatch(line.text))}
    return len(found) > len({word for word, _ in found})


def _is_diary(sheet: Sheet) -> bool:
    """A day alone at the very top, and after what was written on it another day."""
    if sheet.kind == "page" or not _is_day(sheet, 0):
        return False
    written = next((place for place, prose in enumerate(sheet.prose) if prose), len(sheet.lines))
    return any(_is_day(sheet, place) for place in range(written, len(sheet.lines)))


def _is_document(sheet: Sheet) -> bool:
    """Headings that are underlined as long as they are, as in manuals and release notes."""
    found = [at for at, (over, line) in enumerate(pairwise(sheet.lines)) if _is_underline(line.text, over.text)]
    return len(found) >= FEWEST_SIGNS or found[:1] == [0]


def _is_underline(line: str, over: str) -> bool:
    return line[0] in "=-~^*" and len(line) > 3 and not line.strip(line[0]) and abs(len(line) - len(over)) <= 1


def _has_fields(sheet: Sheet) -> bool:
    """Fields at the very top, one of them of mails or packages: "Format:", "Metadata-Version:", "Message-ID:"."""
    opening = [_FIELD.match(line.text) for line in sheet.lines[:MOST_FIELDS]]
    names = [field[1] for field in takewhile(bool, opening) if field]
    return len(names) > FEWEST_SIGNS and any("-" in name or name in _FIELDS for name in names)


def _is_licence(sheet: Sheet) -> bool:
    """Words in which rights are granted and warranties refused; one may stand at the foot of a page."""
    said = sum(any(words in line.text for words in _LICENCE) for line in sheet.lines)
    return said >= (FEWEST_SIGNS + 1 if sheet.kind == "page" else 1)


def _is_log(sheet: Sheet) -> bool:
    """Entries with their day in figures, or with the package and version that they are of."""
    return sum(_ENTRY.match(line.text) is not None for line in sheet.lines) >= FEWEST_ENTRIES


def _is_wrapped(sheet: Sheet) -> bool:
    """Sentences that go on from line to line, which no page's dump has: its paragraphs are lines."""
    goes_on = sum(_goes_on(before.text, line) for before, line in pairwise(sheet.lines))
    if goes_on < FEWEST_BROKEN or goes_on <= SOME_BROKEN * len(sheet.lines):
        return False
    return sum(len(line.text) > WIDEST + RAGGED for line in sheet.lines) < FEW_LONG * len(sheet.lines)


def _goes_on(before: str, line: Line) -> bool:
    return not line.gap and NARROWEST <= len(before) <= WIDEST and before[-1].islower() and line.text[0].islower()


def _is_day(sheet: Sheet, place: int) -> bool:
    return is_date_line(sheet.lines[place].text, sheet.shapes[place].words)


def _is_salutation(text: str) -> bool:
    """Whether a line greets someone, as letters do."""
    return len(text) < 60 and text.endswith((",", ":", "!", "，", "：")) and _greeting().match(text) is not None


@cache
def _greeting() -> re.Pattern[str]:
    """A greeting as whole words: "Hi Anna" greets, "Hidden costs" does not. Chinese has no border between words."""
    listed = "|".join(sorted(map(re.escape, words.every("greeting")), key=len, reverse=True))
    return re.compile(rf"(?:{listed})(?![a-zà-ɏа-я])", re.I)


OTHER_KINDS: Sequence[Callable[[Sheet], bool]] = (
    _is_letter,
    _is_markdown,
    _is_document,
    _has_fields,
    _is_licence,
    _is_log,
    _is_wrapped,
    _is_book,
    _is_diary,
)
"""What a text may be instead; then it is shown as it stands."""
_MARKDOWN = re.compile(r"#{1,6} \S|```|~~~")
_CHAPTER = re.compile(r"([A-Z]{4,}|[^\W\d_]{4,}(?= [IVXLC])|第)\s?([IVXLC]+|\d+|[一二三四五六七八九十]+)(?:章|\.)?")
_FIELD = re.compile(r"([A-Z][A-Za-z]+(?:-[A-Za-z]+)*):\s")
_FIELDS = frozenset({"Format", "Name", "Version", "From", "To", "Subject", "Package", "Received", "Path", "Newsgroups"})
_LICENCE = (
    "WITHOUT WARRANTY",
    "WITHOUT ANY WARRANTY",
    "WITHOUT WARRANTIES",
    "without any warranty",
    "IN NO EVENT SHALL",
    "ermission is hereby granted",
    "Redistribution and use in source",
    "ermission to use, copy, modify",
    "under the terms of the GNU",
)
_ENTRY = re.compile(r"\d{4}[-/.]\d\d[-/.]\d\d(?::|\s+\S.*<\S+@\S+>)|\S+ \(\S+\) \S+; urgency=|\[ [^\]]+ \]$")
FEWEST_SIGNS, MOST_FIELDS = 2, 6
FEWEST_ENTRIES = 3
FEWEST_BROKEN, SOME_BROKEN = 4, 0.1
"""Broken lines from which on a text is one that was wrapped by hand, and their share."""
NARROWEST, WIDEST = 45, 100
"""Signs of a line that was broken."""
RAGGED, FEW_LONG = 30, 0.05
"""Signs by which a line may be longer, and the share of those that are longer still."""
FULL = 12
"""Words of a full sentence of prose."""
MUCH, SOME = 0.4, 0.1
"""The share of prose in all words at which one trace is enough, and below which no trace is."""
