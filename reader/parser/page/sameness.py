"""Whether two addresses name one picture: its size, host and format aside."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

_SIZE = re.compile(r"(?:[-_.]?\d+x\d+|-scaled|@\d(?:\.\d)?x|-e\d{10,})+$")
_IS_PICTURE = re.compile(r"[^?#]*\.(?:jpe?g|png|webp|gif|avif|bmp|tiff?)$", re.I)
_COMMON = frozenset(
    {"image", "images", "img", "photo", "picture", "pic", "foto", "bild", "default", "original", "large"}
    | {"medium", "small", "full", "main", "master", "hero", "header", "cover", "thumb", "thumbnail", "preview"}
    | {"public", "standard", "square", "wide", "landscape"}
)


@lru_cache(maxsize=4096)
def picture_name(address: str) -> str:
    """What stays the same of one picture's addresses: its file's name without size and kind.

    Where that says nothing ("1.jpg", "large.webp"), the folder of its own that it lies in; else its whole path.
    """
    try:
        parts = urlsplit(address.strip())
        inner = [value for _, value in parse_qsl(parts.query) if _IS_PICTURE.match(value)]
    except ValueError:
        return address
    segments = [segment for segment in unquote(inner[0] if inner else parts.path).lower().split("/") if segment]
    if segments and "." not in segments[-1] and any(map(_IS_PICTURE.match, segments)):
        while not _IS_PICTURE.match(segments[-1]):  # a server's wishes behind the file: "/quay.jpg/revision/latest"
            segments.pop()
    if not segments or (parts.query and not inner and "." not in segments[-1]):
        return address
    stem = _SIZE.sub("", re.sub(r"\.\w{2,5}$", "", segments[-1]))
    if stem not in _COMMON and (len(stem) > 5 or (len(stem) > 3 and not stem.isdigit())):
        return stem
    own = next((segment for segment in segments[-2:-4:-1] if _is_number(segment)), "")
    return own or "/".join((*segments[:-1], stem))


def _is_number(segment: str) -> bool:
    """Whether a folder is one picture's own: a long number or fingerprint, no date and no size."""
    return len(segment) >= 8 and re.search(r"\d", segment) is not None and not re.search(r"\d[x_,]\d|[wh]_\d", segment)


_SIZES = re.compile(r"(?<!\d)\d{2,4}(?!\d)")


def is_larger(address: str, other: str) -> bool:
    """Whether the first of two addresses of one picture promises more pixels, by the numbers it alone has.

    An address without numbers of its own is that of the picture as it was made.
    """
    mine, its = set(_SIZES.findall(address)), set(_SIZES.findall(other))
    own, others = [int(size) for size in mine - its], [int(size) for size in its - mine]
    return bool(others) and (not own or max(own) > max(others))


_HOUSE = re.compile(
    r"(?:^|[-_])(?:share-?_?(?:card|image)|social-?_?(?:share|card|image|default)?|(?:og|fb|facebook|twitter)-?_?(?:image|card|default|share|logo)?"
    r"|default|fallback|placeholder|logo|site-?_?(?:image|logo|icon)|favicon|apple-touch-icon|icon|blank|no-?_?image)(?:$|[-_\d])"
)


def is_house_picture(address: str) -> bool:
    """Whether the file is named as the site's own sign for sharing, which stands for any of its pages."""
    name = unquote(urlsplit(address).path).rsplit("/", 1)[-1].lower()
    return bool(_HOUSE.search(name.rpartition(".")[0] or name))
