"""What nobody sees is taken out of the page: scripts, controls, hidden text. None of it is a passage."""

import re
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml import etree

from reader.parser.page.formulas import write_out_pictures, written_out
from reader.parser.page.names import names_of, naming, naming_in_pages
from reader.parser.page.pictures import candidates
from reader.parser.page.roll import Roll
from reader.parser.page.told import show_told_pictures
from reader.parser.page.tree import Element, drop, flat, swap, text_of
from reader.parser.page.written_in import write_in

NEVER_SEEN: Final = (
    *("script", "style", "template", "svg", "canvas", "iframe", "input", "select", "textarea", "button", "datalist"),
    *("dialog", "map", "area", "param", "track", "frame", "frameset", "audio", "video", "command", "keygen"),
)
_HEAD_MATTER: Final = ("head", "link", "meta", "title", "base")


def strip_unseen(root: Element) -> None:
    """Remove what no page shows, whatever it says of it; make formulas readable, and pictures that wait seen."""
    show_told_pictures(root)
    write_in(root)
    for element in list(root.iter("math")):
        _write_out(element)
    for element in list(root.iter("noscript")):
        _open_noscript(element)
    etree.strip_elements(root, *NEVER_SEEN, with_tail=False)


def drop_hidden(roll: Roll) -> None:
    """Remove what the page tells of itself in its head, and what its style or its names hide."""
    root = roll.elements[0]
    for head in root.findall("head"):
        drop(head)
    for number in roll.tagged(*_HEAD_MATTER):
        drop(roll.elements[number])
        roll.leave(number)
    hidden = [*_hidden(roll), *roll.named(_HIDING_NAME)]
    for number in hidden:
        if roll.here[number] and roll.tags[number] not in ("html", "body"):
            drop(roll.elements[number])
            roll.leave(number)
    write_out_pictures(roll)


_HIDING_STYLE = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)",
    re.I,
)
_HIDING_NAME = naming_in_pages(
    r"sr-only|screen-?reader(?:-text|-only|s-only)?|visually-?hidden|u-hidden-visually|element-invisible|offscreen"
)


def _hidden(roll: Roll) -> list[int]:
    """Elements that their own attributes hide; a picture is often hidden until a script has loaded it."""
    told = {number for name in _MAY_HIDE for number in roll.bearing(name)}
    styled = {number for number, style in roll.bearing("style").items() if _hides(style) or "clip" in style}
    return [number for number in sorted(told | styled) if _is_hidden(roll.elements[number])]


_MAY_HIDE = ("hidden", "aria-hidden", "inert", "data-min-width")


def _is_hidden(element: Element) -> bool:
    if element.get("hidden", "until-found") != "until-found":
        return True
    if element.get("data-min-width") and _is_for_narrower(element):
        return True
    if element.get("inert") is not None and _HIDDEN(names_of(element)):
        return True
    if element.get("aria-hidden") == "true":
        return not _holds_picture(element) and next(element.iterancestors("figcaption"), None) is None
    style = element.get("style") or ""
    if element.tag in _CLIPPED and _CLIPS.search(style) and "mathjax" not in names_of(element):
        return True
    return _hides(style) and not _is_kept_back(element)


_CLIPS = re.compile(r"(?<![\w-])clip\s*:\s*rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)", re.I)
_CLIPPED = frozenset({"span", "p", "h2", "h3", "h4"})
"""Words for those who listen are clipped to a point."""
_HIDDEN = naming(r"(?:is-?)?hidden")
"""The screen before this one, which an application keeps for the way back; ``inert`` alone stands behind any dialog."""


def _is_kept_back(element: Element) -> bool:
    """Whether it is hidden only until a script or the reader brings it up."""
    return _holds_picture(element) or _is_turned_away(element) or _is_folded(element)


def _is_folded(element: Element) -> bool:
    """A part of an accordion that is closed: its title stands above it."""
    parent = element.getparent()
    names = names_of(element) + (" " + names_of(parent) if parent is not None else "")
    return _FOLD(names) and element.find(".//p") is not None and element.getprevious() is not None


_FOLD = naming(r"accordion[a-z-]*|faq[a-z-]*")


def _is_for_narrower(element: Element) -> bool:
    """One of several drawings of one thing, each for another width of the window (as ai2html makes them)."""
    width, kind = _width(element), element.get("class")
    beside = (*islice(element.itersiblings(), MOST_WIDTHS), *islice(element.itersiblings(preceding=True), MOST_WIDTHS))
    return any(other.get("class") == kind and _width(other) > width for other in beside)


MOST_WIDTHS = 8


def _width(element: Element) -> int:
    value = element.get("data-min-width") or ""
    return int(value) if value.isdecimal() and len(value) < 6 else -1


@lru_cache(maxsize=4096)
def _hides(style: str) -> bool:
    return _HIDING_STYLE.search(style) is not None


_STATE = re.compile(
    r"\d+|(?<![a-z])(?:active|current|selected|open|opened|closed|collapsed?|shown?|hidden|hide|in)(?![a-z])"
)


def _is_turned_away(element: Element) -> bool:
    """One of several like parts that are shown by turns: a tab, a slide, a fold. The others stand beside it."""
    made = _made(element)
    if not made[1] or element.find(".//p") is None:
        return False
    return any(
        _made(other) == made and not _hides(other.get("style") or "")
        for way in (True, False)
        for other in islice(element.itersiblings(preceding=way), FARTHEST_TURN)
    )


FARTHEST_TURN = 60


def _made(element: Element) -> tuple[str, str]:
    return str(element.tag), " ".join(sorted(_STATE.sub("", names_of(element)).split()))


def _holds_picture(element: Element) -> bool:
    """A lazily loaded picture is often hidden until its script has run."""
    return element.tag == "img" or (
        element.find(".//img") is not None and not flat("".join(map(str, element.itertext())))
    )


LONGEST_WORD_ON_SCRIPTS = 1500
"""Signs of text that a page has at most to say to readers without scripts."""


def _open_noscript(element: Element) -> None:
    """The picture meant for readers without scripts is the real one; other such text speaks of scripts.

    Where the element was never closed, all the rest of the page stands in it.
    """
    if element.find(".//p") is not None and len(text_of(element)) > LONGEST_WORD_ON_SCRIPTS:
        element.tag = "div"
        return
    pictures = list(element.iter("img"))
    if not pictures and element.text and "<img" in element.text:
        pictures = list(etree.fromstring(f"<div>{element.text}</div>", etree.HTMLParser()).iter("img"))
    if len(pictures) == 1 and len(text_of(element)) < 200:
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
    span = etree.Element("span")
    span.text = written_out(element)
    swap(element, span)
