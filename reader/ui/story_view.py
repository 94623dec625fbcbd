"""The story itself: a page of set text in one column, scrolled, searched and read with the keyboard."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reader.app.look import Look
from reader.app.story import Place, StoryDocument
from reader.ui.column_view import ColumnView
from reader.ui.found_marks import FoundMarks, stressed
from reader.ui.link_focus import begin_in_sight, focused_link, paint_ring
from reader.ui.ornaments import Ornaments
from reader.ui.table_view import ONE_TURN

TOP, BOTTOM = 44, 130
"""Space above the kicker and below the last line, in pixels."""
SLICE = 0.003
"""Seconds that setting the rest of a long story may take at a time, and between two looks at what a person wants."""


class StoryView(ColumnView):
    """Shows one StoryDocument. Loads nothing by itself, follows no link: it only says what was chosen."""

    moved = Signal()
    link_chosen = Signal(str)
    context_wanted = Signal(QPoint, str)
    size_wanted = Signal(int)
    filled = Signal()
    place_missing = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._story: StoryDocument | None = None
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setAccessibleName("Story")
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(_written(url)))
        self.marks = FoundMarks()
        self._place = Place()
        self._settling = False
        self._turned = 0
        self._blank = QTextDocument(self)
        self._unveiling = QTimer(self, singleShot=True, interval=0)
        self._unveiling.timeout.connect(self._unveil)
        self._marking = QTimer(self, singleShot=True, interval=0)  # after the list with what was found
        self._marking.timeout.connect(self.viewport().update)
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_story(self, story: StoryDocument, column: int, place: Place) -> None:
        """Show a story in a column of that width, from that place on; what is not set yet is, bit by bit."""
        previous, self._story = self._story, story
        self.wide_tables.forget()
        self.mark([], -1)  # they belong to the text that goes: Qt looks at their cursors even after its end
        self.set_for(column)
        frame = story.document.rootFrame()
        margins = frame.frameFormat()
        margins.setTopMargin(TOP)
        margins.setBottomMargin(BOTTOM)
        frame.setFrameFormat(margins)
        self._settling = True
        self.viewport().setUpdatesEnabled(False)  # the story that is left stays to be seen meanwhile
        self._unveiling.start()
        self.centre()
        self.wrap()
        self.setDocument(story.document)
        story.begin()
        self._place = place
        story.document.size()  # lays all of it out, so that the scroll bar knows the true length
        self.go_to(place)
        QTimer.singleShot(0, self, self._settle)
        self._filling.stop()
        if previous is not None:
            previous.document.deleteLater()

    def clear_story(self) -> None:
        """Show nothing."""
        self._story = None
        self.set_for(0)
        self._place = Place()
        self._filling.stop()
        self.wide_tables.forget()
        self.mark([], -1)
        self.setDocument(self._blank)

    def fraction(self) -> float:
        """How far one has come, 0 to 1, which is when the last line comes into sight."""
        to_end = self._to_end()
        return min(1.0, self.verticalScrollBar().value() / to_end) if to_end > 0 else 1.0

    def at_end(self) -> bool:
        """Whether the last line of the story is visible."""
        far = self.verticalScrollBar().value() >= self._to_end()
        return self._story is not None and self._story.has_end and far

    def _to_end(self) -> int:
        """How far one scrolls until the last line is visible, in pixels; below 0 where it is from the start."""
        return self.farthest() - BOTTOM + 20

    def is_whole(self) -> bool:
        """Whether all of the story is set."""
        return self._story is None or self._story.is_whole

    def place(self) -> Place:
        """The place one went to, or scrolled to: the first line that is wholly visible."""
        return self._place

    def is_settling(self) -> bool:
        """Whether a story is still on its way to the place it is to be shown from."""
        return self._settling

    def go_to(self, place: Place) -> None:
        """Bring a place to the top of the view."""
        if self._story is None:
            return
        if not self._story.has(place):
            self.place_missing.emit(place)
        elif self._story.is_end(place):
            self.verticalScrollBar().setValue(self.farthest())
        else:
            position = self._story.position_of(place)
            self.verticalScrollBar().setValue(round(self.top_of(position)) if position else 0)

    def go_to_block(self, block: QTextBlock) -> None:
        """Bring a block of text to the upper part of the view."""
        above = self.viewport().height() // 5
        self._scroll_to(round(self.top_of(block.position())) - above)

    def page(self, direction: int) -> bool:
        """Go on (1) or back (-1) by a view less two lines; False where there is nothing more that way."""
        self._settle()
        before = self.verticalScrollBar().value()
        line = round(self._look.face.size * self._look.face.line_height)
        return self._scroll_to(before + direction * max(line, self.viewport().height() - 2 * line))

    def go_to_top(self) -> None:
        """Go to the title."""
        self._scroll_to(0)
        self._place = Place()  # also where one was there by the pixels, with another place in mind

    def go_to_end(self) -> None:
        """Go to the last line."""
        if self._story is not None and not self._story.has_end:
            self.place_missing.emit(self._story.end)
        else:
            self._scroll_to(self.verticalScrollBar().maximum())

    def block_in_view(self) -> int:
        """The number of the text block one is at: in the middle of the view, near the story's ends nearer to them."""
        height, before = self.viewport().height(), self.verticalScrollBar().value()
        after = max(0, self._to_end() - before)
        if before + after < height:
            y = height * before // max(1, before + after)
        else:
            y = min(before, height // 2) if before < after else max(height - after, height // 2)
        return self.cursorForPosition(QPoint(2, y)).block().blockNumber()

    def set_picture(self, name: str, picture: QImage) -> None:
        """Show a picture that stands in the text and has just been decoded."""
        document = self.document()
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
        self.viewport().update()  # its room is there already: nothing need be laid out anew

    def highlight(self, found: list[tuple[int, int]], current: int) -> None:
        """Mark matches in the text, the current one stronger, and bring it into view."""
        self.mark(found, current)
        if 0 <= current < len(found):
            self._reveal(found[current][0])

    def mark(self, found: list[tuple[int, int]], current: int) -> None:
        """Mark matches in the text, the current one stronger, and stay where one is."""
        marks = FoundMarks(tuple(found), current)
        if marks == self.marks:
            return
        self.marks = marks
        self.setExtraSelections(
            [stressed(self.document(), found[current], self._look)] if 0 <= current < len(found) else []
        )
        self._marking.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place and the column in the middle."""
        within, self._settling = self._settling, True
        place = self._place
        self.centre()  # before the text is laid out: inside this event Qt does not lay it out a second time
        super().resizeEvent(event)
        self._place = place
        if not within:
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the text's size, not the view's zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / ONE_TURN)
            self._turned -= steps * ONE_TURN
            if steps:
                self.size_wanted.emit(steps)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window, which knows the actions."""
        asked_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        link = focused_link(self) if asked_by_key else self.anchorAt(self.wide_tables.in_text(event.pos()))
        self.context_wanted.emit(event.globalPos(), link)

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the window while a link has the focus: here it follows the link."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and focused_link(self):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from link to link, beginning with what is in sight, and show some of what stands round it."""
        begin_in_sight(self, forward=forward)
        found = super().focusNextPrevChild(forward)
        if focused_link(self):
            self._reveal(self.textCursor().selectionStart())
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars, rules and grounds that a text document cannot carry, and the text over them."""
        if self._story is not None:
            self._paint_ornaments()
        super().paintEvent(event)
        if not self.is_whole() and not self._filling.isActive():
            self._filling.start()  # not before: the first screen is to be seen first

    def _paint_ornaments(self) -> None:
        painter = QPainter(self.viewport())
        ornaments = Ornaments(painter, self._look, self.viewport().width())
        layout = self.document().documentLayout()
        top = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(-self.wide_tables.shift_at(block.position()), -top)
            if box.top() > self.viewport().height():
                break
            ornaments.paint(block, box)
            self.marks.paint(painter, self._look, block, box)
            paint_ring(self, painter, self._look.theme.accent, block, box)
            block = block.next()

    def _reveal(self, position: int) -> None:
        bar = self.verticalScrollBar()
        self.wide_tables.reveal(position)
        top = self.top_of(position)
        if not bar.value() + 20 < top < bar.value() + self.viewport().height() - 60:
            self._scroll_to(round(top) - self.viewport().height() // 3)

    def _scrolled(self) -> None:
        """Take note of where the person went; not of what a layout on its way does to the scroll bar."""
        if not self._settling:
            self._place = self._place_seen()
            self.moved.emit()
            if self._story is not None and not self._story.has(self._place):
                QTimer.singleShot(0, self, self._tell_missing)

    def _tell_missing(self) -> None:
        """One is where nothing is set yet."""
        if self._story is not None and not self._story.has(self._place):
            self.place_missing.emit(self._place)

    def _fill(self) -> None:
        """Set some more of a long story, and stay where one is."""
        if self._story is None:
            return
        bar = self.verticalScrollBar()
        within, self._settling = self._settling, True
        top, moves = bar.value(), self._story.moves(self._place)
        shift = self._story.fill(SLICE)
        if shift and moves:
            bar.setValue(top + round(shift))
        self._settling = within
        if self._story.is_whole:
            self._filling.stop()
            self.filled.emit()
            self.moved.emit()

    def _place_seen(self) -> Place:
        """The place of the first line that is wholly visible."""
        if self._story is None or self.verticalScrollBar().value() == 0:
            return Place()
        if self.at_end() and self.verticalScrollBar().value() >= self.farthest():
            return self._story.end
        line_start = QPoint(2, 6)
        block = self.cursorForPosition(line_start).block()
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            line_start.setX(self.viewport().width() - 3)
        return self._story.place_at(self.cursorForPosition(line_start).position(), self.share_above(block))

    def _unveil(self) -> None:
        """Have the story painted in a turn of its own: between setting and painting it the window can answer."""
        self.viewport().setUpdatesEnabled(True)

    def _settle(self) -> None:
        """Go back to the place one is at, now that the text is laid out."""
        if self._settling:
            self.go_to(self._place)
            self._settling = False
            self.moved.emit()

    def _scroll_to(self, value: int) -> bool:
        """Go where a person wants to be, in pixels from the top; whether that is another place."""
        self._settle()
        before = self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(value)
        return self.verticalScrollBar().value() != before


def _written(url: QUrl) -> str:
    """An address as it is to be handed on; a place inside the story as the story names it."""
    if url.isRelative() and url.hasFragment():
        return "#" + url.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
