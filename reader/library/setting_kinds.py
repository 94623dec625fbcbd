"""Kinds of settings: what a value may be, as it stands in the file and as the program uses it."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from reader.library.facts import Value

T = TypeVar("T")


class Kind(Generic[T]):
    """``read`` gives None for what may not stand in the file, ``write`` is its opposite; ``words`` are for docs."""

    def __init__(self, words: str, read: Callable[[Value], T | None], write: Callable[[T], Value]) -> None:
        self.words, self.read, self.write = words, read, write


def one_of(*names: str) -> Kind[str]:
    """One of these words."""

    def read(value: Value) -> str | None:
        return value if isinstance(value, str) and value in names else None

    return Kind(", ".join(f"`{name}`" for name in names), read, str)


def matching(shape: str, words: str) -> Kind[str]:
    """Text of a certain shape, a regular expression."""

    def read(value: Value) -> str | None:
        return value if isinstance(value, str) and re.fullmatch(shape, value) else None

    return Kind(words, read, str)


def yes_or_no() -> Kind[bool]:
    """True or false."""

    def read(value: Value) -> bool | None:
        return value if isinstance(value, bool) else None

    return Kind("`true`, `false`", read, bool)


def whole(least: int, most: int) -> Kind[int]:
    """A whole number in a range."""

    def read(value: Value) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        return None

    return Kind(f"{least} to {most}", read, int)


def number(least: float, most: float) -> Kind[float]:
    """A number in a range."""

    def read(value: Value) -> float | None:
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return float(value)
        return None

    return Kind(f"{least} to {most}", read, float)


def wholes(most: int) -> Kind[tuple[int, ...]]:
    """Some whole numbers, none below 0 or above ``most``."""
    one = whole(0, most)

    def read(value: Value) -> tuple[int, ...] | None:
        if not isinstance(value, list):
            return None
        numbers = [found for each in value if (found := one.read(each)) is not None]
        return tuple(numbers) if len(numbers) == len(value) else None

    return Kind("a list of whole numbers", read, list)


def paths(most: int) -> Kind[tuple[Path, ...]]:
    """Some absolute paths; of more than ``most`` the first."""

    def read(value: Value) -> tuple[Path, ...] | None:
        if not isinstance(value, list):
            return None
        found = [Path(each) for each in value if isinstance(each, str) and may_be_a_path(each)]
        return tuple(path for path in found if path.is_absolute())[:most]

    return Kind("a list of paths" if most > 1 else "a list of one path, or an empty one", read, _path_words)


def may_be_a_path(words: str) -> bool:
    """Whether a file of this system can be called so; a name from another system, or damage, need not be one."""
    try:
        return b"\0" not in os.fsencode(words)
    except UnicodeEncodeError:
        return False


def _path_words(found: tuple[Path, ...]) -> Value:
    return [str(path) for path in found]
