"""The authors: people named by the page, one name each, in the order given."""

import re
from collections.abc import Callable, Iterable, Sequence

from reader.parser.page.author_places import Place, declared, elsewhere, near_headline, organizations
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.likeness import squashed
from reader.parser.page.named import Named
from reader.parser.page.near import Near
from reader.parser.page.people import has_capitals, is_account, is_house, is_person, names_in, spelled, without_by

MOST_AUTHORS = 20
MARKED = 2
"""The first places by the headline are marked as the author's or named as a byline."""
Test = Callable[[str], bool]


def read_authors(named: Named, facts: Facts, near: Near, sites: frozenset[str]) -> tuple[str, ...]:
    """The authors' names. Believed are, in this order: people whom the head declares or who are named by the headline;
    accounts there; people named elsewhere; the owner of the site; the house ("Redaktion", "Agency Staff").

    ``sites`` are the squashed names of the site. A byline that names more people than the head is believed before it.
    """
    owners = sites | _owners(facts)
    told, shown, far = declared(facts), near_headline(named, near, facts), elsewhere(named)
    first = (*told, *shown)

    def is_full_name(name: str) -> bool:
        return is_person(name) and has_capitals(name) and not is_account(name) and squashed(name) not in owners

    def is_others_account(name: str) -> bool:
        return is_account(name) and squashed(name) not in owners

    def is_either(name: str) -> bool:
        return is_full_name(name) or is_others_account(name)

    def is_confirmed(name: str) -> bool:
        bylines = (line for place in shown[:MARKED] for line in place.lines)
        return is_others_account(name) and any(name in names_in(line) for line in bylines)

    steps: tuple[tuple[Sequence[Place], Test], ...] = (
        (told, is_full_name),
        (told, is_confirmed),
        (shown[:1], is_either),
        (shown, is_full_name),
        (first, is_others_account),
        ((organizations(facts),), lambda name: is_house(name) and squashed(name) not in owners),
        (far, is_either),
        ((*first, *far), is_person),
        ((*first, *far), is_house),
        ((organizations(facts),), is_house),
    )
    for places, test in steps:
        for place in places:
            if people := _people(place.lines, test, owners):
                return _more(people, shown[:MARKED], test, owners) if place in told else people
    return ()


def _more(people: tuple[str, ...], shown: Sequence[Place], test: Test, owners: frozenset[str]) -> tuple[str, ...]:
    """The people of the byline, where it names all these and more."""
    own = set(map(squashed, people))
    for place in shown:
        others = _people(place.lines, test, owners)
        more = [name for name in others if squashed(name) not in own]
        if more and len(others) == len(own) + len(more) and all(" " in name for name in more):
            return others
    return people


def _people(lines: Iterable[str], test: Test, owners: frozenset[str]) -> tuple[str, ...]:
    people: dict[str, str] = {}
    for line in lines:
        for name in _names(line, owners):
            if test(name):
                people.setdefault(name.casefold(), spelled(name))
    return tuple(people.values())[:MOST_AUTHORS]


def _names(line: str, owners: frozenset[str]) -> tuple[str, ...]:
    """The names in a line; where the owner of the site is all it names, or the first, that one alone."""
    names, whole = names_in(line), without_by(line)
    if squashed(line) in owners:
        return (whole,)
    if not names or squashed(names[0]) not in owners:
        return names
    office = _OFFICE.fullmatch(whole, len(names[0])) if len(names) == 1 and whole.startswith(names[0]) else None
    return (whole[: office.end(1)],) if office else names[:1]


def _owners(facts: Facts) -> frozenset[str]:
    """The squashed names of those whom the page names as its publisher or the owner of its rights."""
    names = [words_in(facts.story.get("publisher")), facts.meta("copyright"), facts.meta("dc.rights", "rights")]
    names += [words_in(node.get("name")) for node in facts.of_kind("Organization", "NewsMediaOrganization")]
    return frozenset(squashed(_RIGHTS.sub(" ", name)) for name in names if name)


_OFFICE = re.compile(r"((?:\s[^\W\d_]+){0,2})(?:\s*\d.*)?")
"""What makes an office of the site's name, "Lantern Post Staff", and a date behind it."""
_RIGHTS = re.compile(r"copyright|\(c\)|©|all rights reserved|\d{4}", re.I)
