"""What a browser, or a script, writes into a page where its markup only asks for it."""

from collections.abc import Callable
from typing import Final

from lxml import etree

from reader.parser.page.names import names_of
from reader.parser.page.tree import Element, say_before, swap, text_of


def write_in(root: Element) -> None:
    """Write in the signs of quotations and of readings, formulas that scripts set, and headings that are buttons."""
    for element in list(root.iter(*_WRITERS)):
        _WRITERS[str(element.tag)](element)


def _quote(element: Element) -> None:
    """A browser sets a ``q`` in quotation marks (WHATWG HTML, 15.3.8)."""
    _put_between(element, "“", "”")


def _bracket(element: Element) -> None:
    """The reading of a word stands over it; in one line, in brackets behind it (WHATWG HTML, 4.5.10)."""
    before = element.getprevious()
    if before is None or before.tag != "rp":
        _put_between(element, "（", "）")


def _put_between(element: Element, opening: str, closing: str) -> None:
    element.text = opening + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + closing
    else:
        element.text += closing


def _set_formula(script: Element) -> None:
    """The source of a formula, if the script that sets it had not run when the page was saved (MathJax 2)."""
    if not (script.get("type") or "").startswith("math/tex") or not script.text:
        return
    before = script.getprevious()
    if before is None or "mathjax" not in names_of(before) or not text_of(before):
        say_before(script, script.text.strip())


def _show_label(button: Element) -> None:
    """A button that is a heading's text opens what stands below it (WAI-ARIA Authoring Practices, accordion)."""
    parent = button.getparent()
    if parent is None or not (parent.tag in _HEADINGS or "accordion" in names_of(button) + names_of(parent)):
        return
    if parent.tag in _HEADINGS:
        button.tag = "span"
    elif text_of(button):
        heading = etree.Element("h3")
        heading.text = text_of(button)
        swap(button, heading)


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "dt", "summary"})
_WRITERS: Final[dict[str, Callable[[Element], None]]] = {
    "q": _quote,
    "rt": _bracket,
    "script": _set_formula,
    "button": _show_label,
}
