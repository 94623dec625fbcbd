"""The dates a page shows: by the headline, elsewhere, and those of a later change."""

import re
from dataclasses import dataclass, field

from reader.parser import words
from reader.parser.page.names import Roll, names_of, naming
from reader.parser.page.near import Near
from reader.parser.page.tree import Element, text_of


@dataclass(slots=True)
class Shown:
    """Texts that hold a date, most telling first."""

    surely: list[str] = field(default_factory=list)
    """Times of the story: marked as its publication, or standing by the headline."""
    elsewhere: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)


_PUBLISHED_NAME = naming(r"[a-z]*(?:publi|posted|created|issued)[a-z]*|entry-date|post-date|pubdate|dateline")
_UPDATED_NAME = naming(r"[a-z]*(?:updat|modif|revis)[a-z]*|last.?edit[a-z]*")
_DATE_NAME = naming(
    r"[a-z]*dat(?:e|es|um|a)|date[a-z]*|fecha|time|timestamp|published|posted|meta|byline|created|day|publish[a-z]*"
    r"|updated|modified"
)
_ASIDE_NAME = naming(
    r"[a-z]*(?:comment|related|sidebar|footer|recent|widget|teaser|copyright)[a-z]*|archive-?list|latest|masthead"
)
MOST_SHOWN = 30


def shown_dates(root: Element, roll: Roll, near: Near) -> Shown:
    """The dates on the page, from elements that are named for a date or are a ``time``."""
    dated = roll.named(_DATE_NAME)
    dated += [(element, names_of(element)) for element in root.iter("time") if not _DATE_NAME(names_of(element))]
    nearby = set(near.elements)
    ranked: list[tuple[int, str]] = []
    shown = Shown()
    for element, names in dated:
        text = element.get("datetime") or element.get("content") or _short(element)
        if not _DIGIT.search(text):
            continue
        published, updated = by_label(text)
        if _UPDATED_NAME(names) or element.get("itemprop") == "dateModified":
            published, updated = [], [text]
        rank = _rank(element, names, nearby)
        shown.updated += updated if rank < 2 * ELSEWHERE else []
        ranked += [(rank, old) for old in published]
    ranked.sort(key=lambda item: item[0])
    shown.surely = [text for rank, text in ranked[:MOST_SHOWN] if rank < ELSEWHERE]
    shown.elsewhere = [text for rank, text in ranked if rank >= ELSEWHERE][:MOST_SHOWN]
    return shown


ELSEWHERE = 4
"""From this rank on a time stands elsewhere, from twice it among other stories or comments."""
_DIGIT = re.compile(r"\d")


def _rank(element: Element, names: str, nearby: set[Element]) -> int:
    """How sure the element is the story's time: 0 is surest."""
    if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
        return 0
    rank = 1 if element.tag == "time" or _PUBLISHED_NAME(names) else 2
    if element not in nearby:
        rank += ELSEWHERE
    aside = _ASIDE_NAME(names) or any(_ASIDE_NAME(names_of(ancestor)) for ancestor in element.iterancestors())
    return rank + (2 * ELSEWHERE if aside else 0)


def _short(element: Element) -> str:
    text = text_of(element) if len(element) < 12 else ""
    return text if len(text) < 120 else ""


def _label(kind: str) -> str:
    long = (word for word in words.every(kind) if len(word) > 4 or not word.isascii())
    return "|".join(map(re.escape, sorted(long, key=len, reverse=True)))


_LABELS = re.compile(rf"(?P<new>{_label('updated')}|stand:|modif)|(?P<old>{_label('published')}|created)", re.I)


_MAY_BE_LABELLED = re.compile(r"[^\W\d_]{4}|[^\x00-\x7f]")
"""Labels in ASCII have words of four letters and more; times for machines have not."""


def by_label(text: str) -> tuple[list[str], list[str]]:
    """The text cut at its labels, as "Published 3 May, updated 5 May": what is of the publication, what of a change."""
    labels = list(_LABELS.finditer(text)) if _MAY_BE_LABELLED.search(text) else []
    if not labels:
        return [text], []
    published: list[str] = [text[: labels[0].start()]]
    updated: list[str] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        part = text[label.end() : following.start() if following else len(text)]
        (updated if label["new"] else published).append(part)
    return [part for part in published if _DIGIT.search(part)], [part for part in updated if _DIGIT.search(part)]
