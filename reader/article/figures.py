"""Figures: the pictures of a story with their words."""

from dataclasses import dataclass

from reader.article.images import ImageRef


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the story with its words. ``image`` is None where only the words were kept."""

    image: ImageRef | None
    alt: str = ""
    caption: str = ""
    credit: str = ""
    lead: bool = False
    """Whether the page declares it as its lead picture."""
