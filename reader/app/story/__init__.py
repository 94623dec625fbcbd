"""A story as a text document: set block by block, never from a page's own HTML."""

from reader.app.story.document import Layout, StoryDocument
from reader.app.story.formats import ASIDE, BAR, GROUND, LABEL, LABEL_GAP, LINE, WIDE, column_width
from reader.app.story.place import Place
from reader.app.story.trust import account, doubt
from reader.app.story.typesetter import ASIDE_LINK, EVERYTHING_LINK, PICTURE_LINK, fitted

__all__ = [
    "ASIDE",
    "ASIDE_LINK",
    "BAR",
    "EVERYTHING_LINK",
    "GROUND",
    "LABEL",
    "LABEL_GAP",
    "LINE",
    "PICTURE_LINK",
    "WIDE",
    "Layout",
    "Place",
    "StoryDocument",
    "account",
    "column_width",
    "doubt",
    "fitted",
]
