"""How a picture is named: never its bytes."""

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
