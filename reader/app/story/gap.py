"""Gap: empty room in a document, as high as the text that is still to be set there will probably be."""

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from reader.app.story.formats import FIXED
from reader.app.story.place import GAP


class Gap:
    """One empty text block, of a height in pixels."""

    def __init__(self, block: QTextBlock, height: float) -> None:
        block.setUserState(GAP)
        self._cursor = QTextCursor(block)
        self._cursor.setBlockCharFormat(QTextCharFormat())
        self._height = -1.0
        self.set_height(height)

    @property
    def block(self) -> QTextBlock:
        """The text block."""
        return self._cursor.block()

    @property
    def number(self) -> int:
        """The number of the text block."""
        return self._cursor.blockNumber()

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return self._height

    def set_height(self, height: float) -> None:
        """Make it higher or lower; nothing is less than a pixel high."""
        height = max(1.0, round(height))
        if height != self._height:
            self._height = height
            shape = QTextBlockFormat()
            shape.setLineHeight(height, FIXED)
            self._cursor.setBlockFormat(shape)

    def remove(self) -> None:
        """Take the block out of the document; the one above stays as it is."""
        above = self._cursor.block().previous()
        if not above.isValid():
            return
        shape, chars, state = above.blockFormat(), above.charFormat(), above.userState()
        self._cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        self._cursor.removeSelectedText()
        self._cursor.setBlockFormat(shape)
        self._cursor.setBlockCharFormat(chars)
        self._cursor.block().setUserState(state)
