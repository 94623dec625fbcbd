"""PaintedRows: the list's rows as they are seen: in colours and type, with pictures, or the words of an empty list."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from reader.app.article_filter import ArticleFilter
from reader.app.look import MEDIUM, Look
from reader.app.style import mixed
from reader.ui.article_row import ArticleRow, Manner, ThumbnailOf
from reader.ui.focus_mark import LENGTH, MARK_GAP, WIDTH
from reader.ui.row_view import RowView

SCROLL_BAR = 9
"""Width of the scroll bar, which lies over the rows' right margin."""
AHEAD = 40
"""Rows fetched beyond those in sight."""


class PaintedRows(RowView):
    """Paints what is in sight, has what is to come fetched, and paints that as soon as it has come."""

    def __init__(
        self, shown: ArticleFilter, look: Look, thumbnail_of: ThumbnailOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(shown, parent)
        self._row = ArticleRow(look, thumbnail_of)
        self._empty_words = ""
        self._awaits = False
        self._paint_on = QTimer(self, singleShot=True, interval=0)
        self._paint_on.timeout.connect(self._paint_left)
        self._left: list[int] = []
        """The rows that there was no time for in the last paintings."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        shown.articles.rows.came.connect(self._paint_what_came)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Show everything in these colours and this type."""
        self._look = look
        self._row.set_look(look)
        quiet, quick = (mixed(look.theme.muted, look.theme.list, share).name() for share in (0.22, 0.6))
        self.setStyleSheet(
            f"QListView {{ background: {look.theme.list.name()}; border: none; outline: none; }}"
            f"QScrollBar:vertical {{ background: transparent; width: {SCROLL_BAR}px; margin: 3px 0; }}"
            f"QScrollBar::handle:vertical {{ background: {quiet}; margin: 0 2px; border-radius: 2px; }}"
            f"QScrollBar::handle:vertical:hover {{ background: {quick}; }}"
            "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
            "QScrollBar::handle:vertical:disabled { background: transparent; }"
        )
        self.setViewportMargins(0, 0, -SCROLL_BAR, 0)
        self.viewport().update()

    def set_thumbnails(self, thumbnail_of: ThumbnailOf) -> None:
        """Have the rows' pictures from here."""
        self._row.thumbnail_of = thumbnail_of
        self.viewport().update()

    def set_empty_words(self, words: str) -> None:
        """The words that stand in the list while it has no row."""
        self._empty_words = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words that stand for them."""
        if self._shown.rowCount() == 0:
            self._paint_empty()
            return
        painter = QPainter(self.viewport())
        rows, offset, width = self.rows, self.verticalOffset(), self.viewport().width()
        first, last = (rows.row_at(y + offset) for y in (event.rect().top(), event.rect().bottom()))
        under = self._row_under_pointer()
        current = self.currentIndex().row() if self.hasFocus() else -1
        chosen = self.selectionModel()
        self._row.begin()
        for row in range(first, last + 1):
            place = QRect(0, rows.top(row) - offset, width, rows.height_of(row))
            manner = Manner(row == current, chosen.isSelected(self._shown.index(row, 0)), row == under)
            line = self._shown.line(row)
            self._awaits = self._awaits or line.is_coming
            if not self._row.paint(painter, place, line, manner):
                self._left.append(row)
                self._paint_on.start()
        self._shown.prefetch(first - AHEAD, last + AHEAD)

    def show_picture(self, path: Path) -> None:
        """The picture of this file's article has come: paint its row, if it is in sight."""
        first, last = self.in_sight()
        for row in range(max(0, first), last + 1):
            article = self._shown.line(row).row
            if article is not None and article.entry.path == path:
                self._paint_row(row)

    def _paint_row(self, row: int) -> None:
        self.viewport().update(self.visualRect(self._shown.index(row, 0)))

    def _paint_left(self) -> None:
        """Paint the rows that there was no time for, and leave the others as they are."""
        left, self._left = self._left, []
        for row in left:
            self._paint_row(row)

    def _paint_what_came(self) -> None:
        """Paint the rows that are in sight, unless those that came are only some to be seen later."""
        if self._awaits:
            self._awaits = False
            self.viewport().update()

    def _row_under_pointer(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()

    def _paint_empty(self) -> None:
        painter = QPainter(self.viewport())
        place = QRectF(self.viewport().rect()).adjusted(24, 48, -24, -24)
        painter.setPen(self._look.theme.muted)
        painter.setFont(self._look.interface(13, MEDIUM))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        words = painter.boundingRect(place, flags, self._empty_words)
        painter.drawText(place, flags, self._empty_words)
        if self.hasFocus():
            top = words.center().y() - LENGTH / 2
            painter.fillRect(QRectF(words.left() - MARK_GAP, top, WIDTH, LENGTH), self._look.theme.accent)
