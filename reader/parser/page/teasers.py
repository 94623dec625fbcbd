"""Teasers: boxes whose picture and headline lead to the same other page, with a line of words at most."""

from urllib.parse import urlsplit

from reader.parser.page.address import absolute, is_web
from reader.parser.page.measure import Measures
from reader.parser.page.tree import Element, text_of

STEPS_UP = 4
"""So far above a headline its box stands."""
LONGEST_TEASER = 400
LARGEST_SHARE = 0.5
"""Of the story's text; where teasers are more, the page is made of them."""
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def teasers_in(story: Element, measures: Measures, base: str) -> list[Element]:
    """The boxes of teasers below the first paragraph of the story; ``base`` is what addresses are relative to."""
    roll = measures.roll
    first = roll.number[story]
    pictured = _pictured(story, measures)
    boxes: dict[Element, None] = {}
    for number in roll.tagged(*_HEADINGS, inside=first) if pictured else ():
        heading = roll.elements[number]
        if (href := _leads_to(heading)) in pictured and measures.running_between(first, number):
            box = _box(heading, pictured[href], story, measures) if _is_elsewhere(href, base) else None
            if box is not None:
                boxes[box] = None
    return list(boxes) if sum(map(measures.length, boxes)) < LARGEST_SHARE * measures.length(story) else []


def _pictured(story: Element, measures: Measures) -> dict[str, list[Element]]:
    """The links around pictures of the story, by where they lead."""
    roll = measures.roll
    found: dict[str, list[Element]] = {}
    for number in roll.tagged("img", inside=roll.number[story]):
        link = next((above for above in roll.around(number) if roll.tags[above] == "a"), None)
        if link is not None and (href := roll.elements[link].get("href")):
            found.setdefault(href, []).append(roll.elements[link])
    return found


def _leads_to(heading: Element) -> str:
    """Where the link leads that all of the heading is, or stands in."""
    link = next(heading.iter("a"), None)
    link = next(heading.iterancestors("a"), None) if link is None else link
    if link is None or len(text_of(link)) < len(text_of(heading)):
        return ""
    return link.get("href") or ""


def _box(heading: Element, pictures: list[Element], story: Element, measures: Measures) -> Element | None:
    """The nearest element around the headline that also holds one of the links around pictures."""
    above = heading.getparent()
    for _ in range(STEPS_UP):
        if above is None or above is story or measures.length(above) > LONGEST_TEASER:
            return None
        if any(above in link.iterancestors() for link in pictures):
            return above
        above = above.getparent()
    return None


def _is_elsewhere(href: str, base: str) -> bool:
    """Whether the link leads to another page of the same site."""
    if href.startswith(("#", "mailto:", "javascript:")):
        return False
    target = absolute(href, base)
    if not is_web(target):
        return True
    return bool(base) and target.split("#")[0] != base and urlsplit(target).hostname == urlsplit(base).hostname
