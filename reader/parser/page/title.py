"""The story's title: the headline on the page that agrees with what the head declares, without the site's name."""

import html
import re
import unicodedata

from reader.parser.page.facts import Facts, words_in
from reader.parser.page.tree import Element, flat, names_of, text_of

SEPARATOR = re.compile(r"\s+[|\-–—·•»«:~/>]{1,2}\s+|\s*[|｜»]\s*|\s::\s|:\s+|\s+@\s+|[–—]|_")


def read_title(root: Element, facts: Facts, site: str, host: str) -> str:
    """The title, empty where the page has none.

    Order: a headline element that agrees with a declared title; the declared title less the site's name; the only h1.
    """
    declared = _declared(facts)
    shown = headlines(root)
    sites = _site_names(facts, site, host)
    for title in declared:
        bare = without_site(title, sites, [text for text, _ in shown])
        agreeing = [text for text, _ in shown if _agree(text, bare)]
        if agreeing and not _same(agreeing[0], site):
            return max(agreeing, key=lambda text: _likeness(text, bare))
    for title in declared:
        if bare := without_site(title, sites, []):
            return bare
    return next((text for text, _ in shown), "")


def headlines(root: Element) -> list[tuple[str, Element]]:
    """What may be the headline as it is shown: h1, elements named headline or entry-title, then h2; in that order."""
    found: list[tuple[int, str, Element]] = []
    for element in root.iter("h1", "h2", "h3", "div", "p", "span", "header"):
        rank = _headline_rank(element)
        if rank is not None and len(text := text_of(element)) < 400 and text:
            found.append((rank, text, element))
    found.sort(key=lambda item: item[0])
    return [(text, element) for _, text, element in found[:40]]


_NAMED = re.compile(
    r"headline|(?:entry|post|article|story|page|content)[-_]{0,2}(?:title|header|heading)|^title\b|\btitle$"
)


def _headline_rank(element: Element) -> int | None:
    tag = element.tag
    if tag == "h1":
        return 0
    names = names_of(element)
    if element.get("itemprop") in ("headline", "name") and tag in ("h2", "h3", "div", "p", "span"):
        return 1 if element.get("itemprop") == "headline" else 3
    if tag == "h2":
        return 1 if _NAMED.search(names) else 2
    return 3 if names and _NAMED.search(names) else None


def _declared(facts: Facts) -> list[str]:
    """The titles that the head declares, most telling first."""
    titles = [
        words_in(facts.story.get("headline")),
        facts.meta("og:title"),
        facts.meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "title"),
        facts.title,
    ]
    return [flat(html.unescape(title)) for title in titles if title and not title.lower().startswith("http")]


def _site_names(facts: Facts, site: str, host: str) -> set[str]:
    names = {site, facts.meta("og:site_name"), facts.meta("application-name"), facts.meta("al:ios:app_name")}
    names |= {words_in(facts.story.get("publisher"))}
    names |= {words_in(node.get("name")) for node in facts.of_kind("WebSite", "Organization", "NewsMediaOrganization")}
    squashed = {_squashed(name) for name in names if name}
    bare_host = re.sub(r"^(www|m|amp|blog)\.", "", host)
    labels = bare_host.split(".")
    return (squashed | {_squashed(bare_host), *(labels[:-1]), "".join(labels[:-1])}) - {""}


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def without_site(title: str, sites: set[str], shown: list[str]) -> str:
    """The title less the site's name at its head or end.

    A part goes when it is a known name of the site, or when the rest stands on the page as a headline by itself.
    """
    shown_squashed = {_squashed(text) for text in shown}
    for _ in range(3):
        shorter = _shortened(title, sites, shown_squashed)
        if shorter is None:
            break
        title = shorter
    return title


def _shortened(title: str, sites: set[str], shown: set[str]) -> str | None:
    if _squashed(title) in shown:
        return None
    cuts = list(SEPARATOR.finditer(title))
    for cut in (*cuts[:2], *reversed(cuts)):
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if not head or not tail:
            continue
        if _squashed(head) in shown and len(head) > 8:
            return head
        if _squashed(tail) in shown and len(tail) > 8:
            return tail
        if _is_site(tail, sites):
            return head
        if _is_site(head, sites):
            return tail
    return None


def _is_site(part: str, sites: set[str]) -> bool:
    squashed = _squashed(part)
    return squashed in sites or any(
        len(name) > 4 and (squashed.startswith(name) or squashed.endswith(name)) and len(squashed) < len(name) + 12
        for name in sites
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _likeness(a: str, b: str) -> float:
    """Share of common words (Sørensen–Dice), 0 to 1; for scripts without spaces, of common signs."""
    one, two = _words(a), _words(b)
    if min(len(one), len(two)) <= 3:
        one, two = set(_squashed(a)), set(_squashed(b))
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _agree(shown: str, declared: str) -> bool:
    return _same(shown, declared) or (len(shown) > 8 and _likeness(shown, declared) >= 0.6)


def _same(a: str, b: str) -> bool:
    return bool(a) and _squashed(a) == _squashed(b)
