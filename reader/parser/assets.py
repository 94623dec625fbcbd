"""Assets: the bytes of a story's pictures, from the page itself or from the folder beside it."""

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from reader.article import ImageRef, Kept

MAXIMUM_PICTURE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Assets:
    """Where the pictures of one story are.

    ``base`` is the folder the article's file lies in: nothing outside it is ever opened. ``folder`` is the page's own
    folder inside it, where there is one. ``parts`` are the ``data:`` addresses of the page, by number.
    """

    base: Path | None = None
    folder: Path | None = None
    parts: tuple[str, ...] = ()

    def open(self, image: ImageRef) -> bytes | None:
        """The bytes of the picture, or None where it was not saved, is too large, or is not to be had."""
        if image.kept is Kept.EMBEDDED and 0 <= image.part < len(self.parts):
            return data_bytes(self.parts[image.part])
        path = self.path(image)
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                content = file.read(MAXIMUM_PICTURE_BYTES + 1)
        except OSError:
            return None
        return content if len(content) <= MAXIMUM_PICTURE_BYTES else None

    def path(self, image: ImageRef) -> Path | None:
        """The picture's file, if it lies beside the article or below; links that lead out of there do not count."""
        return None if image.kept is not Kept.BESIDE or self.base is None else file_inside(self.base, image.source)


def file_inside(folder: Path, name: str) -> Path | None:
    """The file of that relative name, all links followed; None where there is none or it lies outside the folder."""
    if ".." in Path(name).parts:
        return None
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # no name that files can have, or links in a circle
        return None


def data_bytes(address: str) -> bytes | None:
    """The bytes of a ``data:`` address (RFC 2397), or None where it is damaged."""
    head, comma, body = address.partition(",")
    if not comma:
        return None
    raw = unquote_to_bytes(body)
    if not head.lower().rstrip().endswith(";base64"):
        return raw
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return None
