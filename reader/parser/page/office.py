"""Pages that Word saved: its lists are paragraphs that only look like one, with the bullet written before each."""

import re

from lxml import etree

from reader.parser.page.tree import Element, drop, text_of

_MARK = "mso-list"
_LEVEL = re.compile(r"mso-list:\s*l\d+ level(\d)")
_BULLET = re.compile(r"mso-list:\s*Ignore", re.I)
_NUMBERED = re.compile(r"\(?\w{1,3}[.)]")


def make_lists(root: Element, html: str) -> None:
    """Make lists of the paragraphs whose style says that they are items (``mso-list:l0 level1 lfo1``)."""
    if _MARK not in html:
        return
    for paragraph in list(root.iter("p")):
        if _LEVEL.search(paragraph.get("style") or ""):
            _make_item(paragraph)


def _make_item(paragraph: Element) -> None:
    parent = paragraph.getparent()
    bullet = next((e for e in paragraph.iter("span") if _BULLET.search(e.get("style") or "")), None)
    if parent is None or bullet is None:
        return
    kind = "ol" if _NUMBERED.fullmatch(text_of(bullet)) else "ul"
    drop(bullet)
    before = paragraph.getprevious()
    if before is not None and before.tag == kind and before.get("data-from") == _MARK:
        home = before
    else:
        home = etree.Element(kind, {"data-from": _MARK})
        parent.insert(parent.index(paragraph), home)
    home.tail, paragraph.tail = paragraph.tail, None
    paragraph.tag = "li"
    home.append(paragraph)
