"""Lines: a text cut at every kind of line end, each line with its indent, its bullet and the gap before it."""

import re
from typing import NamedTuple


class Line(NamedTuple):
    """One line that has words. ``indent`` counts columns, ``gap`` the blank lines before it.

    ``typed`` is the line with its own spaces where these part it into columns, else empty.
    """

    text: str
    indent: int = 0
    bullet: str = ""
    gap: int = 0
    typed: str = ""


def lines_of(text: str) -> list[Line]:
    """The lines of a text (CR, LF, CRLF, NEL, U+2028, form feed), without the blank ones."""
    lines: list[Line] = []
    gap = 0
    for raw in text.splitlines():
        if not raw or not (line := _line(raw, gap)):
            gap += 1
            continue
        lines.append(line)
        gap = 0
    return lines


def _line(raw: str, gap: int) -> Line | None:
    if "\t" in raw:
        raw = raw.expandtabs(4)
    if not raw.isascii():
        raw = raw.translate(_SPACES)
    text = " ".join(raw.split())
    if not text:
        return None
    indent = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
    if bullet := _BULLET.match(text):
        return Line(text[bullet.end() :], indent, bullet[1], gap)
    return Line(text, indent, "", gap, raw.strip() if "  " in raw and _COLUMNS.search(raw) else "")


_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u3000\ufeff"), " ")
_BULLET = re.compile(r"([•◦▪●○■□‣⁃*·–-]|\d{1,3}[.)])\s+(?=\S)")
_COLUMNS = re.compile(r"[^\s.!?:;] {2,}\S|\S {3,}\S")
