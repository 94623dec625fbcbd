"""What stands beyond the story's element and a reader may still want: the comments, who the author is, boxes."""

from collections.abc import Iterator

from reader.parser.page.pieces import Aside
from reader.parser.page.surroundings import reason_of
from reader.parser.page.tree import Element, text_of

_WANTED = frozenset({"comments", "about the author"})
SHORTEST_REGION = 80
MOST_REGIONS = 40


def regions_beyond(root: Element, story: Element) -> list[Aside]:
    """One passage for each region, in the order of the page; nothing of the story's own element."""
    found: list[Aside] = []
    for element in _outermost(root, story):
        words = text_of(element)
        if len(words) >= SHORTEST_REGION and len(found) < MOST_REGIONS:
            found.append(Aside(words, _reason(element)))
    return found


def _outermost(root: Element, story: Element) -> Iterator[Element]:
    """The regions a reader may want, none of them inside another, none around the story."""
    around = {story, *story.iterancestors()}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element not in around and _reason(element):
            yield element
        elif element is not story:
            waiting.extend(reversed(element))


def _reason(element: Element) -> str:
    reason = reason_of(element)
    if reason in _WANTED:
        return reason
    return "box beside the story" if element.tag == "aside" and not reason else ""
