"""The page as a tree: lxml where it reads the page whole, BeautifulSoup where lxml would lose a part of it."""

import re
from collections.abc import Iterable
from itertools import dropwhile
from operator import attrgetter

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from lxml import etree

Element = etree._Element

DEEPEST = 200
"""A page taken the careful road is never deeper than this: what lies deeper hangs on its ancestor there."""

BLOCK_TAGS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"}
    | {"hr", "html", "li", "main", "menu", "nav", "ol", "p", "picture-place", "pre", "pull-quote", "section"}
    | {"set-aside", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)

_tag = attrgetter("tag")
HEAD_TAGS = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
"""All that may stand in a head (HTML Living Standard, 3.2.5.2.1, metadata content)."""


class TooManyTagsError(Exception):
    """The page needs the careful road but has too many tags for it; its argument is their number."""


MOST_CAREFUL_TAGS = 400_000
"""BeautifulSoup takes some 20 µs and 1 kB a tag."""


def grow(html: str) -> Element | None:
    """The tree of a text without control characters, less its comments; None where it has no element at all.

    lxml silently drops what lies below depth 256 or beyond 10 MB in one node, and all that follows. Such a page is
    read again by BeautifulSoup, which loses nothing. Raises TooManyTagsError where that would take minutes.
    """
    content = _allowed(html)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError:
        return _grow_carefully(content.decode()) if _cut_short(parser) else None
    return _with_body(_grow_carefully(content.decode()) if _cut_short(parser) else root)


def _with_body(root: Element | None) -> Element | None:
    """The same tree with everything in its body that is no part of a head, where that is most of the page.

    Pages may leave out the tags of head and body; libxml2, which knows no tags of HTML 5, then takes whatever stands
    first, such as ``<main>``, for a part of the head.
    """
    head = root.find("head") if root is not None else None
    if root is None or head is None or HEAD_TAGS.issuperset(map(_tag, head)):
        return root
    strays = list(dropwhile(lambda element: element.tag in HEAD_TAGS, head))
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    if _signs((body,)) > _signs(strays):
        return root
    strays[-1].tail = (strays[-1].tail or "") + (body.text or "")
    body.text = None
    for place, stray in enumerate(strays):
        body.insert(place, stray)
    return root


def _signs(elements: Iterable[Element]) -> int:
    return sum(len(text) for element in elements for text in element.itertext())


def _cut_short(parser: etree.HTMLParser) -> bool:
    return any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


def _grow_carefully(html: str) -> Element | None:
    tags = html.count("<") - html.count("</")
    if tags > MOST_CAREFUL_TAGS:
        raise TooManyTagsError(tags)
    return _planted(BeautifulSoup(html, "lxml"))


def _planted(soup: BeautifulSoup) -> Element | None:
    """The same tree in lxml, no deeper than ``DEEPEST``."""
    root = etree.Element("html")
    path: list[tuple[Tag, Element]] = [(soup, root)]
    for node in soup.descendants:
        while path[-1][0] is not node.parent:
            path.pop()
        if isinstance(node, Tag):
            element = root if node.name == "html" else etree.SubElement(path[-1][1], _clean_name(node.name))
            _take_attributes(node, element)
            path.append((node, element if len(path) < DEEPEST else path[-1][1]))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            _add_text(path[-1][1], str(node))
    return root


def _take_attributes(node: Tag, element: Element) -> None:
    for name, value in node.attrs.items():
        try:
            element.set(name, " ".join(value) if isinstance(value, list) else str(value))
        except ValueError:  # a name that XML does not allow: never one we read
            continue


def _clean_name(name: str) -> str:
    return name if re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name) else "span"


_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(
    rb"&#(?:[xX]0*([01]?[\da-fA-F]|[dD][89a-fA-F][\da-fA-F]{2}|[fF]{3}[eEfF]|[\da-fA-F]{6,7})(?![\da-fA-F])"
    rb"|0*([0-2]?\d|3[01]|5[5-7]\d{3}|6553[45]|\d{7})(?!\d));?"
)
"""References to signs that may be forbidden; the many others are passed over quickly, as they are not with ``re.I``."""


def _allowed(html: str) -> bytes:
    """The markup as UTF-8, without the signs that no tree of lxml may hold: form feeds, and those told by number."""
    content = html.encode("utf-8", "replace")
    if b"&#" in content:
        content = _NUMBER.sub(_allowed_number, content)
    return content.replace(b"\f", b"")


def _allowed_number(reference: re.Match[bytes]) -> bytes:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return b"" if number > MOST_SIGNS or _FORBIDDEN.match(chr(number)) else reference[0]


MOST_SIGNS = 0x10FFFF


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def drop(element: Element) -> None:
    """Take the element out of the tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        say_before(element, element.tail)
    parent.remove(element)


def say_before(element: Element, words: str) -> None:
    """Put words into the text right before an element that stands in another."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + words
    elif parent is not None:
        parent.text = (parent.text or "") + words


def note(words: str, reason: str) -> Element:
    """What stands for a passage that was found to be no story."""
    element = etree.Element("set-aside", reason=reason)
    element.text = words
    return element


def swap(element: Element, other: Element) -> None:
    """Put ``other`` where ``element`` stood; the text after it stays."""
    parent = element.getparent()
    if parent is not None:
        other.tail, element.tail = element.tail, None
        parent.replace(element, other)


def flat(text: str | None) -> str:
    """The text with every run of white space made one space, and none at the ends."""
    return " ".join(text.split()) if text else ""


def text_of(element: Element) -> str:
    """All words inside the element on one line; neighbouring blocks are kept apart by a space."""
    if not len(element):
        return flat(element.text)
    parts: list[str | None] = [element.text]
    _take_words(element, parts)
    return flat("".join(filter(None, parts)))


def _take_words(element: Element, parts: list[str | None]) -> None:
    """The words of all children, one after the other; a tree of lxml is never deep enough to end Python's stack."""
    for child in element:
        gap = " " if child.tag in _APART else None
        parts += (gap, child.text)
        if len(child):
            _take_words(child, parts)
        parts += (gap, child.tail)


_APART = BLOCK_TAGS | {"br"}
