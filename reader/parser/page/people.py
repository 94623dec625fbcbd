"""The authors: people named by the page, one name each, in the order given."""

import html
import re
from collections.abc import Iterable

from reader.parser.page.facts import Facts, Node, words_in
from reader.parser.page.tree import Element, flat, names_of, text_of
from reader.parser.page.words import WORDS


def read_authors(root: Element, facts: Facts, site: str, host: str) -> tuple[str, ...]:
    """The authors' names. Order: JSON-LD, meta words, marked names on the page, byline elements."""
    for source in (_from_json, _from_metas):
        if people := _people(source(facts), site, host):
            return people
    for visible in (_marked, _bylines):
        if people := _people(visible(root), site, host):
            return people
    return ()


def _from_json(facts: Facts) -> Iterable[str]:
    for key in ("author", "creator"):
        value = facts.story.get(key)
        entries = value if isinstance(value, list) else [value]
        for entry in entries:
            yield from _names_of_entry(entry, facts)


def _names_of_entry(entry: object, facts: Facts) -> Iterable[str]:
    if isinstance(entry, dict):
        name = entry.get("name") or words_in(_by_id(facts, entry.get("@id")).get("name"))
        if "Organization" not in str(entry.get("@type")):
            yield from ([words_in(n) for n in name] if isinstance(name, list) else [words_in(name)])
    else:
        yield words_in(entry)


def _by_id(facts: Facts, name: object) -> Node:
    return next((node for node in facts.nodes if name and node.get("@id") == name), {})


_META_NAMES = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "dcsext.author",
    "article:author",
    "og:article:author",
    "cxenseparse:author",
)


def _from_metas(facts: Facts) -> Iterable[str]:
    for name in _META_NAMES:
        values = [v for v in facts.metas.get(name, []) if not v.startswith(("http", "@", "/"))]
        if values:
            yield from values
            return


def _marked(root: Element) -> Iterable[str]:
    """Names marked as the author's: itemprop or rel; one kind of mark counts, the first that has names."""
    for path in ('.//*[@itemprop="author"]', './/a[@rel="author"]', './/*[contains(@class,"vcard")]//*[@class="fn"]'):
        names = []
        for element in root.xpath(path)[:12]:  # type: ignore[union-attr,index]
            inner = element.xpath('.//*[@itemprop="name"]')
            names.append(text_of(inner[0]) if inner else (flat(element.get("content")) or text_of(element)))
        if any(names):
            return names
    return []


_BYLINE = re.compile(r"(?<![a-z])(?:byline|author|autor|auteur|autore|writer|verfasser|contributor)s?(?![a-z])")


def _bylines(root: Element) -> Iterable[str]:
    """The text of elements named as a byline: short ones, outside of comments, links inside taken apart."""
    for element in root.iter("a", "span", "div", "p", "address", "li", "cite", "strong", "em"):
        names = f"{names_of(element)} {(element.get('rel') or '')} {element.get('data-testid') or ''}"
        if not _BYLINE.search(names) or "comment" in names:
            continue
        text = text_of(element)
        if 3 < len(text) < 120:
            links = [text_of(link) for link in element.iter("a")]
            yield ", ".join(links) if links and any(map(_is_name, links)) else text
            if _people([text], "", ""):
                return


def _people(candidates: Iterable[str], site: str, host: str) -> tuple[str, ...]:
    people: dict[str, str] = {}
    for candidate in candidates:
        for name in split_names(candidate):
            if _is_name(name) and not _is_house(name, site, host):
                people.setdefault(name.casefold(), name)
    return tuple(people.values())[:20]


_HEAD = re.compile(r"^\W*(?:" + "|".join(map(re.escape, WORDS["byline"]["by"])) + r")(?:\s*:\s*|\s+)", re.I)
_JOIN = re.compile(r"\s*(?:[,;|/•·&\n]|\s(?:" + "|".join(map(re.escape, WORDS["byline"]["and"])) + r")\s)\s*")
_TAIL = re.compile(
    r"\s*(?:[(\[].*|\s[-–—]\s.*|\s\d.*|@.*|\s(?:" + "|".join(map(re.escape, WORDS["byline"]["for"])) + r")\s.*)$", re.I
)


def split_names(text: str) -> list[str]:
    """'By Ann Lee and Bo Park, Staff' → the names, without the word before them."""
    text = flat(html.unescape(text))
    names = []
    for part in _JOIN.split(_HEAD.sub("", text)):
        name = _TAIL.sub("", _HEAD.sub("", part or "")).strip(" .:-–—,*'\"")
        if name:
            names.append(name)
    return names


_NOT_NAME = re.compile(r"https?:|www\.|\.(?:com|org|net|de|co)\b|[\d<>{}=_@#?!]", re.I)


def _is_name(name: str) -> bool:
    words = name.split()
    return (
        1 < len(name) < 50
        and len(words) <= 5
        and not _NOT_NAME.search(name)
        and name.casefold() not in _NEVER
        and not (len(words) > 1 and words[0].casefold() in _NEVER_FIRST)
    )


_NEVER = frozenset(WORDS["byline"]["never"])
_NEVER_FIRST = frozenset(WORDS["byline"]["never_first"])


def _is_house(name: str, site: str, host: str) -> bool:
    """Whether the name is the site's own."""
    squashed = re.sub(r"\W+", "", name.casefold())
    return squashed in {re.sub(r"\W+", "", site.casefold()), re.sub(r"\W+", "", host.removeprefix("www."))} or (
        len(squashed) > 4 and host.removeprefix("www.").split(".")[0] == squashed
    )
