"""Plain text: a dump of a web story, or any other text, which is shown as it stands."""

from reader.parser.assets import Assets
from reader.parser.parsed import Parsed, Unreadable
from reader.parser.plain import read_plain
from reader.parser.source import Source


def read(source: Source, text: str) -> Parsed | Unreadable:  # noqa: ARG001  (every format is handed its source)
    """The story in a text."""
    return Parsed(read_plain(text), Assets(), "text")
