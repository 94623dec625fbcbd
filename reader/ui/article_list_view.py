"""ArticleListView: the list of articles; it says which one a person opens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reader.app.article_filter import ArticleFilter
from reader.app.look import MEDIUM, Look
from reader.app.style import mixed
from reader.library import Entry
from reader.ui.article_row import ROW_HEIGHT, ArticleRow, ThumbnailOf

Index = QModelIndex | QPersistentModelIndex

MOVES = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
READS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CHOOSES_MORE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
MARGIN = ROW_HEIGHT // 2
"""So much of its neighbour stays in sight beside a row that the keys come to, in pixels."""
SCROLL_STEP = 34
SCROLL_BAR = 9
"""Width of the scroll bar, which lies over the rows' right margin."""


class ArticleListView(QListView):
    """The rows of an ArticleFilter.

    ``opened(entry)``: a person made this row the current one, by mouse, keys or a step; never because rows came or
    went. ``reading_wanted()``: Enter or a double click. ``menu_wanted(entries, point)``: a context menu for these
    entries, at a point of the screen.
    """

    opened = Signal(object)
    reading_wanted = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self, shown: ArticleFilter, look: Look, thumbnail_of: ThumbnailOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._row = ArticleRow(look, thumbnail_of, self)
        self._open: Path | None = None
        self._by_person = False
        self._margin = 0
        self._anchor = QPersistentModelIndex()
        self._anchor_top = 0
        self._empty_words = ""
        self._behave()
        self._follow(shown)
        self.set_look(look)

    def _behave(self) -> None:
        self.setAccessibleName("Articles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(self._row)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # always there, so no row changes width
        bar = self.verticalScrollBar()
        bar.setSingleStep(SCROLL_STEP)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _follow(self, shown: ArticleFilter) -> None:
        for before in (
            shown.rowsAboutToBeInserted,
            shown.rowsAboutToBeRemoved,
            shown.rowsAboutToBeMoved,
            shown.layoutAboutToBeChanged,
        ):
            before.connect(self._drop_anchor)
        shown.rowsAboutToBeRemoved.connect(self._pass_ring_on)
        self.setModel(shown)
        for after in (shown.rowsInserted, shown.layoutChanged, shown.modelReset):
            after.connect(self._choose_again)

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
            "QScrollBar::handle:vertical:disabled { background: transparent; }"
        )
        self.setViewportMargins(0, 0, -SCROLL_BAR, 0)
        self.viewport().update()

    # What others ask of the list

    def choose(self, path: Path | None) -> None:
        """Make the row of the open file the current one without saying that it was opened; None chooses nothing.

        A file that is not shown now is chosen as soon as it is.
        """
        self._open = path
        self._shown.set_open(path)
        with self._moving(opens=False, margin=MARGIN):
            self._make_current(self._shown.index_of(path) if path else QModelIndex())

    def step(self, step: int) -> bool:
        """Open the next row (1) or the previous one (-1); whether there is one."""
        return self._open_index(self._shown.index(self._before(step) + step, 0))

    def step_unread(self, step: int) -> bool:
        """Open the next unread row (1) or the previous one (-1); whether there is one."""
        return self._open_index(self._shown.next_unread(self._before(step), step))

    def coming(self) -> list[Entry]:
        """What will probably be opened next, the likeliest first: the next row, the next unread, the one before."""
        rows = (
            self._shown.index(self._before(1) + 1, 0),
            self._shown.next_unread(self._before(1), 1),
            self._shown.index(self._before(-1) - 1, 0),
        )
        return [entry for row in rows if row.isValid() and (entry := self._shown.entry_at(row)) is not None]

    def current_entry(self) -> Entry | None:
        """The entry of the chosen current row."""
        return self._shown.entry_at(self._current())

    def chosen_entries(self) -> list[Entry]:
        """The entries of all chosen rows, from top to bottom."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [entry for index in indexes if (entry := self._shown.entry_at(index)) is not None]

    def reveal_current(self) -> None:
        """Bring the current row into sight, or the list's beginning where there is none."""
        if self._current().isValid():
            self.scrollTo(self._current())
        else:
            self.verticalScrollBar().setValue(0)

    def thumbnail_ready(self, path: object) -> None:
        """The thumbnail of a file can be had now."""
        index = self._shown.index_of(path) if isinstance(path, Path) else QModelIndex()
        if index.isValid():
            self.update(index)

    def set_empty_words(self, words: str) -> None:
        """The words that stand in the list while it has no row."""
        self._empty_words = words
        self.viewport().update()

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
                    self._announce(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Read the story."""
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._read()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the chosen rows, or for the one under the pointer where that is not chosen."""
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        entry = self._shown.entry_at(index)
        if entry is None:
            return
        entries = self.chosen_entries() if self.selectionModel().isSelected(index) else [entry]
        point = self.visualRect(index).center() if by_keys else event.pos()
        self.menu_wanted.emit(entries, self.viewport().mapToGlobal(point))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that a story was opened, where a person's hand did it."""
        super().currentChanged(current, previous)
        if self._by_person and current.isValid():
            self._announce(current)

    # Where the list stands

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, with a part of its neighbour."""
        if hint != QAbstractItemView.ScrollHint.EnsureVisible or not index.isValid():
            super().scrollTo(index, hint)
            return
        self.executeDelayedItemsLayout()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        margin = max(0, min(self._margin, (height - ROW_HEIGHT) // 2))
        top = index.row() * ROW_HEIGHT
        bar.setValue(max(top + ROW_HEIGHT + margin - height, min(bar.value(), top - margin)))

    def doItemsLayout(self) -> None:
        """Lay the rows out so that the one a person looks at stays where it is."""
        super().doItemsLayout()
        if self._anchor.isValid():
            self.verticalScrollBar().setValue(self._anchor.row() * ROW_HEIGHT - self._anchor_top)
        self._anchor = QPersistentModelIndex()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words that stand for them."""
        super().paintEvent(event)
        if self._shown.rowCount() == 0:
            self._paint_empty()

    # Inside

    @contextmanager
    def _moving(self, *, opens: bool, margin: int) -> Iterator[None]:
        """While the current row changes in here: whether a person opens it, and how much of its neighbour is shown."""
        self._by_person, self._margin = opens, margin
        try:
            yield
        finally:
            self._by_person, self._margin = False, 0

    def _move(self, event: QKeyEvent) -> None:
        """Let Qt move; the row that only has the ring, since the list got the focus, is the first to be opened."""
        ringed = self.currentIndex()
        if self._by_person and ringed.isValid() and not self.selectedIndexes():
            self._make_current(ringed)
            self._announce(ringed)
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

    def _open_index(self, index: QModelIndex) -> bool:
        if index.isValid():
            with self._moving(opens=True, margin=MARGIN):
                self._make_current(index)
                self._announce(index)
        return index.isValid()

    def _make_current(self, index: Index) -> None:
        """Choose this row alone, whatever keys are held down; an invalid index chooses nothing."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _announce(self, index: Index) -> None:
        """Say that a story was opened, once."""
        entry = self._shown.entry_at(index)
        if entry is not None and entry.path != self._open:
            self._open = entry.path
            self._shown.set_open(entry.path)
            self.opened.emit(entry)

    def _read(self) -> None:
        if self._open_index(self.currentIndex()):
            self.reading_wanted.emit()

    def _drop_anchor(self) -> None:
        """Before rows come, go or move: remember what a person looks at, and where it stands."""
        if self._anchor.isValid():
            return
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        index = self._current()
        in_sight = index.isValid() and -ROW_HEIGHT < index.row() * ROW_HEIGHT - value < height
        if not in_sight:
            index = self._shown.index(value // ROW_HEIGHT, 0)
        if in_sight or value > 0:
            self._anchor, self._anchor_top = QPersistentModelIndex(index), index.row() * ROW_HEIGHT - value

    def _pass_ring_on(self, _: QModelIndex, first: int, last: int) -> None:
        """The row that moves up into a removed one's place gets the ring (Qt itself would give it to the one above)."""
        if first <= self.currentIndex().row() <= last:
            heir = self._shown.index(last + 1, 0)
            if heir.isValid():
                self.selectionModel().setCurrentIndex(heir, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _choose_again(self) -> None:
        """The open story's row is the current one again when it comes back."""
        if self._open is not None and not self._current().isValid():
            self.choose(self._open)

    def _paint_empty(self) -> None:
        painter = QPainter(self.viewport())
        place = QRectF(self.viewport().rect()).adjusted(24, 48, -24, -24)
        painter.setPen(self._look.theme.muted)
        painter.setFont(self._look.interface(13, MEDIUM))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        words = painter.boundingRect(place, flags, self._empty_words)
        painter.drawText(place, flags, self._empty_words)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.theme.accent, 2))
            painter.drawRoundedRect(words.adjusted(-12, -8, 12, 8), 7, 7)


def _is_ours(event: QKeyEvent) -> bool:
    """Whether the list itself answers the key."""
    key = event.key()
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return False
    return key in MOVES or key in READS or (key == Qt.Key.Key_A and event.modifiers() == _CONTROL)


_CONTROL = Qt.KeyboardModifier.ControlModifier
