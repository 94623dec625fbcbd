"""Lines of facts: how facts stand in a file, one or many a line, and how they are read from it, whatever it holds."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from sys import intern
from typing import Any

from reader.library.facts import Fact, Facts, Held, Value, beats, compact, moment_of

VERSION = 1
HEADER = b'{"standfirst":1,"about":"settings and marks, one fact a line; for each what and which the latest counts"}\n'
"""The first line of every file of ours; the number grows when older programs could no longer understand the lines."""

A_LINE = 100
"""So many facts stand in one line at the most: damage to a line costs no more than them."""
FEW = 8
"""So few that belong together stand each in a line of its own."""
_AT_ONCE = 200
"""So many lines are decoded at one go, which is twice as fast as one by one."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST_BELIEVED = 253_370_764_800_000_000
"""The year 9999: a time beyond it is damage, and would leave no room for later facts."""


def line_of(fact: Fact) -> bytes:
    """The fact as one line of the file, with its end. Raises TypeError or ValueError for what JSON cannot say."""
    when = _written(fact.when)
    return _line({"what": fact.what, "which": fact.which, "value": fact.value, "when": when, "device": fact.device})


def lines_of(facts: Iterable[Fact]) -> Iterator[bytes]:
    """The facts as lines: each for itself, or, of one kind and device, gathered a hundred a line.

    That is a third of the room and read ten times as fast. Order does not matter: the latest of all lines counts.
    """
    gathered: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        gathered.setdefault((fact.what, fact.device), []).append(fact)
    for alike in gathered.values():
        for start in range(0, len(alike), A_LINE):
            some = alike[start : start + A_LINE]
            yield from map(line_of, some) if len(some) < FEW or _tell_twice(some) else (_line_of_many(some),)


def _tell_twice(facts: list[Fact]) -> bool:
    return len({fact.which for fact in facts}) < len(facts)


def _line_of_many(facts: list[Fact]) -> bytes:
    since = min(fact.when for fact in facts)
    many: dict[str, Value] = {fact.which: [fact.when - since, fact.value] for fact in facts}
    return _line({"what": facts[0].what, "since": _written(since), "device": facts[0].device, "many": many})


def _line(words: Mapping[str, Value]) -> bytes:
    return compact(words).encode("utf-8", "backslashreplace") + b"\n"


def _written(when: int) -> str:
    return (_EPOCH + timedelta(microseconds=when)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Stated:
    """What some lines state: facts, so many headers, the highest version of them; and how many state nothing."""

    def __init__(self) -> None:
        self.facts = Facts()
        self.headers = 0
        self.version = VERSION
        self.damaged = 0


def read_lines(lines: Sequence[bytes]) -> Stated:
    """What the lines state, in whatever order. Never raises for what they may be."""
    stated = Stated()
    gathered: dict[str, dict[str, Held]] = {}
    lines = list(filter(None, map(bytes.strip, lines)))
    for start in range(0, len(lines), _AT_ONCE):
        some = lines[start : start + _AT_ONCE]
        for line, found in zip(some, _decoded(some), strict=True):
            if not _gather(found, gathered):
                _note_other(line, found, stated)
    for what, held in gathered.items():
        stated.facts.take(what, held)
    return stated


def _decoded(lines: Sequence[bytes]) -> list[Any]:
    """Each line as what it says in JSON, None where it says nothing."""
    try:
        found = json.loads(b"[" + b",".join(lines) + b"]")
    except (ValueError, RecursionError):
        found = []
    return found if len(found) == len(lines) else [_object(line) for line in lines]


def _object(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):  # not JSON, not UTF-8, or nested beyond reason
        return None


def _gather(found: Any, gathered: dict[str, dict[str, Held]]) -> bool:
    """Put the facts of one line to the others; whether there is any in it."""
    if not isinstance(found, dict):
        return False
    held = _many(found) if "many" in found else _one(found)
    what = found.get("what")
    if not held or not isinstance(what, str):
        return False
    of_kind = gathered.setdefault(intern(what), {})
    if of_kind.keys().isdisjoint(held):
        of_kind.update(held)
        return True
    for which, fresh in held.items():
        before = of_kind.get(which)
        if before is None or beats(fresh, before):
            of_kind[which] = fresh
    return True


def _one(found: dict[str, Any]) -> dict[str, Held]:
    try:
        which, when, device, value = found["which"], found["when"], found["device"], found["value"]
    except KeyError:
        return {}
    if not (isinstance(which, str) and isinstance(when, str) and isinstance(device, str)):
        return {}
    moment = _microseconds(when)
    return {} if moment is None else {intern(which): (moment, value, intern(device))}


def _many(found: dict[str, Any]) -> dict[str, Held]:
    """The facts of a line of many; none where any of them is damaged."""
    many, since, device = found["many"], found.get("since"), found.get("device")
    if not (isinstance(many, dict) and isinstance(since, str) and isinstance(device, str)):
        return {}
    start, device = _microseconds(since), intern(device)
    if start is None:
        return {}
    try:
        held = {intern(which): (start + after, value, device) for which, (after, value) in many.items()}
    except (TypeError, ValueError):
        return {}
    moments = list(map(moment_of, held.values()))
    sound = set(map(type, moments)) == {int} and start <= min(moments) and max(moments) < _LATEST_BELIEVED
    return held if sound else {}


def _note_other(line: bytes, found: Any, stated: Stated) -> None:
    """Tell a header from damage. A torn header is a file that was only just begun."""
    match found:
        case {"standfirst": int(version)} if not isinstance(version, bool):
            stated.headers += 1
            stated.version = max(stated.version, version)
        case _ if not HEADER.startswith(line):
            stated.damaged += 1


def _microseconds(when: str) -> int | None:
    """A moment as it is written, in microseconds since 1970; None for what is none."""
    second, fraction = when[:19], when[20:26]
    if len(when) == 27 and when[19] == "." and when[26] == "Z" and fraction.isascii() and fraction.isdecimal():
        start = _any_moment(f"{second}Z")
        return None if start is None else start + int(fraction)
    return _any_moment(when)


@lru_cache(maxsize=1024)
def _any_moment(when: str) -> int | None:
    try:
        since = datetime.fromisoformat(when) - _EPOCH
    except (ValueError, TypeError, OverflowError):  # no time, or one without a zone
        return None
    microseconds = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    return microseconds if 0 <= microseconds < _LATEST_BELIEVED else None
