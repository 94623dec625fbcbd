"""When the story was published and updated: declared times first, then times shown, then the address."""

import re
from collections.abc import Iterable
from datetime import date

from reader.article import Moment
from reader.parser.dates import day_first_evidence, read_moment
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.names import Roll, names_of, naming
from reader.parser.page.near import Near
from reader.parser.page.tree import Element, text_of

_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.issued",
    "citation_publication_date",
    "citation_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date.release",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "article.published",
    "pub_date",
    "originalpublicationdate",
    "dc.date",
    "dcterms.date",
    "date",
)
_UPDATED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "article.updated",
    "revised",
)


def read_moments(
    root: Element, roll: Roll, facts: Facts, near: Near, language: str, address: str
) -> tuple[Moment | None, Moment | None]:
    """Published and updated, each None where the page does not say."""
    declared = _declared(facts, "datePublished", _PUBLISHED_METAS)
    changed = _declared(facts, "dateModified", _UPDATED_METAS)
    day_first = day_first_evidence([*declared, *changed], language)
    published, updated = _first(declared, day_first, language), _first(changed, day_first, language)
    if published and updated:
        return published, updated
    shown, shown_updates = _shown(root, roll)
    day_first = day_first_evidence([*declared, *changed, *shown, *shown_updates], language)
    published = published or _first(shown, day_first, language) or _from_address(address)
    updated = updated or _first(shown_updates, day_first, language)
    if published:
        return published, updated
    lines = [line for line in near.lines if _LOOKS_DATED.search(line)]
    day_first = day_first_evidence(lines, language)
    new_lines = [line for line in lines if _UPDATED_WORD.search(line)]
    old_lines = [line for line in lines if line not in new_lines]
    uploads = [words_in(node.get("uploadDate")) for node in facts.nodes]
    return _first([*old_lines, *uploads, *new_lines], day_first, language), updated


def _first(texts: Iterable[str], day_first: bool | None, language: str) -> Moment | None:
    moments = (read_moment(text, day_first=day_first, language=language) for text in texts if text)
    return next((moment for moment in moments if moment is not None and _likely(moment)), None)


_LOOKS_DATED = re.compile(r"\d{4}|\d\d?[./-]\s?\d\d?[./-]\s?\d\d")
_UPDATED_WORD = re.compile(
    r"updat|modif|aktualis|geändert|actuali|mis à jour|aggiorn|atualiz|bijgewerkt|aktualiz|обновл|更新|stand:", re.I
)


def _declared(facts: Facts, key: str, names: tuple[str, ...]) -> list[str]:
    metas = [value for name in names for value in facts.metas.get(name, ())]
    return [words_in(facts.story.get(key)), *metas, *(words_in(node.get(key)) for node in facts.nodes)]


def _likely(moment: Moment) -> bool:
    return 1900 <= moment.year <= 2100


_PUBLISHED_NAME = naming(r"[a-z]*(?:publi|posted|created|issued)[a-z]*|entry-date|post-date|pubdate|dateline")
_UPDATED_NAME = naming(r"[a-z]*(?:updat|modif|revis)[a-z]*|last.?edit[a-z]*")
_DATE_NAME = naming(
    r"[a-z]*dat(?:e|es|um|a)|date[a-z]*|fecha|time|timestamp|published|posted|meta|byline|created|day|publish[a-z]*|updated|modified"
)
_ASIDE_NAME = naming(r"[a-z]*(?:comment|related|sidebar|footer|recent|widget|teaser|copyright)[a-z]*")


def _shown(root: Element, roll: Roll) -> tuple[list[str], list[str]]:
    """Times shown on the page, in the order of how surely they are the story's; published, and updated ones."""
    ranked: list[tuple[int, str]] = []
    updated: list[str] = []
    dated = [(element, names) for element, names in roll if _DATE_NAME(names)]
    dated += [(element, names_of(element)) for element in root.iter("time")]
    for element, names in dated:
        text = element.get("datetime") or element.get("content") or _short(element)
        if not any(sign.isdigit() for sign in text):
            continue
        if _UPDATED_NAME(names) or element.get("itemprop") == "dateModified":
            updated.append(text)
        else:
            ranked.append((_rank(element, names), text))
    ranked.sort(key=lambda item: item[0])
    return [text for _, text in ranked[:30]], updated[:10]


def _rank(element: Element, names: str) -> int:
    """How sure the element is the story's time: 0 is surest."""
    if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
        return 0
    aside = _ASIDE_NAME(names) or any(_ASIDE_NAME(names_of(ancestor)) for ancestor in element.iterancestors())
    sure = 1 if element.tag == "time" or _PUBLISHED_NAME(names) else 2
    return sure + (4 if aside else 0)


def _short(element: Element) -> str:
    text = text_of(element) if len(element) < 12 else ""
    return text if len(text) < 120 else ""


_IN_ADDRESS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"[/-](?P<d>0[1-9]|[12]\d|3[01])-(?P<m>0[1-9]|1[0-2])-(?P<y>(?:19|20)\d\d)(?!\d)"),
)


def _from_address(address: str) -> date | None:
    """The day that stands in the address: /2021/03/09/, /20210309, /09-03-2021."""
    for pattern in _IN_ADDRESS:
        if match := pattern.search(address):
            try:
                return date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:  # the 31st of a short month
                continue
    return None
