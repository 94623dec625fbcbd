"""The story's title: the headline on the page that agrees with what the head declares, without the site's name."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.parser.page.facts import Facts, words_in
from reader.parser.page.likeness import likeness, squashed
from reader.parser.page.names import Roll, names_of, naming
from reader.parser.page.tree import Element, flat, text_of

SEPARATOR = re.compile(
    r"\s+[|\-–—·•»«:~/>]{1,2}\s+|\s*[|｜»]\s*|\s::\s|:\s+|\s+@\s+|[–—]|_|(?<=\W)[-:]|[-:](?=[^\W\d_a-zA-Z])"
)
LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, and the element that shows it, where one does."""

    title: str = ""
    element: Element | None = None


def read_title(root: Element, roll: Roll, facts: Facts, site: str, host: str) -> Headline:
    """The title, empty where the page has none.

    Order: a headline element that says what a declared title says; the only h1, if it says much of it; a declared
    title less the site's name; any headline.
    """
    sites = _site_names(root, facts, site, host)
    top = list(root.iter("h1"))
    logos = [element for element in top if _names_the_site(element)]
    sites |= {squashed(text_of(logo)) for logo in logos} - {""}
    titles = [_Declared(title, sites) for title in _declared(facts)]
    lone = [pair for pair in _shown(e for e in top if e not in logos) if squashed(pair[0]) not in sites]
    if found := _agreeing(lone, titles, 0.6) or (_agreeing(lone, titles, 0.25) if len(lone) == 1 else None):
        return found
    others = [(text, element) for text, element in headlines(root, roll) if squashed(text) not in sites]
    if found := _agreeing([*lone, *others], titles, 0.6):
        return found
    shown = [*lone, *others]
    if title := next((bare for title in titles if (bare := title.without_site([text for text, _ in shown]))), ""):
        place = _showing(root, title)
        return Headline(title, place if place is not None or not shown else shown[0][1])
    named = [(text, element) for text, element in shown if element.tag != "h2" or _heading_rank(element) < 2]
    return Headline(*named[0]) if named else Headline()


def _showing(root: Element, title: str) -> Element | None:
    """The first element that holds the title's words and nothing else, where no headline element shows them."""
    wanted = squashed(title)
    for element in root.iter(*_TITLE_TAGS):
        text = element.text
        if text and not len(element) and len(text) < LONGEST_TITLE and squashed(flat(text)) == wanted:
            return element
    return None


_TITLE_TAGS = ("h3", "h4", "h5", "h6", "p", "div", "td", "font", "b", "strong", "span")


@dataclass(frozen=True, slots=True)
class _Declared:
    title: str
    sites: set[str]

    def without_site(self, shown: list[str]) -> str:
        return without_site(self.title, self.sites, shown)


def _agreeing(pairs: list[tuple[str, Element]], titles: list[_Declared], enough: float) -> Headline | None:
    """The headline most like a declared title, if it is like enough; the first declared one that finds any decides."""
    texts = [text for text, _ in pairs]
    for declared in titles if pairs else ():
        title = declared.without_site(texts)
        share, text, element = max(
            ((likeness(text, title), text, element) for text, element in pairs), key=lambda item: item[0]
        )
        if share >= enough:
            return Headline(title if _ends_with(text, title) else text, element)
    return None


def _ends_with(text: str, title: str) -> bool:
    """Whether the headline element holds a kicker before the very title."""
    return len(title) > 15 and len(text) > len(title) and squashed(text).endswith(squashed(title))


def headlines(root: Element, roll: Roll) -> list[tuple[str, Element]]:
    """What else may be the headline as it is shown: elements named headline or entry-title, then h2; in that order."""
    ranked = [(_heading_rank(element), element) for element in root.iter("h2")]
    ranked += [(3, element) for element, _ in roll.named(_NAMED) if element.tag in _LINES and len(element) < 6]
    ranked.sort(key=lambda item: item[0])
    return _shown(element for _, element in ranked[:60])


_SITE_NAME = naming(r"site-?(?:title|name|logo)|logo|brand(?:ing)?|masthead")
_FRONT_PAGE = re.compile(r"(?:(?:https?:)?//[^/]+|\.)?/?(?:index\.\w+)?")
_ARCHIVE = re.compile(r"^(?:https?://web\.archive\.org)?/web/\d+[a-z_]*/")


def _names_the_site(element: Element) -> bool:
    """Whether the headline is the name of the site: named so, or all a link to a front page."""
    if _SITE_NAME(names_of(element)):
        return True
    link = next(iter(element.iter("a")), None)
    target = _ARCHIVE.sub("", (link.get("href") or "").strip()) if link is not None else ""
    return (
        bool(target) and bool(_FRONT_PAGE.fullmatch(target)) and link is not None and text_of(link) == text_of(element)
    )


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


def _shown(elements: Iterable[Element]) -> list[tuple[str, Element]]:
    pairs = ((_words_of(element), element) for element in elements)
    return [(text, element) for text, element in pairs if 1 < len(text) < LONGEST_TITLE]


_LINES = frozenset({"h3", "div", "p", "span"})
_NAMED = naming(r"[a-z]*headline|(?:entry|post|article|story|page|content)[-_]{0,2}(?:title|header|heading)|title")


def _heading_rank(element: Element) -> int:
    return 1 if element.get("itemprop") == "headline" or _NAMED(names_of(element)) else 2


def _declared(facts: Facts) -> list[str]:
    """The titles that the head declares, most telling first."""
    titles = [
        words_in(facts.story.get("headline")),
        facts.meta("citation_title", "dc.title", "dcterms.title"),
        facts.meta("og:title"),
        facts.meta("twitter:title", "parsely-title", "sailthru.title", "title"),
        facts.title,
    ]
    return [flat(html.unescape(title)) for title in titles if title and not title.lower().startswith("http")]


def _site_names(root: Element, facts: Facts, site: str, host: str) -> set[str]:
    """All names of the site, squashed: declared ones, its host, what links to its front page say."""
    names = {site, facts.meta("og:site_name"), facts.meta("application-name"), facts.meta("al:ios:app_name")}
    names |= {words_in(facts.story.get("publisher")), *_home_names(root, host)}
    names |= {words_in(node.get("name")) for node in facts.of_kind("WebSite", "Organization", "NewsMediaOrganization")}
    bare_host = re.sub(r"^(www|m|amp|blog)\.", "", host)
    labels = bare_host.split(".")
    known = {squashed(name) for name in names if name}
    return (known | {squashed(bare_host), *(labels[:-1]), squashed("".join(labels[:-1]))}) - {""}


def _home_names(root: Element, host: str) -> set[str]:
    """The words of the first links that lead to the front page."""
    names: set[str] = set()
    for link in list(root.iter("a"))[:FIRST_LINKS]:
        target = (link.get("href") or "").strip()
        if target in ("/", "./", "index.html", "/index.html") or (
            host and host in target and re.fullmatch(rf"(https?:)?//{re.escape(host)}/?", target)
        ):
            picture = link.find(".//img")
            names |= {text_of(link), flat(link.get("title")), flat(picture.get("alt")) if picture is not None else ""}
    return {name for name in names if 2 < len(name) < 60}


def site_in_title(root: Element, whole: str, title: str) -> str:
    """The site's name where only the document's title gives it: what stands beside the headline and links somewhere."""
    beside = whole.replace(title, "", 1).strip(" \t-–—|:·•»«~/>") if title and title in whole else ""
    if not 2 < len(beside) < 40 or beside == whole:
        return ""
    links = (
        text_of(link) for link in list(root.iter("a"))[:FIRST_LINKS] if not (link.get("href") or "").startswith("#")
    )
    return beside if squashed(beside) in map(squashed, links) else ""


FIRST_LINKS = 80
"""Among so many links stands the one to the front page, if there is one."""


def without_site(title: str, sites: set[str], shown: list[str]) -> str:
    """The title less the site's name at its head or end.

    A part goes when it is a known name of the site, or when the rest stands on the page as a headline by itself.
    """
    shown_squashed = {squashed(text) for text in shown}
    for _ in range(3):
        shorter = _shortened(title, sites, shown_squashed)
        if shorter is None:
            break
        title = shorter
    return title


def _shortened(title: str, sites: set[str], shown: set[str]) -> str | None:
    if squashed(title) in shown:
        return None
    parts = [(title[: cut.start()].strip(), title[cut.end() :].strip()) for cut in SEPARATOR.finditer(title)]
    parts = [(head, tail) for head, tail in parts if head and tail]
    for head, tail in reversed(parts):
        if _is_site(tail, sites):
            return head
    for head, tail in parts:
        if _is_site(head, sites):
            return tail
    for head, tail in parts:
        for part in (head, tail):
            if squashed(part) in shown and len(part) > 8:
                return part
    return None


def _is_site(part: str, sites: set[str]) -> bool:
    name = squashed(part)
    return name in sites or any(
        len(site) > 4 and (name.startswith(site) or name.endswith(site)) and len(name) < len(site) + 10
        for site in sites
    )
