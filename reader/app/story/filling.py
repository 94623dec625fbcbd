"""Filling: sets a story into its document, a short one at once, a long one a slice at a time.

A long story is begun at the place one wants to be at. Two hands set it: one from the head down to where the other
began, the other from there to the end. Gaps keep the room of what neither has set yet, so that the scroll bar is right
from the first moment.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from reader.app.story.gap import Gap
from reader.app.story.parts import Parts
from reader.app.story.place import Place
from reader.app.story.typesetter import Typesetter

AT_ONCE = 3_000
"""Signs up to which a story is set whole: some 500 words."""
FIRST = 2_500
"""Signs that are set at once of a longer one, beside the lead: a large screen full."""
LEAD = 1_500
"""Signs that are set at once before the place one wants to be at."""
LEAST_SLICE, MOST_SLICE = 1_000, 100_000

MakeTypesetter = Callable[[QTextCursor, Callable[[], int]], Typesetter]


class Hand:
    """Sets the pieces of a story from one to before another, in order; ``number`` tells its first text block's."""

    def __init__(self, setter: Typesetter, parts: Parts, first: int, end: int, number: Callable[[], int]) -> None:
        self.setter = setter
        self.number = number
        self.first, self.next, self.end = first, first, end
        self._parts = parts

    def set_some(self, signs: int) -> None:
        """Set about so many signs more."""
        goal = self._parts.signs(0, self.next) + signs
        while not self.is_done and self._parts.signs(0, self.next) < goal:
            self._parts.set(self.setter, self._parts.pieces[self.next])
            self.next += 1

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to set."""
        return self.next >= self.end


class Filling:
    """Sets ``parts`` into an empty document, beginning at piece ``start``; ``height_of`` guesses the room of signs.

    ``begin`` comes first, and once: before it the document has no text, so that a view takes it without laying any out.
    """

    def __init__(
        self,
        document: QTextDocument,
        parts: Parts,
        start: int,
        make: MakeTypesetter,
        height_of: Callable[[int, int], float],
    ) -> None:
        self._document = document
        self._parts = parts
        self._make = make
        self._height_of = height_of
        self._between: Gap | None = None
        self._below: Gap | None = None
        self._start = start
        self._slice = LEAST_SLICE * 2
        self.hands: list[Hand] = []

    def begin(self) -> None:
        """Set a short story whole, of a long one what is to be seen first."""
        with self._edit():
            if self._parts.signs() <= AT_ONCE:
                self._set_whole()
            else:
                self._set_first(self._start)

    @property
    def is_done(self) -> bool:
        """Whether all of the story is set."""
        return bool(self.hands) and self._between is None and self._below is None

    @property
    def is_done_below(self) -> bool:
        """Whether the end of the story is set."""
        return bool(self.hands) and self._below is None

    def go_on(self, seconds: float) -> float:
        """Set a slice, in about that time; answers how many pixels what stood below it has moved down."""
        self._document.size()  # Qt forgets to lay out what it had not come to before an edit
        began, shift = perf_counter(), 0.0
        if self._between is not None:
            shift = self._go_on_between(self._between)
        elif self._below is not None:
            self._go_on_below(self._below)
        share = seconds / max(0.0005, perf_counter() - began)
        self._slice = round(min(MOST_SLICE, max(LEAST_SLICE, self._slice * min(2.0, max(0.3, share)))))
        return shift

    def has(self, place: Place) -> bool:
        """Whether the text at a place is set."""
        piece = self._parts.piece_of(place)
        return any(hand.first <= piece < hand.next for hand in self.hands)

    def hand_of(self, place: Place) -> Hand:
        """The hand that sets the text at a place."""
        return self.hands[-1] if self._parts.piece_of(place) >= self.hands[-1].first else self.hands[0]

    def hand_at(self, position: int) -> Hand:
        """The hand that has set the text at a position in the document."""
        block = self._document.findBlock(position).blockNumber()
        return self.hands[-1] if block >= self.hands[-1].number() else self.hands[0]

    def block_of(self, hand: Hand, part: int) -> QTextBlock:
        """The first text block that a hand has set of a part."""
        return self._document.findBlockByNumber(hand.number() + max(0, hand.setter.starts.get(part, 0)))

    def missing_before(self, hand: Hand, part: int) -> int:
        """How many signs of a part stand before those that a hand sets: it may have begun within the part."""
        return self._parts.offset_of(hand.first) if self._parts.pieces[hand.first].part == part else 0

    def part_at(self, position: int, share: float) -> int:
        """The part of the story that will come to stand so far down, 0 to 1, the gap at a position."""
        below = self._below is not None and position >= self._below.block.position()
        hand = self.hands[-1] if below else self.hands[0]
        if hand.is_done:
            return self._parts.pieces[hand.end - 1].part
        return self._parts.pieces[self._parts.piece_at(hand.next, hand.end, share)].part

    def _go_on_between(self, between: Gap) -> float:
        upper, lower = self.hands
        before = self._top_of(lower)
        with self._edit():
            upper.set_some(self._slice)
        between.set_height(between.height - (self._top_of(lower) - before))
        if upper.is_done:
            between.remove()
            self._between = None
        return self._top_of(lower) - before

    def _go_on_below(self, below: Gap) -> None:
        lower = self.hands[-1]
        with self._edit():
            lower.set_some(self._slice)
            self._keep_or_remove(below, lower)

    def _top_of(self, hand: Hand) -> float:
        block = self._document.findBlockByNumber(hand.number())
        return self._document.documentLayout().blockBoundingRect(block).top()

    @contextmanager
    def _edit(self) -> Iterator[None]:
        """Have all that is set meanwhile laid out once, at its end."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()

    def _set_whole(self) -> None:
        hand = self._hand(0, 0, len(self._parts.pieces), int)
        hand.set_some(self._parts.signs() + 1)

    def _set_first(self, start: int) -> None:
        """Make all text blocks first: one made beside a cursor would take it along."""
        last = len(self._parts.pieces)
        split = start > 1
        for _ in range(3 if split else 1):
            QTextCursor(self._document.lastBlock()).insertBlock()
        below = Gap(self._document.lastBlock(), self._height_of(start, last))
        if split:
            between = self._between = Gap(self._document.begin().next(), self._height_of(0, start))
            self._hand(0, 0, start, int)
            self._hand(2, start, last, lambda: between.number + 1)
        else:
            self._hand(0, 0, last, int)
        lower = self.hands[-1]
        lower.set_some(FIRST + LEAD * split)
        self._keep_or_remove(below, lower)

    def _keep_or_remove(self, below: Gap, lower: Hand) -> None:
        """Leave room below a hand for what it has still to set."""
        if lower.is_done:
            below.remove()
            self._below = None
        else:
            below.set_height(self._height_of(lower.next, lower.end))
            self._below = below

    def _hand(self, block: int, first: int, end: int, number: Callable[[], int]) -> Hand:
        cursor = QTextCursor(self._document.findBlockByNumber(block))
        hand = Hand(self._make(cursor, number), self._parts, first, end, number)
        self.hands.append(hand)
        return hand
