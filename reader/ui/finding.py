"""Finding: looks for words in the story, and goes from match to match.

The words are the find bar's while it is open, else those that the library is searched for.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint

from reader.app.story.find import Text, in_units
from reader.library import Matcher
from reader.ui.find_bar import FindBar
from reader.ui.story_view import StoryView


class Finding(QObject):
    """Joins one view and one bar. The current match is -1 while one has not yet gone to any."""

    def __init__(self, view: StoryView, bar: FindBar) -> None:
        super().__init__(bar)
        self._view = view
        self._bar = bar
        self._text: Text | None = None
        self._found: list[tuple[int, int]] = []
        self._current = -1
        self._awaiting: Callable[[], None] | None = None
        self._searched: Matcher | None = None
        bar.words_changed.connect(self._look)
        bar.next_wanted.connect(self.go)
        bar.closed.connect(self.close)

    def begin(self) -> None:
        """Open the bar, its words chosen, and go to the first match from here on."""
        self._text = None
        self._bar.begin()

    def close(self) -> None:
        """Close the bar, keep the place, and give the keyboard to the story."""
        self._text = None
        self._bar.hide()
        self._mark_searched()
        self._view.setFocus()

    def set_searched(self, matcher: Matcher | None) -> None:
        """Mark what the library is searched for, or no longer; the bar's own words come before it."""
        self._searched = matcher
        if not self._bar.isVisible():
            self._mark_searched()

    def go(self, step: int) -> None:
        """Go to the next match (1) or the previous (-1), round the ends, the first time from here on.

        Where nothing is looked for yet, the bar opens.
        """
        if not self._bar.isVisible() and not self._found:
            self.begin()
        elif self._found and self._current < 0 and not self._bar.isVisible():
            self._show(self._from_here() if step > 0 else self._from_here() - 1)
        elif self._found:
            start = self._current if self._current >= 0 or step > 0 else 0
            self._show((start + step) % len(self._found))

    def again(self, *, other_story: bool) -> None:
        """Mark the matches in a text that was set anew, and stay where one is."""
        self._text = None
        if not self._bar.isVisible():
            self._mark_searched(-1 if other_story else self._current)
            return
        if not self._may(self._awaiting or (lambda: self.again(other_story=other_story))):
            return
        self._found = self._matches(self._bar.field.text())
        self._current = -1 if other_story else min(self._current, len(self._found) - 1)
        self._view.mark(self._found, self._current)
        self._bar.show_count(self._current, len(self._found))

    def go_on(self) -> None:
        """All of a long story is set: look now for what was asked for meanwhile."""
        awaiting, self._awaiting = self._awaiting, None
        if awaiting is not None:
            awaiting()

    def _may(self, look: Callable[[], None]) -> bool:
        """Whether one can look now; else one looks when all of the story is set, which takes a second at most."""
        if self._view.is_whole():
            return True
        self._awaiting = look
        self._bar.show_waiting()
        return False

    def _matches(self, words: str) -> list[tuple[int, int]]:
        if self._text is None:
            self._text = Text(self._view.toPlainText())
        return self._text.matches(words)

    def _look(self, words: str) -> None:
        if not self._may(lambda: self._look(self._bar.field.text())):
            return
        self._found = self._matches(words)
        self._show(self._from_here())

    def _from_here(self) -> int:
        """The first match from what is in sight on, else the first of all."""
        here = self._view.cursorForPosition(QPoint(2, 6)).position()
        return next((number for number, (start, _) in enumerate(self._found) if start >= here), 0)

    def _mark_searched(self, current: int = -1) -> None:
        """Mark what the library is searched for, and stay where one is; of a long story, all when all of it is set."""
        if self._searched is not None and not self._view.is_whole():
            self._awaiting = lambda: self._mark_searched(current)
        text = self._view.toPlainText() if self._searched is not None else ""
        self._found = in_units(text, self._searched.matches(text)) if self._searched is not None else []
        self._current = min(current, len(self._found) - 1)
        self._view.mark(self._found, self._current)

    def _show(self, current: int) -> None:
        current = self._current = current % len(self._found) if self._found else -1
        self._view.highlight(self._found, current)
        self._bar.show_count(current, len(self._found))
