"""ColumnView: shows a text document in one column in the middle, and knows where its lines stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextBlock
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.app.look import Look
from reader.ui.focus_mark import MARK_GAP, FocusMark
from reader.ui.table_view import TableView

LEAST_MARGIN = 32
LAID_OUT_AT_ONCE = 60_000
"""Signs up to which a text follows a new width of its column at once; a longer one does when it is set anew."""


class ColumnView(TableView):
    """``column_changed(width)``: the text that was set for a column would have another one now."""

    column_changed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._column = 640
        self._set_for = 0
        self._focus_mark = FocusMark(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)  # else each new size lays the text out twice
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def set_look(self, look: Look) -> None:
        """Take over colours; the text itself is set anew by whoever shows it."""
        self._look = look
        self.setStyleSheet(f"QTextBrowser {{ background: {look.theme.page.name()}; border: none; }}")
        self._focus_mark.set_colour(look.theme.accent)

    def set_for(self, column: int) -> None:
        """A text is set for a column of that width, in pixels; 0: none is."""
        self._column = column or self._column
        self._set_for = column and self.column()

    def column(self) -> int:
        """The width that the text has, in pixels: the wanted column, or less in a narrow pane."""
        return self.column_for(self._column)

    def column_for(self, wanted: int) -> int:
        """The width that text with a wanted column would have, in pixels."""
        return min(wanted, self._room())

    def centre(self) -> None:
        """Leave as much room on both sides of the column, and tell where it has become another."""
        bar = self.verticalScrollBar().width()
        spare = self.width() - self.column()
        side = max(LEAST_MARGIN, min(spare // 2, spare - bar - LEAST_MARGIN))  # the scroll bar lies in the margin
        if self.document().characterCount() <= LAID_OUT_AT_ONCE:
            self.wrap()
        self.setViewportMargins(side, 0, max(0, self.width() - bar - self.column() - side), 0)
        self._focus_mark.move(side - MARK_GAP, MARK_GAP)
        if self._set_for and self.column() != self._set_for:
            self._set_for = self.column()
            self.column_changed.emit(self.column())

    def wrap(self) -> None:
        """Let lines end at the column; Qt lays the text out anew even for the same width."""
        if self.lineWrapColumnOrWidth() != self.column():
            self.setLineWrapColumnOrWidth(self.column())

    def farthest(self) -> int:
        """How far one can scroll, in pixels. The scroll bar itself hears of a new length only some time after it."""
        return max(0, round(self.document().size().height()) - self.viewport().height())

    def top_of(self, position: int) -> float:
        """Where the line with that sign stands, in pixels from the top of the text."""
        block = self.document().findBlock(position)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return top + (line.y() if line.isValid() else 0)

    def share_above(self, block: QTextBlock) -> float:
        """How much of a block, with the room down to the next, lies above the view, 0 to 1."""
        layout = self.document().documentLayout()
        top, following = layout.blockBoundingRect(block).top(), block.next()
        bottom = layout.blockBoundingRect(following).top() if following.isValid() else self.document().size().height()
        return min(1.0, max(0.0, self.verticalScrollBar().value() - top) / max(1.0, bottom - top))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self._focus_mark.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._focus_mark.hide()

    def _room(self) -> int:
        return max(120, self.width() - self.verticalScrollBar().width() - 2 * LEAST_MARGIN)
