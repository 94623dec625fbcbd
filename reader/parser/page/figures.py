"""Pictures with their words: each is lifted out of the story's markup and leaves its place there."""

import re
from dataclasses import dataclass

from lxml import etree

from reader.article import Figure, ImageRef, Kept
from reader.parser.page.captions import split_credit, tidy_credit
from reader.parser.page.pictures import Pictures, candidates, file_name
from reader.parser.page.tree import Element, drop, flat, names_of, swap, text_of

_BOX = re.compile(
    r"(?<![a-z])(?:wp-caption|caption|image|img|photo|picture|pic|foto|bild|figure|media|gallery|slide|slideshow|carousel|thumb|thumbnail|illustration|lead-?art|hero|graphic|embed-?image|visual|lightbox)"
)
_CAPTION = re.compile(
    r"caption|bildunterschrift|legend|(?<![a-z])(?:cutline|cap|didascalia|pie-?(?:de-)?foto|image-?(?:text|desc\w*|info|meta)|photo-?(?:text|desc\w*|info)|bildtext|thumbcaption|leyenda|epigrafe)(?![a-z])"
)
_CREDIT = re.compile(
    r"(?<![a-z])(?:credits?|photo-?credit|image-?(?:credit|source|copyright)|copyright|photographer|attribution|rights|bildquelle|fotograf|source|credit-?line|agency|author|byline)(?![a-z])"
)
_ICON = re.compile(
    r"(?<![a-z])(?:avatar|gravatar|icons?|icon-\w+|logos?|emoji|smil(?:ey|ies)|spinner|spacer|badge|sprite|author-?(?:image|photo|img|pic)|profile-?(?:image|photo|pic)|loader|btn|button|rating|stars?|wp-smiley|captcha|tracking|pixel|sharethis|flag|byline)(?![a-z])"
)
_ICON_FILE = re.compile(
    r"(?:^|[/_.-])(?:avatar|gravatar|icon|logo|emoji|smiley|spinner|badge|sprite|pixel|button|btn|arrow|twitter|facebook|whatsapp|pinterest|linkedin|captcha)s?(?:[/_.-]|\d|$)|gravatar\.com|feedburner|doubleclick|/ads?/|amazon-adsystem|assoc-amazon|quantserve|scorecardresearch|\.svg(?:$|\?)",
    re.I,
)
LONGEST_CAPTION = 1500
SMALLEST_SIDE = 64


@dataclass(slots=True)
class _Found:
    """A picture and the element that holds it with its words."""

    image: ImageRef
    element: Element
    box: Element


def lift_figures(story: Element, pictures: Pictures) -> list[Figure]:
    """Take all figures out of the story; in their place stands a ``picture-place`` with their number."""
    figures: list[Figure] = []
    seen: dict[str, int] = {}
    for element in list(story.iter("img")):
        if not any(above is story for above in element.iterancestors()):
            continue  # it went with its box
        image = None if is_icon(element) else pictures.named(element)
        if image is None:
            continue
        key = _key(image)
        box = box_of(element, story)
        figure = read_figure(image, element, box, story)
        if key in seen:
            figures[seen[key]] = _richer(figures[seen[key]], figure)
            _take_out(box, element)
            continue
        seen[key] = len(figures)
        place = etree.Element("picture-place", number=str(len(figures)))
        figures.append(figure)
        _put(place, box, element)
    return figures


def _key(image: ImageRef) -> str:
    return (
        f"part {image.part}"
        if image.kept is Kept.EMBEDDED
        else (
            file_name(image.address or image.source)
            if "." in file_name(image.address or image.source)
            else image.source
        )
    )


def _richer(one: Figure, other: Figure) -> Figure:
    """The same picture named twice: the words of both."""
    return Figure(one.image, one.alt or other.alt, one.caption or other.caption, one.credit or other.credit, one.lead)


def is_icon(element: Element) -> bool:
    """Whether an ``img`` is an ornament, a tracker or a portrait of the author, by its size, names and address."""
    for name in ("width", "height"):
        size = re.match(r"\s*(\d+)(?:px)?\s*$", element.get(name) or "")
        if size and 0 < int(size[1]) < SMALLEST_SIDE:
            return True
    if _ICON.search(names_of(element)):
        return True
    parent = element.getparent()
    if parent is not None and _ICON.search(names_of(parent)):
        return True
    addresses = candidates(element)
    return any(_ICON_FILE.search(address[:500]) for address in addresses[:1] if address[:5].lower() != "data:")


def box_of(element: Element, story: Element) -> Element:
    """The element that holds one picture with its words: ``figure``, or the highest one named so or without other text."""
    box = element
    for above in element.iterancestors():
        if above is story or above.tag in ("body", "li", "td", "article", "section", "main"):
            break
        if len(pictures_in(above)) > 1:
            break
        if above.tag == "figure":
            return above
        length = len(text_of(above))
        if length == 0 or above.tag == "picture":
            box = above
        elif (
            length < LONGEST_CAPTION and above.tag != "p" and (_BOX.search(names_of(above)) or _caption_elements(above))
        ):
            box = above
        elif length > LONGEST_CAPTION:
            break
    return box


def pictures_in(element: Element) -> list[Element]:
    """Up to two different pictures inside the element: enough to tell one from many."""
    found: list[Element] = []
    names: set[str] = set()
    for inner in element.iter("img"):
        key = next(iter(candidates(inner)), "")
        if key and file_name(key) not in names and not is_icon(inner):
            names.add(file_name(key))
            found.append(inner)
            if len(found) == 2:
                break
    return found


def _caption_elements(box: Element) -> list[Element]:
    inside = [
        inner
        for inner in box.iter()
        if inner is not box and (inner.tag == "figcaption" or _CAPTION.search(names_of(inner)))
    ]
    return [inner for inner in inside if not any(above in inside for above in inner.iterancestors())]


def read_figure(image: ImageRef, element: Element, box: Element, story: Element) -> Figure:
    """The picture's words: alt text, caption, and the credit apart from the caption."""
    alt = flat(element.get("alt"))
    credit_elements = [
        inner
        for inner in box.iter()
        if inner.tag not in ("figcaption", "img", "figure")
        and inner is not box
        and _CREDIT.search(names_of(inner))
        and not _CAPTION.search(names_of(inner))
    ]
    marked_credit = next((text for inner in credit_elements if (text := text_of(inner)) and len(text) < 200), "")
    words = _caption_words(box)
    if not words and box is not story:
        words = _caption_behind(box)
    caption, credit = split_credit(words.replace(marked_credit, " ").strip() if marked_credit else words)
    if marked_credit:
        credit = tidy_credit(marked_credit)
    return Figure(image, alt, caption, credit)


def _caption_words(box: Element) -> str:
    captions = _caption_elements(box)
    if captions:
        return flat(" ".join(dict.fromkeys(text_of(inner) for inner in captions)))
    if box.tag == "figure" or _BOX.search(names_of(box)):
        text = text_of(box)
        return text if len(text) <= 600 else ""
    return ""


def _caption_behind(box: Element) -> str:
    """The text of an element named as a caption right behind the picture; it goes with the picture."""
    after = box.getnext()
    if after is None or (box.tail or "").strip() or not _CAPTION.search(names_of(after)):
        return ""
    text = text_of(after)
    if not text or len(text) > LONGEST_CAPTION or pictures_in(after):
        return ""
    drop(after)
    return text


def _put(place: Element, box: Element, element: Element) -> None:
    if len(text_of(box)) <= LONGEST_CAPTION:
        swap(box, place)
    else:
        swap(element, place)


def _take_out(box: Element, element: Element) -> None:
    drop(box if len(text_of(box)) <= LONGEST_CAPTION else element)
