"""Facts: what a person did, and which of what was said holds."""

import json
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
"""What a fact may say: anything JSON can."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_STRICT = json.JSONEncoder(allow_nan=False)


class Fact(NamedTuple):
    """``what`` (read, starred, setting …) of ``which`` (an article, a key) is ``value``.

    ``when`` is in microseconds since 1970, UTC; ``device`` says who wrote it.
    """

    what: str
    which: str
    value: Value
    when: int
    device: str


Held = tuple[int, Value, str]
"""When something was said, what, and by which device. (Hundreds of thousands of them: a tuple is the smallest.)"""


moment_of = itemgetter(0)


def beats(one: Held, other: Held) -> bool:
    """Whether the one holds against the other: the later, then the higher device, then the higher value."""
    if one[0] != other[0]:
        return one[0] > other[0]
    return (one[2], compact(one[1])) > (other[2], compact(other[1]))


def compact(value: Value | Mapping[str, Value]) -> str:
    """The value as JSON in one line, also one that only a damaged file can hold, as a number that is none (NaN)."""
    return _ENCODER.encode(value)


def check_sayable(value: Value) -> None:
    """Raises TypeError or ValueError for what JSON cannot say."""
    _STRICT.encode(value)


class Facts:
    """The facts that hold: for each what and which the latest one."""

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        self._holding: dict[str, dict[str, Held]] = {}
        self.last_seen = 0
        """The latest time of any fact taken so far, in microseconds."""
        for fact in facts:
            self.take(fact.what, {fact.which: (fact.when, fact.value, fact.device)})

    def take(self, what: str, held: Mapping[str, Held]) -> dict[str, Held]:
        """Take facts of one kind in; gives those that changed what holds."""
        self.last_seen = max(self.last_seen, max(map(moment_of, held.values()), default=0))
        of_kind = self._holding.setdefault(what, {})
        if of_kind.keys().isdisjoint(held):
            of_kind.update(held)
            return dict(held)
        news = {}
        for which, fresh in held.items():
            before = of_kind.get(which)
            if before is None or beats(fresh, before):
                of_kind[which] = fresh
                if before is None or before[1] != fresh[1]:
                    news[which] = fresh
        return news

    def merge(self, others: "Facts") -> "Facts":
        """Take all of these in; gives those that changed what holds."""
        news = Facts()
        for what, held in others.kinds():
            if changed := self.take(what, held):
                news.take(what, changed)
        return news

    def wants(self, fact: Fact) -> bool:
        """Whether the fact would hold, were it taken in."""
        before = self._holding.get(fact.what, {}).get(fact.which)
        return before is None or beats((fact.when, fact.value, fact.device), before)

    def get(self, what: str, which: str) -> Value:
        """The value that holds, or None where nothing was said."""
        held = self._holding.get(what, {}).get(which)
        return None if held is None else held[1]

    def of(self, what: str) -> Mapping[str, Held]:
        """All that holds of one kind, by which."""
        return self._holding.get(what, {})

    def kinds(self) -> Iterator[tuple[str, Mapping[str, Held]]]:
        """Each kind of facts, with all that holds of it."""
        return iter(list(self._holding.items()))

    def __iter__(self) -> Iterator[Fact]:
        for what, of_kind in self.kinds():
            for which, (when, value, device) in list(of_kind.items()):
                yield Fact(what, which, value, when, device)

    def __len__(self) -> int:
        return sum(map(len, self._holding.values()))
