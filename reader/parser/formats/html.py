"""A saved web page: bare, complete with its ``_files`` folder, or SingleFile with all inside."""

import re

from reader.article import Moment, Problem
from reader.parser.dates import read_moment
from reader.parser.page import Page, TooManyTagsError, read_page
from reader.parser.parsed import Parsed, Unreadable
from reader.parser.source import Source

HEAD_LENGTH = 10_000
"""How far down the comments of the program that saved the page are looked for."""

_SINGLEFILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]*?)\s*(?:\n|-->)", re.I
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.I)


def read(source: Source, text: str) -> Parsed | Unreadable:
    """The story of a saved page, already decoded."""
    address, saved = saved_from(text)
    name = source.path.name
    try:
        found = read_page(Page(text, source.path, source.folder, address, saved))
    except TooManyTagsError as error:
        message = (
            f"{name} is built of {error.args[0]:,} elements, too many to read; save the article with a reader view."
        )
        return Unreadable(Problem("too-many-tags", message))
    if found is None:
        message = f"{name} is a web page without a visible word; save it again once the article is shown."
        return Unreadable(Problem("no-words", message))
    article, assets = found
    return Parsed(article, assets, "html")


def saved_from(text: str) -> tuple[str, Moment | None]:
    """The address and the time that the saving program noted in a comment, where it did."""
    head = text[:HEAD_LENGTH]
    if match := _SINGLEFILE.search(head):
        return match[1], read_moment(_without_zone_name(match[2]))
    match = _SAVED_FROM.search(head)
    return (match[1] if match else ""), None


def _without_zone_name(text: str) -> str:
    """SingleFile writes the browser's own form: "Sat Nov 11 2023 10:00:00 GMT+0100 (Central European …)"."""
    return re.sub(r"\s*\([^)]*\)\s*$", "", text)
