"""ListHeader: the search field, which articles are shown, and their order."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from reader.app.article_filter import Show
from reader.app.article_list import Counts
from reader.app.list_order import Grouping, Order
from reader.app.look import Look
from reader.ui.list_buttons import OrderButton, ViewButton
from reader.ui.search_field import SearchField

MARGIN, TOP, BETWEEN, BOTTOM = 14, 14, 10, 10
SHOW_WORDS = {Show.UNREAD: "Unread", Show.ALL: "All", Show.STARRED: "Starred"}

ORDER_PADDING = 8
"""The order's ground sticks out to the right by this, so that its words end where the field does."""

_FITS = (
    *((padding, gap, False, False) for padding, gap in ((14, 7), (12, 6), (11, 5), (10, 4), (9, 4))),
    (9, 4, False, True),
    (7, 2, True, True),
    (3, 0, True, True),
)
"""Ways to set the buttons from roomy to narrow: padding, gap, thousands as 12k, order as a sign alone."""


class ListHeader(QWidget):
    """``show_chosen(Show)``, ``order_chosen(Order)`` and ``grouping_chosen(Grouping)`` say what a person chose."""

    show_chosen = Signal(object)
    order_chosen = Signal(object)
    grouping_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts | None = None
        self._found: Counts | None = None
        self.search = SearchField(look, self)
        self._views = {show: ViewButton(words, look, self) for show, words in SHOW_WORDS.items()}
        self._order = OrderButton(look, self)
        self._order.order_chosen.connect(self.order_chosen)
        self._order.grouping_chosen.connect(self.grouping_chosen)
        self._group = QButtonGroup(self)
        for show, button in self._views.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, show=show: self.show_chosen.emit(show))
        self._views[Show.ALL].setChecked(True)
        self.setFixedHeight(self.sizeHint().height())

    def set_look(self, look: Look) -> None:
        """Show everything in these colours and this type."""
        self.search.set_look(look)
        self._order.set_look(look)
        for button in self._views.values():
            button.set_look(look)
        self._arrange()

    def set_counts(self, counts: Counts | None) -> None:
        """Show how many articles each view has; None while they are not counted."""
        self._counts = counts
        self.search.set_count(None if counts is None else counts.all)
        self._show_counts()

    def set_found(self, found: Counts | None) -> None:
        """Show how many of each view were found, in the room of them all; None: nothing was searched for."""
        self._found = found
        self._show_counts()

    def _show_counts(self) -> None:
        for show, button in self._views.items():
            most, found = (counts and getattr(counts, show.value) for counts in (self._counts, self._found))
            button.set_count(most if self._found is None else found, most)
        self._arrange()

    def set_show(self, show: Show) -> None:
        """Mark the view that is shown."""
        self._views[show].setChecked(True)

    def order(self) -> Order:
        """The order that is named."""
        return self._order.order

    def set_order(self, order: Order) -> None:
        """Name the order that holds."""
        self._order.set_order(order)
        self._arrange()

    def set_relevance_offered(self, on: bool) -> None:
        """Offer the order by relevance."""
        self._order.set_relevance_offered(on)

    def set_grouping(self, grouping: Grouping) -> None:
        """Mark what the articles are gathered by."""
        self._order.set_grouping(grouping)

    def sizeHint(self) -> QSize:
        """One line for the field, one for the buttons."""
        return QSize(348, TOP + self.search.height() + BETWEEN + self._order.sizeHint().height() + BOTTOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the parts now that they are seen."""
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self.isVisible():  # else they would be measured six times for the first frame
            return
        self.search.setGeometry(MARGIN, TOP, self.width() - 2 * MARGIN, self.search.height())
        top = TOP + self.search.height() + BETWEEN
        gap = self._fit()
        left = MARGIN + 2
        for button in self._views.values():
            button.setGeometry(left, top, button.sizeHint().width(), button.sizeHint().height())
            left += button.width() + gap
        size = self._order.sizeHint()
        self._order.setGeometry(self.width() - MARGIN - size.width() + ORDER_PADDING, top, size.width(), size.height())

    def _fit(self) -> int:
        """Set the buttons in the roomiest way that the width allows; the gap between them."""
        self._order.set_padding(ORDER_PADDING)
        for padding, gap, short, bare in _FITS:
            self._order.set_bare(bare)
            for button in self._views.values():
                button.set_padding(padding)
                button.set_short(short)
            wanted = sum(button.sizeHint().width() + gap for button in self._views.values())
            if MARGIN + 2 + wanted + self._order.most_width() - ORDER_PADDING + MARGIN <= self.width():
                break
        return gap
