"""The head of a dump: title, standfirst, byline and dates, from the lines before the story proper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from reader.article import Moment
from reader.parser import words
from reader.parser.dates import day_first_evidence, find_moment
from reader.parser.plain.bylines import authors_in, is_bare_by, is_name, names_in
from reader.parser.plain.labels import labels_at_start, labels_whole
from reader.parser.plain.shapes import Shape
from reader.parser.plain.sheet import Sheet


@dataclass(slots=True)
class Head:
    """What the head says, and which lines said it. ``opening`` is the first line of the story proper."""

    title: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    opening: int = 0
    first: int = 0
    """The line of the title, or the first one."""
    used: set[int] = field(default_factory=set)


def read_head(sheet: Sheet, story: Sequence[bool], language: str) -> Head:
    """The head of a dump; lines are read, not changed."""
    head = Head(opening=opening_of(sheet, story))
    title = _read_title(sheet, head, language)
    _read_byline_and_dates(sheet, head, language, title)
    _pass_sentences_before_byline(sheet, head)
    title = _read_title(sheet, head, language) if title is None else title
    if not head.authors:
        _read_name_beside_date(sheet, head, title)
    head.used.update(_repetitions(sheet, head))
    return head


def opening_of(sheet: Sheet, story: Sequence[bool]) -> int:
    """The first line of the story that is a sentence of some length, else its first line at all.

    More lines of the story than a head has may stand before that sentence, as in lists: then it opens with them.
    """
    chosen = [place for place, is_story in enumerate(story) if is_story]
    if not chosen:
        return 0
    full = next((at for at, place in enumerate(chosen) if _is_full(sheet.shapes[place])), 0)
    in_a_row = chosen[full] - chosen[0] <= full + 1
    return max(1, chosen[0]) if full > MOST_HEAD_LINES and in_a_row else chosen[full]


def _is_full(shape: Shape) -> bool:
    """Whether a line is long enough for the first of a story: a sentence, or longer than titles are."""
    return shape.words >= 10 and (shape.ends_sentence or shape.words >= 22)


def _read_title(sheet: Sheet, head: Head, language: str) -> int | None:
    title = _title_line(sheet, head.opening, language)
    if title is not None:
        head.title, head.first = sheet.lines[title].text, title
        head.used.add(title)
    return title


def _title_line(sheet: Sheet, opening: int, language: str) -> int | None:
    """The line of the title: the first of a main text; on a whole page the one that shares most with the story."""
    reach = 30 if sheet.kind == "page" else 12
    before = range(max(0, opening - reach), opening)
    choices = [place for place in before if _may_be_title(sheet, place)]
    choices = [place for place in choices if not is_byline_like(sheet.lines[place].text, language)]
    if not choices:
        return 0 if opening > 0 and _is_word_over_all(sheet) else None
    said = _content_words(" ".join(line.text for line in sheet.lines[opening : opening + 40]))
    if sheet.kind == "story":
        return max(choices, key=lambda place: _likeness(sheet, place, said) - _lateness(sheet, place, choices))
    return max(choices, key=lambda place: (_likeness(sheet, place, said), place))


def _may_be_title(sheet: Sheet, place: int) -> bool:
    line, shape = sheet.lines[place], sheet.shapes[place]
    if line.bullet or shape.whole or shape.set_off or not 2 <= shape.words <= 30 or len(line.text) > 200:
        return False
    if shape.starts & {"advert", "share", "signup", "legal", "comments"} and shape.words > 2:
        return False
    return not (is_date_line(line.text, shape.words) or line.text.endswith((",", ":", "。")) or shape.has_address)


def _is_word_over_all(sheet: Sheet) -> bool:
    """Whether a main text begins with one word alone, no label: a title as short as can be."""
    first, shape = sheet.lines[0], sheet.shapes[0]
    return sheet.kind == "story" and first.text.isalpha() and not (first.bullet or shape.whole or shape.starts)


def _likeness(sheet: Sheet, place: int, said: set[str]) -> float:
    """How much a line of the head has in common with the story, and how much it looks like a title."""
    own = _content_words(sheet.lines[place].text)
    shape, line_end = sheet.shapes[place], sheet.lines[place].text[-1]
    share = len(own & said) / (len(own) or 1)
    against = 1.5 * (shape.ends_sentence and line_end not in "?!") + 1.0 * (shape.separators > 0)
    return share * min(len(own), 8) + (shape.times > 1 and not _is_doubled(sheet, place)) - against


def _lateness(sheet: Sheet, place: int, choices: Sequence[int]) -> float:
    """What speaks against a later line of a main text: its place, and that it looks like a caption."""
    is_caption = _is_doubled(sheet, place) or is_name(sheet.lines[place + 1].text)
    return FIRST_COUNTS * choices.index(place) + 2.5 * (is_caption and place != choices[0])


def _is_doubled(sheet: Sheet, place: int) -> bool:
    """Whether the line before or after says the same, as descriptions of pictures do."""
    beside = sheet.lines[max(0, place - 1) : place] + sheet.lines[place + 1 : place + 2]
    return any(line.text == sheet.lines[place].text for line in beside)


def _content_words(text: str) -> set[str]:
    """The longer words, and pairs of CJK signs."""
    text = text.casefold()
    pairs = {run[at : at + 2] for run in _CJK_RUN.findall(text) for at in range(len(run) - 1)}
    return pairs | set(_LONG_WORD.findall(_CJK_RUN.sub(" ", text)))


def _read_byline_and_dates(sheet: Sheet, head: Head, language: str, title: int | None) -> None:
    first = max(0, (title if title is not None else head.opening) - 3)
    places = range(first, min(head.opening + 5, len(sheet.lines)))
    day_first = day_first_evidence((sheet.lines[place].text for place in places), language)
    for place in places:
        if place in head.used:
            continue
        text = sheet.lines[place].text
        _read_authors(sheet, head, place, language)
        if is_date_line(text, sheet.shapes[place].words) or place in head.used:
            _read_dates(sheet, head, place, day_first, language)


def _read_authors(sheet: Sheet, head: Head, place: int, language: str) -> None:
    text = sheet.lines[place].text
    following = sheet.lines[place + 1].text if place + 1 < len(sheet.lines) else ""
    if sheet.shapes[place].ends_sentence and sheet.shapes[place].words > 8:
        return
    if is_bare_by(text, language) and names_in(following):
        head.authors = head.authors or names_in(following)
        head.used.update((place, place + 1))
    elif names := authors_in(text, language):
        head.authors = head.authors or names
        head.used.add(place)


def _read_name_beside_date(sheet: Sheet, head: Head, title: int | None) -> None:
    """A name alone on its line right before or behind a date is a byline that lacks its "By"."""
    if title is None:
        return
    for place in range(title + 1, min(head.opening + 1, len(sheet.lines))):
        text = sheet.lines[place].text
        beside = {place - 1, place + 1} & head.used - {title}
        if place not in head.used and beside and " " in text and not sheet.shapes[place].starts and is_name(text):
            head.authors = (text,)
            head.used.add(place)
            return


def _read_dates(sheet: Sheet, head: Head, place: int, day_first: bool | None, language: str) -> None:
    """The dates of one line; a time on the next line belongs to them."""
    text = sheet.lines[place].text
    if place + 1 < len(sheet.lines) and _TIME_ALONE.fullmatch(sheet.lines[place + 1].text):
        text = f"{text} {sheet.lines[place + 1].text}"
        head.used.add(place + 1)
    for part in _parts(text):
        found = find_moment(part, day_first=day_first, language=language)
        if not found:
            continue
        head.used.add(place)
        if "updated" in labels_at_start(part, language) | labels_whole(found[1], language):
            head.updated = head.updated or found[0]
        else:
            head.published = head.published or found[0]


def _parts(text: str) -> Iterator[str]:
    """A line with several dates in it, cut before each label of a change; else the line."""
    yield from (part for part in _date_parts().split(text) if part.strip())


@cache
def _date_parts() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, words.every("updated")), key=len, reverse=True))
    return re.compile(rf"[|•·]|(?=(?<!\w)(?:{labels})(?!\w))", re.I)


def is_date_line(text: str, count: float) -> bool:
    """Whether a line is hardly more than a date with its label."""
    if count > 14 or not (found := find_moment(text)):
        return False
    return len(_LONG_WORD.findall(found[1])) <= 4


def _pass_sentences_before_byline(sheet: Sheet, head: Head) -> None:
    """Where byline or date follow the first sentences, these were the standfirst, and the story opens after them."""
    later = [place for place in head.used if place >= head.opening]
    if later and (head.title or head.authors) and max(later) - head.opening <= 4:
        head.opening = min(max(later) + 1, len(sheet.lines))


def read_standfirst(sheet: Sheet, head: Head, pictures: set[int]) -> None:
    """The first line between title and story that could be a sentence and is nothing else, not of a picture either."""
    for place in range(head.first + 1, min(head.opening, len(sheet.lines)) if head.title else 0):
        line, shape = sheet.lines[place], sheet.shapes[place]
        labels = shape.whole | shape.set_off | (shape.starts & {"credit", "signup", "share", "legal"})
        taken = place in head.used or place in pictures or shape.times > 1
        if not (taken or labels or line.bullet or _is_name_list(shape)) and 5 <= shape.words <= 70:
            head.standfirst = line.text
            head.used.add(place)
            return


def _is_name_list(shape: Shape) -> bool:
    """Whether a line names things and says nothing: sections, or topics, as "Boats, Ferry News, Harbour, All"."""
    return shape.capitals > NAMES_ALONE and not shape.ends_sentence


def _repetitions(sheet: Sheet, head: Head) -> set[int]:
    """Lines of the head that only repeat the title or an author's name."""
    said = {head.title.casefold(), *(name.casefold() for name in head.authors)} - {""}
    return {place for place in range(head.opening) if sheet.lines[place].text.casefold() in said}


def is_byline_like(text: str, language: str) -> bool:
    """Whether a line names its authors behind a word such as "By"."""
    names = authors_in(text, language)
    return bool(names) and all(is_name(name) and " " in name for name in names)


_TIME_ALONE = re.compile(r"[-–—|,•·\s]*\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr|h)?\s*[A-Z()+:0-9]{0,8}", re.I)
MOST_HEAD_LINES = 5
"""Lines of a head that may be taken for story, title and standfirst and captions; more are a list that opens it."""
NAMES_ALONE = 0.85
"""The share of words with a capital above which a line only names."""
FIRST_COUNTS = 0.6
"""What each place further down takes from a line's likeness to a title in a main text."""
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_CJK_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2,}")
