"""The mentions of authors on a page: each gives lines that hold names."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property, partial
from itertools import pairwise

from lxml import etree

from reader.parser import words
from reader.parser.page.declared_authors import META_NAMES, in_json, in_labelled_meta, in_meta
from reader.parser.page.facts import Facts
from reader.parser.page.head import is_date_line
from reader.parser.page.named import Named
from reader.parser.page.names import names_of
from reader.parser.page.near import Near
from reader.parser.page.people import (
    begins_byline,
    ends_byline,
    is_by,
    is_labelled,
    is_labelled_otherwise,
    is_person,
    names_in,
)
from reader.parser.page.surroundings import reason_of
from reader.parser.page.tree import BLOCK_TAGS, Element, flat, text_of


class Mention:
    """One way in which a page names its authors; it is looked up when it is first asked for, and once."""

    def __init__(self, look: Callable[[], Iterable[str]]) -> None:
        self._look = look

    @cached_property
    def lines(self) -> list[str]:
        """What it says."""
        return list(self._look())


def declared(facts: Facts) -> list[Mention]:
    """What the head declares: JSON-LD, then meta words."""
    return [
        Mention(lambda: in_json(facts, is_organization=False)),
        *(Mention(partial(in_meta, facts, name)) for name in META_NAMES if name in facts.metas),
    ]


def near_headline(named: Named, near: Near, facts: Facts) -> list[Mention]:
    """What stands by the headline: marked names, bylines, lines that begin as one, links to authors' pages."""
    return [
        Mention(lambda: _marked(named, near)),
        Mention(lambda: _bylines([element for element in named.of("byline") if element in near.holds])),
        Mention(lambda: _begun(near.lines)),
        Mention(lambda: in_labelled_meta(facts)),
        Mention(lambda: _links_to_authors(near)),
    ]


def elsewhere(named: Named) -> list[Mention]:
    """What the rest of the page shows, comments and other stories apart."""
    return [
        Mention(lambda: _marked(named, None)),
        Mention(lambda: _bylines(named.of("byline"))),
        Mention(lambda: _labelled_lines(named)),
    ]


def organizations(facts: Facts) -> Mention:
    """The organizations that JSON-LD names as authors."""
    return Mention(lambda: in_json(facts, is_organization=True))


def with_date(near: Near) -> Mention:
    """The name of two words in capitals that shares a box with the date by the headline, and no more."""
    return Mention(lambda: (name for element in near.below[:BOXES] if (name := _beside_its_date(element))))


def _beside_its_date(element: Element) -> str:
    if element.tag not in _BOXES or not len(element) or len(text_of(element)) > LONGEST_BYLINE:
        return ""
    lines = lines_in(element)
    if not 2 <= len(lines) <= MOST_BESIDE or not _NAME.fullmatch(lines[0]) or is_set_apart(element):
        return ""
    is_free = words.every("menu").isdisjoint(lines[0].casefold().split())
    return lines[0] if is_free and is_date_line(lines[1]) else ""


BOXES, MOST_BESIDE = 24, 3
_BOXES = frozenset({"div", "p", "header", "ul", "section", "address"})
_NAME = re.compile(r"[^\W\d_][\w.’'-]+(?: (?:van|von|de|der|da|di|del|la|le|\w\.))*(?: [^\W\d_][\w’'-]+)")


# Marked names


def _marked(named: Named, near: Near | None) -> list[str]:
    """Names marked as the author's, by itemprop, by rel or on a visiting card: the first, and those beside it."""
    for elements in (named.told("author"), named.author_links, _on_cards(named)):
        own = [e for e in elements[:MOST_MARKED] if (near is None or e in near.holds) and _is_of_story(e)]
        together = [element for element in own if _row(element) is _row(own[0])]
        if names := [name for element in together if (name := _name_in(element))]:
            return names
    return []


MOST_MARKED = 30


def _on_cards(named: Named) -> list[Element]:
    """The full names of people on visiting cards (hCard: an organization's is its ``org`` too)."""
    cards = set(named.of("card"))
    full_names = [e for e in named.of("full name") if "org" not in names_of(e).split()] if cards else []
    return [e for e in full_names if e in cards or not cards.isdisjoint(e.iterancestors())]


def _name_in(element: Element) -> str:
    inner = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
    return flat(inner.get("content")) or text_of(inner)


def _row(element: Element) -> Element | None:
    """The element two steps above: what shares it stands together."""
    parent = element.getparent()
    return parent.getparent() if parent is not None else None


def _is_of_story(element: Element) -> bool:
    """Whether it is no part of the site's name, of a comment or another story."""
    return not is_set_apart(element) and all(above.tag != "h1" for above in (element, *element.iterancestors()))


def is_set_apart(element: Element) -> bool:
    """Whether it stands among comments or other stories."""
    return any(reason_of(above) in ("comments", "related links") for above in element.iterancestors())


# Bylines


def _bylines(elements: list[Element]) -> list[str]:
    """The names in the first element named as a byline that holds one; links to authors' pages before all."""
    house: list[str] = []
    for element in elements:
        if element.tag not in _LINES or "comment" in (element.get("class") or "").lower() or is_set_apart(element):
            continue
        if 1 < len(text_of(element)) < LONGEST_BYLINE:
            lines = _lines_of_byline(element)
            if any(is_person(name) for line in lines for name in names_in(line)):
                return lines
            house = house or lines
    return house


def _lines_of_byline(element: Element) -> list[str]:
    """What names people in a byline: the links to their pages, else the lines that begin as one, else all lines."""
    links = list(element.iter("a"))
    people = [text_of(link) for link in links if _AUTHOR_PAGE.search(link.get("href") or "")]
    if people := [name for name in people if is_person(name)]:
        return people
    topics = {link for link in links if _TOPIC_PAGE.search(f"{link.get('rel')} {link.get('href')}")}
    lines = [line for line in lines_in(element, without=topics) if not is_labelled_otherwise(line)]
    begun = [line for line in lines if begins_byline(line)]
    begun += [line for label, line in pairwise(lines) if is_by(label.rstrip(": "))]
    return begun or lines


_AUTHOR_PAGE = re.compile(
    r"author|autor|auteur|writer|contributor|profil|people|person|staff|team|journalist|userinfo|/user|/by/|redakteur",
    re.I,
)
_TOPIC_PAGE = re.compile(r"categor|kategori|/tags?/|/topics?/|/themen?/|/section|/rubri|\btag\b", re.I)


def _links_to_authors(near: Near) -> list[str]:
    """The names of the first link by the headline that leads to a person's page, and of those beside it."""
    links = [e for e in near.elements if e.tag == "a" and _PERSONS_PAGE.search(e.get("href") or "")]
    own = [link for link in links if is_person(_name_in(link)) and not is_set_apart(link)]
    return [_name_in(link) for link in own if _row(link) is _row(own[0])]


_PERSONS_PAGE = re.compile(
    r"/(?:authors?|autore?n?|autores|auteurs?|writers?|contributors?|users?|members?|staff|by)/\w"
    r"|/user[\w-]*/?\?u(?:id)?=|userinfo",
    re.I,
)


def _begun(lines: list[str]) -> list[str]:
    """The lines that begin as a byline, or stand behind a "By:" alone; without those that hold another of them."""
    begun = [line for line in lines if _is_begun(line) and not line.endswith(":")]
    begun += [line for label, line in pairwise(lines) if _is_label_alone(label) and not line.endswith(":")]
    begun = begun[:MOST_BEGUN]
    return [line for line in begun if not any(other != line and other in line for other in begun)]


MOST_BEGUN = 30


def _is_begun(line: str) -> bool:
    return begins_byline(line) or is_labelled(line) or ends_byline(line)


def _is_label_alone(line: str) -> bool:
    return line.endswith(":") and is_by(line.rstrip(": "))


def lines_in(element: Element, *, without: Collection[Element] = ()) -> list[str]:
    """The words inside the element, line by line as blocks and breaks cut them, and styles cut "AuthorAnn Lee"."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append("\n" if node.tag in BLOCK_TAGS or node.tag == "br" else _GLUE)
            parts.append("" if node in without else _on_one_line(node.text))
        elif node is not element:
            parts += ("\n" if node.tag in BLOCK_TAGS else _GLUE, _on_one_line(node.tail))
    return [line for part in _GLUED.sub("\n", "".join(parts)).replace(_GLUE, "").split("\n") if (line := flat(part))]


_GLUE = "\x1f"
_GLUED = re.compile(rf"(?<=[a-zß-ÿ]){_GLUE}+(?=[A-ZÀ-Þ])")
"""A word's end that meets a capital where an element begins or ends."""


def _on_one_line(text: str | None) -> str:
    """Breaks in markup are spaces."""
    return re.sub(r"\s+", " ", text) if text else ""


def _labelled_lines(named: Named) -> Iterator[str]:
    """Lines anywhere that begin as "Author: …" or "Text: …"."""
    blocks: dict[Element, None] = {}
    for element in named.tagged("p", "div", "span", "td", "li", "strong", "b", "em", "i", "font"):
        text = element.text
        if text and is_labelled(text) and not is_set_apart(element):
            block = element if element.tag in BLOCK_TAGS else element.getparent()
            if block is not None and block.tag not in ("body", "html"):
                blocks.setdefault(block)
    for block in blocks:
        yield from (line for line in _begun(lines_in(block)) if len(line) < LONGEST_BYLINE)


LONGEST_BYLINE = 120
_LINES = frozenset(
    {"a", "span", "div", "p", "address", "li", "cite", "strong", "em", "small", "h3", "h4", "h5", "h6", "td", "header"}
)
