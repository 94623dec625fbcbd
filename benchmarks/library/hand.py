"""Hand: scrolls, searches and opens stories in the program's window, as somebody in a hurry does."""

import time
from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from reader.app.story_state import Showing
from reader.program import Program

EVERY = 100
"""Milliseconds between two doings: a story is opened every few hundred."""
LETTERS = 6
"""So much of a word is typed, letter by letter."""


class Hand(QObject):
    """``stories`` and ``searches`` count what was shown of what it asked for; ``doings`` is what it did, and when."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.stories = self.searches = 0
        self.doings: list[tuple[float, str]] = []
        self._pane = program.list_pane
        self._view, self._search = self._pane.view, self._pane.header.search
        program.session.story_changed.connect(self._count_story)
        self._pane.searched.connect(self._count_search)
        self._doings = cycle(self._round())
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._do)

    def begin(self) -> None:
        """Begin, and go on until ``end``."""
        self._timer.start()

    def end(self) -> None:
        """Do no more."""
        self._timer.stop()

    def _round(self) -> list[Callable[[], None]]:
        look_through = [self._turn, self._turn, self._page, self._open, self._turn, self._pull, self._open]
        typing = [self._type] * LETTERS
        return [*look_through, *look_through, self._enter, *typing, self._go_down, self._open, self._page, self._leave]

    def _do(self) -> None:
        doing = next(self._doings)
        self.doings.append((time.perf_counter(), doing.__name__.removeprefix("_")))
        doing()

    def _turn(self) -> None:
        """The wheel."""
        self._scroll(102)

    def _page(self) -> None:
        self._scroll(self._view.viewport().height())

    def _pull(self) -> None:
        """The scroll bar, to somewhere else."""
        self._scroll(self._view.verticalScrollBar().maximum() * 37 // 100)

    def _scroll(self, way: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue((bar.value() + way) % max(bar.maximum(), 1))

    def _open(self) -> None:
        self._view.step(1)

    def _enter(self) -> None:
        self._pane.focus_search()
        words = (word for entry in self._view.coming() for word in entry.title.split())
        self._word = next((word for word in words if word.isascii() and len(word) > 3), "the")  # as QTest can type

    def _type(self) -> None:
        """The next letter of a word that stands in a title."""
        if letter := self._word[len(self._search.text()) :][:1]:
            QTest.keyClicks(self._search, letter)

    def _go_down(self) -> None:
        QTest.keyClick(self._search, Qt.Key.Key_Return)

    def _leave(self) -> None:
        QTest.keyClick(self._search, Qt.Key.Key_Escape)

    def _count_story(self, state: object) -> None:
        self.stories += isinstance(state, Showing)

    def _count_search(self, matcher: object) -> None:
        self.searches += matcher is not None
