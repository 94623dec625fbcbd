"""Whether a text is the dump of a web story at all: only then may any of its lines be taken for something else."""

from collections.abc import Callable, Sequence
from functools import cache

from reader.parser import words
from reader.parser.plain.captions import is_credit_line, parted
from reader.parser.plain.head import is_byline_like, is_date_line
from reader.parser.plain.sheet import Sheet


def is_dump(sheet: Sheet, language: str) -> bool:
    """Paragraphs of prose, each a line of its own, and at least one trace of the page they came from.

    Letters, poems, notes, plays and logs have none, or no prose of this shape.
    """
    full = [place for place in range(len(sheet.lines)) if _is_full(sheet, place)]
    if sheet.kind == "page":
        return bool(full)
    if any(_is_salutation(line.text) for line in sheet.lines[:12]):
        return False
    is_prose = sum(sheet.prose) >= 0.4 * sum(shape.words for shape in sheet.shapes)
    return len(full) >= 2 and is_prose and any(trace(sheet, language) for trace in TRACES)


def _is_full(sheet: Sheet, place: int) -> bool:
    """Whether a line is a full sentence of prose, said once; what is said again and again is a refrain or a caption."""
    return sheet.prose[place] >= FULL and not sheet.lines[place].bullet and sheet.shapes[place].times == 1


def _has_byline(sheet: Sheet, language: str) -> bool:
    """By Anna Berg, near the top, with a date or a title on its own above it."""
    return any(
        place and is_byline_like(sheet.lines[place].text, language) and sheet.shapes[place].words <= 12
        for place in range(min(12, len(sheet.lines)))
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
    """A label of more than one word alone on its line, or "WATCH NOW: …"."""
    return any(
        (shape.whole & LABELS and shape.words > 1 and not shape.ends_sentence)
        or shape.set_off & {"promotion", "related"}
        for shape in sheet.shapes
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
    _has_lone_date,
    _has_story_shape,
)
LABELS = {"promotion", "related", "share", "signup", "advert", "comments", "legal"}
FULL = 12
"""Words of a full sentence of prose."""
LONG = 140
"""Signs of a line that is surely a whole paragraph."""
