"""Blocks: what a story is made of, from top to bottom."""

from dataclasses import dataclass

from reader.article.text import Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the story, level 2 (the highest below the title) to 6."""

    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class Quote:
    """A longer quotation, with whom it is from, where the page says so."""

    blocks: tuple["Block", ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A sentence of the story set large as an ornament; ``cite`` as with a quotation."""

    spans: Spans
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; a nested list is one of its blocks."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered from ``start`` where ``ordered``. Definition lists are lists whose terms are strong."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, spanning ``columns`` × ``rows`` places."""

    spans: Spans
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; layout tables never become one."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be shown as they stand."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between two parts of a story."""


@dataclass(frozen=True, slots=True)
class Embed:
    """A post from elsewhere that stands in the story, as far as its words were saved."""

    blocks: tuple["Block", ...]
    author: str = ""
    site: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """The place of a picture in the story: an index into the article's figures."""

    figure: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note that the text refers to by its label; ``place`` is the name that links to it point at."""

    label: str
    blocks: tuple["Block", ...]
    place: str = ""


Block = Paragraph | Heading | Quote | PullQuote | Listing | Table | Code | Rule | Embed | FigurePlace | Footnote
