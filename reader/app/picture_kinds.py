"""Picture kinds: what the first bytes of a picture say it is. Names and declared types are not asked."""

import re

from reader.article import Problem

MAXIMUM_SCANS = 100
"""A progressive JPEG has about ten passes; thousands of them are a way to keep a program busy for hours."""

_SHOWN = (
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("jpeg", re.compile(rb"\xff\xd8\xff")),
    ("gif", re.compile(rb"GIF8[79]a")),
    ("webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    ("bmp", re.compile(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)),
)
"""Qt's name of each kind that is shown, and how its bytes begin (for BMP: up to the size of its second header)."""

_NOT_SHOWN = (
    ("AVIF", re.compile(rb".{4}ftypavi[fs]", re.DOTALL)),
    ("HEIC", re.compile(rb".{4}ftyp(?:hei|hev|mif1|msf1)", re.DOTALL)),
    ("JPEG XL", re.compile(rb"\xff\x0a|\0\0\0\x0cJXL ")),
    ("JPEG 2000", re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51")),
    ("TIFF", re.compile(rb"II\*\0|MM\0\*")),
    ("SVG", re.compile(rb"\x1f\x8b|(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)", re.IGNORECASE)),
    ("HTML", re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!DOCTYPE html|html|head|body)", re.IGNORECASE)),
)
"""Kinds that are recognized and refused. Qt's SVG loads other files and can be made to run for hours; its TIFF
reader brings the whole program down on a torn file; for the others it has no reader."""

DAMAGED = Problem("picture-damaged", "The picture is damaged and cannot be shown.")

_SCAN_MARKER = b"\xff\xda"


def kind_of(content: bytes) -> str | Problem:
    """Qt's name for the format of the picture, or why it is not shown."""
    for kind, beginning in _SHOWN:
        if beginning.match(content):
            return DAMAGED if _never_ends(kind, content) else kind
    for name, beginning in _NOT_SHOWN:
        if beginning.match(content):
            return Problem("picture-kind", _REFUSED.get(name, f"{name} pictures cannot be shown here."))
    return Problem("picture-kind", "The file is no picture that can be shown.")


_REFUSED = {
    "SVG": "SVG drawings are not shown, for they can load other files.",
    "HTML": "A web page was saved in the place of this picture.",
}


def _never_ends(kind: str, content: bytes) -> bool:
    return kind == "jpeg" and content.count(_SCAN_MARKER) > MAXIMUM_SCANS
