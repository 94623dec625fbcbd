"""Traces: what a web page leaves behind in the text that was taken from it, and what no other text has."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from reader.parser import words
from reader.parser.plain.bylines import LONGEST_BYLINE, is_bare_by, is_name
from reader.parser.plain.captions import is_again, is_credit_line, parted
from reader.parser.plain.head import is_byline_like, is_date_line
from reader.parser.plain.reasons import SURE_SIGNS
from reader.parser.plain.sheet import Sheet


def traces_of(sheet: Sheet, language: str) -> int:
    """How many kinds of trace a text shows."""
    return sum(trace(sheet, language) for trace in TRACES)


def _has_byline(sheet: Sheet, language: str) -> bool:
    """By Anna Berg, near the top, with a date or a title on its own above it."""
    return any(
        (is_byline_like(one.text, language) and len(one.text) <= LONGEST_BYLINE)
        or (is_bare_by(one.text, language) and is_name(two.text) and " " in two.text)
        for one, two in pairwise(sheet.lines[1:13])
    )


def _has_empty_byline(sheet: Sheet, language: str) -> bool:
    """The word before a name, alone in the head, and a whole sentence under it: the name was a link or a picture."""
    lines = sheet.lines[:10]
    return any(is_bare_by(line.text, language) and any(sheet.prose[at + 1 : at + 2]) for at, line in enumerate(lines))


def _has_labelled_date(sheet: Sheet, _language: str) -> bool:
    """Published: 3 May 2024, near the top or the end."""
    labels = {"published", "updated"}
    near = [*sheet.shapes[:ENDS], *sheet.shapes[ENDS:][-ENDS:]]
    return any(shape.has_date and (shape.starts & labels) and shape.words <= 12 for shape in near)


def _has_pictures(sheet: Sheet, _language: str) -> bool:
    """A credit line behind a caption, or a description said twice in a row, the second time with its credit."""
    for place in range(1, len(sheet.lines)):
        one, two = sheet.lines[place - 1], sheet.lines[place]
        if 4 <= sheet.shapes[place - 1].words <= 60 and not one.bullet and is_again(one.text, two.text):
            return True
        if is_credit_line(sheet, place) or (sheet.shapes[place].words < 60 and parted(two.text)[1]):
            return True
    return False


def _has_title_again(sheet: Sheet, _language: str) -> bool:
    """One of the first lines again, word for word and alone, within the head: the page's title over the story's."""
    head = [folded for folded, shape in zip(sheet.folded[:10], sheet.shapes, strict=False) if shape.words >= TITLE]
    return len(set(head)) < len(head)


def _has_promotions(sheet: Sheet, _language: str) -> bool:
    """A label of more than one word, or said more than once, alone on its line, or "WATCH NOW: …"."""
    return any(
        (shape.whole & LABELS and (shape.words > 1 or shape.times > 1) and not shape.ends_sentence)
        or shape.set_off & {"promotion", "related"}
        for shape in sheet.shapes
    )


def _has_label_at_end(sheet: Sheet, _language: str) -> bool:
    """A label alone among the last lines, with nothing under it: "Related"."""
    return any(shape.whole & LABELS and not shape.ends_sentence for shape in sheet.shapes[1:][-2:])


def _has_skip_link(sheet: Sheet, _language: str) -> bool:
    """A menu's label of more than one word at the very top: "Skip to content"."""
    return any("menu" in shape.whole and shape.words > 1 for shape in sheet.shapes[:3])


def _has_cookies(sheet: Sheet, _language: str) -> bool:
    """What pages say of their cookies, at either end."""
    return any("cookies" in folded for folded in [*sheet.folded[:4], *sheet.folded[4:][-4:]])


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


def _has_dateline(sheet: Sheet, _language: str) -> bool:
    """An agency in brackets where one of the first sentences begins: "OSLO (Reuters) — The ferry …"."""
    return any(_dateline().match(line.text) for line in sheet.lines[:8])


@cache
def _dateline() -> re.Pattern[str]:
    agency = "|".join(sorted(map(re.escape, words.every("agency")), key=len, reverse=True))
    return re.compile(rf"[^.!?()]{{0,40}}\((?:{agency})\)\s*[-–—]", re.I)


def _has_story_shape(sheet: Sheet, _language: str) -> bool:
    """A title alone on its line, then long paragraphs on one line each, as copying and crawling leave them."""
    first, shape = sheet.lines[0], sheet.shapes[0]
    if first.bullet or shape.ends_sentence or not 3 <= shape.words <= 25:
        return False
    long = [line for line, prose in zip(sheet.lines, sheet.prose, strict=True) if prose and len(line.text) > LONG]
    return len(long) >= 4 and len(long) * 2 >= len(sheet.lines) - 1 and all(line.gap for line in long)


TRACES: Sequence[Callable[[Sheet, str], bool]] = (
    _has_byline,
    _has_empty_byline,
    _has_labelled_date,
    _has_pictures,
    _has_title_again,
    _has_promotions,
    _has_label_at_end,
    _has_skip_link,
    _has_cookies,
    _has_other_marks,
    _has_network,
    _has_lone_date,
    _has_dateline,
    _has_story_shape,
)
LABELS = {"promotion", "related", "share", "signup", "advert", "comments", "legal"}
NETWORKS = {"facebook", "twitter", "instagram", "whatsapp", "youtube", "linkedin", "pinterest", "tiktok", "newsletter"}
ENDS = 12
"""Lines at either end of a text in which its dates stand."""
TITLE = 3
"""Words of a title at least."""
SHORT = 8
"""Words of a line that links to a network."""
LONG = 140
"""Signs of a line that is surely a whole paragraph."""
