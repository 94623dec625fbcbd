"""The authors: people named by the page, one name each, in the order given."""

import html
import re
from collections.abc import Callable, Iterable, Iterator

from reader.parser.page.facts import Facts, Node, words_in
from reader.parser.page.names import Roll, naming
from reader.parser.page.near import Near
from reader.parser.page.surroundings import reason_of
from reader.parser.page.tree import Element, flat, text_of
from reader.parser.page.words import WORDS


def read_authors(root: Element, roll: Roll, facts: Facts, near: Near, site: str, host: str) -> tuple[str, ...]:
    """The authors' names. Order: JSON-LD, meta words, marked names on the page, byline elements, lines by the headline.

    Where none of them names a person, the house counts: "Redaktion", "Agency Staff".
    """
    sources: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _from_json(facts),
        lambda: _from_metas(facts),
        lambda: _marked(root, roll),
        lambda: _bylines(roll),
        lambda: (line for line in near.lines if _HEAD.match(line) or _LATE_HEAD.search(line)),
    )
    for may_be in (is_person, is_house):
        for source in sources:
            if people := _people(source(), may_be, site, host):
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


def _marked(root: Element, roll: Roll) -> Iterable[str]:
    """Names marked as the author's, by itemprop or rel: the first, and those that stand together with it."""
    for elements in _kinds_of_marks(root, roll):
        own = [element for element in elements[:MOST_MARKED] if not is_set_apart(element)]
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
    """Whether it stands among comments, promotions or other stories."""
    return any(reason_of(above) in _APART for above in element.iterancestors())


_APART = ("comments", "related links", "promotion", "advertisement")


_BYLINE = naming(r"[a-z]*author[a-z]*|(?:byline|autor|auteur|autore|writer|verfasser|contributor)s?")


def _bylines(roll: Roll) -> Iterable[str]:
    """The text of the first element named as a byline that holds a name; links inside are taken apart."""
    for element, names in roll.named(_BYLINE):
        if "comment" in names or element.tag not in _LINES or is_set_apart(element):
            continue
        text = text_of(element)
        if 3 < len(text) < LONGEST_BYLINE:
            links = [text_of(link) for link in element.iter("a")]
            people = [link for link in links if is_person(link, "", "")]
            if people or _people([text], is_person, "", ""):
                return people or [text]
    return []


LONGEST_BYLINE = 120
_LINES = frozenset({"a", "span", "div", "p", "address", "li", "cite", "strong", "em", "h3", "h4", "h5", "h6", "td"})


def _people(
    candidates: Iterable[str], may_be: Callable[[str, str, str], bool], site: str, host: str
) -> tuple[str, ...]:
    people: dict[str, str] = {}
    for candidate in candidates:
        for name in split_names(candidate):
            if may_be(name, site, host):
                people.setdefault(name.casefold(), name)
    return tuple(people.values())[:20]


def _one_of(kind: str) -> str:
    return "|".join(map(re.escape, sorted(WORDS["byline"][kind], key=len, reverse=True)))


_HEAD = re.compile(rf"^\W*(?:{_one_of('by')})(?:\s*:\s*|\s+)", re.I)
_LATE_HEAD = re.compile(r"\d\W*\s(?:by|von|par|por|di|door|av|af)\s+(?=[^\W\d_])", re.I)
"""\"Posted on 21 September 2020 by Ann Lee\": the word stands behind a date."""
_JOIN = re.compile(rf"\s*(?:[,;|/•·&\n]|\s(?:{_one_of('and')})\s)\s*")
_TAIL = re.compile(rf"\s*(?:[(\[].*|\s[-–—]\s.*|\s\d.*|@.*|\s(?:{_one_of('for')})(?:\s.*)?)$", re.I)


def split_names(text: str) -> list[str]:
    """'By Ann Lee and Bo Park, Staff' → the names, without the word before them."""
    text = flat(html.unescape(text))
    if late := _LATE_HEAD.search(text):
        text = text[late.end() :]
    names = []
    for part in _JOIN.split(_HEAD.sub("", text)):
        name = _TAIL.sub("", _HEAD.sub("", part or "")).strip(" .:-–—,*'\"")
        if name:
            names.append(name)
    return names


_NOT_NAME = re.compile(r"https?:|www\.|\.(?:com|org|net|de|co)\b|[\d<>{}=_@#?!]", re.I)


def is_person(name: str, site: str, host: str) -> bool:
    """Whether the words can be a person's name."""
    words = name.split()
    return (
        1 < len(name) < 50
        and len(words) <= 5
        and not _NOT_NAME.search(name)
        and name.casefold() not in _HOUSE
        and name.casefold() not in _NEVER
        and not (len(words) > 1 and words[0].casefold() in _NEVER_FIRST)
        and not _is_site(name, site, host)
    )


def is_house(name: str, _site: str, _host: str) -> bool:
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
