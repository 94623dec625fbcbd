"""Trust: how a story was read from its file, and how sure one may be that it is all there."""

from dataclasses import dataclass
from enum import StrEnum


class Witness(StrEnum):
    """Where a file says something; the value is how a person reads it."""

    HEADLINE = "headline"
    STRUCTURED = "structured data"
    META = "meta data"
    PAGE_TITLE = "page title"
    ADDRESS = "address"
    TEXT = "text of the page"
    LINES = "lines of the text"


class Found(StrEnum):
    """How the story was found in its file; the value is how a person reads it."""

    UNTOLD = ""
    MARKED = "marked as the story"
    ARTICLE = "an article of its own"
    DENSEST = "where most of the text stands"
    PAGE = "the whole page"
    SCRIPT = "structured data"
    LINES = "lines that read like a story"
    TEXT = "the text as it stands"


Witnesses = tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Trust:
    """Which witnesses agree with a field, how the story was found, and what speaks against it.

    A field that is empty has no witnesses. ``completeness`` is an estimate from 0 to 1 of how much of the story that
    the file seems to hold stands in the article; ``doubts`` are sentences for the person.
    """

    title: Witnesses = ()
    authors: Witnesses = ()
    published: Witnesses = ()
    story: Found = Found.UNTOLD
    completeness: float = 1.0
    doubts: tuple[str, ...] = ()
