"""Flags: what the list knows of every article, a byte for each, so that 100,000 of them are counted in no time."""

from collections.abc import Iterable

HERE, READ, STARRED, UNREADABLE, OLDER = 1, 2, 4, 8, 16
"""In the list at all; marked as read; with a star; a file that cannot be read; a copy of a story with a newer one."""

_ALL = range(32)


def table(wanted: "frozenset[int]") -> bytes:
    """A table for ``bytes.translate``: 1 for the wanted combinations of flags, 0 for all others."""
    return bytes(flags in wanted for flags in range(256))


IN_ALL = frozenset(flags for flags in _ALL if flags & (HERE | OLDER) == HERE)
"""Every story once: its newest copy stands for all."""
IN_UNREAD = frozenset(flags for flags in IN_ALL if not flags & (READ | UNREADABLE))
"""A story is unread while its newest copy is; a file that cannot be read does not wait to be."""
IN_STARRED = frozenset(flags for flags in _ALL if flags & HERE and flags & STARRED)
"""Stars stand on copies, also on older ones."""


def count(flags: bytes | bytearray, wanted: "frozenset[int]") -> int:
    """How many articles have one of these combinations of flags."""
    return sum(map(flags.count, wanted))


def set_all(flags: bytearray, flag: int, ids: Iterable[int]) -> None:
    """Give a flag to some articles."""
    for number in ids:
        flags[number] |= flag
