"""The dates a page shows: by the headline, and elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.parser.dates import find_moment
from reader.parser.page.date_labels import by_label, calls_published
from reader.parser.page.named import Named, kinds_of
from reader.parser.page.names import names_of, naming
from reader.parser.page.near import Near
from reader.parser.page.roll import TOLD_DATES
from reader.parser.page.surroundings import reason_of
from reader.parser.page.tree import Element, flat, text_of

MOST_SHOWN = 30
MOST_PARTS = 12
LONGEST_DATE = 120


@dataclass(slots=True)
class Shown:
    """Texts that hold a date, most telling first: of the publication, and of a later change."""

    published: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)


def shown_by_headline(named: Named, near: Near) -> Shown:
    """The dates that are marked as the story's, or stand by the headline."""
    shown = Shown()
    by_headline = [number for number in near.numbers if number in named.dated]
    for dated in _ranked([*named.elements(by_headline), *filter(_is_marked, named.told("datePublished"))]):
        for text in dated.texts:
            published, updated = ([], [text]) if dated.is_of_change else by_label(text)
            shown.published += published
            shown.updated += updated
    return shown


def shown_elsewhere(named: Named, near: Near) -> Shown:
    """The dates anywhere else, those among other stories and comments apart."""
    shown = Shown()
    for dated in _ranked(named.elements(named.dated.difference(near.numbers))):
        published, updated = by_label(dated.texts[0])
        (shown.updated if dated.is_of_change else shown.published).extend([*published, *updated])
    return shown


@dataclass(frozen=True, slots=True)
class _Dated:
    """An element that holds dates of the story: how telling it is, what it says."""

    rank: int
    texts: list[str]
    is_of_change: bool


def _ranked(elements: Iterable[Element]) -> list[_Dated]:
    """Those that hold the story's dates, most telling first: marked, published or ``time``, others."""
    ranked: list[_Dated] = []
    known: dict[Element, bool] = {}
    for element in dict.fromkeys(elements):
        texts = _texts_of(element)
        if texts and _is_of_story(element, known):
            ranked.append(_Dated(_rank(element), texts, _is_of_change(element)))
            if len(ranked) == MOST_SHOWN:
                break
    ranked.sort(key=lambda dated: dated.rank)
    return ranked


_UNSEEN = frozenset({"meta", "link", "script", "style", "input"})
"""What these say is read with the page's head."""


def _is_marked(element: Element) -> bool:
    return "datePublished" in (element.get("itemprop") or "") or element.get("pubdate") is not None


def _rank(element: Element) -> int:
    if _is_marked(element):
        return 0
    return 1 if element.tag == "time" or element.get("datetime") or "published" in kinds_of(names_of(element)) else 2


def _is_of_change(element: Element) -> bool:
    """Whether it is named as the time of a change and not of the publication too."""
    kinds = kinds_of(names_of(element))
    is_marked = not _CHANGES.isdisjoint((element.get("itemprop") or "").split())
    return is_marked or ("updated" in kinds and "published" not in kinds)


_CHANGES = frozenset({"dateModified", "dateUpdated"})


_OTHER = r"[a-z]*(?:comment|related|sidebar|recent|widget|teaser)[a-z]*|archive-?list|latest|masthead"
_OTHERS_ABOVE_FOOT = naming(_OTHER)
_OTHERS = naming(_OTHER + r"|[a-z]*(?:footer|copyright)[a-z]*")
"""The foot of a page may tell its last change, and otherwise the days of rights."""


def _is_of_story(element: Element, known: dict[Element, bool]) -> bool:
    """Whether it is seen, and marked or not in a comment, with other stories or at the page's foot."""
    if element.tag in _UNSEEN:
        return False
    if _is_of_change(element):
        return not any(_OTHERS_ABOVE_FOOT(names_of(above)) for above in (element, *element.iterancestors()))
    return _is_marked(element) or not _is_among_others(element, known)


def _is_among_others(element: Element, known: dict[Element, bool]) -> bool:
    """Whether it or what it stands in is named as other stories; ``known``: what was found of others before."""
    asked: list[Element] = []
    above: Element | None = element
    while above is not None and above not in known:
        asked.append(above)
        above = None if _OTHERS(names_of(above)) else above.getparent()
    found = known[above] if above is not None else bool(_OTHERS(names_of(asked[-1])))
    known.update(dict.fromkeys(asked, found))
    return found


def _texts_of(element: Element) -> list[str]:
    """What the element says to machines, and what it shows where that may tell the zone of the first."""
    told = element.get("datetime") or element.get("content") or _kept_for_script(element) or _in_title(element)
    if told and not _UTC.search(told):
        return [told] if _DIGIT.search(told) else []
    text = text_of(element) if len(element) < MOST_PARTS else ""
    return [said for said in (told, text) if said and len(said) < LONGEST_DATE and _DIGIT.search(said)]


def _kept_for_script(element: Element) -> str:
    """The date that a script is to show in an element without words."""
    told = next((value for name in TOLD_DATES if (value := element.get(name))), "")
    return told if told and not text_of(element) else ""


def _in_title(element: Element) -> str:
    """The moment that the element shows to the mouse, as for "5 hours ago" and in microformats."""
    said = element.get("title") or ""
    return said if _MACHINE.match(said) else ""


_MACHINE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_DIGIT = re.compile(r"\d")
_UTC = re.compile(r"(?:z|[+-]00:?00)$", re.I)


def lone_dates(named: Named) -> list[str]:
    """Short texts anywhere that are little more than a date, links and other stories apart.

    Where several days stand there, as in a list of events, none is the story's.
    """
    found: dict[str, None] = {}
    for element in named.tagged(*_TEXT_TAGS):
        text = element.text
        if text and 6 < len(text) < LONGEST_LONE and LOOKS_DATED.search(text):
            line = flat(text)
            if _is_little_more_than_date(line) and _stands_by_itself(element):
                found.setdefault(line)
    return list(found) if len(found) <= MOST_LONE else []


def labelled_dates(named: Named) -> list[str]:
    """The short text that calls a date that of the publication, wherever it stands; none if several do.

    What the foot of the whole page says is said of the paper: the day on which it was registered.
    """
    found: dict[str, None] = {}
    for element in named.small(MOST_PARTS, *_TEXT_TAGS):
        if not any(map(_may_tell_date, (element.text, *(inner.tail for inner in element)))):
            continue
        line = text_of(element)
        if len(line) < LONGEST_LABELLED and calls_published(line) and not _is_of_page_or_others(element):
            found.setdefault(line)
    return list(found) if len(found) == 1 else []


LONGEST_LABELLED = 200
"""Signs of a line of several facts about a story."""


def _may_tell_date(text: str | None) -> bool:
    """Whether it is short enough for a labelled date and looks like one: most text stands in long paragraphs."""
    return bool(text and len(text.strip()) < LONGEST_LABELLED and LOOKS_DATED.search(text))


def _is_of_page_or_others(element: Element) -> bool:
    around = (element, *element.iterancestors())
    return any(
        above.tag == "footer" or "foot" in (above.get("id") or "").lower() or _OTHERS_ABOVE_FOOT(names_of(above))
        for above in around
    )


LONGEST_LONE, MOST_LONE = 80, 2
_TEXT_TAGS = ("p", "span", "div", "em", "strong", "b", "i", "small", "td", "dd", "h4", "h5", "h6", "font", "time", "li")
LOOKS_DATED = re.compile(r"\d{4}|\d\d?\s?[./|-]\s?\d\d?\s?[./|-]\s?\d\d|\d\d? [^\W\d_]{3,} \d\d\b")


def _is_little_more_than_date(line: str) -> bool:
    """Whether a word or two stand beside the date, or few more behind a stroke, a colon or the like."""
    found = find_moment(line)
    rest = found[1].split() if found is not None else ()
    return found is not None and (len(rest) <= 2 or (len(rest) <= MOST_BESIDE and bool(_STROKE.search(line))))


MOST_BESIDE = 5
"""Words."""
_STROKE = re.compile(r"[|:·–—(]| - ")


def _stands_by_itself(element: Element) -> bool:
    above = (element, *element.iterancestors())
    return not any(e.tag in _NOT_STORY or _OTHERS_BUT_TEASERS(names_of(e)) or reason_of(e) for e in above)


_NOT_STORY = frozenset({"a", "footer", "nav", "aside", "figcaption", "blockquote"})
_OTHERS_BUT_TEASERS = naming(
    r"[a-z]*(?:comment|related|sidebar|recent|widget|footer|copyright)[a-z]*|archive-?list|latest"
)
"""A teaser may be the beginning of the story itself."""
