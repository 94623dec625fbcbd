"""The dates a page shows: by the headline, and elsewhere."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reader.parser import words
from reader.parser.page.named import Named, kinds_of
from reader.parser.page.names import names_of, naming
from reader.parser.page.near import Near
from reader.parser.page.tree import Element, text_of

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
    ranked = _ranked(named, lambda element: element in near.holds or _is_marked(element))
    for element in ranked:
        for text in _texts_of(element):
            published, updated = by_label(text)
            if _is_of_change(element):
                published, updated = [], [text]
            shown.published += published
            shown.updated += updated
    return shown


def shown_elsewhere(named: Named, near: Near) -> Shown:
    """The dates anywhere else, those among other stories and comments apart."""
    shown = Shown()
    for element in _ranked(named, lambda element: element not in near.holds and not _is_marked(element)):
        published, updated = by_label(_texts_of(element)[0])
        (shown.updated if _is_of_change(element) else shown.published).extend([*published, *updated])
    return shown


def _ranked(named: Named, wanted: Callable[[Element], bool]) -> list[Element]:
    """The elements that hold dates and are wanted, most telling first: marked, published or ``time``, others."""
    every = dict.fromkeys([*named.told("datePublished"), *named.told("dateModified"), *named.of("date"), *named.dated])
    ranked: list[tuple[int, Element]] = []
    for element in every:
        if len(ranked) < MOST_SHOWN and wanted(element) and _texts_of(element) and _is_of_story(element):
            ranked.append((_rank(element), element))
    ranked.sort(key=lambda item: item[0])
    return [element for _, element in ranked]


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
    return "dateModified" in (element.get("itemprop") or "") or ("updated" in kinds and "published" not in kinds)


_OTHERS = naming(
    r"[a-z]*(?:comment|related|sidebar|footer|recent|widget|teaser|copyright)[a-z]*|archive-?list|latest|masthead"
)


def _is_of_story(element: Element) -> bool:
    """Whether it is seen, and marked or not in a comment, with other stories or at the page's foot."""
    if element.tag in _UNSEEN:
        return False
    return _is_marked(element) or not any(_OTHERS(names_of(above)) for above in (element, *element.iterancestors()))


def _texts_of(element: Element) -> list[str]:
    """What the element says to machines, and what it shows where that may tell the zone of the first."""
    told = element.get("datetime") or element.get("content")
    if told and not _UTC.search(told):
        return [told] if _DIGIT.search(told) else []
    text = text_of(element) if len(element) < MOST_PARTS else ""
    return [said for said in (told, text) if said and len(said) < LONGEST_DATE and _DIGIT.search(said)]


_DIGIT = re.compile(r"\d")
_UTC = re.compile(r"(?:z|[+-]00:?00)$", re.I)


# Labels in a text: "Published 3 May, updated 5 May"


def _label(kind: str) -> list[str]:
    return [word for word in words.every(kind) if len(word) > 4 or not word.isascii()]


def _one_of(labels: list[str]) -> str:
    return "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))


_NEW, _OLD = [*_label("updated"), "stand:", "modif"], [*_label("published"), "created"]
_LABELS = re.compile(rf"(?P<new>{_one_of(_NEW)})|(?P<old>{_one_of(_OLD)})", re.I)
_BEGINNINGS = frozenset(label[:4] for label in (*_NEW, *_OLD))
_WORD = re.compile(r"[a-z]{4}")


def by_label(text: str) -> tuple[list[str], list[str]]:
    """The text cut at its labels: what is of the publication, what of a change."""
    labels = list(_LABELS.finditer(text)) if _may_be_labelled(text) else []
    if not labels:
        return [text], []
    published: list[str] = [text[: labels[0].start()]]
    updated: list[str] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        part = text[label.end() : following.start() if following else len(text)]
        (updated if label["new"] else published).append(part)
    return [part for part in published if _DIGIT.search(part)], [part for part in updated if _DIGIT.search(part)]


def _may_be_labelled(text: str) -> bool:
    """Whether a label may stand there: a quick look, for most texts have none and the labels are many."""
    return not text.isascii() or not _BEGINNINGS.isdisjoint(_WORD.findall(text.lower()))
