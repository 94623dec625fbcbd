"""Pictures with their words: each is lifted out of the story's markup and leaves its place there."""

import re
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from lxml import etree

from reader.article import Figure, ImageRef, Kept
from reader.parser.page.address import absolute, is_web
from reader.parser.page.captions import split_credit, tidy_credit
from reader.parser.page.icons import is_icon
from reader.parser.page.measure import Measures
from reader.parser.page.names import names_of, naming
from reader.parser.page.pictures import Pictures, candidates, file_name
from reader.parser.page.sameness import picture_name
from reader.parser.page.tree import Element, drop, flat, note, swap, text_of

_BOX = naming(
    r"(?:wp-caption|caption|image|img|photo|picture|pic|foto|bild|figure|media|gallery|slide|slideshow|carousel|thumb"
    r"|thumbnail|illustration|lead-?art|hero|graphic|embed-?image|visual|lightbox)[a-z]*"
)
_CAPTION = naming(
    r"[a-z]*(?:caption|bildunterschrift|legend)[a-z]*|cutline|cap|didascalia|pie-?(?:de-)?foto|bildtext|leyenda|epigrafe"
    r"|(?:image|photo)-?(?:text|desc\w*|info|meta)"
)
_CREDIT = naming(
    r"credits?|(?:photo|image|img|picture|pic|foto|bild)-?_?(?:credits?|source|copyright|by|author|owner|quelle|nachweis)|copyright|photographer|attribution|rights|bildquelle|fotograf"
    r"|source|credit-?line|agency|author|byline"
)
LONGEST_CAPTION = 1500


def lift_figures(story: Element, pictures: Pictures, measures: Measures) -> list[Figure]:
    """Take all figures out of the story; in their place stands a ``picture-place`` with their number.

    Captions whose picture was not saved become figures without a picture where they stand in a ``figure``, and are
    set aside elsewhere.
    """
    lifting = _Lifting(story, pictures, measures, _headlines(story, pictures.base))
    for element in list(story.iter("img")):
        if any(above is story for above in element.iterancestors()):  # else it went with its box
            lifting.lift(element)
    lifting.lift_captions()
    lifting.settle_galleries()
    return lifting.figures


def _headlines(story: Element, base: str) -> set[str]:
    """Where on the same site lines of words lead."""
    links = {link.get("href") or "" for link in story.iter("a") if len(text_of(link).split()) > 2}
    return {href for href in links if _site(absolute(href, base)) == _site(base)}


def _site(address: str) -> str:
    return "/".join(address.split("/", 3)[:3]) if is_web(address) else ""


@dataclass(slots=True)
class _Lifting:
    story: Element
    pictures: Pictures
    measures: Measures
    headlines: set[str]
    figures: list[Figure] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def lift(self, element: Element) -> None:
        """One picture with its words; the same picture again only adds its words to the first."""
        image = None if is_icon(element) else self.pictures.named(element)
        if image is None:
            return
        if (card := _card_around(element)) is not None:
            swap(card, note(text_of(card), "related links"))
            return
        box = box_of(element, self.story, self.measures)
        if self._leads_away(element):
            swap(box, note(text_of(box), "related links"))
            return
        _put_notes_behind(box)
        figure, used = read_figure(image, element, box)
        place = self._place_of(image)
        if place < len(self.figures):
            self.figures[place] = _richer(self.figures[place], figure)
            drop(box)
            return
        self.figures.append(figure)
        self._put(box, place, used)

    def _leads_away(self, element: Element) -> bool:
        """Whether it is the picture of another story: a line of words elsewhere leads to the same page as it does."""
        link = next(element.iterancestors("a"), None)
        if link is None or link.get("href") not in self.headlines or text_of(link):
            return False
        return next(element.iterancestors("figure"), None) is None

    def _place_of(self, image: ImageRef) -> int:
        """The number of the figure that shows this picture already, under any of its names; else of a new one."""
        names = self.pictures.also[image] if image.kept is not Kept.EMBEDDED else {f"part {image.part}"}
        place = next((self.seen[name] for name in names if name in self.seen), len(self.figures))
        self.seen.update(dict.fromkeys(names, place))
        return place

    def _put(self, box: Element, place: int, used: str) -> None:
        """Put the place where the box stood; what else the box said is set aside behind it."""
        rest = text_of(box)
        for words in filter(None, used.split("\n")):
            rest = rest.replace(words, " ", 1)
        marker = etree.Element("picture-place", number=str(place))
        swap(box, marker)
        if len(re.findall(r"\w+", rest)) > 2:
            beside = note(flat(rest), "beside a picture")
            beside.tail, marker.tail = marker.tail, None
            marker.addnext(beside)

    def lift_captions(self) -> None:
        """Captions and credits that are left: their picture was not saved, or stands nowhere near."""
        for element in list(self.story.iter()):
            if element.tag not in ("figcaption", "figure") and not _is_caption(element):
                continue
            if element is self.story or self.measures.length(element) > LONGEST_CAPTION:
                continue
            if element.tag == "figure":
                self._lift_wordless(element)
            elif self._is_alone(element) and not self._give(element):
                swap(element, note(text_of(element), "caption without picture"))

    def _is_alone(self, element: Element) -> bool:
        """Whether it still hangs in the story, and no picture's place hangs in it."""
        return _has_no_picture(element) and any(above is self.story for above in element.iterancestors())

    def settle_galleries(self) -> None:
        """What a box of several pictures says beside them is no running text; the pictures stay."""
        for element in list(self.story.iter("div", "figure", "ul")):
            places = list(element.iter("picture-place")) if self._is_gallery(element) else []
            if len(places) > 1:
                beside = note(text_of(element), "beside a picture")
                for place in places:
                    place.tail = None
                element.text = None
                element[:] = [*places, beside]

    def _is_gallery(self, element: Element) -> bool:
        length = self.measures.length(element)
        if element is self.story or not 0 < length < LONGEST_BARE_CAPTION or self.measures.running(element):
            return False
        return bool(_BOX(names_of(element)))

    def _give(self, element: Element) -> bool:
        """Whether the words became those of the last of several pictures that stand in one box with them."""
        for above in takewhile(lambda above: above is not self.story, islice(element.iterancestors(), NEAR_UP)):
            places = [int(place.get("number") or 0) for place in above.iter("picture-place")]
            if places and not self.figures[places[-1]].caption:
                figure = self.figures[places[-1]]
                caption, credit = split_credit(text_of(element))
                self.figures[places[-1]] = replace(figure, caption=caption, credit=figure.credit or credit)
                drop(element)
                return True
        return False

    def _lift_wordless(self, element: Element) -> None:
        words = element.find(".//figcaption")
        if words is None or not _has_no_picture(element):
            return
        if next(element.iter("table", "pre", "blockquote", "pull-quote"), None) is not None:
            return
        caption, credit = split_credit(text_of(words))
        if not caption and not credit:
            return
        self.figures.append(Figure(None, "", caption, credit))
        swap(element, etree.Element("picture-place", number=str(len(self.figures) - 1)))


def _put_notes_behind(box: Element) -> None:
    """What was set aside inside a picture's box is none of its words."""
    for aside in reversed(list(box.iter("set-aside"))):
        drop(aside)
        aside.tail = None
        box.addnext(aside)


def _card_around(element: Element) -> Element | None:
    """The link that holds a picture and a headline or a date, and leads to another story."""
    link = next(element.iterancestors("a"), None)
    if link is None or next(link.iter("figure", "figcaption"), None) is not None:
        return None
    target = file_name(link.get("href") or "")
    if not target or target in file_name(element.get("src") or "") or _PICTURE_ADDRESS.search(target):
        return None
    return link if any(text_of(inner) for inner in link.iter("h2", "h3", "h4", "h5", "h6", "time")) else None


_PICTURE_ADDRESS = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)$|^(?:file|image|datei|bild):", re.I)
NEAR_UP = 3
"""How many elements up from its words a picture can stand that shares a box with them."""


def _has_no_picture(element: Element) -> bool:
    return next(element.iter("picture-place"), None) is None


def _is_caption(element: Element) -> bool:
    return element.tag in ("div", "p", "span") and bool(_LONE_CAPTION(names_of(element)))


_LONE_CAPTION = naming(
    r"(?:(?:image|img|photo|picture|media|figure|gallery|slide|wp|article|hero|lead)[-_]{0,2})?"
    r"(?:caption|credits?|bildunterschrift|cutline|imagecaption|photocredit|imagecredit)(?:[-_]{0,2}text)?"
)


def _richer(one: Figure, other: Figure) -> Figure:
    """The same picture named twice: the words of both."""
    return Figure(one.image, one.alt or other.alt, one.caption or other.caption, one.credit or other.credit, one.lead)


def box_of(element: Element, story: Element, measures: Measures) -> Element:
    """The element that holds one picture with its words: its ``figure``, or the highest one that is named so.

    A wrapper without other text always counts.
    """
    box = element
    for above in element.iterancestors():
        length = measures.length(above)
        if above is story or length > LONGEST_CAPTION or above.tag in _NEVER_BOXES or len(pictures_in(above)) > 1:
            break
        if above.tag == "figure":
            return above
        if above.tag in _CELLS:
            if above.tag in ("td", "th") and length:
                break
        elif above.tag == "table" and len(list(islice(above.iter("tr"), MOST_ROWS + 1))) > MOST_ROWS:
            break
        elif length == 0 or above.tag == "picture" or (above.tag != "p" and _is_box(above, length)):
            box = above
    return box


_CELLS = frozenset({"td", "th", "tr", "tbody"})
"""Parts of a table: never a box, but a table that holds one picture and its caption is one."""
MOST_ROWS = 3
"""Of a table that is one picture's box: the picture, its caption, its credit."""
_NEVER_BOXES = frozenset({"body", "li", "article", "section", "main"})


def _is_box(element: Element, length: int) -> bool:
    """Whether the element is one picture's box: little is in it beside caption and credit."""
    inside = sum(len(text_of(caption)) for caption in _caption_elements(element))
    if inside:
        return length - inside < 100
    return element.tag != "table" and length < LONGEST_BARE_CAPTION and bool(_BOX(names_of(element)))


LONGEST_BARE_CAPTION = 300
"""Signs of text beside a picture that still count as its caption when nothing says so but the box's name."""


def holds_picture(element: Element, measures: Measures) -> bool:
    """Whether a picture and little else is in the element: no links, no form, no more words than a caption has."""
    if measures.links(element) or measures.length(element) > LONGEST_BARE_CAPTION:
        return False
    return bool(pictures_in(element)) and next(element.iter("form"), None) is None


def pictures_in(element: Element) -> list[Element]:
    """Up to two different pictures inside the element, or their places: enough to tell one from many."""
    found: list[Element] = []
    names: set[str] = set()
    for inner in element.iter("img", "picture-place"):
        key = picture_name(next(iter(candidates(inner)), inner.get("number") or ""))
        if key and key not in names and not is_icon(inner):
            names.add(key)
            found.append(inner)
            if len(found) == 2:
                break
    return found


def _caption_elements(box: Element) -> list[Element]:
    inside = [
        inner for inner in box.iter() if inner is not box and (inner.tag == "figcaption" or _CAPTION(names_of(inner)))
    ]
    return [inner for inner in inside if not any(above in inside for above in inner.iterancestors())]


def read_figure(image: ImageRef, element: Element, box: Element) -> tuple[Figure, str]:
    """The picture with alt text, caption and credit, and the passages of the box that these used, one a line."""
    marked = _marked_credit(box)
    words = _caption_words(box) or _caption_behind(box)
    caption, credit = split_credit(words.replace(marked, " ").strip() if marked else words)
    if marked:
        credit = tidy_credit(marked)
    return Figure(image, flat(element.get("alt")), caption, credit), f"{words}\n{marked}"


def _marked_credit(box: Element) -> str:
    """The words of the element named as a credit."""
    for inner in box.iter():
        if inner is box or inner.tag in ("figcaption", "img", "figure", "picture"):
            continue
        names = names_of(inner)
        if _CREDIT(names) and not _CAPTION(names) and 1 < len(text := text_of(inner)) < 200:
            return text
    return ""


def _caption_words(box: Element) -> str:
    captions = _caption_elements(box)
    if captions:
        return flat(" ".join(dict.fromkeys(text_of(inner) for inner in captions)))
    if box.tag == "figure" or _BOX(names_of(box)):
        text = text_of(box)
        return text if len(text) <= 600 else ""
    return ""


def _caption_behind(box: Element) -> str:
    """The text of an element named as a caption right behind the picture; it goes with the picture."""
    after = box.getnext()
    if after is None or (box.tail or "").strip() or not _CAPTION(names_of(after)):
        return ""
    text = text_of(after)
    if not text or len(text) > LONGEST_CAPTION or pictures_in(after):
        return ""
    drop(after)
    return text
