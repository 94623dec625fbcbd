"""The fields of a form in the style of the window: a choice, a number with its steps, a box to tick."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

HEIGHT = 32
"""Every field is as high as this, in pixels: the style's own numbers and lists differ."""
MARGIN = 8
"""Pixels beside the words of a number."""
CHEVRON, CHEVRON_RIGHT = 4.0, 16.0
"""Half its width, and its middle from the field's right edge, in pixels."""
TICK = ((0.22, 0.53), (0.42, 0.72), (0.78, 0.30))
"""The points of a tick, in shares of the box."""


class ChoiceBox(QComboBox):
    """One of several values."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and over it the chevron, which a style sheet has only as a picture of one colour."""
        super().paintEvent(event)
        middle = QPointF(self.width() - CHEVRON_RIGHT, self.height() / 2 + CHEVRON / 4)
        points = (QPointF(-CHEVRON, -CHEVRON / 2), QPointF(0, CHEVRON / 2), QPointF(CHEVRON, -CHEVRON / 2))
        _draw(self, [middle + point for point in points], self.palette().buttonText().color())


class TickBox(QCheckBox):
    """On or off."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and over it the tick, in the colour for words on the accent."""
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
            points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in TICK]
            _draw(self, points, self.palette().highlightedText().color())


class Steps(QWidget):
    """A number with a button for less and one for more; the arrow keys do the same in the number itself."""

    def __init__(self, box: QAbstractSpinBox, words: str) -> None:
        super().__init__()
        box.setAccessibleName(words)
        self.setFocusProxy(box)
        box.lineEdit().setTextMargins(MARGIN, 0, MARGIN, 0)  # a style sheet does not reach it
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(box, 1)
        for sign, meaning, step in (("−", "Less", box.stepDown), ("+", "More", box.stepUp)):
            button = QToolButton()
            button.setText(sign)
            button.setAccessibleName(f"{meaning}: {words}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.setFixedSize(HEIGHT, HEIGHT)
            button.clicked.connect(step)
            row.addWidget(button)


def _draw(field: QWidget, points: list[QPointF], colour: QColor) -> None:
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ends = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, *ends))
    painter.drawPolyline(QPolygonF(points))
