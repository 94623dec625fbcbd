"""The lines of a list row, broken and shortened once for a width: painting only puts them down."""

from collections.abc import Iterable
from time import thread_time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from reader.app.look import MEDIUM, REGULAR, SEMIBOLD, Look
from reader.app.row_words import RowWords, is_right_to_left

if TYPE_CHECKING:
    from reader.library import Match

FIRST_BASELINE, PITCH = 29, 19
"""Pixels from the row's top to its first baseline, and from one baseline to the next."""
STAR, STAR_ROOM = 11, 15
"""The width of a star, and what it takes from the line of facts, in pixels."""
BETWEEN = "  ·  "
BEFORE_FACTS = 3
"""Lines of a title and what stands below it together, so that every row is filled."""
MOST_NEEDED = 2
"""So many facts, source and day, are never left out for want of room before they are shortened."""
LEAST_SOURCE = 4
"""With fewer signs than this, the ellipsis among them, a source says nothing any more."""


class Line(NamedTuple):
    """One line of text: ``left`` counts from the left edge of the row's text, ``baseline`` from the row's top.

    ``shaped`` is the same text ready to be drawn, its baseline at 0: to draw the text itself takes four times as long.
    """

    text: str
    shaped: QTextLayout
    font: QFont
    muted: bool
    left: float
    baseline: int
    right_to_left: bool
    matches: tuple[tuple[float, float], ...] = ()
    """Where words that were looked for stand in the line: left and right edges, counted as ``left`` is."""


class Width(NamedTuple):
    """The pixels that a row's text has, and those that its line of facts has."""

    text: int
    facts: int


class LaidRow(NamedTuple):
    """The lines of one row, the line of facts last; ``star`` is the left edge of its star."""

    lines: tuple[Line, ...]
    star: int

    @property
    def facts_baseline(self) -> int:
        """Where the line of facts stands, from the row's top."""
        return self.lines[-1].baseline


class RowLayout:
    """Lays rows out and remembers those last asked for."""

    REMEMBERED = 500
    AT_ONCE = 0.002
    """Seconds of the thread's time that ``laid_in_time`` lays out for: a screen of new rows takes 2 to 10 ms."""

    def __init__(self, look: Look) -> None:
        self._unread_title = _Face(look.interface(14, SEMIBOLD))
        self._title = _Face(look.interface(14, MEDIUM))
        self._summary = _Face(look.interface(12, REGULAR), muted=True)
        self._facts = _Face(look.interface(11, MEDIUM), muted=True)
        self._laid: dict[tuple[RowWords, Width, bool, bool], LaidRow] = {}
        self._taken = 0.0

    def begin(self) -> None:
        """From now on there is time again."""
        self._taken = 0.0

    def laid_in_time(self, words: RowWords, width: Width, *, unread: bool, starred: bool) -> LaidRow | None:
        """The lines of a row; None where they are still to be worked out and there is no time left for it."""
        if (words, width, unread, starred) in self._laid:
            return self.laid(words, width, unread=unread, starred=starred)
        if self._taken > self.AT_ONCE:
            return None
        began = thread_time()
        row = self.laid(words, width, unread=unread, starred=starred)
        self._taken += thread_time() - began
        return row

    def laid(self, words: RowWords, width: Width, *, unread: bool, starred: bool) -> LaidRow:
        """The lines of a row in that width."""
        key = (words, width, unread, starred)
        row = self._laid.get(key)
        if row is None:
            if len(self._laid) >= self.REMEMBERED:
                self._laid.clear()
            row = self._laid[key] = self._lay(words, width, unread=unread, starred=starred)
        return row

    def _lay(self, words: RowWords, width: Width, *, unread: bool, starred: bool) -> LaidRow:
        title = self._unread_title if unread else self._title
        pieces = title.broken(words.title, width.text, 1 if words.unreadable else 2)
        texts = [(title, piece, words.title_matches) for piece in pieces]
        in_summary = 3 if words.unreadable else BEFORE_FACTS - len(pieces)
        pieces = self._summary.broken(words.summary, width.text, in_summary)
        texts += [(self._summary, piece, words.summary_matches) for piece in pieces]
        lines = [
            face.with_matches(
                face.line(piece.text, width.text, FIRST_BASELINE + place * PITCH, right_to_left=words.right_to_left),
                piece,
                matches,
            )
            for place, (face, piece, matches) in enumerate(texts)
        ]
        facts = self._fact_line(words, width.facts, FIRST_BASELINE + len(lines) * PITCH, starred=starred)
        return LaidRow((*lines, facts), width.facts - STAR if words.right_to_left else 0)

    def _fact_line(self, words: RowWords, width: int, baseline: int, *, starred: bool) -> Line:
        """The facts in one line, beside the star where there is one."""
        room = STAR_ROOM if starred else 0
        facts = (isolated(fact, right_to_left=words.right_to_left) for fact in self._fitting(words.facts, width - room))
        line = self._facts.line(BETWEEN.join(facts), width - room, baseline, right_to_left=words.right_to_left)
        return line if words.right_to_left else line._replace(left=line.left + room)

    def _fitting(self, facts: tuple[str, ...], width: float) -> tuple[str, ...]:
        """The facts that have room: minutes give way first, then the source is shortened, then it goes."""
        if self._facts.advance(BETWEEN.join(facts)) <= width:
            return facts
        while len(facts) > MOST_NEEDED and self._facts.advance(BETWEEN.join(facts)) > width:
            facts = facts[:-1]
        rest = self._facts.advance("".join(BETWEEN + fact for fact in facts[1:]))
        first = self._facts.shortened("".join(facts[:1]), width - rest)
        return (first, *facts[1:]) if len(first) >= LEAST_SOURCE or first == "".join(facts[:1]) else facts[1:]


def isolated(text: str, *, right_to_left: bool) -> str:
    """The text so that its direction leaves its neighbours in a line of the other one: Unicode annex 9, isolates."""
    return f"\u2068{text}\u2069" if is_right_to_left(text) != right_to_left else text


class _Piece(NamedTuple):
    """What one line shows of a text: its signs from ``start`` to ``end``, as they are or shortened."""

    text: str
    start: int
    end: int


class _Face:
    """A font with its measures."""

    def __init__(self, font: QFont, *, muted: bool = False) -> None:
        self._font = font
        self._muted = muted
        self._metrics = QFontMetricsF(font)

    def advance(self, text: str) -> float:
        """How many pixels the text takes."""
        return self._metrics.horizontalAdvance(text)

    def shortened(self, text: str, width: float) -> str:
        """The text, ended with an ellipsis where it is wider than ``width`` pixels."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def broken(self, text: str, width: float, most: int) -> list[_Piece]:
        """The text in at most so many lines, the last one shortened; no line for no text."""
        pieces: list[_Piece] = []
        start = 0
        while text and len(pieces) < most - 1 and (end := self._first_line(text, width)) < len(text):
            pieces.append(_Piece(text[:end].rstrip(), start, start + end))
            text, start = text[end:], start + end
        if text:
            shown = self.shortened(text, width)
            pieces.append(_Piece(shown, start, start + (len(text) if shown == text else len(shown) - 1)))
        return pieces

    def with_matches(self, line: Line, piece: _Piece, matches: "Iterable[Match]") -> Line:
        """The line with the edges of what was found in it."""
        inside = [
            (max(start, piece.start) - piece.start, min(end, piece.end) - piece.start)
            for start, end in matches
            if start < piece.end and end > piece.start
        ]
        if not inside:
            return line
        edges = (tuple(sorted(_edge(line.shaped, line.text, place) for place in match)) for match in inside)
        return line._replace(matches=tuple((line.left + left, line.left + right) for left, right in edges))

    def line(self, text: str, width: float, baseline: int, *, right_to_left: bool) -> Line:
        """The text as a line, set against the edge where it begins."""
        shaped = QTextLayout(text, self._font)
        shaped.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        shaped.setTextOption(option)
        shaped.beginLayout()
        line = shaped.createLine()
        if line.isValid():
            line.setLineWidth(0)
            line.setLineWidth(line.naturalTextWidth())
            line.setPosition(QPointF(0, -line.ascent()))
        shaped.endLayout()
        left = width - line.width() if right_to_left and line.isValid() else 0.0
        return Line(text, shaped, self._font, self._muted, left, baseline, right_to_left)

    def _first_line(self, text: str, width: float) -> int:
        """How many signs of the text its first line holds."""
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        return _python_length(text, line.textLength())


def _edge(laid: QTextLayout, text: str, place: int) -> float:
    """Where the edge before a sign of the text is, in pixels."""
    units = len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
    edge: float = laid.lineAt(0).cursorToX(units)[0]  # type: ignore[index]  # PySide answers the position as well
    return edge


def _python_length(text: str, units: int) -> int:
    """Qt counts UTF-16 units, Python signs: the signs in the first ``units``, at least one."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return max(1, len(encoded[: units * 2].decode("utf-16-le", "ignore")))
