"""ListStand: keeps choice and scroll of the list where they are while rows come, go, or stand in another order."""

from collections.abc import Set
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject

from reader.app.article_filter import ArticleFilter
from reader.ui.row_view import RowView

Choose = QItemSelectionModel.SelectionFlag


class _Stand:
    """``held`` is the article that a person looks at, ``held_top`` where it is seen, in pixels from the list's top.

    ``from_top``: the list was not scrolled.
    """

    def __init__(
        self, current: int | None, row: int = -1, chosen: Set[int] = frozenset(), *, from_top: bool = False
    ) -> None:
        self.current, self.current_row = current, row
        self.chosen = chosen
        self.held: int | None = None
        self.held_top = 0
        self.from_top = from_top


class ListPlace(NamedTuple):
    """How the list stands: the open article, the current one, those chosen, and how far it is scrolled, in pixels."""

    opened: int | None
    current: int | None
    chosen: frozenset[int]
    scroll: int


class ListStand(QObject):
    """Before a change it notes the articles by their ids, after it it looks for them again.

    It hears of a change before the view does, and of its end after it: so it is what gives the view its rows.
    """

    def __init__(self, view: RowView, shown: ArticleFilter) -> None:
        super().__init__(view)
        self._view = view
        self._shown = shown
        self._noted: _Stand | None = None
        shown.modelAboutToBeReset.connect(self._note_all)
        shown.rowsAboutToBeInserted.connect(self._note)
        shown.rowsAboutToBeRemoved.connect(self._note_before_removal)
        view.setModel(shown)
        shown.modelReset.connect(self._restore_all)
        shown.rowsInserted.connect(self._restore)
        shown.rowsRemoved.connect(self._restore)

    def place(self, opened: int | None) -> ListPlace:
        """How the list stands now, with that article open."""
        numbers = map(self._shown.number_at, self._view.chosen_rows())
        chosen = frozenset(number for number in numbers if number is not None)
        current = self._shown.number_at(self._view.currentIndex().row())
        return ListPlace(opened, current, chosen, self._view.verticalScrollBar().value())

    def go_back_to(self, place: ListPlace) -> None:
        """Let the list stand as it once stood, as far as its articles are still there."""
        self._choose(_Stand(place.current, chosen=place.chosen))
        self._view.updateGeometries()
        self._view.verticalScrollBar().setValue(place.scroll)
        self._view.viewport().update()

    def begin(self) -> None:
        """Go to the list's beginning; its first article gets the ring."""
        self.ring_first()
        self._view.verticalScrollBar().setValue(0)

    def ring_first(self) -> None:
        """Give the first article the ring: it is the one that keys come to."""
        self._ring(self._shown.next_article(-1, 1))

    def _note(self) -> None:
        """Note what a person looks at: the current row where it is in sight, else the first one that is."""
        view, rows = self._view, self._view.rows
        value, height = view.verticalScrollBar().value(), view.viewport().height()
        index = view.currentIndex()
        chosen = index.isValid() and view.selectionModel().isSelected(index)
        self._noted = noted = _Stand(self._shown.number_at(index.row()), index.row(), from_top=value == 0)
        row = index.row()
        in_sight = chosen and -rows.height_of(row) < rows.top(row) - value < height
        if not in_sight and value > 0:
            first = self._shown.next_article(rows.row_at(value) - 1, 1)
            row = -1 if first is None else first
        if in_sight or value > 0:
            noted.held, noted.held_top = self._shown.number_at(row), rows.top(row) - value

    def _note_all(self) -> None:
        self._note()
        if self._noted is not None:
            numbers = map(self._shown.number_at, self._view.chosen_rows())
            self._noted.chosen = {number for number in numbers if number is not None}

    def _note_before_removal(self, _: QModelIndex, first: int, last: int) -> None:
        """The row that moves up into a removed one's place gets the ring (Qt itself would give it to the one above)."""
        self._note()
        if first <= self._view.currentIndex().row() <= last:
            self._ring(self._shown.next_article(last, 1))

    def _restore(self) -> None:
        """Put what a person looks at where it was seen."""
        noted, self._noted = self._noted, None
        self._view.updateGeometries()
        row = self._shown.row_of(noted.held) if noted is not None and noted.held is not None else None
        if noted is not None and row is not None:
            self._view.verticalScrollBar().setValue(self._scroll_for(noted, row))
        self._view.viewport().update()

    def _scroll_for(self, noted: _Stand, row: int) -> int:
        """How far to scroll, in pixels, so that a row stands where it stood; at the list's top, below its heading."""
        rows = self._view.rows
        kept = rows.top(row) - noted.held_top
        has_heading = row > 0 and self._shown.number_at(row - 1) is None
        return min(kept, rows.top(row - 1)) if noted.from_top and has_heading else kept

    def _restore_all(self) -> None:
        noted = self._noted
        if noted is not None:
            self._choose(noted)
        self._restore()

    def _choose(self, noted: _Stand) -> None:
        """Choose the same articles; where the current one is gone, the row in its place gets the ring."""
        row = self._shown.row_of(noted.current) if noted.current is not None else None
        if row is not None:
            self._ring(row)
        elif noted.current_row >= 0:
            self._ring(self._shown.next_article(noted.current_row - 1, 1))
        if noted.chosen:
            self._view.selectionModel().select(self._selection(noted.chosen), Choose.ClearAndSelect)

    def _selection(self, numbers: Set[int]) -> QItemSelection:
        selection = QItemSelection()
        rows = self._shown.rows_of(numbers)
        start = 0
        for place, row in enumerate(rows):
            if place + 1 == len(rows) or rows[place + 1] != row + 1:
                selection.select(self._shown.index(rows[start], 0), self._shown.index(row, 0))
                start = place + 1
        return selection

    def _ring(self, row: int | None) -> None:
        if row is not None:
            self._view.selectionModel().setCurrentIndex(self._shown.index(row, 0), Choose.NoUpdate)
