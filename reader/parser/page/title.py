"""The story's title: the headline on the page that agrees with what the head declares, without the site's name."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from reader.parser.dates import find_moment
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.likeness import likeness, squashed
from reader.parser.page.named import Named, kinds_of
from reader.parser.page.names import names_of, naming
from reader.parser.page.site import SEPARATOR, STRONG, without_last_part, without_site
from reader.parser.page.surroundings import reason_of_names
from reader.parser.page.tree import Element, flat, text_of

LONGEST_TITLE = 400
LONGEST_DECLARED = 1000
Shown = list[tuple[str, Element]]
"""Headlines as the page shows them, and the elements that do."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, and the element that shows it, where one does."""

    title: str = ""
    element: Element | None = None


def read_title(named: Named, facts: Facts, sites: frozenset[str], address: str) -> Headline:
    """The title, empty where the page has none; ``sites`` are the squashed names of the site.

    Order: a headline element that says what a declared title or the address says; the only h1, if it says some of it,
    or is a sentence; a declared title less the site's name; any headline.
    """
    found = _Candidates(named, facts, sites, address).best()
    return Headline(_without_day(found.title), found.element)


class _Candidates:
    """What a page offers as its title."""

    def __init__(self, named: Named, facts: Facts, sites: frozenset[str], address: str) -> None:
        self._named = named
        top = named.tagged("h1")
        logos = [element for element in top if _names_the_site(element)]
        self._sites = sites | {squashed(text_of(logo)) for logo in logos} - {""}
        self._title = facts.title
        self._top = self._of_story(_shown(element for element in top if element not in logos))
        self._declared = _declared(facts)
        self._slug = _slug(address)

    def _of_story(self, pairs: Shown) -> Shown:
        """The headlines that are not the site's name, unless that is the title of the whole page."""
        return [
            pair for pair in pairs if squashed(pair[0]) not in self._sites or squashed(pair[0]) == squashed(self._title)
        ]

    @cached_property
    def _others(self) -> Shown:
        return self._of_story(headlines(self._named))

    def best(self) -> Headline:
        """The title, by the order that ``read_title`` tells."""
        top = self._top
        return (
            self._agreeing(top, 0.6)
            or (self._agreeing(top, self._enough_for_only()) if len(top) == 1 else None)
            or self._in_address(top)
            or self._agreeing([*top, *self._others], 0.6)
            or self._in_address([*top, *self._others])
            or self._alone()
            or self._from_head()
            or self._any()
        )

    def _enough_for_only(self) -> float:
        """How like a declared title the only h1 must be: less, where nothing but the document's title declares one."""
        return 0.25 if self._declared == [flat(html.unescape(self._title))] else 0.4

    def _bare(self, title: str, shown: Shown) -> str:
        return without_site(title, self._sites, (squashed(text) for text, _ in shown), slug=squashed(self._slug))

    def _agreeing(self, pairs: Shown, enough: float) -> Headline | None:
        """The headline most like a declared title, if it is like enough; the first title that finds any decides."""
        for declared in self._declared if pairs else ():
            title = self._bare(declared, pairs)
            share, text, element = max(
                ((_likeness(text, title), text, element) for text, element in pairs), key=lambda item: item[0]
            )
            if share >= enough:
                return Headline(_whole(text, title, element), element)
        return None

    def _in_address(self, pairs: Shown) -> Headline | None:
        """The headline whose words, or most of them, make the address."""
        words = set(self._slug.split("-"))
        if len(words) < LEAST_IN_SLUG:
            return None
        for text, element in pairs:
            own = set(re.findall(r"\w+", text.casefold()))
            if len(own) >= LEAST_IN_SLUG and len(words & own) >= 0.8 * min(len(words), len(own)):
                return Headline(text, element)
        return None

    def _alone(self) -> Headline | None:
        """The only h1, where it is named as the headline or is a sentence, or the head names nothing but the site."""
        if len(self._top) != 1:
            return None
        text, element = self._top[0]
        is_named = element.get("itemprop") == "headline" or "title" in kinds_of(names_of(element))
        is_sentence = len(text.split()) >= LEAST_IN_SENTENCE
        is_needed = all(squashed(title) in self._sites for title in self._declared)
        return Headline(text, element) if is_named or is_sentence or is_needed else None

    def _from_head(self) -> Headline | None:
        shown = [*self._top, *self._others]
        for declared in self._declared:
            if title := self._bare(declared, shown):
                if len(set(map(squashed, self._declared))) == 1:
                    title = self._part_shown(title) or without_last_part(title)
                place = _showing(self._named, title)
                return Headline(title, place if place is not None or not shown else shown[0][1])
        return None

    def _part_shown(self, title: str) -> str:
        """The longest part of the title that stands on the page by itself."""
        parts = [part for part in SEPARATOR.split(title) if len(part.split()) >= LEAST_IN_PART]
        shown = [part for part in parts if len(parts) > 1 and _stands_alone(_showing(self._named, part))]
        return max(shown, key=len, default="")

    def _any(self) -> Headline:
        for text, element in [*self._top, *self._others]:
            if element.tag != "h2" or _heading_rank(element) < 2:
                return Headline(text, element)
        return Headline()


LEAST_IN_SLUG = 3
LEAST_IN_PART = 3
LEAST_IN_SENTENCE = 4
"""Words."""


def _likeness(text: str, title: str) -> float:
    """As likeness; and a headline of some words with which the title begins, glued to what follows, is like it."""
    start = squashed(text)
    if len(start) > 10 and " " in text and squashed(title).startswith(start):
        return max(0.9, likeness(text, title))
    return likeness(text, title)


def _whole(text: str, title: str, element: Element) -> str:
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
    return bool(len(element)) and any(squashed(line) == squashed(title) for line in _parts_of(element))


def _parts_of(element: Element) -> list[str]:
    """What the element's words are up to each of its parts."""
    starts, read = [], flat(element.text)
    for child in element:
        starts.append(read)
        read = f"{read} {text_of(child)} {flat(child.tail)}"
        starts.append(read)
    return starts


def _showing(named: Named, title: str) -> Element | None:
    """The first element that holds the title's words and nothing else, where no headline element shows them."""
    wanted = squashed(title)
    for element in named.tagged(*_TITLE_TAGS):
        text = element.text
        if text and not len(element) and len(text) < LONGEST_TITLE and squashed(flat(text)) == wanted:
            return element
    return None


def _stands_alone(element: Element | None) -> bool:
    """Whether it is there, and no link to another page."""
    return element is not None and not any(above.tag in ("a", "li", "nav") for above in element.iterancestors())


_TITLE_TAGS = ("h3", "h4", "h5", "h6", "p", "div", "td", "font", "b", "strong", "span")


def headlines(named: Named) -> Shown:
    """What else may be the headline as it is shown: elements named headline or entry-title, then h2; in that order."""
    ranked = [(_heading_rank(element), element) for element in named.tagged("h2")]
    ranked += [(3, e) for e in named.of("title") if e.tag in _LINES and len(e) < 6 and not _is_for_others(e)]
    ranked.sort(key=lambda item: item[0])
    return _shown(element for _, element in ranked[:60])


def _is_for_others(element: Element) -> bool:
    """Whether it is a title to be shared, or of another story."""
    return "share" in names_of(element) or reason_of_names(names_of(element)) == "related links"


_SITE_NAME = naming(r"site-?(?:title|name|logo)|logo|brand(?:ing)?|masthead")
_FRONT_PAGE = re.compile(r"(?:(?:https?:)?//[^/]+|\.)?/?(?:index\.\w+)?")
_ARCHIVE = re.compile(r"^(?:https?://web\.archive\.org)?/web/\d+[a-z_]*/")


def _names_the_site(element: Element) -> bool:
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
        if _KICKER(names_of(child)) and (kicker := text_of(child)) and whole.startswith(kicker) and whole != kicker:
            return whole[len(kicker) :].lstrip(" :-–—|")
    return whole


def _shown(elements: Iterable[Element]) -> Shown:
    pairs = ((_words_of(element), element) for element in elements)
    return [(text, element) for text, element in pairs if 1 < len(text) < LONGEST_TITLE]


_LINES = frozenset({"h3", "div", "p", "span"})


def _heading_rank(element: Element) -> int:
    return 1 if element.get("itemprop") == "headline" or "title" in kinds_of(names_of(element)) else 2


_TITLE_METAS = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "title",
)


def _declared(facts: Facts) -> list[str]:
    """The titles that the head declares, most telling first."""
    titles = [words_in(facts.story.get("headline")), facts.meta("citation_title", "dc.title", "dcterms.title")]
    titles += [facts.meta(name) for name in _TITLE_METAS] + [facts.title]
    kept = (flat(html.unescape(title)) for title in titles if 0 < len(title) <= LONGEST_DECLARED)
    return [title for title in dict.fromkeys(kept) if not title.lower().startswith("http")]


def _slug(address: str) -> str:
    """The last words in the address's path, as most sites make them from the title."""
    parts = [part for part in unquote(urlsplit(address).path).split("/") if part.count("-") >= LEAST_IN_SLUG - 1]
    return re.sub(r"\.\w+$", "", parts[-1]).casefold() if parts else ""


def _without_day(title: str) -> str:
    """The title without the date that stands before it: "23.01.2022 - …"."""
    cut = SEPARATOR.search(title)
    if cut is None or not 6 <= cut.start() <= 20 or len(title) - cut.end() < 15:
        return title
    day = find_moment(title[: cut.start()])
    return title[cut.end() :] if day is not None and not day[1] else title
