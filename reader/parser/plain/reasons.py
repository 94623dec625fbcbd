"""Reasons: why a line of a dump is no part of the story, also where its verdict says otherwise."""

import re
from collections.abc import Callable, Collection, Sequence

from reader.parser.plain.sheet import Sheet


def reason_of(sheet: Sheet, place: int, is_story: bool, opening: int, last: int) -> str:
    """Why a line is no part of the story, or nothing; ``opening`` and ``last`` are the story's first and last line."""
    if is_story and place >= opening:
        return next((REASONS[kind] for kind, tells in SURE_SIGNS if tells(sheet, place)), "") or _label(sheet, place)
    if said := _reason_for(sheet, place):
        return said
    if place < opening:
        return "before the story"
    return "after the story" if place > last else "between paragraphs"


def _label(sheet: Sheet, place: int) -> str:
    """What a line in the story is that is a label and nothing else."""
    shape, line = sheet.shapes[place], sheet.lines[place]
    alone = shape.words <= 8 and not line.bullet and not shape.ends_sentence
    if shape.whole & ALWAYS_ASIDE and alone and not _heads_story(sheet, place):
        return _first_of(shape.whole & ALWAYS_ASIDE)
    return ""


def _heads_story(sheet: Sheet, place: int) -> bool:
    """Whether a line such as "Discussion" heads a part of the story: one word, and prose right under it."""
    line, shape = sheet.lines[place], sheet.shapes[place]
    follows = place + 1 < len(sheet.lines) and sheet.prose[place + 1] > 0
    heads = shape.words <= 1 and not line.text.endswith(":") and not shape.upper and "advert" not in shape.whole
    return follows and heads


def _leads_elsewhere(sheet: Sheet, place: int) -> bool:
    """A label and no sentence behind it: "WATCH NOW: The ferry leaves", "Click here to get the app"."""
    shape = sheet.shapes[place]
    if shape.ends_sentence or shape.words > 25:
        return False
    return "promotion" in shape.set_off or ("promotion" in shape.starts and (shape.upper or shape.words > 8))


def _is_shouted_link(sheet: Sheet, place: int) -> bool:
    """A headline in capitals between two full sentences: the link to another story. Headings are shorter."""
    shape = sheet.shapes[place]
    return shape.upper and shape.words >= LONG_HEADING and _is_amid_sentences(sheet, place)


def _is_amid_sentences(sheet: Sheet, place: int) -> bool:
    """Whether a line that is no sentence stands alone between two."""
    amid = 0 < place < len(sheet.lines) - 1 and sheet.prose[place - 1] > 0 and sheet.prose[place + 1] > 0
    return amid and not sheet.shapes[place].ends_sentence and not sheet.lines[place].bullet


def _is_picture_name(sheet: Sheet, place: int) -> bool:
    """The name of a file, where a picture stood: "harbour-02.jpg"."""
    line = sheet.lines[place]
    return not line.bullet and _PICTURE_NAME.fullmatch(line.text) is not None


def _is_said_often(sheet: Sheet, place: int) -> bool:
    """A line that stands three times and more between sentences: what each picture of a row is called."""
    return sheet.shapes[place].times >= OFTEN and sheet.shapes[place].words >= 4 and _is_amid_sentences(sheet, place)


def _reason_for(sheet: Sheet, place: int) -> str:
    """The reason that a label gives which the line bears or stands under, or nothing."""
    shape = sheet.shapes[place]
    if "promotion" in shape.set_off:
        return REASONS["promotion"]
    under = sheet.under[place].split()[1:2]
    return _first_of(shape.whole | shape.set_off) or _first_of(shape.starts) or _first_of(under)


def _first_of(labels: Collection[str]) -> str:
    """What a person is told of the first of the labels, in the order of ``REASONS``."""
    return next((said for kind, said in REASONS.items() if kind in labels), "")


SURE_SIGNS: Sequence[tuple[str, Callable[[Sheet, int], bool]]] = (
    ("promotion", _leads_elsewhere),
    ("promotion", _is_shouted_link),
    ("picture", _is_picture_name),
    ("picture", _is_said_often),
)
"""What sets a line aside amid the story, by the kind of reason."""
ALWAYS_ASIDE = {"promotion", "related", "share", "signup", "advert", "comments"}
REASONS = {
    "legal": "rights and terms",
    "comments": "comments",
    "related": "related links",
    "promotion": "promotion",
    "signup": "newsletter or subscription",
    "advert": "advertisement",
    "share": "sharing and following",
    "menu": "menu",
    "picture": "name of a picture",
}
"""What a person is told, by the kind of label."""
LONG_HEADING = 6
"""Words from which a line in capitals is no heading."""
OFTEN = 3
_PICTURE_NAME = re.compile(
    r"[^\s/]{1,80}\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)|(?=\S*\d)[a-z0-9]{1,80}(?:[-_]+[a-z0-9]{1,80}){2,20}", re.I
)
