"""What an ``img`` shows that is no picture of the story: ornaments, buttons, trackers, portraits of authors."""

import re

from reader.parser.page.names import names_of, naming
from reader.parser.page.pictures import candidates, file_name
from reader.parser.page.tree import Element

_ICON = naming(
    r"avatar|gravatar|icons?|icon-\w+|logos?|emoji|smil(?:ey|ies)|spinner|spacer|badge|sprite|loader|btn|button|rating|stars?"
    r"|(?:author|profile)-?(?:image|photo|img|pic)|wp-smiley|captcha|tracking|pixel|sharethis|flag|byline"
)
_SIGNS = frozenset(
    {"facebook", "fb", "twitter", "whatsapp", "pinterest", "linkedin", "instagram", "telegram", "reddit"}
    | {"youtube", "tumblr", "email", "mail", "print", "rss", "feed", "share", "search", "close", "play"}
    | {"pixel", "arrow", "arrows", "button", "btn", "badge", "sprite", "sprites", "dot", "line", "clear"}
    | {"spacer", "star", "stars", "quote", "quotes", "next", "prev"}
)
_DECORATIONS = frozenset(
    {"icon", "icons", "ico", "logo", "logos", "button", "btn", "share", "social", "square", "circle"}
    | {"round", "black", "white", "grey", "gray", "blue", "red", "small", "large", "mini", "left", "right"}
    | {"up", "down", "new", "x", "px", "v", "e"}
)
_WORD = re.compile(r"[a-z]+|[^\W\d_a-z]+", re.I)
_ICON_FILE = re.compile(
    r"(?:^|[/_.-])(?:avatar|gravatar|emoji|smiley|spinner|captcha)s?(?:[/_.-]|\d|$)|/(?:icon|logo|badge|sprite|(?:[\w-]+[_-])?(?:button|icon)|flag|smilie)s?/"
    r"|(?:/|^)(?:icon|logo|btn|button)s?[-_.][^/]*$|[-_](?:icon|logo)s?(?:[-_@.]?[\dx]+)?\.\w+(?:$|\?)|(?<!\d)(?:88x31|80x15)(?!\d)"
    r"|/banners?/|(?<!\d)(?:468x60|728x90|160x600|120x600|970x250|320x50|234x60|125x125)(?!\d)|gravatar\.com|/wp-content/(?:plugins|themes)/|/sites/[^/]+/themes/|feedburner|doubleclick|[?&]zoneid=|(?:(?<!/[0-9a-f])/|[a-z][-_])ads?/|amazon-adsystem|assoc-amazon|quantserve|scorecardresearch"
)
"""Of an address in lower case: ``re.I`` takes several times as long."""
SMALLEST_SIDE = 64
"""Below this many pixels, a side is an ornament's."""
SMALLEST_PICTURE = 100
"""So is a picture with no side longer than this."""
SMALLEST_WHOLE = (40, 80)
"""The shorter and the longer side from which on it is a picture still, if it leads to its own file: a flag, a stamp."""
LARGE_SIDE = 250
"""Pixels from which on a picture is taken for one, whatever its file is called."""


def is_icon(element: Element) -> bool:
    """Whether an ``img`` is an ornament, a tracker or a portrait of the author, by its size, names and address."""
    sides = [side for side in map(element.get, ("width", "height")) if side]
    pixels = [int(size[1]) for side in sides if (size := re.match(r"\s*(\d{1,6})(?:px)?\s*$", side))]
    is_small = any(0 < side < SMALLEST_SIDE for side in pixels) or 0 < max(pixels, default=0) <= SMALLEST_PICTURE
    if is_small and (min(pixels) < SMALLEST_WHOLE[0] or max(pixels) < SMALLEST_WHOLE[1] or not is_shown_whole(element)):
        return True
    parent = element.getparent()
    if _ICON(names_of(element)) or (parent is not None and _ICON(names_of(parent))):
        return True
    is_large = any(side >= LARGE_SIDE for side in pixels) or is_shown_whole(element)
    return _is_icon_file(next(iter(candidates(element)), "")[:500], is_large)


def is_shown_whole(element: Element) -> bool:
    """Whether a link leads from it to the same file: what can be looked at in full size is a picture."""
    link = next(element.iterancestors("a"), None)
    source = file_name(element.get("src") or "")
    target = file_name(link.get("href") or "").rpartition(":")[2] if link is not None else ""
    return len(target) > SHORTEST_FILE_NAME and target in source and _PICTURE_FILE.search(target) is not None


_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|tiff?)$")
SHORTEST_FILE_NAME = 6
"""Signs of a file's name that tell one file from others."""


def _is_icon_file(address: str, is_large: bool) -> bool:
    if address[:5].lower() == "data:":
        return False
    if _DRAWING.search(address):  # never shown: a drawing can load files and run for minutes
        return True
    return not is_large and (bool(_ICON_FILE.search(address.lower())) or _is_sign(file_name(address)))


_DRAWING = re.compile(r"\.svg(?:$|[?#])", re.I)


def _is_sign(name: str) -> bool:
    """Whether a file is named as the sign of a service or a button, and nothing else: a photograph's name says more."""
    words = set(_WORD.findall(name.rpartition(".")[0]))
    return not words.isdisjoint(_SIGNS) and words <= _SIGNS | _DECORATIONS
