"""How much text stands in each element: one walk, so that no rule has to read a passage twice."""

from dataclasses import dataclass, field

from reader.parser.page.tree import Element


@dataclass(slots=True)
class Measures:
    """Signs of text by element, itself and all below: all of it, what is linked, and how many links there are.

    ``running`` is the text that stands in paragraphs of some length with few links: what a story is made of.
    """

    length: dict[Element, int] = field(default_factory=dict)
    linked: dict[Element, int] = field(default_factory=dict)
    links: dict[Element, int] = field(default_factory=dict)
    running: dict[Element, int] = field(default_factory=dict)

    def link_share(self, element: Element) -> float:
        """The share of the element's text that is linked, 0 to 1."""
        length = self.length.get(element, 0)
        return self.linked.get(element, 0) / length if length else 0.0


RUNNING_LENGTH = 80


def measure(root: Element) -> Measures:
    """All measures of the element and what is below it."""
    elements = list(root.iter())
    found = Measures()
    length, linked, links, running = found.length, found.linked, found.links, found.running
    for element in elements:
        length[element] = len(element.text.strip()) if element.text else 0
        linked[element] = links[element] = running[element] = 0
    for element in reversed(elements):
        here = length[element]
        if element.tag == "a" and here:
            linked[element], links[element] = here, 1
        elif element.tag in ("p", "blockquote", "pre") and here > RUNNING_LENGTH and linked[element] < 0.3 * here:
            running[element] = here
        if element is root:
            break
        parent = element.getparent()
        if parent is not None:
            length[parent] += here + (len(element.tail.strip()) if element.tail else 0)
            linked[parent] += linked[element]
            links[parent] += links[element]
            running[parent] += running[element]
    return found
