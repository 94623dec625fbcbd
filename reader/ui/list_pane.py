"""ListPane: the left pane: header, list and footer, joined to the articles they show."""

from __future__ import annotations  # for names that are loaded only when something is searched for

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.app.article_filter import ArticleFilter, Show
from reader.app.list_order import Grouping, Order
from reader.app.look import Look
from reader.ui.article_list_view import ArticleListView
from reader.ui.article_row import ThumbnailOf
from reader.ui.ground import set_ground
from reader.ui.list_footer import ListFooter
from reader.ui.list_header import ListHeader
from reader.ui.list_stand import ListPlace

if TYPE_CHECKING:
    from reader.library import Hits

_NONE_OF_VIEW = {Show.UNREAD: "Nothing unread matches", Show.STARRED: "Nothing with a star matches"}
_EMPTY = {
    Show.UNREAD: "Everything here is read.",
    Show.ALL: "No articles yet.",
    Show.STARRED: "No story has a star yet.",
}


class ListPane(QWidget):
    """The list with all that belongs to it.

    ``opening()``, ``opened(entry)``, ``reading_wanted()`` and ``menu_wanted(numbers, point)`` are the list's;
    ``stop_wanted()``, ``pause_wanted(bool)`` and ``look_wanted()`` are the footer's; ``show_changed(Show)``,
    ``order_changed(Order)`` and ``grouping_changed(Grouping)`` say what a person chose here. ``searched(Matcher |
    None)``: what was looked for is shown, or all again.
    """

    opening = Signal()
    opened = Signal(object)
    reading_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    stop_wanted = Signal()
    pause_wanted = Signal(bool)
    look_wanted = Signal()
    show_changed = Signal(object)
    order_changed = Signal(object)
    grouping_changed = Signal(object)
    searched = Signal(object)

    def __init__(
        self, shown: ArticleFilter, look: Look, thumbnail_of: ThumbnailOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._before: ListPlace | None = None
        self._goes_down = False
        self._looking = False
        self.header = ListHeader(look, self)
        self.view = ArticleListView(shown, look, thumbnail_of, self)
        self.footer = ListFooter(look, self)
        self._stack()
        self._join()
        self._count()
        self._say_why_empty()
        set_ground(self, look.theme.list)

    def _stack(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        column.addWidget(self.footer)

    def _join(self) -> None:
        self.header.search.words_changed.connect(self._search)
        self.header.search.entered.connect(self._shown.searching.prepare)
        self._shown.searching.found.connect(self._show_found)
        self.header.search.left.connect(self._leave_search)
        self.header.show_chosen.connect(self.set_show)
        self.header.show_chosen.connect(self.show_changed)
        self.header.order_chosen.connect(self.set_order)
        self.header.order_chosen.connect(self._tell_order)
        self.header.grouping_chosen.connect(self.set_grouping)
        self.header.grouping_chosen.connect(self.grouping_changed)
        self.view.opening.connect(self.opening)
        self.view.opened.connect(self.opened)
        self.view.reading_wanted.connect(self.reading_wanted)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.footer.stop_wanted.connect(self.stop_wanted)
        self.footer.pause_wanted.connect(self.pause_wanted)
        self.footer.look_wanted.connect(self.look_wanted)
        self._shown.articles.counts_changed.connect(self._count)
        self._shown.articles.changed.connect(self._count)
        self._shown.articles.changed.connect(self._say_why_empty)

    def set_look(self, look: Look) -> None:
        """Show everything in these colours and this type."""
        set_ground(self, look.theme.list)
        for part in (self.header, self.view, self.footer):
            part.set_look(look)

    def set_show(self, show: Show) -> None:
        """Show unread, all or starred articles."""
        self.header.set_show(show)
        self._shown.set_show(show)
        self._say_found()
        self._look_again()

    def set_order(self, order: Order) -> None:
        """Order the articles."""
        self._shown.set_by_relevance(order is Order.RELEVANCE)
        if order is not Order.RELEVANCE:
            self._shown.articles.set_order(order)
        self._show_order()
        self._say_found()

    def set_grouping(self, grouping: Grouping) -> None:
        """Gather the articles under headings."""
        self.header.set_grouping(grouping)
        self._shown.articles.set_grouping(grouping)

    def restore(self, show: Show, order: Order, grouping: Grouping) -> None:
        """Show what held last time, before the articles are loaded."""
        self.header.set_show(show)
        self.header.set_order(order)
        self.header.set_grouping(grouping)
        self._shown.set_show(show)

    def set_place(self, words: str, in_full: str = "") -> None:
        """Say below the list what it shows, such as ``~/Articles``; in full under the pointer."""
        self.footer.set_place(words, in_full)

    def set_looking(self, on: bool) -> None:
        """Say nothing of an empty list while it is still being found out what there is."""
        self._looking = on
        self._say_why_empty()

    def set_progress(self, done: int, total: int, seconds_left: float | None = None) -> None:
        """Say below the list how many of the files were read in, and how long the rest will take."""
        self.footer.set_progress(done, total, seconds_left)

    def choose(self, path: Path | None) -> None:
        """Make the row of the open file the current one, without saying that it was opened."""
        self.view.choose(path)

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Give the keyboard to the search field, its words chosen."""
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _tell_order(self, order: Order) -> None:
        if order is not Order.RELEVANCE:
            self.order_changed.emit(order)

    def _search(self, text: str) -> None:
        if self._shown.hits is None and not self._shown.searching.is_looking:
            self._before = self.view.place()
        self._shown.searching.look(text)

    def _show_found(self, hits: Hits | None) -> None:
        """The rows are those of another search, or all again: then they stand as they stood before."""
        self._say_why_empty()
        self._show_order()
        self._say_found()
        self.header.set_found(self._shown.found_counts())
        self.searched.emit(self._shown.searching.matcher)
        before, goes_down = self._before, self._goes_down
        self._goes_down = False
        if hits is not None:
            self.view.reveal_current()
        elif before is not None:
            self._before = None
            self.view.go_back_to(before)
        if goes_down:
            self._leave_search(down=True)

    def _say_found(self) -> None:
        hits = self._shown.hits
        by_date = hits is not None and hits.by_date and self._shown.articles.order is Order.NEWEST
        order = "by relevance" if self._shown.is_ranked else "by date" if by_date else ""
        self.footer.set_found("" if hits is None else " · ".join(filter(None, (f"{self._shown.count:,} found", order))))

    def _show_order(self) -> None:
        hits = self._shown.hits
        self.header.set_relevance_offered(hits is not None and not hits.by_date)
        self.header.set_order(Order.RELEVANCE if self._shown.is_ranked else self._shown.articles.order)

    def _leave_search(self, down: bool) -> None:
        """Go back to the list; down its rows only when those are what was typed last."""
        self.focus_list()
        if down and self._shown.searching.is_looking:
            self._goes_down = True
        elif down and not self.view.has_current():
            self.view.step(1)

    def _look_again(self) -> None:
        self._say_why_empty()
        self.view.reveal_current()

    def _say_why_empty(self) -> None:
        words, show = self.header.search.text().strip(), self._shown.show
        elsewhere = self._shown.found_counts() if words and show in _NONE_OF_VIEW and not self._shown.count else None
        if not words:
            why = _EMPTY[show]
        elif elsewhere is not None and elsewhere.all:
            why = f"{_NONE_OF_VIEW[show]} “{words}”.\nFound under All: {elsewhere.all:,}."
        else:
            why = f"Nothing matches “{words}”.\nEsc in the search field clears it."
        self.view.set_empty_words(why if self._shown.articles.loaded and not self._looking else "")

    def _count(self) -> None:
        articles = self._shown.articles
        counts = articles.counts if articles.loaded else None
        self.header.set_counts(counts)
        self.header.set_found(self._shown.found_counts())
        self.footer.set_counts(counts)
