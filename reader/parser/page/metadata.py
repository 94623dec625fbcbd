"""Who, when, where: what a page says about its story, from ordered sources; the first good answer wins."""

import html
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.article import Moment
from reader.parser.page.address import absolute, is_web
from reader.parser.page.authors import read_authors
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.moments import read_moments
from reader.parser.page.named import Named
from reader.parser.page.near import Near
from reader.parser.page.roll import Roll
from reader.parser.page.site import declared_site, site_in_title, site_names
from reader.parser.page.surroundings import is_in_surroundings, reason_of
from reader.parser.page.title import read_title
from reader.parser.page.tree import Element, flat, text_of


@dataclass(slots=True)
class Metadata:
    """What is known of a story apart from its text. ``description`` is a candidate for the standfirst."""

    title: str = ""
    kicker: str = ""
    standfirst: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    site: str = ""
    address: str = ""
    language: str = ""
    headline: Element | None = None
    """The element that shows the title."""
    lead: tuple[str, ...] = ()
    """Absolute addresses of the declared lead picture, most trusted first."""


def read_metadata(roll: Roll, facts: Facts, saved_from: str) -> Metadata:
    """All of it, from a page that has not been cleaned."""
    address = _address(facts, saved_from)
    host = urlsplit(address).hostname or ""
    site = declared_site(facts)
    sites = site_names(roll, facts, site, host)
    language = _language(roll, facts)
    named = Named(roll)
    headline = read_title(named, facts, sites, address)
    near = Near(headline.element, roll)
    published, updated = read_moments(named, facts, near, language, address)
    return Metadata(
        title=headline.title,
        kicker=_kicker(named, facts),
        standfirst=_standfirst(named, near),
        description=flat(html.unescape(facts.meta("og:description", "description", "twitter:description"))),
        authors=read_authors(named, facts, near, sites),
        published=published,
        updated=updated,
        site=site or site_in_title(roll, facts.title, headline.title),
        address=address,
        language=language,
        headline=headline.element,
        lead=_lead(facts, address),
    )


def _address(facts: Facts, saved_from: str) -> str:
    """The page's own address: where it was saved from, else canonical, og:url, JSON-LD; only http and https."""
    base = saved_from if is_web(saved_from) else ""
    story = facts.story
    for candidate in (
        facts.links.get("canonical", ""),
        facts.meta("og:url", "twitter:url", "parsely-link"),
        words_in(story.get("url")),
        str(story.get("mainEntityOfPage") if isinstance(story.get("mainEntityOfPage"), str) else ""),
        facts.links.get("shortlink", ""),
    ):
        whole = absolute(candidate, base)
        if is_web(whole) and urlsplit(whole).path.strip("/"):
            return whole
    return base


_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")


def _language(roll: Roll, facts: Facts) -> str:
    """The declared language as a BCP 47 tag, empty where none is declared."""
    candidates = (
        facts.language,
        *(roll.elements[number].get("lang") for number in roll.tagged("body")[:1]),
        facts.meta("content-language", "language", "dc.language"),
        words_in(facts.story.get("inLanguage")),
        facts.meta("og:locale"),
    )
    for candidate in candidates:
        if candidate and _LANGUAGE.match(tag := candidate.split(",")[0].strip()):
            return tag.replace("_", "-")
    return ""


def _standfirst(named: Named, near: Near) -> str:
    """The text of the first element named as a standfirst, those near the headline first; a sentence or two."""
    elements = [element for element in named.of("standfirst") if element.tag in _LINES]
    elements += [element for element in named.told("alternativeHeadline") if element.tag in _LINES]
    elements.sort(key=lambda element: element not in near.holds)
    texts = (text_of(element) for element in elements if _may_say_it(element, near))
    return next((text for text in texts if 30 < len(text) < 800 and (" " in text or not text.isascii())), "")


def _may_say_it(element: Element, near: Near) -> bool:
    """Whether neither it nor, farther from the headline, what it stands in is named as anything but the story."""
    return not reason_of(element) and (element in near.holds or not is_in_surroundings(element))


_LINES = frozenset({"p", "div", "h2", "h3", "h4", "span", "section", "header", "a", "strong"})


def _kicker(named: Named, facts: Facts) -> str:
    for element in named.of("kicker"):
        if element.tag in _LINES and 1 < len(text := text_of(element)) < 60:
            return text
    return flat(html.unescape(facts.meta("article:section")))[:60]


def _lead(facts: Facts, address: str) -> tuple[str, ...]:
    found = [facts.meta("og:image", "og:image:url", "og:image:secure_url")]
    found += _pictures(facts.story.get("image"))
    found += [facts.meta("twitter:image", "twitter:image:src"), facts.links.get("image_src", "")]
    whole = (absolute(html.unescape(picture), address) for picture in found if picture)
    return tuple(dict.fromkeys(picture for picture in whole if is_web(picture)))


def _pictures(value: object) -> list[str]:
    if isinstance(value, list):
        return [picture for item in value[:5] for picture in _pictures(item)]
    if isinstance(value, dict):
        return [words_in(value.get("url") or value.get("contentUrl"))]
    return [value] if isinstance(value, str) else []
