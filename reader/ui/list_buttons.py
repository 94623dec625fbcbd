"""The quiet buttons over the list: which articles it shows, and in which order."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.app.list_order import ORDER_WORDS, Grouping, Order
from reader.app.look import MEDIUM, REGULAR, SEMIBOLD, Look, font
from reader.app.style import mixed
from reader.ui.pressing import pressed

HEIGHT, CORNER, SIZE = 25, 7, 12
COUNT_GAP = 4
CHEVRON, CHEVRON_GAP = 7, 5


@lru_cache(maxsize=64)
def _width(face: str, weight: QFont.Weight, words: str) -> float:
    """The width of words on a button, in pixels: they are measured once, for the buttons are set at every letter."""
    return QFontMetricsF(font(face, SIZE, weight)).horizontalAdvance(words)


class QuietButton(QAbstractButton):
    """A button without a frame: a ground when it is checked or under the pointer, a ring when it has the focus."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._padding = 14
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_look(self, look: Look) -> None:
        """Show the button in these colours and this type."""
        self._look = look
        self.update()

    def set_padding(self, padding: int) -> None:
        """So many pixels stand on either side of the words."""
        self._padding = padding

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(round(self.words_width()) + 2 * self._padding, HEIGHT)

    def words_width(self) -> float:
        """The width of what is written on the button, in pixels."""
        raise NotImplementedError

    def ground_width(self) -> float:
        """How much of the button has a ground, in pixels."""
        return self.width()

    def paint_words(self, painter: QPainter, left: float) -> None:
        """Write the words, from that pixel on."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Keep Space and Enter from the window while the button has the focus: here they press it."""
        return pressed(self, event) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (always whole)
        """Paint ground, ring and words."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(0, 0, self.ground_width(), self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.chosen if self.isChecked() else mixed(theme.chosen, theme.list, 0.5))
            painter.drawRoundedRect(ground, CORNER, CORNER)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), CORNER - 1, CORNER - 1)
        self.paint_words(painter, (self.width() - self.words_width()) / 2)

    def baseline(self, metrics: QFontMetricsF) -> float:
        """Where words of that font stand, so that they are in the middle."""
        return (self.height() + metrics.capHeight()) / 2


class ViewButton(QuietButton):
    """One view of the list, with the number of its articles."""

    def __init__(self, words: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._count: int | None = None
        self._most: int | None = None
        self._short = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)

    def set_count(self, count: int | None, most: int | None = None) -> None:
        """Show that the view has so many articles, None while that is not known; keep room for ``most`` of them."""
        if (count, most) == (self._count, self._most):
            return
        self._count, self._most = count, most
        self.setAccessibleName(self.text() if count is None else f"{self.text()}, {count:,}")
        self.update()

    def set_short(self, short: bool) -> None:
        """Write thousands as ``12k``."""
        self._short = short

    def words_width(self) -> float:
        """Words and number, as wide as they are when checked: nothing moves when they are."""
        return max(map(self._width_with, {self._count, self._most}))

    def ground_width(self) -> float:
        """What is kept free for more has no ground."""
        return self.width() - self.words_width() + self._width_with(self._count)

    def _width_with(self, count: int | None) -> float:
        face = self._look.face.interface
        return _width(face, SEMIBOLD, self.text()) + COUNT_GAP + _width(face, SEMIBOLD, self._number(count))

    def paint_words(self, painter: QPainter, left: float) -> None:
        """The words, and the number in a quieter colour."""
        weight = SEMIBOLD if self.isChecked() else MEDIUM
        face = self._look.interface(SIZE, weight)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(self._look.theme.ink)
        painter.drawText(QPointF(left, self.baseline(metrics)), self.text())
        left += metrics.horizontalAdvance(self.text()) + COUNT_GAP
        painter.setPen(self._look.theme.muted)
        painter.drawText(QPointF(left, self.baseline(metrics)), self._number(self._count))

    def _number(self, count: int | None) -> str:
        if count is None:
            return ""
        return f"{count // 1_000}k" if self._short and count >= 1_000 else f"{count:,}"


class OrderButton(QuietButton):
    """Says in which order the list stands, and offers the others and what to gather it by in a menu."""

    order_chosen = Signal(object)
    grouping_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._bare = False
        self._grouping = Grouping.NONE
        self._offers_relevance = False
        self._usual = Order.NEWEST
        self.clicked.connect(self._open_menu)
        self.set_order(Order.NEWEST)

    def set_grouping(self, grouping: Grouping) -> None:
        """Take over what the articles are gathered by."""
        self._grouping = grouping

    def set_order(self, order: Order) -> None:
        """Show that this order holds."""
        self.order = order
        self._usual = self._usual if order is Order.RELEVANCE else order
        self.setText(ORDER_WORDS[order])
        self.setAccessibleName(f"Order: {ORDER_WORDS[order]}")
        self.setToolTip(f"Order: {ORDER_WORDS[order]}")
        self.update()

    def set_relevance_offered(self, on: bool) -> None:
        """Offer to let what was found stand by its relevance, while there is something found."""
        self._offers_relevance = on

    def set_bare(self, bare: bool) -> None:
        """Show the sign alone, where there is no room for words."""
        self._bare = bare

    def words_width(self) -> float:
        """The order's name and the sign of a menu."""
        return self._width_of(self.order)

    def most_width(self) -> int:
        """How wide the button is at most while one searches, whether what is found stands by relevance or not."""
        return round(max(map(self._width_of, (self._usual, Order.RELEVANCE)))) + 2 * self._padding

    def _width_of(self, order: Order) -> float:
        if self._bare:
            return CHEVRON
        return _width(self._look.face.interface, REGULAR, ORDER_WORDS[order]) + CHEVRON_GAP + CHEVRON

    def paint_words(self, painter: QPainter, left: float) -> None:
        """The order's name and the sign of a menu."""
        face = self._look.interface(SIZE, REGULAR)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(self._look.theme.muted)
        if not self._bare:
            painter.drawText(QPointF(left, self.baseline(metrics)), self.text())
            left += metrics.horizontalAdvance(self.text()) + CHEVRON_GAP
        middle = self.height() / 2 + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.muted)
        corners = (
            QPointF(left, middle - 2),
            QPointF(left + CHEVRON, middle - 2),
            QPointF(left + CHEVRON / 2, middle + 3),
        )
        painter.drawPolygon(QPolygonF(corners))

    def _open_menu(self) -> None:
        from reader.ui.order_menu import OrderMenu  # noqa: PLC0415  not for the first frame

        menu = OrderMenu(self._look, self.order, self._grouping, self._offers_relevance, self)
        menu.order_chosen.connect(self.order_chosen)
        menu.grouping_chosen.connect(self.grouping_chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
