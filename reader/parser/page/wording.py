"""The wording of a title: what of the headline on the page and of a declared title is taken."""

from reader.parser.dates import find_moment
from reader.parser.page.likeness import likeness, squashed
from reader.parser.page.site import SEPARATOR, STRONG
from reader.parser.page.tree import Element, flat, text_of


def likeness_to(text: str, title: str) -> float:
    """As likeness; and a headline of some words with which the title begins, glued to what follows, is like it."""
    start = squashed(text)
    if len(start) > 10 and " " in text and squashed(title).startswith(start):
        return max(0.9, likeness(text, title))
    return likeness(text, title)


def whole_wording(text: str, title: str, element: Element) -> str:
    """The headline as it is shown, or the title, where the element holds a kicker or a second line besides."""
    if _ends_with(text, title) or _begins_with(text, title, element):
        return title
    return title if text.endswith(":") and squashed(text) in squashed(title) else text


def _ends_with(text: str, title: str) -> bool:
    """Whether the headline element holds a kicker before the very title."""
    return len(title) > 15 and len(text) > len(title) and squashed(text).endswith(squashed(title))


def _begins_with(text: str, title: str, element: Element) -> bool:
    """Whether the title is what the element begins with, and a part of its own, or the site's name, follows."""
    if len(title) <= 15 or not text.startswith(title) or len(text) == len(title):
        return False
    if STRONG.match(text, len(title)):
        return True
    return 0 < len(element) <= MOST_PARTS and any(squashed(line) == squashed(title) for line in _parts_of(element))


MOST_PARTS = 12


def _parts_of(element: Element) -> list[str]:
    """What the element's words are up to each of its parts."""
    starts, read = [], flat(element.text)
    for child in element:
        starts.append(read)
        read = f"{read} {text_of(child)} {flat(child.tail)}"
        starts.append(read)
    return starts


def without_day(title: str) -> str:
    """The title without the date that stands before it: "23.01.2022 - …"."""
    cut = SEPARATOR.search(title)
    if cut is None or not 6 <= cut.start() <= 20 or len(title) - cut.end() < 15:
        return title
    day = find_moment(title[: cut.start()])
    return title[cut.end() :] if day is not None and not day[1] else title
