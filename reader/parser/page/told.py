"""Pictures that a figure only tells of: its script would have made the ``img``, and had not yet when it was saved."""

import re
from collections.abc import Iterator

from lxml import etree

from reader.parser.page.pictures import candidates, from_set, in_data
from reader.parser.page.tree import Element

_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*[\"']?([^\"')]+)", re.I)
_FILMS = frozenset({"video", "iframe", "object", "embed", "audio"})


def show_told_pictures(root: Element) -> None:
    """Give each ``figure`` without a picture the one it names: in data attributes, as microdata, as a background.

    A picture of AMP, which a script would show, becomes an ``img`` like any other.
    """
    for picture in list(root.iter("amp-img", "amp-anim")):
        picture.tag = "img"
        picture[:] = []
    for figure in root.iter("figure"):
        if next(figure.iterdescendants("figure"), None) is not None:
            continue
        if not _has_picture(figure) and (address := next(_told(figure), "")):
            figure.insert(0, etree.Element("img", src=address))


def _has_picture(figure: Element) -> bool:
    return any(inner.tag in _FILMS or candidates(inner) for inner in figure.iter("img", *_FILMS)) or any(
        "<img" in (words.text or "") for words in figure.iter("noscript")
    )


def _told(figure: Element) -> Iterator[str]:
    """The addresses of pictures inside a figure, the surest first."""
    inside = [inner for inner in figure.iter() if inner.tag not in ("a", "script")]
    for inner in inside:
        yield from (*from_set(inner.get("data-srcset") or ""), *in_data(inner))
    for inner in inside:
        if (inner.get("itemprop") or "").lower() in ("contenturl", "url", "image"):
            yield from filter(None, (inner.get("content"), inner.get("href"), inner.get("src")))
    if "imageobject" in (figure.get("itemtype") or "").lower() and (named := figure.get("itemid")):
        yield named
    for inner in inside:
        if match := _BACKGROUND.search(inner.get("style") or ""):
            yield match[1]
