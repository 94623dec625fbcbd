"""The site's names, and a title without them."""

import html
import re
from collections.abc import Iterable

from reader.parser.page.facts import Facts, words_in
from reader.parser.page.likeness import squashed
from reader.parser.page.roll import Roll
from reader.parser.page.tree import Element, flat, text_of

SEPARATOR = re.compile(
    r"\s+[|\-–—·•»«:~/>]{1,2}\s+|\s*[|｜»]\s*|\s::\s|:\s+|\s+@\s+|\s--(?=\w)|[–—]|_|(?<=\W)[-:]|[-:](?=[^\W\d_a-zA-Z])"
)
STRONG = re.compile(r"\s+(?:[|\-–—·•»«~]|::)\s+|\s*[|｜»]\s*|-(?=[^\W\d_a-zA-Z]+$)")
"""What stands between a title and the site's name, and seldom inside a title."""


def declared_site(facts: Facts) -> str:
    """The site's name as the head declares it, empty where it does not."""
    sites = (words_in(node.get("name")) for node in facts.of_kind("WebSite"))
    names = (
        facts.meta("og:site_name"),
        words_in(facts.story.get("publisher")),
        *sites,
        facts.meta("application-name", "dc.publisher"),
    )
    name = next((flat(html.unescape(name)) for name in names if name and not name.startswith(("http", "@"))), "")
    return _without_title(name, facts)


def _without_title(site: str, facts: Facts) -> str:
    """The site's name without the title that some pages write before it there too: "The lamp | Town News"."""
    title = flat(html.unescape(facts.meta("og:title")))
    cut = STRONG.search(site, len(title)) if title and site.startswith(title) else None
    return site[cut.end() :] if cut and cut.start() == len(title) and cut.end() < len(site) else site


def site_names(roll: Roll, facts: Facts, site: str, host: str) -> frozenset[str]:
    """All names of the site, squashed: declared ones, its host, what links to its front page say."""
    names = {site, facts.meta("og:site_name"), facts.meta("application-name"), facts.meta("al:ios:app_name")}
    names |= {words_in(facts.story.get("publisher")), *_home_names(roll, host)}
    names |= {words_in(node.get("name")) for node in facts.of_kind("WebSite", "Organization", "NewsMediaOrganization")}
    bare_host = re.sub(r"^(www|m|amp|blog)\.", "", host)
    labels = bare_host.split(".")
    known = {squashed(name) for name in names if name}
    return frozenset((known | {squashed(bare_host), *(labels[:-1]), squashed("".join(labels[:-1]))}) - {""})


_HOME = ("/", "./", "index.html", "/index.html")
FIRST_LINKS = 40
"""Among so many links stands the one to the front page, if there is one."""


def _first_links(roll: Roll) -> list[tuple[Element, str]]:
    links = [roll.elements[number] for number in roll.tagged("a")[:FIRST_LINKS]]
    return [(link, link.get("href") or "") for link in links]


def _home_names(roll: Roll, host: str) -> set[str]:
    """The words of the first links that lead to the front page."""
    homes = {*_HOME, *(f"{scheme}//{host}{end}" for scheme in ("", "http:", "https:") for end in ("", "/") if host)}
    names: set[str] = set()
    for link, href in _first_links(roll):
        if href.strip() in homes:
            picture = link.find(".//img")
            names |= {text_of(link), flat(link.get("title")), flat(picture.get("alt")) if picture is not None else ""}
    return {name for name in names if 2 < len(name) < 60}


def site_in_title(roll: Roll, whole: str, title: str) -> str:
    """The site's name where only the document's title gives it: what stands beside the headline and links somewhere."""
    beside = whole.replace(title, "", 1).strip(" \t-–—|:·•»«~/>") if title and title in whole else ""
    if not 2 < len(beside) < 40 or beside == whole:
        return ""
    wanted = squashed(beside)
    links = (link for link, href in _first_links(roll) if not href.startswith("#"))
    return beside if any(squashed(text_of(link)) == wanted for link in links) else ""


def is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether the words are a name of the site, or begin or end with one and say little more."""
    name = squashed(name)
    return name in sites or any(
        len(site) > 4 and len(name) < len(site) + 10 and (name.startswith(site) or name.endswith(site))
        for site in sites
    )


def without_site(title: str, sites: frozenset[str], shown: Iterable[str], *, slug: str = "") -> str:
    """The title less the site's name at its head or end.

    A part goes when it is a known name of the site, or when the rest stands on the page as a headline by itself.
    ``shown``: the squashed headlines; ``slug``: the last part of the page's address, squashed.
    """
    headlines = frozenset(shown)
    for _ in range(3):
        shorter = _shortened(title, sites, headlines, slug)
        if shorter is None:
            break
        title = shorter
    return title


def _shortened(title: str, sites: frozenset[str], shown: frozenset[str], slug: str) -> str | None:
    if squashed(title) in shown:
        return None
    parts = [(title[: cut.start()].strip(), title[cut.end() :].strip()) for cut in SEPARATOR.finditer(title)]
    parts = [(head, tail) for head, tail in parts if head and tail]
    for head, tail in reversed(parts):
        if is_site(tail, sites):
            return head
    for head, tail in parts:
        if is_site(head, sites):
            return tail
    alone = {part for pair in parts for part in pair if len(part) > 8 and squashed(part) in shown}
    return max(alone, key=lambda part: (bool(slug) and squashed(part) in slug, len(part))) if alone else None


MOST_SITE_WORDS = 4


def without_last_part(title: str) -> str:
    """The title less what stands behind its last strong separator, if that is short: most often the site's name.

    For titles to which nothing else on the page can be held.
    """
    cut = max(STRONG.finditer(title), key=lambda cut: cut.start(), default=None)
    if cut is None:
        return title
    head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
    is_short = 0 < len(tail.split()) <= MOST_SITE_WORDS and len(squashed(tail)) < len(squashed(head))
    return head if is_short and (len(head.split()) > 1 or not head.isascii()) else title
