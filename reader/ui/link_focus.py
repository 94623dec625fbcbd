"""The link of a story that the keyboard is at, which Qt keeps as the text's choice."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from reader.ui.found_marks import CORNER, grounds_of

RING = 2
"""Thickness of the ring round a link, and its distance, in pixels."""


def focused_link(view: QTextBrowser) -> str:
    """Where the link leads that the keyboard is at, or nothing."""
    cursor = view.textCursor()
    return cursor.charFormat().anchorHref() if cursor.hasSelection() else ""


def paint_ring(view: QTextBrowser, painter: QPainter, colour: QColor, block: QTextBlock, box: QRectF) -> None:
    """Paint a ring round the link that the keyboard is at, where it stands in a block that takes this room."""
    cursor = view.textCursor()
    if not view.hasFocus() or not block.contains(cursor.selectionStart()) or not focused_link(view):
        return
    painter.setPen(QPen(colour, RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ground in grounds_of(block, box, (cursor.selectionStart(), cursor.selectionEnd())):
        painter.drawRoundedRect(ground.adjusted(-RING, -RING, RING, RING), CORNER, CORNER)


def begin_in_sight(view: QTextBrowser, *, forward: bool) -> None:
    """Have Qt look for links from the first line in sight on, or from the last one back: it begins at a choice."""
    if view.textCursor().hasSelection():
        return
    seen, kept = view.viewport().rect(), view.verticalScrollBar().value()
    cursor = view.cursorForPosition(seen.topLeft() if forward else seen.bottomRight())
    step = QTextCursor.MoveOperation.PreviousCharacter if forward else QTextCursor.MoveOperation.NextCharacter
    cursor.movePosition(step, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.verticalScrollBar().setValue(kept)
