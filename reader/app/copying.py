"""Copying: the forms in which a story is put on the clipboard."""

from collections.abc import Callable

from reader.app.story.head import day
from reader.article import Article
from reader.export import EXPORTERS


def citation(article: Article) -> str:
    """Who, what, where, when, address: the order of the Chicago Manual of Style, 14.191 (articles in newspapers)."""
    authors = " and ".join(filter(None, (", ".join(article.authors[:-1]), *article.authors[-1:])))
    published = day(article.published) if article.published else ""
    source = ", ".join(filter(None, (article.site, published)))
    parts = (authors, f"“{article.title}”" if article.title else "", source, article.address)
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


COPIES: tuple[tuple[str, Callable[[Article], str]], ...] = (
    ("Citation", citation),
    ("Markdown", EXPORTERS["markdown"]),
    ("Text", EXPORTERS["text"]),
)
"""What a person chooses from, and how each is made."""
