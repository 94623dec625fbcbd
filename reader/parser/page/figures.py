"""Pictures with their words: each is lifted out of the story's markup and leaves its place there."""

import re
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from lxml import etree

from reader.article import Figure, ImageRef, Kept
from reader.parser.page.address import absolute, is_web
from reader.parser.page.boxes import IS_BOX, IS_LONE_CAPTION, LONGEST_BARE_CAPTION, LONGEST_CAPTION, box_of, read_figure
from reader.parser.page.captions import split_credit
from reader.parser.page.measure import Measures
from reader.parser.page.names import names_of, naming
from reader.parser.page.pictures import Pictures, file_name
from reader.parser.page.sameness import is_larger
from reader.parser.page.sights import Sights
from reader.parser.page.tree import Element, drop, flat, note, swap, text_of
from reader.parser.page.words import WORDS


def lift_figures(story: Element, pictures: Pictures, measures: Measures) -> list[Figure]:
    """Take all figures out of the story; in their place stands a ``picture-place`` with their number.

    Captions whose picture was not saved become figures without a picture where they stand in a ``figure``, and are
    set aside elsewhere.
    """
    lifting = _Lifting(story, pictures, measures)
    for element in list(story.iter("img")):
        if any(above is story for above in element.iterancestors()):  # else it went with its box
            lifting.lift(element)
    lifting.lift_captions()
    lifting.settle_galleries()
    return lifting.figures


def _site(address: str) -> str:
    return "/".join(address.split("/", 3)[:3]) if is_web(address) else ""


@dataclass(slots=True)
class _Lifting:
    story: Element
    pictures: Pictures
    measures: Measures
    sights: Sights = field(default_factory=Sights)
    figures: list[Figure] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    _headlines: set[str] | None = None

    def lift(self, element: Element) -> None:
        """One picture with its words; the same picture again only adds its words to the first."""
        image = self.pictures.named(element) if self.sights[element] else None
        if image is None:
            return
        if (card := _card_around(element)) is not None:
            swap(card, note(text_of(card), "related links"))
            return
        box = box_of(element, self.story, self.measures, self.sights)
        if self._leads_away(element):
            swap(box, note(text_of(box), "related links"))
            return
        _put_notes_behind(box)
        image = self._largest(image, element, box)
        figure, used = read_figure(image, element, box, self.sights)
        if figure.alt.casefold() in _ADVERTS or figure.caption.casefold() in _ADVERTS:
            swap(box, note(figure.caption or figure.alt, "advertisement"))
            return
        place = self._place_of(image)
        if place < len(self.figures):
            self.figures[place] = _richer(self.figures[place], figure)
            drop(box)
            return
        self.figures.append(figure)
        self._put(box, place, used)

    def _largest(self, image: ImageRef, element: Element, box: Element) -> ImageRef:
        """The picture, or a larger copy of it that stands in the same box."""
        for other in box.iter("img"):
            if other is not element and self.sights[other] == self.sights[element]:
                image = _larger(image, self.pictures.named(other))
        return image

    def _leads_away(self, element: Element) -> bool:
        """Whether it is the picture of another story: a line of words elsewhere leads to the same page as it does."""
        link = next(element.iterancestors("a"), None)
        if link is None or text_of(link) or next(element.iterancestors("figure"), None) is not None:
            return False
        return link.get("href") in self.headlines()

    def headlines(self) -> set[str]:
        """Where on the same site lines of words lead."""
        if self._headlines is None:
            home = _site(self.pictures.base)
            links = {link.get("href") or "" for link in self.story.iter("a") if len(text_of(link).split()) > 2}
            self._headlines = {href for href in links if _site(absolute(href, self.pictures.base)) == home}
        return self._headlines

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
        for element in self._left_captions():
            if element is self.story or element.tag == "pull-quote" or self.measures.length(element) > LONGEST_CAPTION:
                continue
            if element.tag == "figure":
                self._lift_wordless(element)
            elif _names_the_speaker(element):
                element.tag = "footer"
            elif _names_the_table(element):
                element.tag = "caption"
            elif self._is_alone(element) and not self._give(element):
                swap(element, note(text_of(element), "caption without picture"))

    def _left_captions(self) -> list[Element]:
        """The figures, and what is named as caption or credit, in the order of the story."""
        roll = self.measures.roll
        first = roll.number[self.story]
        named = (number for number in roll.named(IS_LONE_CAPTION) if roll.tags[number] in _LONE_TAGS)
        numbers = sorted({*named, *roll.tagged("figure", "figcaption")})
        return [roll.elements[number] for number in numbers if first <= number < roll.ends[first] and roll.here[number]]

    def _is_alone(self, element: Element) -> bool:
        """Whether it still hangs in the story, and no picture's place hangs in it."""
        return _has_no_picture(element) and any(above is self.story for above in element.iterancestors())

    def settle_galleries(self) -> None:
        """What a box of several pictures says beside them is no running text; the pictures stay."""
        for element in list(self.story.iter("div", "figure", "ul")) if len(self.figures) > 1 else ():
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
        return bool(IS_BOX(names_of(element)))

    def _give(self, element: Element) -> bool:
        """Whether the words became those of the last of several pictures that stand in one box with them."""
        for above in takewhile(lambda above: above is not self.story, islice(element.iterancestors(), NEAR_UP)):
            if self.measures.length(above) > LONGEST_CAPTION:
                return False
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


_ADVERTS = frozenset(WORDS["advert"]["names"])


def _names_the_speaker(element: Element) -> bool:
    """Whether it is the caption of a quotation set as a figure: then it says whom that is from."""
    figure = element.getparent()
    quote = figure.find("blockquote") if figure is not None and figure.tag == "figure" else None
    if quote is None or element.tag != "figcaption":
        return False
    element.tail = None
    quote.append(element)
    return True


def _names_the_table(element: Element) -> bool:
    """Whether it is the caption of a table set as a figure, which has none of its own."""
    figure = element.getparent()
    table = figure.find(".//table") if figure is not None and figure.tag == "figure" else None
    if table is None or element.tag != "figcaption" or table.find("caption") is not None:
        return False
    element.tail = None
    table.insert(0, element)
    return True


def _put_notes_behind(box: Element) -> None:
    """What was set aside inside a picture's box is none of its words."""
    for aside in reversed(list(box.iter("set-aside"))):
        drop(aside)
        aside.tail = None
        box.addnext(aside)


def _card_around(element: Element) -> Element | None:
    """The link that holds a picture and a headline or a date, and leads to another story."""
    link = next(element.iterancestors("a"), None)
    if link is not None and any(_IS_CARD(names_of(above)) for above in islice(link.iterancestors(), 2)):
        return link
    if link is None or next(link.iter("figure", "figcaption"), None) is not None:
        return None
    target = file_name(link.get("href") or "")
    if not target or target in file_name(element.get("src") or "") or _PICTURE_ADDRESS.search(target):
        return None
    return link if any(text_of(inner) for inner in link.iter("h2", "h3", "h4", "h5", "h6", "time")) else None


_IS_CARD = naming(r"bookmark-?card|link-?card|link-?preview|blog-?card|mixtape[a-z]*|unfurl[a-z]*")
_PICTURE_ADDRESS = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)$|^(?:file|image|datei|bild):", re.I)
NEAR_UP = 3
"""How many elements up from its words a picture can stand that shares a box with them."""


def _has_no_picture(element: Element) -> bool:
    return next(element.iter("picture-place"), None) is None


_LONE_TAGS = frozenset({"div", "p", "span", "h4", "h5", "h6"})


def _larger(one: ImageRef, other: ImageRef | None) -> ImageRef:
    """The one of two copies that was saved, or else promises more pixels."""
    if other is None or one.kept is not Kept.NOWHERE:
        return one
    return other if other.kept is not Kept.NOWHERE or is_larger(other.source, one.source) else one


def _richer(one: Figure, other: Figure) -> Figure:
    """The same picture named twice: the words of both."""
    image = _larger(one.image, other.image) if one.image else other.image
    return Figure(image, one.alt or other.alt, one.caption or other.caption, one.credit or other.credit, one.lead)
