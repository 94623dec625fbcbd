"""PictureCache: the pictures that were shown last, up to a number of bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class PictureCache(Generic[T]):
    """Values with their weight in bytes; what was not asked for the longest goes first.

    What weighs more than half the limit is not kept, for it would drive out all else.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._weight = 0
        self._kept: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()

    def get(self, key: Hashable) -> T | None:
        """The value of that key, if it is still here."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def keep(self, key: Hashable, value: T, weight: int) -> None:
        """Keep a value of so many bytes in the place of any older one."""
        self.forget(key)
        if weight * 2 > self._limit:
            return
        self._kept[key] = (value, weight)
        self._weight += weight
        while self._weight > self._limit:
            _, (_, gone) = self._kept.popitem(last=False)
            self._weight -= gone

    def forget(self, key: Hashable) -> None:
        """Drop the value of that key, if there is one."""
        if key in self._kept:
            _, weight = self._kept.pop(key)
            self._weight -= weight

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)
