"""The authors: people named by the page, one name each, in the order given."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from lxml import etree

from reader.parser import words
from reader.parser.page.facts import Facts, Node, words_in
from reader.parser.page.likeness import squashed
from reader.parser.page.names import Roll, naming
from reader.parser.page.near import Near
from reader.parser.page.surroundings import reason_of
from reader.parser.page.tree import BLOCK_TAGS, Element, flat, text_of
from reader.parser.page.words import WORDS


def read_authors(root: Element, roll: Roll, facts: Facts, near: Near, site: str, host: str) -> tuple[str, ...]:
    """The authors' names. Order: JSON-LD, meta words, marked names and bylines by the headline, then elsewhere, lines
    by the headline, labelled lines elsewhere.

    Where none of them names a person, the owner of the site counts, and last the house: "Redaktion", "Agency Staff".
    """
    owners = _owners(facts)
    sources = [_cached(source) for source in _sources(root, roll, facts, near)]
    for may_be in (
        lambda name: is_person(name, site, host) and squashed(name) not in owners,
        lambda name: is_person(name, "", ""),
        is_house,
    ):
        for source in sources:
            if people := _people(source(), may_be):
                return people
    return _people(_from_json(facts, organizations=True), is_house)


def _sources(root: Element, roll: Roll, facts: Facts, near: Near) -> Iterator[Callable[[], Iterable[str]]]:
    """Where names may stand, the surest first."""
    nearby = set(near.elements)
    yield lambda: _from_json(facts)
    for name in _META_NAMES:
        yield partial(_from_meta, facts, name)
    yield lambda: _marked(root, roll, nearby)
    yield lambda: _bylines([(element, names) for element, names in roll if element in nearby])
    yield lambda: (line for line in near.lines if _is_named(line))
    yield lambda: _from_labelled_meta(facts)
    yield lambda: _marked(root, roll, None)
    yield lambda: _bylines(roll)
    yield lambda: labelled_lines(root)


def _cached(source: Callable[[], Iterable[str]]) -> Callable[[], list[str]]:
    return cache(lambda: list(source()))


def _owners(facts: Facts) -> set[str]:
    """The squashed names of those whom the page names as its publisher or the owner of its rights."""
    names = [words_in(facts.story.get("publisher")), facts.meta("copyright"), facts.meta("dc.rights", "rights")]
    names += [words_in(node.get("name")) for node in facts.of_kind("Organization", "NewsMediaOrganization")]
    return {squashed(_RIGHTS.sub(" ", name)) for name in names if name}


_RIGHTS = re.compile(r"copyright|\(c\)|©|all rights reserved|\d{4}", re.I)


def _from_json(facts: Facts, *, organizations: bool = False) -> Iterable[str]:
    for key in ("author", "creator"):
        value = facts.story.get(key)
        entries = value if isinstance(value, list) else [value]
        for entry in entries:
            yield from _names_of_entry(entry, facts, organizations=organizations)


def _names_of_entry(entry: object, facts: Facts, *, organizations: bool) -> Iterable[str]:
    if isinstance(entry, dict):
        name = entry.get("name") or words_in(_by_id(facts, entry.get("@id")).get("name"))
        if organizations == ("Organization" in str(entry.get("@type"))):
            yield from ([words_in(n) for n in name] if isinstance(name, list) else [words_in(name)])
    elif not organizations:
        yield words_in(entry)


def _by_id(facts: Facts, name: object) -> Node:
    return next((node for node in facts.nodes if name and node.get("@id") == name), {})


_META_NAMES = (
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dcsext.author",
    "article:author",
    "og:article:author",
    "cxenseparse:author",
)


def _from_meta(facts: Facts, name: str) -> Iterable[str]:
    for value in facts.metas.get(name, ()):
        if not value.startswith(("http", "@", "/")):
            yield _SURNAME_FIRST.sub(r"\2 \1", value)


_SURNAME_FIRST = re.compile(r"^(\w+), (\w+)$")
"""As catalogues write: "Gray, Tom"."""


def _from_labelled_meta(facts: Facts) -> Iterable[str]:
    """What blog engines tell messengers: twitter:label1 says "Written by", twitter:data1 whom."""
    for number in "12":
        if _BY.fullmatch(facts.meta(f"twitter:label{number}")):
            yield facts.meta(f"twitter:data{number}")


def _marked(root: Element, roll: Roll, near: set[Element] | None) -> Iterable[str]:
    """Names marked as the author's, by itemprop or rel: the first, and those that stand together with it."""
    for elements in _kinds_of_marks(root, roll):
        own = [e for e in elements[:MOST_MARKED] if (near is None or e in near) and not is_set_apart(e)]
        together = [element for element in own if _row(element) is _row(own[0])]
        if names := [name for element in together if (name := _name_in(element))]:
            return names
    return []


def _kinds_of_marks(root: Element, roll: Roll) -> Iterator[list[Element]]:
    """Elements marked by itemprop, by rel, and as the full name on a visiting card (hCard)."""
    yield list(root.iterfind('.//*[@itemprop="author"]'))
    yield list(root.iterfind('.//a[@rel="author"]'))
    cards = {element for element, _ in roll.named(_CARD)}
    full_names = roll.named(_FULL_NAME) if cards else ()
    yield [element for element, _ in full_names if not cards.isdisjoint(element.iterancestors())]


_CARD = naming("vcard")
_FULL_NAME = naming("fn")
MOST_MARKED = 30


def _name_in(element: Element) -> str:
    inner = next((e for e in element.iter() if e.get("itemprop") == "name"), None)
    if inner is not None:
        return flat(inner.get("content")) or text_of(inner)
    return flat(element.get("content")) or text_of(element)


def _row(element: Element) -> Element | None:
    """The element two steps above: what shares it stands together."""
    parent = element.getparent()
    return parent.getparent() if parent is not None else None


def is_set_apart(element: Element) -> bool:
    """Whether it stands among comments or other stories."""
    return any(reason_of(above) in ("comments", "related links") for above in element.iterancestors())


_BYLINE = naming(
    r"[a-z]*author[a-z]*|(?:byline|autor|auteur|autore|writer|verfasser|contributor)s?|submitted|[a-z]*poster|posted-?by"
)


def _bylines(roll: list[tuple[Element, str]]) -> Iterable[str]:
    """The names in the first element named as a byline that holds one; links to authors' pages before all."""
    house: list[str] = []
    for element, names in roll:
        if not _BYLINE(names) or "comment" in names or element.tag not in _LINES or is_set_apart(element):
            continue
        if 3 < len(text_of(element)) < LONGEST_BYLINE:
            linked = [(text_of(link), link.get("href") or "") for link in element.iter("a")]
            people = [name for name, target in linked if _AUTHOR_PAGE.search(target) and is_person(name, "", "")]
            lines = people or [line for line in lines_in(element) if not _is_labelled_otherwise(line)]
            if _people(lines, lambda name: is_person(name, "", "")):
                return lines
            house = house or lines
    return house


_AUTHOR_PAGE = re.compile(
    r"author|autor|auteur|writer|contributor|profil|people|person|staff|team|journalist|userinfo|/user|/by/|redakteur",
    re.I,
)


def lines_in(element: Element) -> list[str]:
    """The words inside the element, line by line as blocks and breaks cut them."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append(("\n" if node.tag in BLOCK_TAGS or node.tag == "br" else "") + flat_lines(node.text))
        elif node is not element:
            parts.append(("\n" if node.tag in BLOCK_TAGS else "") + flat_lines(node.tail))
    return [line for part in "".join(parts).split("\n") if (line := flat(part))]


def flat_lines(text: str | None) -> str:
    """The text on one line: breaks in markup are spaces."""
    return re.sub(r"\s+", " ", text or "")


def _is_labelled_otherwise(line: str) -> bool:
    """Whether a label that is not the author's begins the line: "Date: …"."""
    label, colon, _ = line.partition(":")
    return bool(colon) and len(label) < 20 and not _BY.fullmatch(label.strip())


def labelled_lines(root: Element) -> Iterable[str]:
    """Lines anywhere that begin as "Author: …" or "Text: …", comments and other stories apart."""
    for element in root.iter("p", "div", "span", "td", "li", "strong", "b", "em", "i", "font"):
        text = element.text
        if text and ":" in text[:40] and _LABEL.match(text) and not is_set_apart(element):
            block = element if element.tag in BLOCK_TAGS else element.getparent()
            if block is not None and block.tag not in ("body", "html"):
                yield from (line for line in lines_in(block) if _LABEL.match(line) and len(line) < LONGEST_BYLINE)


def _is_named(line: str) -> bool:
    """Whether a name can follow the word before it: none begins with a small letter."""
    head = _LATE_HEAD.search(line) or _HEAD.match(line)
    return head is not None and not line[head.end() : head.end() + 1].islower()


LONGEST_BYLINE = 120
_LINES = frozenset({"a", "span", "div", "p", "address", "li", "cite", "strong", "em", "h3", "h4", "h5", "h6", "td"})


def _people(candidates: Iterable[str], may_be: Callable[[str], bool]) -> tuple[str, ...]:
    people: dict[str, str] = {}
    for candidate in candidates:
        for name in split_names(candidate):
            if may_be(name):
                people.setdefault(name.casefold(), name)
    return tuple(people.values())[:20]


def _one_of(kind: str) -> str:
    known = {*WORDS["byline"][kind], *(word for word in words.every(kind) if " " in word)}
    return "|".join(map(re.escape, sorted(known, key=len, reverse=True)))


_BY = re.compile(rf"(?:{_one_of('by')})", re.I)
_LABEL = re.compile(
    r"^\W*(?:words|authors?|autor(?:in|en|es|a)?|text[eo]?|tekst|auteur|autore|von|автор|作者|文)\s*[:：]\s*",
    re.I,
)
_HEAD = re.compile(rf"^\W*(?:{_one_of('by')})(?:\s*:\s*|\s+)", re.I)
_LATE_HEAD = re.compile(r"\d\W*\s(?:by|von|par|por|di|door|av|af)\s+(?=[^\W\d_])", re.I)
"""\"Posted on 21 September 2020 by Ann Lee\": the word stands behind a date."""
_JOIN = re.compile(rf"\s*(?:[,;|/•·&\n]|\s(?:{_one_of('and')})\s)\s*")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_TAIL = re.compile(rf"\s*(?:[(\[].*|\s[-–—]\s.*|\s\d.*|@.*|\s(?:{_one_of('for')})(?:\s.*)?)$", re.I)


def split_names(text: str) -> list[str]:
    """'By Ann Lee and Bo Park, Staff' → the names, without the word before them."""
    text = flat(html.unescape(text))
    if late := _LATE_HEAD.search(text):
        text = text[late.end() :]
    names = []
    for piece in _JOIN.split(_ASIDE.sub("", _HEAD.sub("", _LABEL.sub("", text)))):
        part = _HEAD.sub("", _LABEL.sub("", piece or ""))
        name = _without_labels(part if _INSTITUTION.match(part) else _TAIL.sub("", part)).strip(" .:-–—,*'\"")
        if name:
            names.append(name)
    return names


def _without_labels(name: str) -> str:
    """The name without the words behind it that label a date: "Ann Lee Updated"."""
    parts = name.split()
    while parts and parts[-1].casefold().strip(":") in _DATE_WORDS:
        parts.pop()
    return " ".join(parts)


_DATE_WORDS = (
    words.every("published")
    | words.every("updated")
    | {form for months in words.every("months") for form in months.split() if len(form) > 3}
)
_INSTITUTION = re.compile(
    r"(?:organi[sz]ation|institut|cent(?:er|re)|council|department|ministry|foundation|society|association|university"
    r"|academy|office|contributors)\b",
    re.I,
)
_COMPANY = re.compile(
    r"\b(?:inc|ltd|llc|gmbh|ag|corp|verlag|media|network|agency|agentur|magazine?|zeitung|redaktion|staff|team|e\. ?v)"
    r"\b\.?$",
    re.I,
)
_NOT_NAME = re.compile(r"https?:|www\.|\.(?:com|org|net|de|co)\b|[\d<>{}=_@#?!]", re.I)


def is_person(name: str, site: str, host: str) -> bool:
    """Whether the words can be a person's name."""
    parts = name.split()
    return (
        1 < len(name) < 50
        and len(parts) <= 5
        and not _NOT_NAME.search(name)
        and not _COMPANY.search(name)
        and not _INSTITUTION.match(name)
        and not re.fullmatch(r"[a-z]+\.[a-z]+", name)
        and not _BY.fullmatch(name)
        and name.casefold() not in _HOUSE
        and name.casefold() not in _NEVER
        and not (len(parts) > 1 and parts[0].casefold() in _NEVER_FIRST)
        and not _is_site(name, site, host)
    )


def is_house(name: str) -> bool:
    """Whether the words can be the name of an editorial office or an agency."""
    first = name.casefold().split()[0]
    return (
        2 < len(name) < 60
        and not _NOT_NAME.search(name)
        and name.casefold() not in _NEVER
        and first not in _NEVER_FIRST
    )


_HOUSE = frozenset(WORDS["byline"]["house"])
_NEVER = frozenset(WORDS["byline"]["never"])
_NEVER_FIRST = frozenset(WORDS["byline"]["never_first"])


def _is_site(name: str, site: str, host: str) -> bool:
    """Whether the name is the site's own."""
    squashed = re.sub(r"\W+", "", name.casefold())
    return squashed in {re.sub(r"\W+", "", site.casefold()), re.sub(r"\W+", "", host.removeprefix("www."))} or (
        len(squashed) > 4 and host.removeprefix("www.").split(".")[0] == squashed
    )
