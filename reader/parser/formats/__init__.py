"""Which kind of file is read by whom: decided by content, never by the name alone."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.article import Problem
from reader.parser.decoding import Decoded
from reader.parser.formats import text
from reader.parser.formats.foreign import foreign_kind, is_binary
from reader.parser.formats.sniff import is_page
from reader.parser.parsed import Parsed, Unreadable
from reader.parser.source import Source

__all__ = ["FORMATS", "Format", "foreign_problem", "read", "text_of_foreign"]

WIDE = ("utf-16", "utf-32")
"""Encodings whose text is full of bytes that look like control characters."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of article: how its decoded text is known, and who reads it."""

    name: str
    matches: Callable[[str], bool]
    read: Callable[[Source, str], Parsed | Unreadable]


def read(source: Source, decoded: Decoded) -> Parsed | Unreadable:
    """The story in a file that is text of some kind: the first format that matches reads it."""
    chosen = next(format_ for format_ in FORMATS if format_.matches(decoded.text))
    return chosen.read(source, decoded.text)


def foreign_problem(name: str, content: bytes, decoded: Decoded) -> Problem | None:
    """What to tell about a file that is no article at all, or None where it may be one."""
    if kind := foreign_kind(content):
        return Problem("foreign", f"{name} is {kind.name}, not a saved article; {kind.advice}.")
    if not decoded.encoding.startswith(WIDE) and is_binary(content):
        return Problem("foreign", f"{name} holds data, not text; open it in the program it was made with.")
    return None


def text_of_foreign(content: bytes, decoded: Decoded) -> str:
    """What can be shown of a foreign file as plain text: all of it where it is text, else nothing."""
    return "" if is_binary(content) else decoded.text


def _read_page(source: Source, page: str) -> Parsed | Unreadable:
    from reader.parser.formats import html  # noqa: PLC0415  (lxml and bs4: 0.2 s that a text file need not pay)

    return html.read(source, page)


FORMATS = (
    Format("html", is_page, _read_page),
    Format("text", lambda _: True, text.read),
)
