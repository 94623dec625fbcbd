"""ArticleRow: paints an article of the list: dot, words, thumbnail and how far it was read."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.app.article_list import Role
from reader.app.look import SEMIBOLD, Look
from reader.app.row_words import RowWords
from reader.app.style import mixed
from reader.app.themes import contrast
from reader.library import Entry, Marks
from reader.ui.row_layout import STAR, LaidRow, RowLayout, Width

ROW_HEIGHT = 104
CARD_INSET_X, CARD_INSET_Y, CARD_CORNER = 8, 3, 8
DOT_X, DOT_Y, DOT = 19, 23.5, 7.5
"""The unread dot's centre, from the row's corner, and its diameter."""
TEXT_LEFT, MARGIN_RIGHT, THUMBNAIL_GAP = 30, 21, 12
THUMBNAIL, THUMBNAIL_TOP, THUMBNAIL_CORNER = 60, 16, 5
BAR, BAR_GAP = 3, 12
"""Height of the bar that shows how far a story was read; space between the line of facts and a bar beside it."""
LEAST_SHOWN, MOST_SHOWN = 0.01, 0.99
"""Stories hardly begun, or as good as finished, show no bar."""

Index = QModelIndex | QPersistentModelIndex
ThumbnailOf = Callable[[Entry], QPixmap | None]
"""Answers at once: the picture, or None while it is not there yet."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one row is to show, and where."""

    entry: Entry
    marks: Marks
    words: RowWords
    rect: QRect
    current: bool
    selected: bool
    hovered: bool

    @property
    def unread(self) -> bool:
        return not self.marks.read and not self.words.unreadable

    @property
    def begun(self) -> bool:
        return LEAST_SHOWN < self.marks.fraction < MOST_SHOWN

    @property
    def thumbnail(self) -> QRect | None:
        """Where the row's picture stands; None where it has none."""
        if self.entry.thumbnail is None:
            return None
        return QRect(self._right - THUMBNAIL, self.rect.top() + THUMBNAIL_TOP, THUMBNAIL, THUMBNAIL)

    @property
    def width(self) -> Width:
        """The room for text: up to the picture; the facts end where a bar stands beside them."""
        taken = THUMBNAIL + THUMBNAIL_GAP if self.thumbnail else 0
        text = self._right - taken - self.rect.left() - TEXT_LEFT
        beside = self.begun and not self.thumbnail
        return Width(max(20, text), max(20, text - (THUMBNAIL + BAR_GAP) * beside))

    def bar(self, laid: LaidRow) -> QRectF:
        """The whole bar of how far the story was read: on the picture's lower edge, else beside the facts."""
        if self.thumbnail:
            return QRectF(self.thumbnail).adjusted(5, THUMBNAIL - BAR - 5, -5, -5)
        top = self.rect.top() + laid.facts_baseline - 5.5
        return QRectF(self._right - THUMBNAIL, top, THUMBNAIL, BAR)

    @property
    def _right(self) -> int:
        return self.rect.left() + self.rect.width() - MARGIN_RIGHT


class ArticleRow(QStyledItemDelegate):
    """Every row is ROW_HEIGHT pixels high. It paints what the model says and decides nothing."""

    def __init__(self, look: Look, thumbnail_of: ThumbnailOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnail_of = thumbnail_of
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with these colours and this type from now on."""
        self._theme = look.theme
        self._layout = RowLayout(look)
        self._hover = mixed(look.theme.chosen, look.theme.list, 0.5)
        line_differs = contrast(look.theme.accent, look.theme.line) >= 2
        self._track = look.theme.line if line_differs else mixed(look.theme.line, look.theme.list, 0.4)
        self._mark_font = look.interface(10, SEMIBOLD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All rows are alike; the view gives them its own width."""
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        shown = _shown(option, index)
        laid = self._layout.laid(shown.words, shown.width, unread=shown.unread, starred=shown.marks.starred)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_card(painter, shown)
        self._paint_mark(painter, shown)
        self._paint_text(painter, shown, laid)
        self._paint_thumbnail(painter, shown)
        self._paint_bar(painter, shown, laid)
        painter.restore()

    def _paint_card(self, painter: QPainter, shown: _Shown) -> None:
        """The ground of a chosen row, and the ring of the one the keys speak to."""
        card = QRectF(shown.rect).adjusted(CARD_INSET_X, CARD_INSET_Y, -CARD_INSET_X, -CARD_INSET_Y)
        painter.setPen(Qt.PenStyle.NoPen)
        if shown.selected or shown.hovered:
            painter.setBrush(self._theme.chosen if shown.selected else self._hover)
            painter.drawRoundedRect(card, CARD_CORNER, CARD_CORNER)
        if shown.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), CARD_CORNER - 1, CARD_CORNER - 1)

    def _paint_mark(self, painter: QPainter, shown: _Shown) -> None:
        """The dot of an unread story; the quiet sign of a file that cannot be read."""
        centre = QPointF(shown.rect.left() + DOT_X, shown.rect.top() + DOT_Y)
        if shown.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.accent)
            painter.drawEllipse(centre, DOT / 2, DOT / 2)
        elif shown.words.unreadable:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.muted, 1.2))
            painter.drawEllipse(centre, 6, 6)
            painter.setFont(self._mark_font)
            painter.drawText(QRectF(centre.x() - 6, centre.y() - 6, 12, 12), Qt.AlignmentFlag.AlignCenter, "!")

    def _paint_text(self, painter: QPainter, shown: _Shown, laid: LaidRow) -> None:
        left, top = shown.rect.left() + TEXT_LEFT, shown.rect.top()
        for line in laid.lines:
            painter.setFont(line.font)
            painter.setPen(self._theme.muted if line.muted else self._theme.ink)
            direction = Qt.LayoutDirection.RightToLeft if line.right_to_left else Qt.LayoutDirection.LeftToRight
            painter.setLayoutDirection(direction)
            painter.drawText(QPointF(left + line.left, top + line.baseline), line.text)
        if shown.marks.starred:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.accent)
            painter.drawPolygon(_star(QPointF(left + laid.star + STAR / 2, top + laid.facts_baseline - 3.6)))

    def _paint_thumbnail(self, painter: QPainter, shown: _Shown) -> None:
        """The picture with round corners; a plain ground until it is there."""
        place = shown.thumbnail
        if place is None:
            return
        pixmap = self._thumbnail_of(shown.entry)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line if pixmap is None else _fitted(pixmap, place))
        painter.drawRoundedRect(place, THUMBNAIL_CORNER, THUMBNAIL_CORNER)

    def _paint_bar(self, painter: QPainter, shown: _Shown, laid: LaidRow) -> None:
        if not shown.begun:
            return
        bar = shown.bar(laid)
        read = QRectF(bar)
        read.setWidth(max(BAR, bar.width() * shown.marks.fraction))
        painter.setPen(Qt.PenStyle.NoPen)
        for part, colour in ((bar, self._track), (read, self._theme.accent)):
            painter.setBrush(colour)
            painter.drawRoundedRect(part, BAR / 2, BAR / 2)


def _shown(option: QStyleOptionViewItem, index: Index) -> _Shown:
    has = option.state
    focused = bool(has & QStyle.StateFlag.State_HasFocus)
    return _Shown(
        index.data(Role.ENTRY),
        index.data(Role.MARKS),
        index.data(Role.WORDS),
        option.rect,
        current=focused,
        selected=bool(has & QStyle.StateFlag.State_Selected),
        hovered=bool(has & QStyle.StateFlag.State_MouseOver),
    )


def _fitted(pixmap: QPixmap, place: QRect) -> QBrush:
    """A brush that fills the place with the middle of the picture."""
    size = pixmap.deviceIndependentSize()
    scale = max(place.width() / max(1.0, size.width()), place.height() / max(1.0, size.height()))
    brush = QBrush(pixmap)
    transform = brush.transform()
    transform.translate(place.center().x() + 0.5, place.center().y() + 0.5)
    transform.scale(scale, scale)
    transform.translate(-size.width() / 2, -size.height() / 2)
    brush.setTransform(transform)
    return brush


def _star(centre: QPointF) -> QPolygonF:
    """A star of five points, a little fuller than the regular one (0.382), so that it holds at this size."""
    corners = []
    for corner in range(10):
        radius = STAR / 2 * (0.42 if corner % 2 else 1)
        angle = math.radians(corner * 36 - 90)
        corners.append(QPointF(centre.x() + radius * math.cos(angle), centre.y() + radius * math.sin(angle)))
    return QPolygonF(corners)
