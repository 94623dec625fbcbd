"""Figure: what a measure has found, beside what it must be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` must not be more than ``limit``; not less, where ``at_least``. ``unit`` stands after both."""

    name: str
    value: float
    limit: float
    unit: str = ""
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the figure is within its limit."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        mark = " " if self.holds else "✗"
        return f"{mark} {self.name:<68} {_number(self.value):>8} {sign} {_number(self.limit)} {self.unit}".rstrip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2g}"


def nearest(values: list[float], share: float) -> float:
    """The value below which that share of all lie: 0.95 for the 95th of 100."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
