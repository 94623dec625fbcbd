"""The elements that a page names as parts of a story's head: by class and id, by itemprop, by rel."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from reader.parser.page.names import REMEMBERED, naming
from reader.parser.page.roll import Roll
from reader.parser.page.tree import Element

NAMES = {
    "standfirst": r"stand-?first|dek|deck|sub-?title|sub-?head(?:line|ing)?|sub-?deck"
    r"|article-?(?:summary|intro|lead|excerpt)|lead-?(?:text|in)|vorspann|anlauftext|teaser-?text|chapeau|chapo"
    r"|sottotitolo|entradilla|bajada|sumario|lede|strapline|deckline|[a-z]*(?:dek|standfirst|subtitle|subheadline)",
    "kicker": r"kicker|dachzeile|eyebrow|overline|roofline|spitzmarke|antetitulo|surtitre|occhiello",
    "title": r"[a-z]*headline|(?:entry|post|article|story|page|content)[-_]{0,2}(?:title|header|heading)|title|titel",
    "byline": r"[a-z]*author[a-z]*|(?:byline|autor|auteur|autore|writer|verfasser|contributor)s?|submitted|[a-z]*poster"
    r"|posted-?by",
    "card": "vcard",
    "full name": "fn",
    "updated": r"(?:last)?-?updated?|[a-z]*modified|[a-z]*modification|lastmod|revised|last.?edit[a-z]*",
    "published": r"publish[a-z]*|[a-z]*(?:published|posted|created|issued)|(?:entry|post|article)-date|pubdate"
    r"|dateline",
    "date": r"[a-z]*dat(?:e|es|um|a)|date[a-z]*|fecha|time|timestamp|meta|day",
}
"""What the words of a class or id mean for an element: patterns, the first that fits decides for its words."""

_WORDS = re.compile("(?<![a-z])(?:" + "|".join(f"({pattern})" for pattern in NAMES.values()) + ")(?![a-z])")
_KINDS = tuple(NAMES)
_ALSO = {"byline": ("byline", "date"), "published": ("published", "date"), "updated": ("updated", "date")}
"""Bylines hold dates."""
_ANY = naming("|".join(NAMES.values()))


@lru_cache(maxsize=REMEMBERED)
def kinds_of(name: str) -> frozenset[str]:
    """The keys of ``NAMES`` that one name speaks of."""
    found = {_KINDS[match.lastindex - 1] for match in _WORDS.finditer(name.lower()) if match.lastindex}
    return frozenset(kind for name in found for kind in _ALSO.get(name, (name,)))


class Named:
    """The named elements of a page that has not been cleaned, by what they are named for; in document order."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._by_kind: dict[str, list[int]] = defaultdict(list)
        for name in roll.names_with(_ANY.weight):
            for kind in kinds_of(name):
                self._by_kind[kind] += roll.names[name]
        self._by_property: dict[str, list[int]] = defaultdict(list)
        for number, names in roll.bearing("itemprop").items():
            for name in names.split():
                self._by_property[name].append(number)
        authors = [number for number, says in roll.bearing("rel").items() if "author" in says.split()]
        self.author_links = self._elements(number for number in authors if roll.tags[number] == "a")
        self.dated = self._elements({*roll.tagged("time"), *roll.bearing("datetime")})

    def _elements(self, numbers: Iterable[int]) -> list[Element]:
        return [self._roll.elements[number] for number in sorted(set(numbers))]

    def of(self, kind: str) -> list[Element]:
        """Those named for one key of ``NAMES``."""
        return self._elements(self._by_kind[kind])

    def told(self, name: str) -> list[Element]:
        """Those marked with this itemprop (HTML Standard, microdata)."""
        return self._elements(self._by_property[name])
