"""The short lines around the headline: there stand byline and dates where nothing names them."""

from functools import cached_property

from reader.parser.page.tree import BLOCK_TAGS, Element, text_of

BEFORE, AFTER = 25, 120
"""How many elements before and after the headline count as near."""
LONGEST_LINE = 120


class Near:
    """The lines around one headline, read when they are first asked for."""

    def __init__(self, headline: Element | None) -> None:
        self._headline = headline

    @cached_property
    def elements(self) -> list[Element]:
        """The elements near the headline, those above it first; none where no element shows the title."""
        return [*_before(self._headline), *_after(self._headline)] if self._headline is not None else []

    @cached_property
    def lines(self) -> list[str]:
        """The short lines, in order, without doubles."""
        return _lines(self.elements)


def _lines(elements: list[Element]) -> list[str]:
    lines: dict[str, None] = {}
    for element in elements:
        if (element.tag in BLOCK_TAGS or element.tag in ("span", "time", "a")) and len(element) < 8:
            text = text_of(element)
            if 3 < len(text) <= LONGEST_LINE:
                lines.setdefault(text)
            elif not len(element) and len(text) > LONGEST_LINE * 2:
                lines.setdefault(text[:LONGEST_LINE])
    return list(lines)


def _before(headline: Element) -> list[Element]:
    """Elements near above the headline: those of its own and its parents' rows."""
    found: list[Element] = []
    for row in (headline, *list(headline.iterancestors())[:3]):
        for sibling in row.itersiblings(preceding=True):
            found += list(sibling.iter())[: BEFORE - len(found)]
            if len(found) >= BEFORE:
                return found
    return found


def _after(headline: Element) -> list[Element]:
    """Elements in document order behind the headline."""
    found: list[Element] = []
    for row in (headline, *headline.iterancestors()):
        for sibling in row.itersiblings():
            for element in sibling.iter():
                found.append(element)
                if len(found) >= AFTER:
                    return found
    return found
