"""The authors: people named by the page, one name each, in the order given."""

import re
from collections.abc import Callable, Sequence

from reader.parser.page.author_mentions import Mention, declared, elsewhere, near_headline, organizations, with_date
from reader.parser.page.facts import Facts, words_in
from reader.parser.page.likeness import squashed
from reader.parser.page.named import Named
from reader.parser.page.near import Near
from reader.parser.page.people import has_capitals, is_account, is_house, is_person, names_in, spelled, without_by

MOST_AUTHORS = 20
MARKED = 2
"""The first mentions by the headline are marked as the author's or named as a byline."""
MANY = 4
"""So many people are seldom the authors of one story in a newspaper: some may have lent clothes or lit a scene."""
Test = Callable[[str], bool]


def read_authors(named: Named, facts: Facts, near: Near, sites: frozenset[str]) -> tuple[str, ...]:
    """The authors' names. Believed are, in this order: people whom the head declares or who are named by the headline;
    accounts there; people named elsewhere; the owner of the site; the house ("Redaktion", "Agency Staff"); a name in
    one box with the date.

    ``sites`` are the squashed names of the site. A byline that names more people than the head is believed before it,
    and of a long list in the head those alone who stand by the headline.
    """
    told, shown, far = declared(facts), near_headline(named, near, facts), elsewhere(named)
    first, everywhere, offices = (*told, *shown), (*told, *shown, *far), (organizations(facts),)
    judge = _Judge(sites | _owners(facts), shown[:MARKED])
    steps: tuple[tuple[Sequence[Mention], Test], ...] = (
        (told, judge.is_full_name),
        (told, judge.is_confirmed),
        (shown[:1], judge.is_either),
        (shown, judge.is_full_name),
        (first, judge.is_others_account),
        (offices, judge.is_others_house),
        (far, judge.is_either),
        (everywhere, is_person),
        (everywhere, is_house),
        (offices, is_house),
        ((with_date(near),), judge.is_full_name),
    )
    for mentions, test in steps:
        for mention in mentions:
            if people := judge.people(mention, test):
                return _by_headline(judge.or_more(people, test), mention, near) if mention in told else people
    return ()


class _Judge:
    """Tells apart people, accounts, the owners of the site and houses, on one page with its bylines."""

    def __init__(self, owners: frozenset[str], bylines: Sequence[Mention]) -> None:
        self._owners = owners
        self._bylines = bylines

    def is_full_name(self, name: str) -> bool:
        return is_person(name) and has_capitals(name) and not is_account(name) and squashed(name) not in self._owners

    def is_others_account(self, name: str) -> bool:
        return is_account(name) and squashed(name) not in self._owners

    def is_either(self, name: str) -> bool:
        return self.is_full_name(name) or self.is_others_account(name)

    def is_confirmed(self, name: str) -> bool:
        """Whether it is an account that a byline names too."""
        lines = (line for mention in self._bylines for line in mention.lines)
        return self.is_others_account(name) and any(name in names_in(line) for line in lines)

    def is_others_house(self, name: str) -> bool:
        return is_house(name) and squashed(name) not in self._owners

    def people(self, mention: Mention, test: Test) -> tuple[str, ...]:
        """The names in the mention that stand the test."""
        people: dict[str, str] = {}
        for line in mention.lines:
            for name in self._names(line):
                if test(name):
                    people.setdefault(name.casefold(), spelled(name))
        return tuple(people.values())[:MOST_AUTHORS]

    def _names(self, line: str) -> tuple[str, ...]:
        """The names in a line; where the owner of the site is all it names, or the first, that one alone."""
        names, whole = names_in(line), without_by(line)
        if squashed(line) in self._owners:
            return (whole if squashed(whole) in self._owners else line,)
        if not names or squashed(names[0]) not in self._owners:
            return tuple(map(self._without_site, names))
        office = _OFFICE.fullmatch(whole, len(names[0])) if len(names) == 1 and whole.startswith(names[0]) else None
        return (whole[: office.end(1)],) if office else names[:1]

    def _without_site(self, name: str) -> str:
        """The name without the site's that follows it, and what comes then: "Ann Lee Lantern Executive News"."""
        parts = name.split()
        end = next((at for at in range(2, len(parts)) if squashed(parts[at]) in self._owners), len(parts))
        return name if parts and parts[end - 1].islower() else " ".join(parts[:end])

    def or_more(self, people: tuple[str, ...], test: Test) -> tuple[str, ...]:
        """The people of a byline, where it names all these and more."""
        own = set(map(squashed, people))
        for mention in self._bylines:
            others = self.people(mention, test)
            more = [name for name in others if squashed(name) not in own]
            if more and len(others) == len(own) + len(more) and all(" " in name for name in more):
                return others
        return people


def _by_headline(people: tuple[str, ...], mention: Mention, near: Near) -> tuple[str, ...]:
    """Of many people in one line of the head those who stand by the headline, if any do; all others wrote nothing."""
    if len(people) < MANY or len(mention.lines) > 1:
        return people
    seen = squashed(" ".join(near.lines))
    return tuple(name for name in people if squashed(name) in seen) or people


def _owners(facts: Facts) -> frozenset[str]:
    """The squashed names of those whom the page names as its publisher or the owner of its rights."""
    names = [words_in(facts.story.get("publisher")), facts.meta("copyright"), facts.meta("dc.rights", "rights")]
    names += [words_in(node.get("name")) for node in facts.of_kind("Organization", "NewsMediaOrganization")]
    return frozenset(squashed(_RIGHTS.sub(" ", name)) for name in names if name)


_OFFICE = re.compile(r"((?:\s[^\W\d_]+){0,2})(?:\s*\d.*)?")
"""What makes an office of the site's name, "Lantern Post Staff", and a date behind it."""
_RIGHTS = re.compile(r"copyright|\(c\)|©|all rights reserved|\d{4}", re.I)
