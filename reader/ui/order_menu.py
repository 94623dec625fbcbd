"""OrderMenu: the orders of the list, and what to gather it by."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.app.list_order import GROUPING_WORDS, ORDER_WORDS, Grouping, Order
from reader.app.look import Look

T = TypeVar("T")


class OrderMenu(QMenu):
    """Made when it is asked for, and gone when it closes. ``order_chosen(Order)``, ``grouping_chosen(Grouping)``."""

    order_chosen = Signal(object)
    grouping_chosen = Signal(object)

    def __init__(
        self, look: Look, order: Order, grouping: Grouping, offers_relevance: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Order")
        self.setFont(look.interface(13))
        offered = {
            each: words for each, words in ORDER_WORDS.items() if offers_relevance or each is not Order.RELEVANCE
        }
        self._offer(offered, order, self.order_chosen)
        self.addSeparator()
        self._offer(GROUPING_WORDS, grouping, self.grouping_chosen)

    def _offer(self, choices: Mapping[T, str], holds: T, chosen: SignalInstance) -> None:
        """Put choices into the menu, one of which holds."""
        group = QActionGroup(self)
        for choice, words in choices.items():
            action = group.addAction(words)
            action.setCheckable(True)
            action.setChecked(choice is holds)
            action.setData(choice)
            self.addAction(action)
        group.triggered.connect(lambda action: chosen.emit(action.data()))
