"""RowView: a list view that works out where its rows stand, instead of laying out and remembering each."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.app.article_filter import ArticleFilter
from reader.ui.list_geometry import ROW_HEIGHT, ListGeometry

Index = QModelIndex | QPersistentModelIndex
Cursor = QAbstractItemView.CursorAction


class RowView(QListView):
    """The rows of an ArticleFilter: a QListView to screen readers, for the rest only its keys, mouse and choice.

    (Qt lays out 100,000 rows in a second where their heights differ, and asks each of them for its size.)
    """

    def __init__(self, shown: ArticleFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # Qt's own would be of unknown class, for which PySide makes all classes: 12 ms
        self._shown = shown
        self.margin = 0
        """So much of its neighbour stays in sight beside a row that is scrolled to, in pixels."""

    @property
    def rows(self) -> ListGeometry:
        """The rows as they stand now."""
        return ListGeometry(self._shown.rowCount(), self._shown.heading_rows)

    def visualRect(self, index: Index) -> QRect:
        """Where a row is seen, in the viewport."""
        if not index.isValid():
            return QRect()
        rows, row = self.rows, index.row()
        return QRect(0, rows.top(row) - self.verticalOffset(), self.viewport().width(), rows.height_of(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport; an invalid index below the last one."""
        rows, y = self.rows, point.y() + self.verticalOffset()
        return self._shown.index(rows.row_at(y), 0) if 0 <= y < rows.height else QModelIndex()

    def verticalOffset(self) -> int:
        """How far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Rows are as wide as the list."""
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Paint what is in sight now: Qt scrolls nothing that it has not laid out itself."""
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """There is nothing to lay out: only the scroll bar must know the height."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Tell the scroll bar how high the rows are in all."""
        height = self.viewport().height()
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setRange(0, max(0, self.rows.height - height))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint the rows that say something else now: Qt would paint all, and hand them on to screen readers."""
        from PySide6.QtGui import QAccessible  # noqa: PLC0415  its enums take 3 ms, and the first frame asks nothing

        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        else:
            self.viewport().update(self.visualRect(first).united(self.visualRect(last)))

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, with a part of its neighbour, or a heading right above it."""
        if not index.isValid():
            return
        self.updateGeometries()
        rows, row, bar, height = self.rows, index.row(), self.verticalScrollBar(), self.viewport().height()
        margin = max(0, min(self.margin, (height - ROW_HEIGHT) // 2))
        under_heading = row > 0 and self._shown.number_at(row - 1) is None
        top = rows.top(row - 1 if under_heading else row)
        bottom = rows.top(row) + rows.height_of(row)
        if hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        else:
            bar.setValue(max(bottom + margin - height, min(bar.value(), top - margin)))

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002
        """The row that a key leads to; headings are passed over."""
        shown, here = self._shown, self.currentIndex().row()
        page = max(1, self.viewport().height() // ROW_HEIGHT - 1)
        last = shown.rowCount()
        start, step = {
            Cursor.MoveHome: (-1, 1),
            Cursor.MoveEnd: (last, -1),
            Cursor.MovePageUp: (max(0, here - page) + 1, -1),
            Cursor.MovePageDown: (min(last - 1, here + page) - 1, 1),
            Cursor.MoveUp: (here, -1),
            Cursor.MovePrevious: (here, -1),
        }.get(action, (here, 1))
        row = shown.next_article(start, step)
        if row is None:
            row = shown.next_article(start, -step) if action in (Cursor.MovePageUp, Cursor.MovePageDown) else here
        return shown.index(row if row is not None else here, 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that a rectangle of the viewport touches."""
        rows, rect = self.rows, rect.normalized().translated(0, self.verticalOffset())
        if rows.count and rect.top() < rows.height:
            first, last = (self._shown.index(rows.row_at(y), 0) for y in (rect.top(), rect.bottom()))
            self.selectionModel().select(QItemSelection(first, last), command)
        else:
            self.selectionModel().select(QItemSelection(), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What of a selection can be seen."""
        first, last = self.in_sight()
        region = QRegion()
        for row in range(max(0, first), last + 1):
            index = self._shown.index(row, 0)
            if selection.contains(index):
                region += self.visualRect(index)
        return region

    def chosen_rows(self) -> list[int]:
        """The chosen rows from top to bottom, headings among them where all around them is chosen."""
        selection = self.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.count()))
        return sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))

    def other_end(self, row: int) -> int:
        """The other end of the stretch of chosen rows that ends with this one."""
        chosen, first, last = set(self.chosen_rows()), row, row
        while first - 1 in chosen:
            first -= 1
        while last + 1 in chosen:
            last += 1
        return first if last == row else last if first == row else row

    def in_sight(self) -> tuple[int, int]:
        """The first and the last row that can be seen."""
        rows, offset = self.rows, self.verticalOffset()
        return rows.row_at(offset), rows.row_at(offset + self.viewport().height())
