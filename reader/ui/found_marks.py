"""FoundMarks: the grounds under words that were found in a story, painted below its text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLine
from PySide6.QtWidgets import QTextEdit

from reader.app.look import Look
from reader.app.style import found, on_accent

CORNER, OVERHANG = 3, 1.5
"""Pixels: the roundness of a mark, and by how much it is wider than its word."""
HEIGHT = 0.82
"""The share of a face's ascent and descent that a mark covers: letters stand close to it whatever the line's height."""


@dataclass(frozen=True, slots=True)
class FoundMarks:
    """``spans``: where each match begins and ends in the text; ``current``: the number of the one stressed."""

    spans: Sequence[tuple[int, int]] = ()
    current: int = -1

    def paint(self, painter: QPainter, look: Look, block: QTextBlock, box: QRectF) -> None:
        """Paint the marks of a block that takes this room."""
        painter.setPen(Qt.PenStyle.NoPen)
        for number in self._within(block):
            painter.setBrush(look.theme.accent if number == self.current else found(look, look.theme.page))
            for ground in grounds_of(block, box, self.spans[number]):
                painter.drawRoundedRect(ground, CORNER, CORNER)

    def _within(self, block: QTextBlock) -> range:
        """The numbers of the matches that stand in a block, or go on in it."""
        start = bisect_right(self.spans, block.position(), key=itemgetter(1))
        return range(start, bisect_left(self.spans, block.position() + block.length(), key=itemgetter(0)))


def stressed(document: QTextDocument, span: tuple[int, int], look: Look) -> QTextEdit.ExtraSelection:
    """The words of the current match in the colour that can be read on its ground."""
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    colours = QTextCharFormat()
    colours.setForeground(on_accent(look))
    selection.cursor = cursor
    selection.format = colours
    return selection


def grounds_of(block: QTextBlock, box: QRectF, span: tuple[int, int]) -> Iterator[QRectF]:
    """A rectangle for each line that a stretch of a block's text stands on."""
    first, end = max(0, span[0] - block.position()), span[1] - block.position()
    layout = block.layout()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + first + 1)
    metrics = QFontMetricsF(cursor.charFormat().font())
    line = layout.lineForTextPosition(first)
    while line.isValid() and line.textStart() < end:
        last = min(end, line.textStart() + line.textLength())
        one, other = _x(line, max(first, line.textStart())), _x(line, last)
        base = line.y() + line.ascent()
        ground = QRectF(min(one, other), base - HEIGHT * metrics.ascent(), abs(other - one), 0)
        ground.setBottom(base + HEIGHT * metrics.descent())
        yield ground.adjusted(-OVERHANG, 0, OVERHANG, 0).translated(box.topLeft())
        line = layout.lineAt(line.lineNumber() + 1)


def _x(line: QTextLine, position: int) -> float:
    """Where a position stands on a line, in pixels."""
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
