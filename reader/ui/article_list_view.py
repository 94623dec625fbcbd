"""ArticleListView: the list of articles; it says which one a person opens."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.app.article_filter import ArticleFilter
from reader.app.look import Look
from reader.library import Entry
from reader.ui.article_row import ThumbnailOf
from reader.ui.list_geometry import ROW_HEIGHT
from reader.ui.list_stand import ListPlace, ListStand
from reader.ui.open_article import OpenArticle
from reader.ui.painted_rows import PaintedRows

Index = QModelIndex | QPersistentModelIndex

MOVES = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
READS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OPENS_COPIES = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
EXTENDS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
CHOOSES_MORE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
MARGIN = ROW_HEIGHT // 2
"""So much of its neighbour stays in sight beside a row that the keys come to, in pixels."""
SCROLL_STEP = 34


class ArticleListView(PaintedRows):
    """The rows of an ArticleFilter, to choose from.

    ``opening()``: a person made another row the current one, by mouse, keys or a step; never because rows came or
    went. ``opened(entry)``: whose row that is, which may be known only later. ``reading_wanted()``: Enter or a double
    click. ``menu_wanted(numbers, point)``: a context menu for these articles, at a point of the screen.
    """

    opening = Signal()
    opened = Signal(object)
    reading_wanted = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self, shown: ArticleFilter, look: Look, thumbnail_of: ThumbnailOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(shown, look, thumbnail_of, parent)
        self._open = OpenArticle(shown, self)
        self._open.chosen.connect(self.opening)
        self._open.opened.connect(self.opened)
        self._open.found.connect(self._choose_number)
        self._by_person = False
        self._behave()
        self._stand = ListStand(self, shown)
        for came in (shown.articles.changed, shown.rowsInserted, shown.modelReset):
            came.connect(self._choose_again)

    def _behave(self) -> None:
        self.setAccessibleName("Articles")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # always there, so no row changes width
        bar = self.verticalScrollBar()
        bar.setSingleStep(SCROLL_STEP)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))

    # What others ask of the list

    def choose(self, path: Path | None) -> None:
        """Make the row of the open file the current one without saying that it was opened; None chooses nothing.

        A file that is not shown now is chosen as soon as it is.
        """
        self._open.follow(path)

    def step(self, step: int) -> bool:
        """Open the next row (1) or the previous one (-1); whether there is one."""
        return self._open_row(self._shown.next_article(self._before(step), step))

    def step_unread(self, step: int) -> bool:
        """Open the next unread row (1) or the previous one (-1); whether there is one."""
        return self._open_row(self._shown.next_unread(self._before(step), step))

    def step_past(self, numbers: Sequence[int]) -> bool:
        """Open the row that will stand in the place of these articles', once they are gone; whether there is one."""
        rows = self._shown.rows_of(set(numbers))
        after = self._shown.next_article(rows[-1], 1) if rows else None
        return self._open_row(after if after is not None or not rows else self._shown.next_article(rows[0], -1))

    def coming(self) -> list[Entry]:
        """What will probably be opened next, the likeliest first: the next row, the next unread, the one before."""
        shown, here = self._shown, self._before(1)
        rows = (shown.next_article(here, 1), shown.next_unread(here, 1), shown.next_article(self._before(-1), -1))
        lines = (shown.line(row) for row in rows if row is not None)
        return [line.row.entry for line in lines if line.row is not None]

    def extend(self, step: int) -> None:
        """Choose the next row (1) or the previous one (-1) as well; going back, the last one no longer."""
        here = self.currentIndex().row()
        row = self._shown.next_article(here, step)
        if row is None:
            return
        start = self.other_end(here)
        ends = (self._shown.index(end, 0) for end in sorted((start, row)))
        self.selectionModel().select(QItemSelection(*ends), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        with self._moving(opens=False, margin=MARGIN):
            self.selectionModel().setCurrentIndex(self._shown.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def show_copies(self, on: bool | None = None) -> bool:
        """Show the copies of the current story below its row, or no longer; whether there are any."""
        number = self._shown.number_at(self._current().row())
        if number is None or not self._shown.articles.copies_of(number):
            return False
        if on is None or on != self._shown.is_expanded(number):
            self._shown.toggle_copies(number)
        return True

    def is_opening(self) -> bool:
        """Whether a person made a row the current one of which it is not known yet whose it is."""
        return self._open.is_awaited

    def has_current(self) -> bool:
        """Whether a row is chosen and current."""
        return self._current().isValid()

    def chosen(self) -> list[int]:
        """The ids of all chosen articles, from top to bottom."""
        return [number for row in self.chosen_rows() if (number := self._shown.number_at(row)) is not None]

    def reveal_current(self) -> None:
        """Bring the current row into sight, or the list's beginning where there is none."""
        if self._current().isValid():
            self.scrollTo(self._current())
        else:
            self._stand.begin()

    def place(self) -> ListPlace:
        """How the list stands, to go back to it."""
        return self._stand.place(self._open.number)

    def go_back_to(self, place: ListPlace) -> None:
        """Let the list stand as it stood; where another story was opened since, that one is in sight instead."""
        if self._open.number == place.opened:
            with self._moving(opens=False, margin=MARGIN):
                self._stand.go_back_to(place)
        else:
            self.reveal_current()

    # What a person does

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move in the list, and Enter, from the window's commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, extend the choice, or read; single letters are commands of the window."""
        if event.key() in READS:
            self._read()
        elif event.key() in OPENS_COPIES and not event.modifiers() & CHOOSES_MORE:
            self.show_copies(OPENS_COPIES[Qt.Key(event.key())])
        elif event.key() in EXTENDS and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.extend(EXTENDS[Qt.Key(event.key())])
        elif _is_ours(event):
            with self._moving(opens=not event.modifiers() & CHOOSES_MORE, margin=MARGIN):
                self._move(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """No type-ahead: letters are commands."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button opens a row; the right one leaves the choice as it is."""
        if event.button() == Qt.MouseButton.LeftButton:
            plain = not event.modifiers() & CHOOSES_MORE
            with self._moving(opens=plain, margin=0):
                super().mousePressEvent(event)
                index = self.indexAt(event.position().toPoint())
                if plain and index.isValid():
                    self._open.choose(self._shown.number_at(index.row()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Read the story."""
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._read()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the chosen rows, or for the one under the pointer where that is not chosen."""
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        number = self._shown.number_at(index.row())
        if number is None:
            return
        numbers = self.chosen() if self.selectionModel().isSelected(index) else [number]
        point = self.visualRect(index).center() if by_keys else event.pos()
        self.menu_wanted.emit(numbers, self.viewport().mapToGlobal(point))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that a story was opened, where a person's hand did it."""
        super().currentChanged(current, previous)
        if self._by_person and current.isValid():
            self._open.choose(self._shown.number_at(current.row()))

    # Inside

    @contextmanager
    def _moving(self, *, opens: bool, margin: int) -> Iterator[None]:
        """While the current row changes in here: whether a person opens it, and how much of its neighbour is shown."""
        self._by_person, self.margin = opens, margin
        try:
            yield
        finally:
            self._by_person, self.margin = False, 0

    def _move(self, event: QKeyEvent) -> None:
        """Let Qt move; the row that only has the ring, since the list got the focus, is the first to be opened."""
        ringed = self.currentIndex()
        if self._by_person and ringed.isValid() and not self.selectionModel().hasSelection():
            self._make_current(ringed)
            self._open.choose(self._shown.number_at(ringed.row()))
        else:
            super().keyPressEvent(event)

    def _current(self) -> QModelIndex:
        """The current row where it is chosen, too: one that merely took the place of a removed row does not count."""
        index = self.currentIndex()
        return index if self.selectionModel().isSelected(index) else QModelIndex()

    def _before(self, step: int) -> int:
        """The row from which a step leads to the next one; a row that only has the ring is itself the next."""
        ringed = self.currentIndex()
        if self._current().isValid():
            return ringed.row()
        return ringed.row() - step if ringed.isValid() else -1

    def _open_row(self, row: int | None) -> bool:
        if row is None:
            return False
        with self._moving(opens=True, margin=MARGIN):
            self._make_current(self._shown.index(row, 0))
            self._open.choose(self._shown.number_at(row))
        return True

    def _make_current(self, index: Index) -> None:
        """Choose this row alone, whatever keys are held down; an invalid index chooses nothing."""
        if index.isValid():
            self.setCurrentIndex(index)  # so that Qt knows where a choice with Shift begins
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _read(self) -> None:
        if self._open_row(self.currentIndex().row() if self.currentIndex().isValid() else None):
            self.reading_wanted.emit()

    def _choose_number(self, number: int | None) -> None:
        if self._open.is_elsewhere:
            self.selectionModel().clearSelection()  # the ring stays, so that one goes on from where one was
            return
        row = self._shown.row_of(number) if number is not None else None
        with self._moving(opens=False, margin=MARGIN):
            self._make_current(self._shown.index(row, 0) if row is not None else QModelIndex())

    def _choose_again(self) -> None:
        """The open story's row is the current one again when it comes back; some row has the ring of the keyboard."""
        if not self._current().isValid():
            self._open.look_again()
        if self.hasFocus() and not self.currentIndex().isValid():
            self._stand.ring_first()


def _is_ours(event: QKeyEvent) -> bool:
    """Whether the list itself answers the key."""
    key = event.key()
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return False
    return (
        key in MOVES or key in READS or key in OPENS_COPIES or (key == Qt.Key.Key_A and event.modifiers() == _CONTROL)
    )


_CONTROL = Qt.KeyboardModifier.ControlModifier
