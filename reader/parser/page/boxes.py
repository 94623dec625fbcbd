"""The box of a picture: the element that holds it with its words, and what these words are."""

import re
from itertools import islice

from reader.article import Figure, ImageRef
from reader.parser.page.captions import split_credit, tidy_credit
from reader.parser.page.likeness import squashed
from reader.parser.page.measure import Measures
from reader.parser.page.names import names_of, naming, naming_in_pages
from reader.parser.page.sights import Sights
from reader.parser.page.tree import Element, drop, flat, text_of

IS_BOX = naming(
    r"(?:wp-caption|caption|image|img|photo|picture|pic|foto|bild|figure|media|gallery|slide|slideshow|carousel|thumb"
    r"|thumbnail|illustration|lead-?art|hero|graphic|embed-?image|visual|lightbox)[a-z]*"
)
_CAPTION = naming(
    r"[a-z]*(?:caption|bildunterschrift|legend)[a-z]*|cutline|cap|didascalia|pie-?(?:de-)?foto|bildtext|leyenda|epigrafe"
    r"|(?:image|photo)-?(?:text|desc\w*|info|meta)|figure-(?:desc\w*|text)"
)
_CREDIT = naming(
    r"credits?|(?:photo|image|img|picture|pic|foto|bild)-?_?(?:credits?|source|copyright|by|author|owner|quelle|nachweis)|copyright|photographer|attribution|rights|bildquelle|fotograf"
    r"|source|credit-?line|agency|author|byline"
)
IS_LONE_CAPTION = naming_in_pages(
    r"(?:(?:image|img|photo|picture|media|figure|gallery|slide|wp|article|hero|lead)[-_]{0,2})?"
    r"(?:caption|credits?|bildunterschrift|cutline|imagecaption|photocredit|imagecredit)(?:[-_]{0,2}text)?"
)
LONGEST_CAPTION = 1500


def box_of(element: Element, story: Element, measures: Measures, sights: Sights) -> Element:
    """The element that holds one picture with its words: its ``figure``, or the highest one that is named so.

    A wrapper without other text always counts.
    """
    box = element
    for above in element.iterancestors():
        length = measures.length(above)
        if _is_slide(above, length, sights):
            return above
        if above is story or length > LONGEST_CAPTION or above.tag in _NEVER_BOXES or len(sights.in_element(above)) > 1:
            break
        if above.tag == "figure":
            return above
        if above.tag in _CELLS:
            if above.tag in ("td", "th") and length:
                break
        elif above.tag == "table" and len(list(islice(above.iter("tr"), MOST_ROWS + 1))) > MOST_ROWS:
            break
        elif length == 0 or above.tag == "picture" or _holds_words_of(above, element, length):
            box = above
    return box


def _holds_words_of(element: Element, picture: Element, length: int) -> bool:
    return element.tag != "p" and (_is_box(element, length) or _is_frame(element, picture, length))


def _is_frame(element: Element, picture: Element, length: int) -> bool:
    """Whether it is as wide as its picture, by its style, or says what the picture's alternative text says."""
    if not 0 < length < LONGEST_BARE_CAPTION or element.tag not in ("div", "center"):
        return False
    alt, width = squashed(picture.get("alt") or ""), (picture.get("width") or "").removesuffix("px")
    style = element.get("style")
    if style and width and (set_width := _WIDTH.search(style)):
        return abs(int(set_width[1]) - int(width)) <= MOST_PADDING if width.isdecimal() else False
    return len(alt) >= SHORTEST_SAID_TWICE and squashed(text_of(element)) == alt


_WIDTH = re.compile(r"(?<![\w-])(?:max-)?width\s*:\s*(\d{2,4})px")
MOST_PADDING = 30
"""Pixels by which a frame is wider than its picture."""
SHORTEST_SAID_TWICE = 20
"""Letters of an alternative text from which on it says more than a name."""


def _is_slide(element: Element, length: int, sights: Sights) -> bool:
    """Whether it is an item of a gallery with one picture and its few words."""
    parent = element.getparent() if element.tag == "li" else None
    if parent is None or not 0 < length < LONGEST_BARE_CAPTION or len(sights.in_element(element)) != 1:
        return False
    return IS_BOX(names_of(parent)) and next(element.iter("h2", "h3", "h4", "time"), None) is None


_CELLS = frozenset({"td", "th", "tr", "tbody"})
"""Parts of a table: never a box, but a table that holds one picture and its caption is one."""
MOST_ROWS = 3
"""Of a table that is one picture's box: the picture, its caption, its credit."""
_NEVER_BOXES = frozenset({"body", "li", "article", "section", "main"})


def _is_box(element: Element, length: int) -> bool:
    """Whether the element is one picture's box: little is in it beside caption and credit."""
    inside = sum(len(text_of(caption)) for caption in caption_elements(element))
    if inside:
        return length - inside < 100
    return element.tag != "table" and length < LONGEST_BARE_CAPTION and bool(IS_BOX(names_of(element)))


LONGEST_BARE_CAPTION = 300
"""Signs of text beside a picture that still count as its caption when nothing says so but the box's name."""


def holds_picture(element: Element, measures: Measures, sights: Sights) -> bool:
    """Whether a picture and little else is in the element: no links, no form, no more words than a caption has."""
    if measures.links(element) or measures.length(element) > LONGEST_BARE_CAPTION:
        return False
    return bool(sights.in_element(element)) and next(element.iter("form"), None) is None


def caption_elements(box: Element) -> list[Element]:
    """The outermost elements inside the box that hold its caption, by their tag or their names."""
    inside = [
        inner for inner in box.iter() if inner is not box and (inner.tag == "figcaption" or _CAPTION(names_of(inner)))
    ]
    return [inner for inner in inside if not any(above in inside for above in inner.iterancestors())]


def read_figure(image: ImageRef, element: Element, box: Element, sights: Sights) -> tuple[Figure, str]:
    """The picture with alt text, caption and credit, and the passages of the box that these used, one a line."""
    marked = _marked_credit(box)
    words = _caption_words(box, element) or _caption_behind(box, sights)
    caption, credit = split_credit(words.replace(marked, " ").strip() if marked else words)
    if marked:
        credit = tidy_credit(marked)
    return Figure(image, flat(element.get("alt")), caption, credit), f"{words}\n{marked}"


def _marked_credit(box: Element) -> str:
    """The words of the element named as a credit, or set as the source."""
    for inner in box.iter():
        if inner is box or inner.tag in ("figcaption", "img", "figure", "picture"):
            continue
        names = names_of(inner)
        if not (_CREDIT(names) or inner.tag == "cite") or _CAPTION(names) or caption_elements(inner):
            continue
        if 1 < len(text := text_of(inner)) < 200:
            return text
    return ""


def _caption_words(box: Element, picture: Element) -> str:
    captions = caption_elements(box)
    if captions:
        return flat(" ".join(dict.fromkeys(text_of(inner) for inner in captions)))
    text = text_of(box)
    if box.tag in ("figure", "li") or IS_BOX(names_of(box)) or _is_frame(box, picture, len(text)):
        return text if len(text) <= 600 and not _is_lettered(box) else ""
    return ""


def _is_lettered(box: Element) -> bool:
    """Whether the words are the lettering of a chart: many pieces, each set at its place on the picture."""
    return sum(1 for piece in box.iter("p", "div") if (piece.text or "").strip()) > MOST_PIECES


MOST_PIECES = 4
"""Blocks of words that a caption without a mark of its own has at most."""


def _caption_behind(box: Element, sights: Sights) -> str:
    """The text of an element named as a caption right behind the picture; it goes with the picture."""
    before, after = box, box.getnext()
    while after is not None and after.tag in ("p", "div") and not len(after) and not (after.text or "").strip():
        before, after = after, after.getnext()
    if after is None or (box.tail or "").strip() or (before.tail or "").strip():
        return ""
    if not (_CAPTION(names := names_of(after)) or IS_LONE_CAPTION(names)):
        return ""
    text = text_of(after)
    if not text or len(text) > LONGEST_CAPTION or sights.in_element(after):
        return ""
    drop(after)
    return text
