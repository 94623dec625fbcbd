"""A formula as a line of text: its own plain wording, else its TeX source, else its signs as one would type them."""

import re
from typing import Final
from urllib.parse import parse_qsl, unquote, unquote_plus, urlsplit

from reader.parser.page.likeness import squashed
from reader.parser.page.names import names_of, naming
from reader.parser.page.roll import Roll
from reader.parser.page.tree import Element, drop, flat, say_before, text_of

DEEPEST_FORMULA = 60


def written_out(formula: Element) -> str:
    """The formula in one line: ``x = (−b ± √(b^2 − 4 a c))/(2 a)``."""
    source = formula.find(".//{*}annotation")
    told = formula.get("alttext") or (source.text if source is not None else "")
    return flat(told) or flat(_line(formula, 0))


def _line(element: Element, depth: int) -> str:
    name = str(element.tag).rsplit(":", 1)[-1]
    if depth > DEEPEST_FORMULA or not len(element):
        return flat("".join(map(str, element.itertext())))
    parts = [_line(child, depth + 1) for child in element]
    if name in _SCRIPTS and len(parts) == _SCRIPTS[name].count("{}"):
        return _SCRIPTS[name].format(*(_grouped(part) if place else part for place, part in enumerate(parts)))
    if name == "mfrac" and len(parts) == 2:
        return f"{_grouped(parts[0])}/{_grouped(parts[1])}"
    inside = _SEPARATORS.get(name, " ").join(filter(None, parts))
    return f"√({inside})" if name == "msqrt" else inside


_SCRIPTS: Final = {
    "msup": "{}^{}",
    "mover": "{}{}",
    "msub": "{}_{}",
    "munder": "{}_{}",
    "msubsup": "{}_{}^{}",
    "munderover": "{}_{}^{}",
    "mroot": "{}^(1/{})",
}
_SEPARATORS: Final = {"mtable": "; ", "mtr": ", ", "mtext": ""}


def _grouped(part: str) -> str:
    return f"({part})" if " " in part else part


def write_out_pictures(roll: Roll) -> None:
    """Say what the pictures of formulas show where they stand in their lines.

    A picture whose address spells the formula is no more than that; one that is a file of its own stays beside it.
    """
    for number in roll.tagged("img"):
        picture = roll.elements[number]
        spelled = _spelled(picture.get("src") or "")
        if spelled:
            say_before(picture, spelled)
            drop(picture)
            roll.leave(number)
        elif (told := _told(picture)) and not _is_said(told, picture):
            say_before(picture, told)


def _is_said(told: str, picture: Element) -> bool:
    """Whether the element right before the picture says its formula: the same, for those who listen."""
    before = picture.getprevious()
    return before is not None and not (before.tail or "").strip() and squashed(told) in squashed(text_of(before))


_IS_FORMULA = naming(r"(?:la)?tex|mwe-math-fallback-image[a-z-]*|(?:ql-img-[a-z]+-)?formula|equation|math(?:jax|tex)?")
_COMMAND = re.compile(r"(?<![\w:])\\[a-zA-Z]{2,}(?![\w\\])")
"""A command of TeX, and no part of a path on a disk."""
_WRAPPED = re.compile(r"\{\\(?:display|text)style\s*(.*)\}", re.S)
_SERVICE = re.compile(r"(?:^|[/.])(?:latex|mathtex|mimetex|tex|svg\.image)(?:\.\w{2,4})?$", re.I)
_KEYS = ("latex", "tex", "chl", "math", "formula")
_HINT = re.compile(r"%5c|\\|tex|svg\.image\?")
"""What stands in every address that spells a formula."""


def _told(picture: Element) -> str:
    """The formula that the picture's alternative text is."""
    alt = picture.get("alt")
    if not alt or not (("\\" in alt and _COMMAND.search(alt)) or _IS_FORMULA(names_of(picture))):
        return ""
    wrapped = _WRAPPED.fullmatch(alt.strip())
    return flat(wrapped[1] if wrapped else alt)


def _spelled(address: str) -> str:
    """The formula that an address spells for a service that draws it."""
    levelled = address.lower()
    if levelled.startswith("data:") or not _HINT.search(levelled):
        return ""
    try:
        parts = urlsplit(address)
        given = dict(parse_qsl(parts.query))
    except ValueError:
        return ""
    is_service = _SERVICE.search(parts.path) is not None
    asked = next((given[key] for key in _KEYS if key in given), "")
    if asked and (is_service or _COMMAND.search(asked)):
        return flat(asked)
    whole = flat(unquote_plus(parts.query))
    if whole and (is_service or _COMMAND.search(whole)):
        return whole
    tail = unquote(parts.path).partition("\\")
    return flat("\\" + tail[2]) if tail[0].endswith("/") and _COMMAND.match("\\" + tail[2]) else ""
