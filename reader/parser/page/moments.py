"""When the story was published and updated: declared times first, then times shown near the headline, then the address."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from reader.article import Moment
from reader.parser.dates import day_first_evidence, read_moment
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.tree import Element, names_of, text_of

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


def read_moments(root: Element, facts: Facts, near: list[str], language: str, address: str) -> tuple[Moment | None, Moment | None]:
    """Published and updated, each None where the page does not say."""
    published = list(_declared(facts, "datePublished", _PUBLISHED_METAS))
    updated = list(_declared(facts, "dateModified", _UPDATED_METAS))
    shown, shown_updated = _shown(root)
    lines = [line for line in near if _LOOKS_DATED.search(line)]
    new_lines = [line for line in lines if _UPDATED_WORD.search(line)]
    lines = [line for line in lines if line not in new_lines] + new_lines
    day_first = day_first_evidence([*published, *shown, *updated, *lines], language)

    def first(texts: Iterable[str]) -> Moment | None:
        moments = (read_moment(text, day_first=day_first, language=language) for text in texts if text)
        return next((moment for moment in moments if moment is not None and _likely(moment)), None)

    uploads = [words_in(node.get("uploadDate")) for node in facts.nodes]
    when = first(published) or first(shown) or _from_address(address) or first(lines) or first(uploads)
    return when, first(updated) or first(shown_updated) or first(new_lines)


_LOOKS_DATED = re.compile(r"\d{4}|\d\d?[./-]\s?\d\d?[./-]\s?\d\d")
_UPDATED_WORD = re.compile(r"updat|modif|aktualis|geändert|actuali|mis à jour|aggiorn|atualiz|bijgewerkt|aktualiz|обновл|更新|stand:", re.I)


def _declared(facts: Facts, key: str, names: tuple[str, ...]) -> Iterator[str]:
    yield words_in(facts.story.get(key))
    for name in names:
        yield from facts.metas.get(name, ())
    for node in facts.nodes:
        yield words_in(node.get(key))


def _likely(moment: Moment) -> bool:
    return 1900 <= moment.year <= 2100


_PUBLISHED_NAME = re.compile(r"publi|posted|created|entry-date|post-date|pubdate|dateline|issued")
_UPDATED_NAME = re.compile(r"updat|modif|revis|last.?edit")
_DATE_NAME = re.compile(
    r"(?<![a-z])(?:date|datum|fecha|data|time|timestamp|published|posted|pubdate|meta|byline|created|datetime|day)(?![a-z])|date"
)
_ASIDE_NAME = re.compile(r"comment|related|sidebar|footer|recent|widget|teaser|copyright")


def _shown(root: Element) -> tuple[list[str], list[str]]:
    """Times shown on the page, in the order of how surely they are the story's; published, and updated ones."""
    ranked: list[tuple[int, str]] = []
    updated: list[str] = []
    for element in root.iter(
        "time", "span", "div", "p", "abbr", "li", "small", "a", "td", "em", "i", "b", "dd", "address"
    ):
        rank, text = _moment_words(element)
        if not text:
            continue
        if rank < 0:
            updated.append(text)
        else:
            ranked.append((rank, text))
    ranked.sort(key=lambda item: item[0])
    return [text for _, text in ranked[:30]], updated[:10]


def _moment_words(element: Element) -> tuple[int, str]:
    """How sure the element is the story's time (0 is surest, below 0 an update), and its words."""
    names = f"{names_of(element)} {(element.get('itemprop') or '').lower()}"
    if element.tag != "time" and not _DATE_NAME.search(names):
        return 9, ""
    text = element.get("datetime") or element.get("content") or _short(element)
    if not any(sign.isdigit() for sign in text):
        return 9, ""
    if _UPDATED_NAME.search(names):
        return -1, text
    return _rank(element, names), text


def _rank(element: Element, names: str) -> int:
    if "datepublished" in names or element.get("pubdate") is not None:
        return 0
    context = " ".join(names_of(ancestor) for ancestor in element.iterancestors())
    aside = bool(_ASIDE_NAME.search(context + names))
    sure = 1 if element.tag == "time" or _PUBLISHED_NAME.search(names) else 2
    return sure + (4 if aside else 0)


def _short(element: Element) -> str:
    text = text_of(element) if len(element) < 12 else ""
    return text if len(text) < 120 else ""


_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)|/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
)


def _from_address(address: str) -> date | None:
    match = _IN_ADDRESS.search(address)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None
