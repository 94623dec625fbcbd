"""Files out: an Article as JSON, Markdown or plain text. Knows articles only; writes to no disk."""

from collections.abc import Callable

from reader.article import Article
from reader.export.json import article_fields, as_json
from reader.export.markdown import as_markdown
from reader.export.plain import as_text

EXPORTERS: dict[str, Callable[[Article], str]] = {
    "json": as_json,
    "markdown": as_markdown,
    "text": as_text,
}
"""Every way out, by the name it is asked for with; each gives the whole article as one string."""

__all__ = ["EXPORTERS", "article_fields", "as_json", "as_markdown", "as_text"]
