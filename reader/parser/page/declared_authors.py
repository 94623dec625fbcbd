"""The authors that the head of a page declares: in JSON-LD and in meta words."""

import re
from collections.abc import Iterable, Iterator

from reader.parser.page.facts import Facts, Node, words_in
from reader.parser.page.people import is_by
from reader.parser.page.tree import flat


def in_json(facts: Facts, *, is_organization: bool) -> Iterable[str]:
    """The authors of the object that describes the story, else of one that describes the page."""
    for node in (facts.story, *facts.of_page()):
        said = (node.get(key) for key in ("author", "creator"))
        if names := [name for value in said for name in _namesin_json(value, facts, is_organization) if name]:
            return names
    return []


def _namesin_json(value: object, facts: Facts, is_organization: bool) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            known = entry if entry.get("name") else _by_id(facts, entry.get("@id"))
            kinds = str(entry.get("@type") or known.get("@type"))
            if is_organization == ("Organization" in kinds and "Person" not in kinds):
                name = known.get("name")
                yield from (map(words_in, name) if isinstance(name, list) else [words_in(name)])
        elif not is_organization and isinstance(entry, str) and not entry.startswith("http"):
            yield flat(entry)


def _by_id(facts: Facts, name: object) -> Node:
    return next((node for node in facts.nodes if name and node.get("@id") == name), {})


META_NAMES = (
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "dcsext.author",
    "article:author",
    "article_author",
    "og:article:author",
    "cxenseparse:author",
)


def in_meta(facts: Facts, name: str) -> Iterator[str]:
    """The names in the meta words of this name, addresses apart."""
    values = facts.metas.get(name, ())
    of_catalogue = _IN_CATALOGUE if name == "citation_author" else _SURNAME_FIRST
    for value in values:
        if not value.startswith(("http", "@", "/")):
            yield of_catalogue.sub(r"\2 \1", value)


_SURNAME_FIRST = re.compile(r"^([^\W\d]+), ([^\W\d][^\W\d.]*\.?(?: [^\W\d]+)?)(?:, \d{4}[-–](?:\d{4})?)?$")
"""As catalogues write: "Gray, Tom", and the years of a life."""
_IN_CATALOGUE = re.compile(r"^([^,;]{2,40}), ([^,;]{1,40})$")
"""As journals write, one author each: "van der Gray, Tom A."."""


def in_labelled_meta(facts: Facts) -> Iterator[str]:
    """What blog engines tell messengers: twitter:label1 says "Written by", twitter:data1 whom."""
    for number in "12":
        if is_by(facts.meta(f"twitter:label{number}")):
            yield facts.meta(f"twitter:data{number}")
