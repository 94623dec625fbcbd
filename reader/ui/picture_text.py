"""Picture text: a caption and, apart from it, a credit; selectable, and scrolled where it is long."""

from math import ceil

from PySide6.QtCore import QEvent, QRect, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.app.look import MEDIUM, Look

CAPTION = 15
CREDIT = 11
_CAPTION_LINE = 23
_CREDIT_LINE = 16
_CREDIT_GAP = 8
_SLACK = 4
"""Pixels beyond its longest line that the words need so as not to be broken."""
_SCROLLING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class PictureText(QTextEdit):
    """Keys that are neither for copying nor for scrolling go on to the widget it stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setAccessibleName("Caption and credit")

    def show_words(self, caption: str, credit: str, look: Look, colours: tuple[QColor, QColor]) -> None:
        """Set the words; ``colours`` are those of the caption and of the credit."""
        ink, muted = colours
        self.clear()
        cursor = QTextCursor(self.document())
        lines = []
        if caption:
            lines.append((caption, _block(_CAPTION_LINE, 0), _chars(look.story(CAPTION), ink)))
        if credit:
            gap = _CREDIT_GAP if caption else 0
            lines.append((credit, _block(_CREDIT_LINE, gap), _chars(look.interface(CREDIT, MEDIUM), muted)))
        for number, (words, block, chars) in enumerate(lines):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(block)
            cursor.insertText(words, chars)
        self.setAccessibleDescription("\n".join(words for words, _, _ in lines))
        self.setVisible(bool(lines))
        self.verticalScrollBar().setValue(0)

    def height_for(self, width: int) -> int:
        """The height of all its words at this width."""
        return 0 if self.document().isEmpty() else ceil(self._measured(width).height())

    def width_for(self, most: int) -> int:
        """The width of its longest line, but no more than this."""
        return min(most, ceil(self._measured(-1).width()) + _SLACK)

    def _measured(self, width: float) -> QSizeF:
        copy = self.document().clone()
        copy.setTextWidth(width)
        size = copy.size()
        copy.deleteLater()
        return size

    def place(self, rect: QRect) -> None:
        """Take a place; a scroll bar only where the words need it, for it would break lines that just fit."""
        policies = Qt.ScrollBarPolicy
        fits = self.height_for(rect.width()) <= rect.height()
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded)
        self.setGeometry(rect)

    def scroll_with(self, event: QKeyEvent) -> bool:
        """Scroll by a key; False where the key is none that scrolls."""
        if event.key() not in _SCROLLING:
            return False
        super().keyPressEvent(event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and scroll; leave all else to the widget around."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection():
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif not self.scroll_with(event):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin at the beginning, for until it has its size Qt scrolls to where it set the last word."""
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Stay see-through whatever the window's colours become."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._be_see_through()

    def _be_see_through(self) -> None:
        palette = self.palette()
        if palette.color(QPalette.ColorRole.Base).alpha():
            palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
            self.setPalette(palette)


def _block(line: int, gap: int) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    block.setTopMargin(gap)
    return block


def _chars(font: QFont, colour: QColor) -> QTextCharFormat:
    chars = QTextCharFormat()
    chars.setFont(font)
    chars.setForeground(colour)
    return chars
