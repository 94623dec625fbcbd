"""Whether a text is the dump of a web story at all: only then may any of its lines be taken for something else."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from reader.parser import words
from reader.parser.plain.head import is_date_line
from reader.parser.plain.sheet import Sheet
from reader.parser.plain.traces import traces_of


def is_dump(sheet: Sheet, language: str) -> bool:
    """Paragraphs of prose, each a line of its own, and at least one trace of the page they came from.

    Letters, poems, notes, plays and logs have none, or no prose of this shape.
    """
    if any(tells(sheet) for tells in OTHER_KINDS):
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


OTHER_KINDS: Sequence[Callable[[Sheet], bool]] = (_is_letter, _is_markdown, _is_book, _is_diary)
"""What a text may be instead; then it is shown as it stands."""
_MARKDOWN = re.compile(r"#{1,6} \S|```|~~~")
_CHAPTER = re.compile(r"([A-Z]{4,}|[^\W\d_]{4,}(?= [IVXLC])|第)\s?([IVXLC]+|\d+|[一二三四五六七八九十]+)(?:章|\.)?")
FULL = 12
"""Words of a full sentence of prose."""
MUCH, SOME = 0.4, 0.1
"""The share of prose in all words at which one trace is enough, and below which no trace is."""
