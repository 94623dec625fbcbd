"""The widths of a table's columns: by what stands in them, and never narrower than their longest word."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """The room that one cell wants: it begins at a column and goes over so many; all widths in pixels.

    ``least`` is that of its longest word, ``most`` that of all its words on one line.
    """

    column: int
    columns: int
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table needs, in pixels."""

    least: Sequence[float]
    most: Sequence[float]

    @classmethod
    def of(cls, needs: Sequence[Need], columns: int) -> "Columns":
        """What the cells need together; one over several columns widens them only where they are too narrow for it."""
        least, most = [0.0] * columns, [0.0] * columns
        for need in sorted(needs, key=lambda need: need.columns):
            over = range(need.column, min(columns, need.column + need.columns))
            _widen(least, over, need.least)
            _widen(most, over, need.most)
        return cls(least, [max(pair) for pair in zip(least, most, strict=True)])

    def scaled(self, factor: float) -> "Columns":
        """What they need where the type is so much larger or smaller."""
        return Columns([width * factor for width in self.least], [width * factor for width in self.most])

    def fit(self, room: float) -> bool:
        """Whether they can stand in a room without breaking a word."""
        return sum(self.least) <= room

    def filling(self, room: float, most_spare: float) -> list[float]:
        """Widths in a room in which the columns fit: what is to spare goes to those that want it.

        Where all have what they want, each gets no more than ``most_spare`` beyond it: columns far apart are hard to
        read across.
        """
        spare = room - sum(self.most)
        if spare >= 0:
            return [most + min(most_spare, spare / len(self.most)) for most in self.most]
        spare = room - sum(self.least)
        wanted = [most - least for least, most in zip(self.least, self.most, strict=True)]
        return [least + spare * want / sum(wanted) for least, want in zip(self.least, wanted, strict=True)]

    def beyond(self, comfortable: float) -> list[float]:
        """Widths without regard to any room: each as wide as it wants, up to what is comfortable to read."""
        return [max(least, min(most, comfortable)) for least, most in zip(self.least, self.most, strict=True)]


def _widen(widths: list[float], over: range, wanted: float) -> None:
    missing = wanted - sum(widths[column] for column in over)
    for column in over if missing > 0 else ():
        widths[column] += missing / len(over)
