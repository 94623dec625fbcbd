"""Facts: what a person did, one line of JSON each, and which of them holds."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from sys import intern
from typing import NamedTuple

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
"""What a fact may say: anything JSON can."""

VERSION = 1
HEADER = b'{"standfirst":1,"about":"settings and marks, one fact a line; for each what and which the latest counts"}\n'
"""The first line of every file of ours; the number grows when older programs could no longer understand the lines."""

_KEYS = {"what", "which", "value", "when", "device"}
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST_BELIEVED = 253_370_764_800_000_000
"""The year 9999: a time beyond it is damage, and would leave no room for later facts."""


class Fact(NamedTuple):
    """``what`` (read, starred, setting …) of ``which`` (an article, a key) is ``value``.

    ``when`` is in microseconds since 1970, UTC; ``device`` says who wrote it. (A named tuple, for it is made three
    times as fast as a frozen dataclass, and there are hundreds of thousands.)
    """

    what: str
    which: str
    value: Value
    when: int
    device: str

    def beats(self, other: "Fact") -> bool:
        """Whether this one holds against the other: the later one, then the higher device, then the higher value."""
        if self.when != other.when:
            return self.when > other.when
        return (self.device, compact(self.value)) > (other.device, compact(other.value))


def line_of(fact: Fact) -> bytes:
    """The fact as one line of the file, with its end. Raises TypeError or ValueError for what JSON cannot say."""
    when = (_EPOCH + timedelta(microseconds=fact.when)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    words = {"what": fact.what, "which": fact.which, "value": fact.value, "when": when, "device": fact.device}
    return compact(words).encode("utf-8", "backslashreplace") + b"\n"


def fact_of(line: bytes) -> Fact | None:
    """The fact a line states, or None where it states none that can be understood."""
    found = _object(line)
    if found is None or not found.keys() >= _KEYS:
        return None
    what, which, when, device = found["what"], found["which"], found["when"], found["device"]
    if not (isinstance(what, str) and isinstance(which, str) and isinstance(when, str) and isinstance(device, str)):
        return None
    moment = _microseconds(when)
    return None if moment is None else Fact(intern(what), intern(which), found["value"], moment, intern(device))


def version_of(line: bytes) -> int | None:
    """The version a header line states, or None for any other line."""
    match _object(line):
        case {"standfirst": int(version)} if not isinstance(version, bool):
            return version
    return None


def _object(line: bytes) -> dict[str, Value] | None:
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):  # not JSON, not UTF-8, or nested beyond reason
        return None
    return found if isinstance(found, dict) else None


def _microseconds(when: str) -> int | None:
    try:
        moment = datetime.fromisoformat(when)
        since = moment - _EPOCH
    except (ValueError, TypeError, OverflowError):  # no time, or one without a zone
        return None
    microseconds = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    return microseconds if 0 <= microseconds < _LATEST_BELIEVED else None


def compact(value: Value | Mapping[str, Value]) -> str:
    """The value as JSON in one line. Raises TypeError or ValueError for what JSON cannot say."""
    return _ENCODER.encode(value)


class Facts:
    """The facts that hold: for each what and which the latest one."""

    def __init__(self) -> None:
        self._holding: dict[str, dict[str, Fact]] = {}
        self.last_seen = 0
        """The latest time of any fact merged so far, in microseconds."""

    def merge(self, facts: Iterable[Fact]) -> list[Fact]:
        """Take facts in; gives those that changed what holds."""
        news = []
        for fact in facts:
            self.last_seen = max(self.last_seen, fact.when)
            of_kind = self._holding.setdefault(fact.what, {})
            before = of_kind.get(fact.which)
            if before is None or fact.beats(before):
                of_kind[fact.which] = fact
                if before is None or before.value != fact.value:
                    news.append(fact)
        return news

    def wants(self, fact: Fact) -> bool:
        """Whether the fact would hold, were it merged."""
        before = self._holding.get(fact.what, {}).get(fact.which)
        return before is None or fact.beats(before)

    def get(self, what: str, which: str) -> Value:
        """The value that holds, or None where nothing was said."""
        fact = self._holding.get(what, {}).get(which)
        return None if fact is None else fact.value

    def of(self, what: str) -> Mapping[str, Fact]:
        """All facts of one kind, by which."""
        return self._holding.get(what, {})

    def __iter__(self) -> Iterator[Fact]:
        for of_kind in list(self._holding.values()):
            yield from list(of_kind.values())

    def __len__(self) -> int:
        return sum(map(len, self._holding.values()))
