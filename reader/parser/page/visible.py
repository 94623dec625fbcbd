"""What nobody sees is taken out of the page: scripts, controls, hidden text. It is no passage, so it is not set aside."""

import re
from typing import Final

from lxml import etree

from reader.parser.page.pictures import candidates
from reader.parser.page.tree import Element, drop, flat, swap

NEVER_SEEN: Final = frozenset(
    "script style template svg canvas iframe object embed applet input select textarea button link meta head title base"
    " datalist dialog map area param source track frame frameset audio video command keygen".split()
)


def drop_unseen(root: Element) -> None:
    """Remove all that a reader of the page would not see, and make formulas readable."""
    for element in list(root.iter("math")):
        _write_out(element)
    for element in list(root.iter("noscript")):
        _open_noscript(element)
    for element in [element for element in root.iter() if is_unseen(element)]:
        drop(element)


_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDING_NAME = re.compile(
    r"(?<![\w-])(?:sr-only|screen-?reader(?:-text|-only|s-only)?|visually-?hidden|u-hidden-visually|element-invisible|offscreen)(?![\w-])",
    re.I,
)


def is_unseen(element: Element) -> bool:
    """Whether the element and all inside it is not shown."""
    tag = element.tag
    if tag in NEVER_SEEN:
        return not (tag == "source" and element.getparent() is not None and element.getparent().tag == "picture")  # type: ignore[union-attr]
    if tag in ("html", "body") or not element.attrib:
        return False
    get = element.get
    if get("hidden") is not None and get("hidden") != "until-found":
        return True
    style = get("style")
    if style and _HIDING_STYLE.search(style) and not _holds_picture(element):
        return True
    if get("aria-hidden") == "true" and not _holds_picture(element):
        return True
    names = get("class")
    return bool(names and _HIDING_NAME.search(names))


def _holds_picture(element: Element) -> bool:
    """A lazily loaded picture is often hidden until its script has run."""
    return element.tag == "img" or (element.find(".//img") is not None and not flat("".join(element.itertext())))


def _open_noscript(element: Element) -> None:
    """The picture meant for readers without scripts is the real one; other such text speaks of scripts."""
    pictures = list(element.iter("img"))
    if not pictures and element.text and "<img" in element.text:
        pictures = list(etree.fromstring(f"<div>{element.text}</div>", etree.HTMLParser()).iter("img"))
    if len(pictures) == 1 and len(flat("".join(element.itertext()))) < 200:
        swap(element, pictures[0])
        _drop_stand_in(pictures[0])
    else:
        drop(element)


def _drop_stand_in(picture: Element) -> None:
    """The empty picture before the real one, which a script would have filled."""
    before = picture.getprevious()
    if before is not None and before.tag == "img" and not candidates(before) and not (before.tail or "").strip():
        drop(before)


def _write_out(element: Element) -> None:
    """A formula as text: its own plain wording, else its TeX source, else its signs in a row."""
    source = element.find(".//{*}annotation")
    words = element.get("alttext") or (source.text if source is not None else "") or "".join(element.itertext())
    span = etree.Element("span")
    span.text = flat(words)
    swap(element, span)
