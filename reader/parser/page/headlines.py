"""The headlines that a page shows, and the elements that show them."""

import re
from collections.abc import Iterable

from reader.parser.page.likeness import squashed
from reader.parser.page.named import Named, kinds_of
from reader.parser.page.names import names_of, naming
from reader.parser.page.surroundings import reason_of_names
from reader.parser.page.tree import Element, flat, text_of

LONGEST_TITLE = 400
Shown = list[tuple[str, Element]]
"""Headlines as the page shows them, and the elements that do."""


def showing(named: Named, title: str) -> Element | None:
    """The first element that holds the title's words and nothing else, where no headline element shows them."""
    wanted = squashed(title)
    for element in named.tagged(*_TITLE_TAGS):
        text = element.text
        if text and not len(element) and len(text) < LONGEST_TITLE and squashed(flat(text)) == wanted:
            return element
    return None


def stands_alone(element: Element | None) -> bool:
    """Whether it is there, and no link to another page."""
    return element is not None and not any(above.tag in ("a", "li", "nav") for above in element.iterancestors())


_TITLE_TAGS = ("h3", "h4", "h5", "h6", "p", "div", "td", "font", "b", "strong", "span")


def headlines(named: Named) -> Shown:
    """What else may be the headline as it is shown: elements named headline or entry-title, then h2; in that order."""
    ranked = [(heading_rank(element), element) for element in named.tagged("h2")]
    ranked += [(3, e) for e in named.of("title") if e.tag in _LINES and len(e) < 6 and not _is_for_others(e)]
    ranked.sort(key=lambda item: item[0])
    return as_shown(element for _, element in ranked[:60])


def _is_for_others(element: Element) -> bool:
    """Whether it is a title to be shared, or of another story."""
    return "share" in names_of(element) or reason_of_names(names_of(element)) == "related links"


_SITE_NAME = naming(r"site-?(?:title|name|logo)|logo|brand(?:ing)?|masthead")
_FRONT_PAGE = re.compile(r"(?:(?:https?:)?//[^/]+|\.)?/?(?:index\.\w+)?")
_ARCHIVE = re.compile(r"^(?:https?://web\.archive\.org)?/web/\d+[a-z_]*/")


def names_the_site(element: Element) -> bool:
    """Whether the headline is the name of the site: named so, or all a link to a front page."""
    if _SITE_NAME(names_of(element)):
        return True
    link = next(element.iter("a"), None)
    target = _ARCHIVE.sub("", (link.get("href") or "").strip()) if link is not None else ""
    is_home = bool(target) and _FRONT_PAGE.fullmatch(target) is not None
    return is_home and link is not None and text_of(link) == text_of(element)


_KICKER = naming(
    r"kicker|dachzeile|eyebrow|overline|roofline|topline|spitzmarke|antetitulo|surtitre|sub-?title|pre-?title"
)


def _words_of(element: Element) -> str:
    """The headline's words without a kicker inside it."""
    whole = text_of(element)
    for child in element:
        if child.tag == "a" and "title" in kinds_of(names_of(child)) and (title := text_of(child)):
            return title if whole.startswith(title) else whole
        if _KICKER(names_of(child)) and (kicker := text_of(child)) and whole.startswith(kicker) and whole != kicker:
            return whole[len(kicker) :].lstrip(" :-–—|")
    return whole


def as_shown(elements: Iterable[Element]) -> Shown:
    """The words of each element that can be a headline."""
    pairs = ((_words_of(element), element) for element in elements)
    return [(text, element) for text, element in pairs if 1 < len(text) < LONGEST_TITLE]


_LINES = frozenset({"h3", "div", "p", "span"})


def heading_rank(element: Element) -> int:
    """1 for what is named or marked as the headline, 2 for what is not."""
    return 1 if element.get("itemprop") == "headline" or "title" in kinds_of(names_of(element)) else 2
