"""Plain text: a dump of a web story, or any other text, which is shown as it stands."""

import re

from reader.article import Article, Paragraph, Span
from reader.parser.assets import Assets
from reader.parser.languages import detect_language
from reader.parser.parsed import Parsed, Unreadable
from reader.parser.source import Source


def read(source: Source, text: str) -> Parsed | Unreadable:  # noqa: ARG001  (every format is handed its source)
    """The story in a text."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", "\n".join(text.splitlines())) if part.strip()]
    blocks = tuple(Paragraph((Span(part),)) for part in paragraphs)
    return Parsed(Article(blocks=blocks, language=detect_language(text)), Assets(), "text")
