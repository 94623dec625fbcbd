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
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from reader.app.look import Look
from reader.app.story import Place, StoryDocument
from reader.ui.ornaments import Ornaments

LEAST_MARGIN = 32
TOP, BOTTOM = 44, 130
"""Space above the kicker and below the last line, in pixels."""


class StoryView(QTextBrowser):
    """Shows one StoryDocument. Loads nothing by itself, follows no link: it only says what was chosen."""

    moved = Signal()
    column_changed = Signal(int)
    link_chosen = Signal(str)
    context_wanted = Signal(QPoint, str)
    size_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._story: StoryDocument | None = None
        self._column = 640
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setAccessibleName("Story")
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(url.toString()))
        self._place = Place()
        self._settling = False
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_look(self, look: Look) -> None:
        """Take over colours; the text itself is set anew by whoever shows it."""
        self._look = look
        self.setStyleSheet(f"QTextBrowser {{ background: {look.theme.page.name()}; border: none; }}")

    def show_story(self, story: StoryDocument, column: int, place: Place) -> None:
        """Show a story in a column of that width, from that place on."""
        previous, self._story = self._story, story
        self._column = column
        frame = story.document.rootFrame()
        margins = frame.frameFormat()
        margins.setTopMargin(TOP)
        margins.setBottomMargin(BOTTOM)
        frame.setFrameFormat(margins)
        self._settling = True
        self._centre()
        self.setDocument(story.document)
        self._place = place
        self.go_to(place)
        QTimer.singleShot(0, self._settle)
        if previous is not None:
            previous.document.deleteLater()

    def column(self) -> int:
        """The width that the text has, in pixels: the wanted column, or less in a narrow pane."""
        return self.column_for(self._column)

    def column_for(self, wanted: int) -> int:
        """The width that text with a wanted column would have, in pixels."""
        return min(wanted, self._room())

    def clear_story(self) -> None:
        """Show nothing."""
        self._story = None
        self.setDocument(QTextDocument(self))

    def fraction(self) -> float:
        """How far one has come, 0 to 1: the last visible line's share of the story."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 1.0

    def at_end(self) -> bool:
        """Whether the last line of the story is visible."""
        bar = self.verticalScrollBar()
        return self._story is not None and bar.value() >= bar.maximum() - BOTTOM + 20

    def place(self) -> Place:
        """The place of the first line that is wholly visible."""
        if self._settling:
            return self._place
        if self._story is None or self.verticalScrollBar().value() == 0:
            return Place()
        return self._story.place_at(self.cursorForPosition(QPoint(2, 6)).position())

    def go_to(self, place: Place) -> None:
        """Bring a place to the top of the view."""
        if self._story is not None:
            position = self._story.position_of(place)
            self.verticalScrollBar().setValue(round(self._top_of(position)) if position else 0)

    def go_to_block(self, block: QTextBlock) -> None:
        """Bring a block of text to the upper part of the view."""
        above = self.viewport().height() // 5
        self.verticalScrollBar().setValue(round(self._top_of(block.position())) - above)

    def page(self, direction: int) -> bool:
        """Go on (1) or back (-1) by a view less two lines; False where there is nothing more that way."""
        bar = self.verticalScrollBar()
        before = bar.value()
        line = round(self._look.face.size * self._look.face.line_height)
        bar.setValue(before + direction * max(line, self.viewport().height() - 2 * line))
        return bar.value() != before

    def go_to_top(self) -> None:
        """Go to the title."""
        self.verticalScrollBar().setValue(0)

    def go_to_end(self) -> None:
        """Go to the last line."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def block_in_view(self) -> int:
        """The number of the text block in the middle of the view."""
        middle = QPoint(2, self.viewport().height() // 2)
        return self.cursorForPosition(middle).block().blockNumber()

    def set_picture(self, name: str, picture: QImage) -> None:
        """Show a picture that stands in the text and has just been decoded."""
        document = self.document()
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
        document.markContentsDirty(0, document.characterCount())

    def highlight(self, found: list[tuple[int, int]], current: int) -> None:
        """Mark matches in the text, the current one stronger, and bring it into view."""
        self.setExtraSelections([self._selection(span, number == current) for number, span in enumerate(found)])
        if 0 <= current < len(found):
            self._reveal(found[current][0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place and the column in the middle."""
        within, self._settling = self._settling, True
        place = self._place
        self._centre()  # before the text is laid out: inside this event Qt does not lay it out a second time
        super().resizeEvent(event)
        self._place = place
        if not within:
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the text's size, not the view's zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window, which knows the actions."""
        self.context_wanted.emit(event.globalPos(), self.anchorAt(event.pos()))

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the window while a link has the focus: here it follows the link."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and self.textCursor().charFormat().isAnchor() and self.textCursor().hasSelection():
                event.accept()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars, rules and grounds that a text document cannot carry, and the text over them."""
        if self._story is not None:
            self._paint_ornaments()
        super().paintEvent(event)

    def _paint_ornaments(self) -> None:
        painter = QPainter(self.viewport())
        ornaments = Ornaments(painter, self._look, self.viewport().width())
        layout = self.document().documentLayout()
        top = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(0, -top)
            if box.top() > self.viewport().height():
                break
            ornaments.paint(block, box)
            block = block.next()
        if self.hasFocus():
            ornaments.focus()

    def _selection(self, span: tuple[int, int], current: bool) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        colours = QTextCharFormat()
        theme = self._look.theme
        colours.setBackground(theme.accent if current else theme.chosen)
        colours.setForeground(theme.page if current else theme.ink)
        selection.cursor = cursor
        selection.format = colours
        return selection

    def _reveal(self, position: int) -> None:
        bar = self.verticalScrollBar()
        top = self._top_of(position)
        if not bar.value() + 20 < top < bar.value() + self.viewport().height() - 60:
            bar.setValue(round(top) - self.viewport().height() // 3)

    def _top_of(self, position: int) -> float:
        block = self.document().findBlock(position)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return top + (line.y() if line.isValid() else 0)

    def _scrolled(self) -> None:
        """Take note of where the person went; not of what a layout on its way does to the scroll bar."""
        if not self._settling:
            self._place = self.place()
            self.moved.emit()

    def _settle(self) -> None:
        """Go back to the place one is at, now that the text is laid out."""
        self.go_to(self._place)
        self._settling = False
        self.moved.emit()

    def _room(self) -> int:
        return max(120, self.width() - self.verticalScrollBar().width() - 2 * LEAST_MARGIN)

    def _centre(self) -> None:
        bar = self.verticalScrollBar().width()
        side = max(LEAST_MARGIN, (self.width() - bar - self.column()) // 2)
        before = self.viewportMargins()
        self.setViewportMargins(side, 0, max(0, self.width() - bar - self.column() - side), 0)
        if before.left() != side:
            self.column_changed.emit(self.column())
