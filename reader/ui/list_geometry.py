"""Where the rows of the list stand: worked out, not stored, so that 100,000 rows cost no more than ten."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

ROW_HEIGHT, HEADING_HEIGHT = 104, 38


class ListGeometry:
    """``count`` rows from the top, in pixels; ``headings`` are the rows of headings, ascending."""

    def __init__(self, count: int, headings: Sequence[int] = ()) -> None:
        self.count, self.headings = count, headings

    @property
    def height(self) -> int:
        """The height of all rows."""
        return self.top(self.count)

    def top(self, row: int) -> int:
        """Where a row begins."""
        return row * ROW_HEIGHT - bisect_left(self.headings, row) * (ROW_HEIGHT - HEADING_HEIGHT)

    def height_of(self, row: int) -> int:
        """How high a row is."""
        return self.top(row + 1) - self.top(row)

    def row_at(self, y: int) -> int:
        """The row at a height; above the first and below the last row those themselves, -1 where there is none."""
        place = bisect_right(self.headings, y, key=self.top) - 1
        if place < 0:
            return min(max(0, y // ROW_HEIGHT), self.count - 1)
        heading = self.headings[place]
        below = y - self.top(heading) - HEADING_HEIGHT
        return heading if below < 0 else min(heading + 1 + below // ROW_HEIGHT, self.count - 1)
