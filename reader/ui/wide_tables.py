"""WideTables: the tables of a story that are wider than its column, each moved sideways by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QTextFormat,
    QTextFrame,
)
from PySide6.QtWidgets import QTextBrowser

from reader.app.look import Look
from reader.app.story import WIDE
from reader.app.style import mixed
from reader.ui.link_focus import focused_link

STEP = 80
"""Pixels that a key, or a notch of the wheel, moves a table by."""
FADE = 28
"""Pixels over which a table fades away at the side where it goes on."""
BAR, BAR_GAP, BAR_REACH = 5, 4, 5
"""Thickness of the bar below a table, its distance from it, and how far beside it the mouse still takes it."""
LEAST_HANDLE = 36
SPARE = 12
"""Pixels that stay in sight beside words that are brought into sight."""


@dataclass(frozen=True, slots=True)
class WideTable:
    """Where a table stands in the view; ``shift`` is how far it is moved to the left, and ``most`` how far it can be.

    ``key`` names it.
    """

    key: int
    frame: QTextFrame
    box: QRectF
    shift: int
    most: int

    def handle(self, view: QRect) -> QRectF:
        """Where the handle of its bar is: below it, or at the bottom of the view where it goes on below that."""
        length = max(LEAST_HANDLE, view.width() * view.width() / self.box.width())
        left = (view.width() - length) * self.shift / max(1, self.most)
        top = max(self.box.top(), min(self.box.bottom() + BAR_GAP, view.height() - BAR - BAR_GAP))
        return QRectF(left, top, length, BAR)


class WideTables:
    """All of them in one view. The view asks it to paint them, and hands it what the mouse, wheel and keys do there."""

    def __init__(self, view: QTextBrowser) -> None:
        self._view = view
        self._shifts: dict[int, int] = {}
        self._frames: list[QTextFrame] = []
        self._counted = -1
        self._held: tuple[int, float] | None = None
        """The table whose bar is held, and where in the handle."""

    def forget(self) -> None:
        """Another story: none of its tables was moved."""
        self._shifts, self._frames, self._counted, self._held = {}, [], -1, None

    def in_sight(self) -> list[WideTable]:
        """Those of which something can be seen."""
        seen = QRectF(self._view.viewport().rect())
        return [table for table in map(self._standing, self._all()) if table.box.intersects(seen)]

    def at(self, point: QPointF) -> WideTable | None:
        """The one that stands at a point of the view."""
        return next((table for table in self.in_sight() if table.box.top() <= point.y() <= table.box.bottom()), None)

    def shift_at(self, position: int) -> int:
        """How far the text at a position in the document is moved to the left, in pixels."""
        return next((self._standing(frame).shift for frame in self._all() if _holds(frame, position)), 0)

    def in_text(self, point: QPoint) -> QPoint:
        """Where a point of the view would be, were no table moved."""
        table = self.at(QPointF(point))
        return point + QPoint(table.shift, 0) if table is not None else point

    def as_in_text(self, event: QMouseEvent) -> QMouseEvent:
        """What the mouse does, at the place where it does it to the text."""
        table = self.at(event.position())
        if table is None or not table.shift:
            return event
        return QMouseEvent(
            event.type(),
            event.position() + QPointF(table.shift, 0),
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    # Moving them

    def move(self, pixels: int, point: QPointF | None = None) -> bool:
        """Move the table at a point, or the one in the middle of the view, to the left; whether there is one."""
        middle = self._view.viewport().height() / 2
        tables = sorted(self.in_sight(), key=lambda table: abs(table.box.center().y() - middle))
        table = self.at(point) if point is not None else next(iter(tables), None)
        if table is not None:
            self._move_to(table, table.shift + pixels)
        return table is not None

    def reveal(self, position: int) -> None:
        """Bring the text at a position in the document into sight, where it stands in such a table."""
        for table in (self._standing(frame) for frame in self._all() if _holds(frame, position)):
            block = self._view.document().findBlock(position)
            line = block.layout().lineForTextPosition(position - block.position())
            x = self._view.document().documentLayout().blockBoundingRect(block).left()
            x += _x(line.cursorToX(position - block.position())) if line.isValid() else 0
            width = self._view.viewport().width()
            if not table.shift + SPARE <= x <= table.shift + width - 8 * SPARE:
                self._move_to(table, round(x - width / 3))

    def bar_at(self, point: QPointF) -> WideTable | None:
        """The one whose bar the mouse is at."""
        reach, tables = QMarginsF(0, BAR_REACH, 0, BAR_REACH), self.in_sight()
        return next((table for table in tables if self._handle(table).marginsAdded(reach).contains(point)), None)

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of a bar; whether there was one."""
        table = self.bar_at(event.position())
        if table is not None and event.button() == Qt.MouseButton.LeftButton:
            self._held = table.key, event.position().x() - self._handle(table).left()
        return self._held is not None

    def drag(self, event: QMouseEvent) -> bool:
        """Move the table whose bar is held; whether there is one."""
        if self._held is None:
            return False
        key, grip = self._held
        for table in (table for table in self.in_sight() if table.key == key):
            room = max(1.0, self._view.viewport().width() - self._handle(table).width())
            self._move_to(table, round((event.position().x() - grip) / room * table.most))
        return True

    def release(self) -> bool:
        """Let go of the bar; whether one was held."""
        held, self._held = self._held, None
        return held is not None

    # Painting them

    def beside(self, region: QRect) -> Iterator[QRect]:
        """What of a region of the view is not theirs, and can be painted as ever."""
        top = region.top()
        for band in sorted(map(self._band, self.in_sight()), key=QRect.top):
            if band.top() > top:
                yield QRect(region.left(), top, region.width(), min(band.top(), region.bottom() + 1) - top)
            top = max(top, band.bottom() + 1)
        if top <= region.bottom():
            yield QRect(region.left(), top, region.width(), region.bottom() + 1 - top)

    def paint(self, look: Look, region: QRect) -> None:
        """Paint them, each moved as far as it is, with a bar below."""
        for table in self.in_sight():
            painter = QPainter(self._view.viewport())
            painter.setClipRect(self._band(table).intersected(region))
            painter.save()
            top = self._view.verticalScrollBar().value()
            painter.translate(-table.shift, -top)
            self._view.document().documentLayout().draw(painter, self._context(table, top))
            painter.restore()
            _paint_fades(painter, look, table, self._view.viewport().width())
            painter.setClipRect(region)
            _paint_bar(painter, look, self._handle(table))
            painter.end()

    def _context(self, table: WideTable, top: int) -> QAbstractTextDocumentLayout.PaintContext:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._view.palette()
        context.clip = QRectF(self._band(table)).translated(table.shift, top)
        context.selections = [*self._chosen(), *(self._stress())]
        return context

    def _chosen(self) -> list[QAbstractTextDocumentLayout.Selection]:
        """The chosen text, or the ring round the link that the keyboard is at."""
        cursor = self._view.textCursor()
        if not cursor.hasSelection():
            return []
        result = QAbstractTextDocumentLayout.Selection()
        result.cursor = cursor
        palette = self._view.palette()
        if focused_link(self._view):
            result.format.setProperty(
                QTextFormat.Property.OutlinePen.value, QPen(palette.color(QPalette.ColorRole.Text))
            )
        else:
            result.format.setBackground(palette.brush(QPalette.ColorRole.Highlight))
            result.format.setForeground(palette.brush(QPalette.ColorRole.HighlightedText))
        return [result]

    def _stress(self) -> list[QAbstractTextDocumentLayout.Selection]:
        """The words that were found and are shown now."""
        result = []
        for extra in self._view.extraSelections():
            one = QAbstractTextDocumentLayout.Selection()
            one.cursor, one.format = extra.cursor, extra.format
            result.append(one)
        return result

    # Inside

    def _all(self) -> list[QTextFrame]:
        """Those of the story as far as it is set."""
        document = self._view.document()
        if self._counted != document.blockCount():
            self._counted = document.blockCount()
            self._frames = [frame for frame in document.rootFrame().childFrames() if frame.format().hasProperty(WIDE)]
        return self._frames

    def _standing(self, frame: QTextFrame) -> WideTable:
        shape = frame.format().toTableFormat()
        box = self._view.document().documentLayout().frameBoundingRect(frame)
        top = box.top() - shape.cellPadding() - self._view.verticalScrollBar().value()  # Qt's is of its words
        width = shape.doubleProperty(WIDE)
        height = box.height() - shape.topMargin() - shape.bottomMargin()
        most = max(0, round(width) - self._view.viewport().width())
        at_right = frame.firstCursorPosition().blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
        shift = self._shifts.get(frame.objectIndex(), most if at_right else 0)
        return WideTable(frame.objectIndex(), frame, QRectF(0, top, width, height), min(most, shift), most)

    def _handle(self, table: WideTable) -> QRectF:
        return table.handle(self._view.viewport().rect())

    def _band(self, table: WideTable) -> QRect:
        """What of the view is a table's."""
        box = table.box
        return QRect(0, round(box.top()), self._view.viewport().width(), round(box.bottom()) - round(box.top()))

    def _move_to(self, table: WideTable, shift: int) -> None:
        self._shifts[table.key] = min(max(0, shift), table.most)
        self._view.viewport().update()


def _holds(frame: QTextFrame, position: int) -> bool:
    return frame.firstPosition() <= position <= frame.lastPosition()


def _x(answer: object) -> float:
    """Qt answers a place on a line together with the position it is of."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]


def _paint_fades(painter: QPainter, look: Look, table: WideTable, width: int) -> None:
    """Let the table fade away where it goes on."""
    for goes_on, edge, inner in (
        (table.shift > 0, 0, FADE),
        (table.shift < table.most, width, width - FADE),
    ):
        if goes_on:
            fade = QLinearGradient(edge, 0, inner, 0)
            clear = look.theme.page.toRgb()
            clear.setAlpha(0)
            fade.setColorAt(0, look.theme.page)
            fade.setColorAt(1, clear)
            painter.fillRect(QRectF(min(edge, inner), table.box.top(), FADE, table.box.height()), fade)


def _paint_bar(painter: QPainter, look: Look, handle: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(look.theme.muted, look.theme.page, 0.4))
    painter.drawRoundedRect(handle, BAR / 2, BAR / 2)
