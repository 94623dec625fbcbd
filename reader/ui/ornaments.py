"""Ornaments of a story: bars, rules and grounds, which a text document cannot carry, painted below its text."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from reader.app.look import Look
from reader.app.story import ASIDE, BAR, GROUND, LABEL, LABEL_GAP, LINE

_HALF_RULE = 60


class Ornaments:
    """Paints what belongs to text blocks with one painter on a column of that width, in pixels."""

    def __init__(self, painter: QPainter, look: Look, width: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter = painter
        self._theme = look.theme
        self._width = width

    def paint(self, block: QTextBlock, box: QRectF) -> None:
        """Paint what belongs to a block that takes this room."""
        shape = block.blockFormat()
        if shape.hasProperty(BAR):
            gap = max(shape.leftMargin(), shape.rightMargin()) / max(1, shape.intProperty(BAR))
            for number in range(shape.intProperty(BAR)):
                self._bar(block, box, QPen(self._theme.accent, 2), number * gap)
        if shape.hasProperty(ASIDE):
            self._bar(block, box, QPen(self._theme.muted, 1, Qt.PenStyle.DashLine), 0)
        if shape.hasProperty(GROUND):
            self._ground(box)
        if shape.hasProperty(LABEL):
            self._label(block, box, str(shape.property(LABEL)))
        if shape.hasProperty(LINE):
            self._rule(box.top() + shape.topMargin() + 12)

    def _bar(self, block: QTextBlock, box: QRectF, pen: QPen, inset: float) -> None:
        """Paint a bar at the side where the block leaves room for it, which is where its lines begin."""
        shape = block.blockFormat()
        x = self._width - inset - 2 if shape.rightMargin() > shape.leftMargin() else inset + 2
        self._painter.setPen(pen)
        goes_on = block.next().blockFormat().intProperty(BAR) > 0 and shape.hasProperty(BAR)
        bottom = box.bottom() + (shape.bottomMargin() + 2 if goes_on else -2)
        self._painter.drawLine(QPointF(x, box.top() + 2), QPointF(x, bottom))

    def _label(self, block: QTextBlock, box: QRectF, words: str) -> None:
        """Paint a number or bullet on the line of its item's first words, on the side where they begin."""
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        painter = self._painter
        painter.setFont(block.charFormat().font())
        painter.setPen(self._theme.ink if words[0].isalnum() else self._theme.accent)
        width = painter.fontMetrics().horizontalAdvance(words)
        start, base = box.left() + line.x(), box.top() + line.y() + line.ascent()
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            painter.drawText(QPointF(box.left() + line.x() + line.width() + LABEL_GAP, base), words)
        else:
            painter.drawText(QPointF(start - LABEL_GAP - width, base), words)

    def _ground(self, box: QRectF) -> None:
        self._painter.setPen(QPen(self._theme.line, 1))
        self._painter.setBrush(self._theme.list)
        ground = QRectF(0.5, box.top(), self._width - 1, box.height())
        self._painter.drawRoundedRect(ground.adjusted(0, -10, 0, 10), 6, 6)

    def _rule(self, height: float) -> None:
        self._painter.setPen(QPen(self._theme.line, 1))
        middle = QPointF(self._width / 2, height)
        self._painter.drawLine(middle - QPointF(_HALF_RULE, 0), middle + QPointF(_HALF_RULE, 0))
