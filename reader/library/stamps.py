"""Stamps: how a file is told from a later state of itself, without opening it."""

from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """How a file is told from a later state of itself: its size in bytes and its time in nanoseconds."""

    size: int
    changed: int


LOST = Stamp(-1, 0)
"""The stamp of what is not there, or cannot even be asked; reading it will explain."""


def stamp(path: Path) -> Stamp:
    """The stamp of a file, or LOST."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return LOST
    return Stamp(state.st_size, state.st_mtime_ns)
