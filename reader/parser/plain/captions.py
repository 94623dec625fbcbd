"""Pictures of a dump: what is left of them is a description that stands doubled, a caption and a credit line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.article import Figure
from reader.parser import words
from reader.parser.plain.bylines import is_name
from reader.parser.plain.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture's words and the lines they stood on, from and to."""

    figure: Figure
    first: int
    last: int


def figures_in(sheet: Sheet, story: Sequence[bool], opening: int) -> list[Placed]:
    """The pictures whose words stand in the text, in order. ``opening`` is the first line of the story proper."""
    placed: list[Placed] = []
    place = 0
    while place < len(sheet.lines):
        found = _figure_at(sheet, story, place, opening)
        if found:
            placed.append(found)
        place = found.last if found else place + 1
    return placed


def _figure_at(sheet: Sheet, story: Sequence[bool], place: int, opening: int) -> Placed | None:
    """The picture whose words begin on a line: the first way that answers."""
    text = sheet.lines[place].text
    if sheet.shapes[place].words < 2 or sheet.shapes[place].words > LONGEST_CAPTION:
        return None
    if 3 <= sheet.shapes[place].words <= LONGEST_DOUBLED and (same := _same_again(sheet, place)) > place + 1:
        caption, credit = parted(text)
        return _with_credit_line(sheet, place, same, caption, credit, alt=text)
    if longer := _longer_again(sheet, place):
        caption, credit = parted(longer, known=text)
        return _with_credit_line(sheet, place, place + 2, caption, credit, alt=text)
    caption, credit = parted(text)
    if credit and caption:
        return Placed(Figure(None, caption=caption, credit=credit), place, place + 1)
    return _before_credit_line(sheet, story, place, opening)


def _same_again(sheet: Sheet, place: int) -> int:
    """Where the repetitions of a line right behind it end."""
    text, last = sheet.lines[place].text.casefold(), place + 1
    while last < len(sheet.lines) and sheet.lines[last].text.casefold() == text:
        last += 1
    return last


def _longer_again(sheet: Sheet, place: int) -> str:
    """The next line, where it is this one with a credit behind it."""
    if place + 1 >= len(sheet.lines) or sheet.shapes[place].words < 4:
        return ""
    text, longer = sheet.lines[place].text, sheet.lines[place + 1].text
    return longer if len(text) < len(longer) and is_again(text, longer) else ""


def is_again(text: str, longer: str) -> bool:
    """Whether a text is said again, perhaps with a credit behind it; a sentence that begins alike goes on small."""
    said = text.casefold().rstrip(".… ")
    if len(longer) > len(text) + LONGEST_CREDIT or not longer.casefold().startswith(said):
        return False
    behind = longer[len(said) :].lstrip(".… ")
    return not behind[:1].islower()


def _with_credit_line(sheet: Sheet, first: int, last: int, caption: str, credit: str, alt: str) -> Placed:
    """The picture with the credit that stands on the next line, if any."""
    if not credit and last < len(sheet.lines) and (is_credit_line(sheet, last) or _is_name_alone(sheet, last)):
        credit, last = bare_credit(sheet.lines[last].text), last + 1
    return Placed(Figure(None, alt=alt, caption=caption, credit=credit), first, last)


def _before_credit_line(sheet: Sheet, story: Sequence[bool], place: int, opening: int) -> Placed | None:
    """A caption followed by a line that is a credit alone; in the story itself no whole sentence becomes one."""
    if place + 1 >= len(sheet.lines) or not is_credit_line(sheet, place + 1) or is_credit_line(sheet, place):
        return None
    shape = sheet.shapes[place]
    if shape.words < 4 or shape.whole or (place > opening and story[place] and shape.ends_sentence) or place == opening:
        return None
    credit = bare_credit(sheet.lines[place + 1].text)
    if sheet.folded[place].endswith(credit.casefold()):  # "Tweet about this on Twitter", and the button's name
        return None
    return Placed(Figure(None, caption=sheet.lines[place].text, credit=credit), place, place + 2)


def is_credit_line(sheet: Sheet, place: int) -> bool:
    """Whether a line is a picture's credit and nothing else: "Reuters", "Photo: Jan Ek", "Foto: dpa"."""
    line, shape = sheet.lines[place], sheet.shapes[place]
    if line.bullet or shape.words > 9 or line.text.endswith(("?", "!")):
        return False
    if _patterns().labelled.match(line.text):
        return True
    return _agencies().fullmatch(line.text.strip(" .()[]").casefold()) is not None


def _is_name_alone(sheet: Sheet, place: int) -> bool:
    """Whether a line is a name and nothing else; behind a picture's description it is who made the picture."""
    line, shape = sheet.lines[place], sheet.shapes[place]
    return 1 < shape.words <= 4 and not (line.bullet or shape.whole or shape.ends_sentence) and is_name(line.text)


def lead_picture(sheet: Sheet, places: Sequence[int]) -> Placed | None:
    """The picture over a story, from the free lines of its head: a caption, the name of who made it, and then more.

    Where nothing that could be a standfirst follows, the first line is the standfirst itself, not a caption.
    """
    for place in places:
        more = any(sheet.shapes[other].words >= 5 for other in places if other > place + 1)
        if more and place + 1 in places and sheet.shapes[place].words >= 6 and _is_name_alone(sheet, place + 1):
            figure = Figure(None, caption=sheet.lines[place].text, credit=sheet.lines[place + 1].text)
            return Placed(figure, place, place + 2)
    return None


def bare_credit(text: str) -> str:
    """The credit without brackets and the word before it."""
    text = text.strip().strip("()[]（）").strip()
    return _patterns().labelled.sub("", text, count=1).strip(" :|-–") or text


@lru_cache(maxsize=2048)
def parted(text: str, known: str = "") -> tuple[str, str]:
    """Caption and credit of one line: "A bridge. (Photo: Jan Ek)" and the like; no credit where none is marked."""
    if known and len(text) > len(known):
        return known, bare_credit(text[len(known.rstrip(".… ")) :].lstrip(".… "))
    for found in _credits_in(text):
        caption = text[: found.start()].rstrip(" |–—-,;·•/")
        if len(text) - found.start() <= LONGEST_CREDIT:
            return caption, bare_credit(found[0].strip(" |–—-,;·•/"))
    return text, ""


def _credits_in(text: str) -> Iterator[re.Match[str]]:
    if not _MAY_HOLD_CREDIT.search(text):
        return
    for pattern in _patterns().behind:
        if found := pattern.search(text):
            yield found


@cache
def _agencies() -> re.Pattern[str]:
    """The names of agencies and services that stand alone as a credit, also two of them with "via" or a stroke."""
    one = "|".join(sorted(map(re.escape, words.every("agency")), key=len, reverse=True))
    return re.compile(rf"(?:{one})(?:\s*(?:[/,|&+]|via|and)\s*(?:{one}))*(?:\s+photos?|\s+images?)?")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How credits are written, with the words of all languages: credit lines mix them freely."""

    labelled: re.Pattern[str]
    """At a line's start."""
    behind: tuple[re.Pattern[str], ...]
    """Behind a caption."""


@cache
def _patterns() -> _Patterns:
    label = "|".join(sorted(map(re.escape, words.every("credit_label")), key=len, reverse=True))
    label = rf"(?:{label})"
    house = r"(?:ap photo|ap|afp|epa|dpa|getty|reuters)\b"
    behind = (
        rf"[(\[（]\s*(?:{label}\s*[:：=]|photos? by |©|{house})[^()\[\]]*[)\]）]\s*\.?$",
        rf"(?:[|–—•·/]|\s-)\s*(?:{label}\s*[:：]|©|{house})[^|]*$",
        rf"(?<=[.!?\"”’»)])\s*(?:{label}\s*(?:[:：=]|\.\.\.)|©\s)[^!?]{{2,80}}$",
        r"(?<=[\w.!?”\"’»)])(?=(?-i:Credit[A-Z.]))[^!?]{2,80}$",
        r"\s(?:submitted|courtesy|contributed|handout|file|staff) (?:photos?|images?|pictures?)\s*$",
        rf"(?<=[.!?\"”’»)])\s*(?-i:[A-Z])[\w .'’-]{{2,40}}\s?[/|]\s?{house}[^.!?]{{0,40}}$",
    )
    return _Patterns(
        re.compile(rf"\s*(?:{label}\s*(?:[:：=/|]|\.{{3}})\s*|(?:photos?|pictures?) by |©\s*|\(c\)\s*)", re.I),
        tuple(re.compile(pattern, re.I) for pattern in behind),
    )


_MAY_HOLD_CREDIT = re.compile(r"[(\[（|/:：=©–—•·]|\.\.\.|\s-|Credit|photo|image|picture", re.I)
"""What is to be seen in every line with a credit behind its caption: a quick look before the patterns'."""
LONGEST_CAPTION = 90
"""Words beyond which a line is no caption."""
LONGEST_DOUBLED = 55
"""The same for a description that stands twice; longer lines that do are a story that repeats itself."""
LONGEST_CREDIT = 90
"""Signs of a credit at most."""
