"""Article: one saved story as a value that knows nothing of files, windows or what was read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from reader.article.blocks import (
    Block,
    Code,
    Embed,
    FigurePlace,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
)
from reader.article.figures import Figure
from reader.article.names import Moment
from reader.article.text import plain
from reader.article.trust import Trust


@dataclass(frozen=True, slots=True)
class SetAside:
    """A passage that is no part of the story: its words, why, and the block after which it stood.

    ``after_block`` is an index into the article's blocks, -1 for what stood before the first.
    """

    text: str
    reason: str
    after_block: int


@dataclass(frozen=True, slots=True)
class Article:
    """One saved story."""

    title: str = ""
    kicker: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    saved: Moment | None = None
    site: str = ""
    address: str = ""
    language: str = ""
    """A BCP 47 tag such as ``en`` or ``pt-BR``, empty where unknown."""
    blocks: tuple[Block, ...] = ()
    figures: tuple[Figure, ...] = ()
    set_aside: tuple[SetAside, ...] = field(default=())
    trust: Trust = field(default=Trust())


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The passages of running text in the blocks, in order; pictures and rules have none."""
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans) | PullQuote(spans):
                yield plain(spans)
            case Quote(inner) | Embed(inner) | Footnote(_, inner):
                yield from texts(inner)
            case Listing(items):
                for item in items:
                    yield from texts(item.blocks)
            case Table(rows):
                for row in rows:
                    yield "\t".join(plain(cell.spans) for cell in row)
            case Code(text):
                yield text
            case Rule() | FigurePlace():
                pass
            case _:
                assert_never(block)


def body_text(article: Article) -> str:
    """The story's words alone, passages joined by blank lines: no title, byline, standfirst or caption."""
    return "\n\n".join(text for text in texts(article.blocks) if text.strip())
