"""Entry: what a row of the list needs of one saved file, or the sentence why it cannot be read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.article import ArticleId, ImageRef, Moment, StoryKey

NEVER = datetime.fromtimestamp(0, UTC)
"""When a file was saved that cannot be asked."""


class Entry(NamedTuple):
    """One saved file as the list shows it. Holds no story and no picture.

    ``identity`` is empty where the file could not even be opened; ``saved`` has a zone: when the page was saved, as
    far as it says so itself, else when the file was last changed. ``thumbnail`` names the picture to show, which
    ``thumbnail_bytes`` opens; ``folder`` is the page's own folder of pictures.
    """

    path: Path
    identity: ArticleId = ""
    story_key: StoryKey = ""
    title: str = ""
    summary: str = ""
    """The standfirst, else the first words of the story; one line."""
    site: str = ""
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    saved: datetime = NEVER
    minutes: int = 0
    words: int = 0
    language: str = ""
    pictures: int = 0
    """How many pictures were saved with the story."""
    thumbnail: ImageRef | None = None
    folder: Path | None = None
    problem: str = ""
    """Why the file cannot be read, in one sentence; empty where it can."""
