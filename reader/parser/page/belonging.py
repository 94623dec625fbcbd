"""By what an element is known to belong to the story, whatever its name or its many links say against it."""

import re

from reader.parser.page.icons import is_shown_whole
from reader.parser.page.tree import Element, text_of

_NO_LETTERS = re.compile(r"[\W_]+")
SHORTEST_ANCHOR = 12
"""Letters of an id from which on it can be told to be a heading's own words."""
FEWEST_BEGUN = 2


def is_anchor(element: Element) -> bool:
    """Whether its id is made from its own words, as of headings: it names a place and no part of the page."""
    words = _NO_LETTERS.sub("", element.get("id") or "").lower()
    return len(words) > SHORTEST_ANCHOR and _NO_LETTERS.sub("", text_of(element)).lower() == words


def goes_on(element: Element) -> bool:
    """Whether words stand right before or behind it, as in a sentence."""
    before, parent = element.getprevious(), element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    return any(sign.isalnum() for sign in f"{text or ''}{element.tail or ''}")


def is_amid_sentence(element: Element) -> bool:
    """Whether a sentence leads to it that is not done, and goes on behind it in small letters or with a comma."""
    before, parent = element.getprevious(), element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    begun, rest = (text or "").rstrip(), (element.tail or "").lstrip()
    return bool(begun) and begun[-1].isalnum() and (rest[:1].islower() or rest[:1] in _GOES_ON)


_GOES_ON = frozenset(",;")


def is_of_fact(element: Element) -> bool:
    """Whether it stands in a cell that says something of the heading of its row."""
    cell = next(element.iterancestors("td"), None)
    row = cell.getparent() if cell is not None else None
    return row is not None and row.find("th") is not None


def shows_whole_picture(element: Element) -> bool:
    """Whether a picture that leads to its own file stands inside: the links beside it are its words."""
    return any(is_shown_whole(picture) for picture in element.iter("img"))


def begins_sentence(item: Element) -> bool:
    """Whether its first link goes on a sentence that a few words before it began."""
    first = item[0] if len(item) and item[0].tag == "a" else None
    return first is not None and len((item.text or "").split()) >= FEWEST_BEGUN and text_of(first)[:1].islower()
