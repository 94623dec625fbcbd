"""Whether a text is the dump of a web story at all: only then may any of its lines be taken for something else."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from reader.parser import words
from reader.parser.plain.bylines import LONGEST_BYLINE, is_bare_by, is_name
from reader.parser.plain.captions import is_credit_line, parted
from reader.parser.plain.head import is_byline_like, is_date_line
from reader.parser.plain.reasons import SURE_SIGNS
from reader.parser.plain.sheet import Sheet


def is_dump(sheet: Sheet, language: str) -> bool:
    """Paragraphs of prose, each a line of its own, and at least one trace of the page they came from.

    Letters, poems, notes, plays and logs have none, or no prose of this shape.
    """
    if any(tells(sheet) for tells in OTHER_KINDS):
        return False
    full = [place for place in range(len(sheet.lines)) if _is_full(sheet, place)]
    if sheet.kind == "page":
        return bool(full)
    is_prose = sum(sheet.prose) >= 0.4 * sum(shape.words for shape in sheet.shapes)
    return len(full) >= 2 and is_prose and any(trace(sheet, language) for trace in TRACES)


def _is_full(sheet: Sheet, place: int) -> bool:
    """Whether a line is a full sentence of prose, said once; what is said again and again is a refrain or a caption."""
    return sheet.prose[place] >= FULL and not sheet.lines[place].bullet and sheet.shapes[place].times == 1


def _has_byline(sheet: Sheet, language: str) -> bool:
    """By Anna Berg, near the top, with a date or a title on its own above it."""
    return any(
        (is_byline_like(one.text, language) and len(one.text) <= LONGEST_BYLINE)
        or (is_bare_by(one.text, language) and is_name(two.text) and " " in two.text)
        for one, two in pairwise(sheet.lines[1:13])
    )


def _has_labelled_date(sheet: Sheet, _language: str) -> bool:
    """Published: 3 May 2024, near the top."""
    labels = {"published", "updated"}
    return any(shape.has_date and (shape.starts & labels) and shape.words <= 12 for shape in sheet.shapes[:12])


def _has_pictures(sheet: Sheet, _language: str) -> bool:
    """A credit line behind a caption, or a description said twice in a row."""
    for place in range(1, len(sheet.lines)):
        one, two = sheet.lines[place - 1], sheet.lines[place]
        if one.text == two.text and 4 <= sheet.shapes[place].words <= 60 and not one.bullet:
            return True
        if is_credit_line(sheet, place) or (sheet.shapes[place].words < 60 and parted(two.text)[1]):
            return True
    return False


def _has_promotions(sheet: Sheet, _language: str) -> bool:
    """A label of more than one word, or said more than once, alone on its line, or "WATCH NOW: …"."""
    return any(
        (shape.whole & LABELS and (shape.words > 1 or shape.times > 1) and not shape.ends_sentence)
        or shape.set_off & {"promotion", "related"}
        for shape in sheet.shapes
    )


def _has_other_marks(sheet: Sheet, _language: str) -> bool:
    """Names of picture files, invitations to click, and headlines of other stories between sentences."""
    return any(tells(sheet, place) for _, tells in SURE_SIGNS for place in range(len(sheet.lines)))


def _has_network(sheet: Sheet, _language: str) -> bool:
    """The names of networks in a short line that is no sentence: "Whatsapp Facebook Print", "Follow us on Twitter"."""
    return any(
        shape.words <= SHORT and not shape.ends_sentence and not NETWORKS.isdisjoint(folded.split())
        for shape, folded in zip(sheet.shapes, sheet.folded, strict=True)
    )


def _has_lone_date(sheet: Sheet, _language: str) -> bool:
    """A date alone on its line, under the title."""
    return any(is_date_line(sheet.lines[at].text, sheet.shapes[at].words) for at in range(1, min(5, len(sheet.lines))))


def _has_story_shape(sheet: Sheet, _language: str) -> bool:
    """A title alone on its line, then long paragraphs on one line each, as copying and crawling leave them."""
    first, shape = sheet.lines[0], sheet.shapes[0]
    if first.bullet or shape.ends_sentence or not 3 <= shape.words <= 25:
        return False
    long = [line for line, prose in zip(sheet.lines, sheet.prose, strict=True) if prose and len(line.text) > LONG]
    return len(long) >= 4 and len(long) * 2 >= len(sheet.lines) - 1 and all(line.gap for line in long)


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
    """A day alone at the very top, and more days over what follows."""
    days = (is_date_line(line.text, shape.words) for line, shape in zip(sheet.lines, sheet.shapes, strict=True))
    return sheet.kind == "story" and next(days) and any(days)


def _is_salutation(text: str) -> bool:
    """Whether a line greets someone, as letters do."""
    return len(text) < 60 and text.endswith((",", ":", "!", "，", "：")) and text.casefold().startswith(_greetings())


@cache
def _greetings() -> tuple[str, ...]:
    return tuple(words.every("greeting"))


TRACES: Sequence[Callable[[Sheet, str], bool]] = (
    _has_byline,
    _has_labelled_date,
    _has_pictures,
    _has_promotions,
    _has_other_marks,
    _has_network,
    _has_lone_date,
    _has_story_shape,
)
OTHER_KINDS: Sequence[Callable[[Sheet], bool]] = (_is_letter, _is_markdown, _is_book, _is_diary)
"""What a text may be instead; then it is shown as it stands."""
_MARKDOWN = re.compile(r"#{1,6} \S|```|~~~")
_CHAPTER = re.compile(r"([A-Z]{4,}|[^\W\d_]{4,}(?= [IVXLC])|第)\s?([IVXLC]+|\d+|[一二三四五六七八九十]+)(?:章|\.)?")
LABELS = {"promotion", "related", "share", "signup", "advert", "comments", "legal"}
FULL = 12
"""Words of a full sentence of prose."""
NETWORKS = {"facebook", "twitter", "instagram", "whatsapp", "youtube", "linkedin", "pinterest", "tiktok", "newsletter"}
SHORT = 8
"""Words of a line that links to a network."""
LONG = 140
"""Signs of a line that is surely a whole paragraph."""
