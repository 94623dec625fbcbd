"""Pace: how long the reading-in will still take, judged by how it went lately."""

from collections import deque

LATELY = 30.0
"""Seconds that are judged by: later pages may be larger, and the machine busier."""
AT_LEAST = 3.0
"""Seconds before which nothing is said."""
EACH = 40_000
"""What a file costs beside its bytes, in bytes."""


class Pace:
    """Counts how much of the work is ``left``, in whatever unit, by a clock in seconds."""

    def __init__(self, now: float) -> None:
        self.left = 0
        self._done = 0
        self._marks = deque([(now, 0)])

    def step(self, amount: int, now: float) -> None:
        """So much more is done."""
        self.left -= amount
        self._done += amount
        self._marks.append((now, self._done))
        while len(self._marks) > 2 and now - self._marks[1][0] > LATELY:
            self._marks.popleft()

    def rest(self, now: float) -> None:
        """Nothing was done until now, and that was meant: it does not count."""
        self._marks = deque([(now, self._done)])

    def seconds_left(self) -> float | None:
        """How long the rest will take; None as long as it cannot be said."""
        (begun, before), (now, done) = self._marks[0], self._marks[-1]
        if now - begun < AT_LEAST or done == before:
            return None
        return max(0, self.left) * (now - begun) / (done - before)
