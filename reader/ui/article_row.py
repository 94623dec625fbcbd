"""ArticleRow: paints a row of the list: an article's dot, words, thumbnail and how far it was read, or a heading."""

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reader.app.article_filter import Line
from reader.app.look import MEDIUM, SEMIBOLD, Look
from reader.app.row_words import RowWords
from reader.app.style import found, mixed
from reader.app.themes import contrast
from reader.library import Entry
from reader.ui.row_layout import STAR, LaidRow, RowLayout, Width
from reader.ui.row_layout import Line as LaidLine

CARD_INSET_X, CARD_INSET_Y, CARD_CORNER = 8, 3, 8
DOT_X, DOT_Y, DOT = 19, 23.5, 7.5
"""The unread dot's centre, from the row's corner, and its diameter."""
TEXT_LEFT, MARGIN_RIGHT, THUMBNAIL_GAP = 30, 21, 12
INDENT = 18
"""So much further in stands an older copy, below the row of its story."""
THUMBNAIL, THUMBNAIL_TOP, THUMBNAIL_CORNER = 60, 16, 5
BAR, BAR_GAP = 3, 12
"""Height of the bar that shows how far a story was read; space between the line of facts and a bar beside it."""
LEAST_SHOWN, MOST_SHOWN = 0.01, 0.99
"""Stories hardly begun, or as good as finished, show no bar."""
HEADING_BASELINE = 25
COMING = ((23, 10, 0.72), (42, 10, 0.5), (62, 7, 0.85))
"""The lines of a row that is still to come: top and height in pixels, share of the width."""

ThumbnailOf = Callable[[Entry], QPixmap | None]
"""Answers at once: the picture, or None while it is not there yet."""


class Manner(NamedTuple):
    """How a row is shown: with the ring of the one the keys speak to, chosen, under the pointer."""

    current: bool = False
    selected: bool = False
    hovered: bool = False


class _Shown(NamedTuple):
    """What the row of one article is to show, and where."""

    line: Line
    entry: Entry
    words: RowWords
    rect: QRect

    @property
    def begun(self) -> bool:
        return LEAST_SHOWN < self.line.marks.fraction < MOST_SHOWN

    @property
    def left(self) -> int:
        """Where the text begins."""
        return self.rect.left() + TEXT_LEFT + INDENT * self.line.older

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
        text = self._right - taken - self.left
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


class ArticleRow:
    """It paints what the list says and decides nothing; its colours and type are those of ``set_look``."""

    def __init__(self, look: Look, thumbnail_of: ThumbnailOf) -> None:
        self.thumbnail_of = thumbnail_of
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with these colours and this type from now on."""
        self._theme = look.theme
        self._layout = RowLayout(look)
        self._hover = mixed(look.theme.chosen, look.theme.list, 0.5)
        line_differs = contrast(look.theme.accent, look.theme.line) >= 2
        self._track = look.theme.line if line_differs else mixed(look.theme.line, look.theme.list, 0.4)
        self._found = found(look, look.theme.list)
        self._coming = mixed(look.theme.line, look.theme.list, 0.55)
        self._mark_font = look.interface(10, SEMIBOLD)
        self._heading_font = look.interface(12, SEMIBOLD)
        self._count_font = look.interface(11, MEDIUM)

    def begin(self) -> None:
        """The rows that are painted from now on have time again to be laid out."""
        self._layout.begin()

    def paint(self, painter: QPainter, rect: QRect, line: Line, manner: Manner) -> bool:
        """Paint one row into its place; False where there was no time left to lay it out: it looks as if to come."""
        whole = True
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if line.heading:
            self._paint_heading(painter, rect, line)
        else:
            self._paint_card(painter, rect, manner)
            if line.row is not None and line.words is not None:
                whole = self._paint_article(painter, _Shown(line, line.row.entry, line.words, rect))
            else:
                self._paint_coming(painter, rect)
        painter.restore()
        return whole

    def _paint_article(self, painter: QPainter, shown: _Shown) -> bool:
        line = shown.line
        laid = self._layout.laid_in_time(shown.words, shown.width, unread=line.unread, starred=line.marks.starred)
        if laid is None:
            self._paint_coming(painter, shown.rect)
            return False
        self._paint_mark(painter, shown)
        self._paint_text(painter, shown, laid)
        self._paint_thumbnail(painter, shown)
        self._paint_bar(painter, shown, laid)
        return True

    def _paint_heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """The name of a section, and how many articles it has."""
        count = f"{line.inside:,}"
        room = rect.width() - TEXT_LEFT - MARGIN_RIGHT
        taken = QFontMetricsF(self._count_font).horizontalAdvance(count)
        painter.setPen(self._theme.muted)
        painter.setFont(self._heading_font)
        metrics = QFontMetricsF(self._heading_font)
        words = metrics.elidedText(line.heading, Qt.TextElideMode.ElideMiddle, room - taken - 12)
        baseline = rect.top() + HEADING_BASELINE
        painter.drawText(QPointF(rect.left() + TEXT_LEFT, baseline), words)
        painter.setFont(self._count_font)
        painter.drawText(QPointF(rect.left() + TEXT_LEFT + room - taken, baseline), count)

    def _paint_coming(self, painter: QPainter, rect: QRect) -> None:
        """A row whose article is still being fetched: quiet bars where its lines will stand."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._coming)
        room = rect.width() - TEXT_LEFT - MARGIN_RIGHT
        for top, height, share in COMING:
            bar = QRectF(rect.left() + TEXT_LEFT, rect.top() + top, room * share, height)
            painter.drawRoundedRect(bar, height / 2, height / 2)

    def _paint_card(self, painter: QPainter, rect: QRect, manner: Manner) -> None:
        """The ground of a chosen row, and the ring of the one the keys speak to."""
        card = QRectF(rect).adjusted(CARD_INSET_X, CARD_INSET_Y, -CARD_INSET_X, -CARD_INSET_Y)
        painter.setPen(Qt.PenStyle.NoPen)
        if manner.selected or manner.hovered:
            painter.setBrush(self._theme.chosen if manner.selected else self._hover)
            painter.drawRoundedRect(card, CARD_CORNER, CARD_CORNER)
        if manner.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), CARD_CORNER - 1, CARD_CORNER - 1)

    def _paint_mark(self, painter: QPainter, shown: _Shown) -> None:
        """The dot of an unread story; the quiet sign of a file that cannot be read."""
        centre = QPointF(shown.left - TEXT_LEFT + DOT_X, shown.rect.top() + DOT_Y)
        if shown.line.unread:
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
        left, top = shown.left, shown.rect.top()
        for line in laid.lines:
            painter.setPen(self._theme.muted if line.muted else self._theme.ink)
            if line.matches:
                self._paint_matches(painter, line, QPointF(left, top + line.baseline))
            line.shaped.draw(painter, QPointF(left + line.left, top + line.baseline))
        if shown.line.marks.starred:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.accent)
            painter.drawPolygon(_star(QPointF(left + laid.star + STAR / 2, top + laid.facts_baseline - 3.6)))

    def _paint_matches(self, painter: QPainter, line: LaidLine, start: QPointF) -> None:
        """A soft ground under the words that were looked for."""
        metrics = QFontMetricsF(line.font)
        for left, right in line.matches:
            top = start.y() - metrics.ascent() + 1
            ground = QRectF(start.x() + left - 1.5, top, right - left + 3, metrics.ascent() + metrics.descent() - 1)
            path = QPainterPath()
            path.addRoundedRect(ground, 3, 3)
            painter.fillPath(path, self._found)

    def _paint_thumbnail(self, painter: QPainter, shown: _Shown) -> None:
        """The picture with round corners; a plain ground until it is there."""
        place = shown.thumbnail
        if place is None:
            return
        pixmap = self.thumbnail_of(shown.entry)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line if pixmap is None else _fitted(pixmap, place))
        painter.drawRoundedRect(place, THUMBNAIL_CORNER, THUMBNAIL_CORNER)

    def _paint_bar(self, painter: QPainter, shown: _Shown, laid: LaidRow) -> None:
        if not shown.begun:
            return
        bar = shown.bar(laid)
        read = QRectF(bar)
        read.setWidth(max(BAR, bar.width() * shown.line.marks.fraction))
        painter.setPen(Qt.PenStyle.NoPen)
        for part, colour in ((bar, self._track), (read, self._theme.accent)):
            painter.setBrush(colour)
            painter.drawRoundedRect(part, BAR / 2, BAR / 2)


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
