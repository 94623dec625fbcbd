"""Boxes of facts whose labels are headings: each label with its value is an entry of a list and heads nothing."""

from reader.parser.page.names import names_of, naming, naming_in_pages
from reader.parser.page.roll import Roll
from reader.parser.page.tree import Element

_IS_LABEL = naming_in_pages(r"label|term|key")
_IS_VALUE = naming(r"value|definition|data-value")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def pair_up(roll: Roll) -> None:
    """Make a definition of each heading named as a label that shares a box with nothing but its value."""
    for number in roll.named(_IS_LABEL):
        label = roll.elements[number]
        value, box = label.getnext(), label.getparent()
        if roll.tags[number] in _HEADINGS and roll.here[number] and value is not None and box is not None:
            _pair(box, label, value)


def _pair(box: Element, label: Element, value: Element) -> None:
    if len(box) == 2 and box.tag in ("div", "section") and value.tag == "div" and _IS_VALUE(names_of(value)):
        box.tag, label.tag, value.tag = "dl", "dt", "dd"
