"""Figures, and how a picture is named: never its bytes."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Kept(Enum):
    """Where the bytes of a picture are."""

    BESIDE = "beside"  # a file of the page's own folder
    EMBEDDED = "embedded"  # inside the page itself (a data: address)
    NOWHERE = "nowhere"  # not saved with the story


class ImageRef(NamedTuple):
    """The name of one picture.

    ``source`` is what a person is told: the absolute address where the picture was not saved, the path relative
    to the article's file (with ``/``) where it lies beside it, ``data:<media type>`` where it is embedded.
    ``part`` numbers the embedded pictures of a page; it is -1 for all others. ``address`` is where the picture
    was on the web, as far as the page says.
    """

    source: str
    kept: Kept
    part: int = -1
    address: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the story with its words. ``image`` is None where only the words were kept."""

    image: ImageRef | None
    alt: str = ""
    caption: str = ""
    credit: str = ""
    lead: bool = False
    """Whether the page declares it as its lead picture."""
