"""The story's title: the headline on the page that agrees with what the head declares, without the site's name."""

import html
import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from reader.parser.page.facts import Facts, words_in
from reader.parser.page.headlines import (
    Shown,
    as_shown,
    heading_rank,
    headlines,
    names_the_site,
    showing,
    stands_alone,
)
from reader.parser.page.likeness import squashed
from reader.parser.page.named import Named, kinds_of
from reader.parser.page.names import names_of
from reader.parser.page.site import SEPARATOR, without_last_part, without_site
from reader.parser.page.tree import Element, flat, text_of
from reader.parser.page.wording import likeness_to, whole_wording, without_day

LONGEST_DECLARED = 1000


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
    return Headline(without_day(found.title), found.element)


class _Candidates:
    """What a page offers as its title."""

    def __init__(self, named: Named, facts: Facts, sites: frozenset[str], address: str) -> None:
        self._named = named
        top = named.tagged("h1")
        logos = [element for element in top if names_the_site(element)]
        self._sites = sites | {squashed(text_of(logo)) for logo in logos} - {""}
        self._title = facts.title
        self._top = self._of_story(as_shown(element for element in top if element not in logos))
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
            self._behind_site()
            or self._agreeing(top, 0.6)
            or (self._agreeing(top, self._enough_for_only()) if len(top) == 1 else None)
            or self._in_address(top)
            or self._agreeing([*top, *self._others], 0.6)
            or self._in_address([*top, *self._others])
            or self._alone()
            or self._from_head()
            or self._any()
        )

    def _behind_site(self) -> Headline | None:
        """The lower heading that the document's title names besides the only h1, which is the site's own name.

        So blogs, diaries and forums are built: named first, the other at length; or named last, the other as a title.
        """
        whole = flat(html.unescape(self._title))
        cuts = list(SEPARATOR.finditer(whole)) if len(self._top) == 1 else []
        if not cuts:
            return None
        site = squashed(self._top[0][0])
        head, rest = whole[: cuts[0].start()], squashed(whole[cuts[0].end() :])
        if squashed(head) == site:
            return self._lower(rest, named=False) if len(rest) >= 2 * len(site) else None
        head, rest = squashed(whole[: cuts[-1].start()]), whole[cuts[-1].end() :]
        return self._lower(head, named=True) if squashed(rest) == site else None

    def _lower(self, wanted: str, *, named: bool) -> Headline | None:
        """The lower heading with these words, squashed; ``named`` as a title."""
        elements = self._named.tagged("h2", "h3")
        found = (e for e in elements if not named or "title" in kinds_of(names_of(e)))
        return next((Headline(text, element) for text, element in as_shown(found) if squashed(text) == wanted), None)

    def _enough_for_only(self) -> float:
        """How like a declared title the only h1 must be: less, where nothing but the document's title declares one."""
        return 0.25 if self._declared == [flat(html.unescape(self._title))] else 0.4

    def _bare(self, title: str, shown: Shown) -> str:
        return without_site(title, self._sites, (squashed(text) for text, _ in shown), slug=squashed(self._slug))

    def _agreeing(self, pairs: Shown, enough: float) -> Headline | None:
        """The headline most like a declared title, if it is like enough; the first title that finds any decides."""
        for declared in self._declared if pairs else ():
            twice = next((element for text, element in pairs if 2 * squashed(text) == squashed(declared)), None)
            if twice is not None:
                return Headline(declared, twice)  # a record that is called as its band is
            title = self._bare(declared, pairs)
            share, text, element = max(
                ((likeness_to(text, title), text, element) for text, element in pairs), key=lambda item: item[0]
            )
            if share >= enough:
                return Headline(whole_wording(text, title, element), element)
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
                    title = self._part_as_shown(title) or without_last_part(title)
                place = showing(self._named, title)
                return Headline(title, place if place is not None or not shown else shown[0][1])
        return None

    def _part_as_shown(self, title: str) -> str:
        """The longest part of the title that stands on the page by itself."""
        parts = SEPARATOR.split(title)
        long = [part for part in parts if len(part.split()) >= LEAST_IN_PART]
        shown = [part for part in long if len(parts) > 1 and stands_alone(showing(self._named, part))]
        longest = max(shown, key=len, default="")
        return longest if len(long) > 1 or 2 * len(longest) > len(title) else ""

    def _any(self) -> Headline:
        for text, element in [*self._top, *self._others]:
            if element.tag != "h2" or heading_rank(element) < 2:
                return Headline(text, element)
        return Headline()


LEAST_IN_SLUG = 3
LEAST_IN_PART = 3
LEAST_IN_SENTENCE = 4
"""Words."""


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
