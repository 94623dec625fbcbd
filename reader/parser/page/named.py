"""The elements that a page names as parts of a story's head: by class and id, by itemprop, by rel."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from reader.parser.page.names import NO_WORD, PART_WORD, REMEMBERED, WHOLE_WORD, Vocabulary, words_in
from reader.parser.page.roll import TOLD_DATES, Roll
from reader.parser.page.tree import Element

WORDS: Final = {
    "standfirst": r"dek|deck|subhead|subheading|subdeck|(?:article|lead|teaser)(?:summary|intro|lead|excerpt|text)"
    r"|leadin|vorspann|anlauftext|chapeau|chapo|sottotitolo|entradilla|bajada|sumario|lede|strapline|deckline"
    r"|[a-z]*(?:dek|standfirst|subtitle|subheadline)",
    "kicker": r"kicker|dachzeile|eyebrow|overline|roofline|spitzmarke|antetitulo|surtitre|occhiello",
    "title": r"[a-z]*(?<!sub)headline|(?:entry|post|article|story|page|content)(?:title|header|heading)|title|titel",
    "byline": r"[a-z]*author[a-z]*|(?:byline|autor|auteur|autore|writer|verfasser|contributor|columnist)s?|submitted"
    r"|[a-z]*poster|postedby",
    "card": "vcard",
    "full name": "fn",
    "updated": r"(?:last)?updated?|[a-z]*modified|[a-z]*modification|lastmod|revised|lastedit[a-z]*",
    "published": r"publish[a-z]*|[a-z]*(?:published|posted|created|issued)|(?:entry|post|article|pub)date|dateline",
    "date": r"[a-z]*dat(?:e|es|um|a)|date[a-z]*|fecha|time|timestamp|meta|day",
}
"""What one word of a class or id, a run of letters, tells of its element: patterns, the first that fits decides."""
PAIRS: Final = {
    "standfirst": r"stand[-_]first|sub[-_](?:title|head|headline|heading|deck)|article[-_](?:summary|intro|lead)"
    r"|article[-_]excerpt|lead[-_](?:text|in)|teaser[-_]text",
    "title": r"(?:entry|post|article|story|page|content)[-_]{1,2}(?:header|heading)",
    "byline": r"posted[-_]by|reader[-_]credits",
    "updated": r"last[-_]edit[a-z]*",
    "published": r"(?:entry|post|article)[-_]date",
}
"""What two words tell together."""
_COUNTS: Final = frozenset({"views", "hits", "count", "counter", "followers"})
"""What is counted beside a byline: how many have read its author."""
IN_PAIRS: Final = frozenset(
    {"stand", "sub", "article", "lead", "teaser", "entry", "post", "story", "page", "content", "posted", "last"}
    | {"first", "title", "head", "headline", "heading", "deck", "summary", "intro", "excerpt", "text", "in", "header"}
    | {"by", "date", "edit", "edited", "edition", "editing", "reader", "credits"}
)
"""The words of all pairs."""
_WORD: Final = re.compile("|".join(f"({pattern})" for pattern in WORDS.values()))
_PAIR: Final = re.compile("(?<![a-z])(?:" + "|".join(f"({pattern})" for pattern in PAIRS.values()) + ")(?![a-z])")
_DATED: Final = frozenset({"byline", "published", "updated"})
"""These hold dates."""


@lru_cache(maxsize=REMEMBERED)
def _told_by_word(word: str) -> frozenset[str]:
    found = _WORD.fullmatch(word)
    if found is None or not found.lastindex:
        return frozenset()
    kind = tuple(WORDS)[found.lastindex - 1]
    return frozenset({kind, "date"} if kind in _DATED else {kind})


def _weight(word: str) -> int:
    return WHOLE_WORD if _told_by_word(word) else PART_WORD if word in IN_PAIRS else NO_WORD


_VOCABULARY: Final = Vocabulary(_weight)


@lru_cache(maxsize=REMEMBERED)
def _kinds_of(name: str) -> frozenset[str]:
    """What one name speaks of; a subtitle is no title."""
    words = words_in(name)
    kinds = frozenset(kind for word in words for kind in _told_by_word(word))
    if not _COUNTS.isdisjoint(words):
        kinds -= {"byline"}
    if len(IN_PAIRS.intersection(words)) < 2:
        return kinds
    told = {tuple(PAIRS)[found.lastindex - 1] for found in _PAIR.finditer(name.lower()) if found.lastindex}
    whole = kinds.union(told, ("date",) if told & _DATED else ())
    return whole - {"title"} if "standfirst" in told else whole


@lru_cache(maxsize=REMEMBERED)
def kinds_of(names: str) -> frozenset[str]:
    """The keys of ``WORDS`` that class and id, parted by spaces, speak of."""
    return frozenset(kind for name in names.split() for kind in _kinds_of(name))


class Named:
    """The named elements of a page that has not been cleaned, by what they are named for; in document order."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._by_kind = _by_kind(roll)
        self._by_property: dict[str, list[int]] = defaultdict(list)
        for number, names in roll.bearing("itemprop").items():
            for name in names.split():
                self._by_property[name].append(number)
        authors = [number for number, says in roll.bearing("rel").items() if "author" in says.split()]
        self.author_links = self.elements(number for number in authors if roll.tags[number] == "a")
        self.dated = frozenset(self._numbers_of_dates())
        """The numbers of those that are named for a date, are marked with one or are a ``time``."""

    def _numbers_of_dates(self) -> Iterator[int]:
        yield from self._by_kind.get("date", ())
        yield from self._roll.tagged("time")
        yield from self._roll.bearing("datetime")
        for attribute in TOLD_DATES:
            yield from self._roll.bearing(attribute)
        for name in ("datePublished", "dateModified"):
            yield from self._by_property.get(name, ())

    def elements(self, numbers: Iterable[int]) -> list[Element]:
        """The elements with these numbers, in document order."""
        return [self._roll.elements[number] for number in sorted(set(numbers))]

    def tagged(self, *tags: str) -> list[Element]:
        """Those with one of these tags, whatever their names."""
        return self.elements(self._roll.tagged(*tags))

    def small(self, most: int, *tags: str) -> list[Element]:
        """Those with one of these tags in which at most so many others stand."""
        ends = self._roll.ends
        return [self._roll.elements[number] for number in self._roll.tagged(*tags) if ends[number] - number <= most + 1]

    def of(self, kind: str) -> list[Element]:
        """Those named for one key of ``WORDS``."""
        return self.elements(self._by_kind.get(kind, ()))

    def told(self, name: str) -> list[Element]:
        """Those marked with this itemprop (HTML Standard, microdata)."""
        return self.elements(self._by_property.get(name, ()))


def _by_kind(roll: Roll) -> Mapping[str, list[int]]:
    """The numbers of the elements that names speak of, by what these say."""
    found: dict[str, list[int]] = defaultdict(list)
    for names, numbers in roll.naming(_VOCABULARY):
        for kind in kinds_of(names):
            found[kind] += numbers
    return found
