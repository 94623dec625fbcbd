"""Session: which story is open, and what the person does with it."""

import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from reader.app.history import History
from reader.app.jobs import Job, Jobs
from reader.app.reading_clock import ReadingClock
from reader.app.story import Place
from reader.app.story_loading import Read, everything_in, load_story, measure_pictures
from reader.app.story_state import Failed, Loading, Nothing, Showing, StoryState
from reader.app.undo import MarkStep
from reader.article import Article, ArticleId, Problem
from reader.library import Entry, Marks, Position, ReadState

QUIET = 2000
"""Milliseconds without a move after which the place in the story is remembered."""


class Session(QObject):
    """The open story. ``story_changed`` tells the state, ``marks_changed`` the articles whose marks are others now."""

    story_changed = Signal(object)
    marks_changed = Signal(list)
    history_changed = Signal()
    faulted = Signal(str)

    def __init__(self, read_state: ReadState, jobs: Jobs, load: Read = load_story) -> None:
        super().__init__()
        self._read_state = read_state
        self._jobs = jobs
        self._load = load
        self._job: Job | None = None
        self.history = History()
        self._place: tuple[Place, float] | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.keep_place)
        self._clock = ReadingClock(self)
        self._clock.read.connect(self._count_as_read)
        self.undo_stack = QUndoStack(self)
        self.state: StoryState = Nothing()
        self.entry: Entry | None = None

    # Opening

    def open(self, entry: Entry, *, remember: bool = True) -> None:
        """Read and show an article; ``remember`` puts it into the history."""
        if self.entry is not None and entry.path == self.entry.path and not isinstance(self.state, Failed):
            return
        self.leave()
        self.entry = entry
        if remember:
            self.history.visit(entry.path)
        self.history_changed.emit()
        self._set_state(Loading(entry.path))
        self._read(entry.path, self._load)

    def close_story(self) -> None:
        """Show no story."""
        self.leave()
        self.entry = None
        self._set_state(Nothing())

    def follow(self, entry: Entry) -> None:
        """The open file lies elsewhere or holds another article now: its marks are those of ``entry`` from here on.

        What is shown stays; to have read that does not count for another article.
        """
        if self.entry is not None and entry.identity != self.entry.identity:
            self.keep_place()
            self._clock.stop()
        self.entry = entry
        if not isinstance(self.state, Nothing):
            self.state = replace(self.state, path=entry.path)

    def reload(self) -> None:
        """Read the open file anew; what is shown stays until that is done."""
        if self.entry is not None:
            self.leave()
            self._read(self.entry.path, self._load)

    def end(self) -> None:
        """The window closes: remember the place, and hear nothing more of what is shown on its way out."""
        self.leave()
        self.state, self.entry = Nothing(), None

    def leave(self) -> None:
        """Remember the place, and let nothing that is still being read come any more."""
        self.keep_place()
        self._clock.stop()
        if self._job is not None:
            self._job.cancel()

    def toggle_everything(self) -> None:
        """Show all that the file holds as plain text, or again the story that was found in it."""
        state = self.state
        if isinstance(state, (Showing, Failed)):
            self.keep_place()
            shown = isinstance(state, Showing) and state.everything
            self._read(state.path, self._load if shown else everything_in)

    def _read(self, path: Path, read: Read) -> None:
        self._job = self._jobs.run(lambda: read(path), self._take_story, self._take_fault)

    def measure_pictures(self) -> None:
        """Find out how large the story's pictures are, to set them in the text."""
        state = self.state
        if isinstance(state, Showing) and state.parsed.article.figures and not state.measured:
            self._jobs.run(lambda: measure_pictures(state), self._take_sizes, self._take_fault)

    def read_beside(self, entry: Entry, use: Callable[[Article], None]) -> None:
        """Read an article without opening it, for ``use``; what cannot be read is told."""

        def take(state: Showing | Failed) -> None:
            if isinstance(state, Showing):
                use(state.parsed.article)
            else:
                self.faulted.emit(state.problem.message)

        state = self.state
        if isinstance(state, Showing) and state.path == entry.path:
            use(state.parsed.article)
        else:
            self._jobs.run(lambda: self._load(entry.path), take, self._take_fault)

    # History

    def can_go(self, step: int) -> bool:
        """Whether something was opened before (-1) or after (1) this."""
        return self.history.can_go(step)

    def go(self, step: int) -> Path | None:
        """The file opened before (-1) or after (1) this one, which is now the one the history is at."""
        return self.history.go(step)

    # Place

    def start_place(self) -> Place:
        """Where the open story was left; everything a file holds begins at its beginning."""
        if isinstance(self.state, Showing) and self.state.everything:
            return Place()
        position = self.marks().position
        return Place(position.block, position.offset) if position else Place()

    def move(self, place: Place, fraction: float, *, at_end: bool) -> None:
        """The person has moved in the story; remembered after a quiet while."""
        if not isinstance(self.state, Showing) or self.state.everything:
            return
        self._place = (place, fraction)
        self._quiet.start()
        if at_end:
            self._clock.see_end()

    def keep_place(self) -> None:
        """Remember the place now, if it is not yet remembered."""
        self._quiet.stop()
        if self._place is None or self.entry is None:
            return
        place, fraction = self._place
        self._place = None
        position = Position(max(0, place.block), place.offset, min(1.0, max(0.0, fraction)))
        if self._read_state.set_position(self.entry.identity, position):
            self.marks_changed.emit([self.entry.identity])

    # Marks

    def marks(self) -> Marks:
        """What is remembered of the open article."""
        return self._read_state.marks(self.entry.identity) if self.entry is not None else Marks()

    def toggle_read(self) -> None:
        """Mark the open story as read, or as unread."""
        if self.entry is not None:
            self.set_read([self.entry.identity], not self.marks().read)

    def toggle_star(self) -> None:
        """Give the open story a star, or take it."""
        if self.entry is not None:
            self.set_starred([self.entry.identity], not self.marks().starred)

    def set_read(self, identities: Iterable[ArticleId], read: bool) -> int:
        """Mark articles; can be undone. Answers how many changed."""
        before = {identity: self._read_state.marks(identity).read for identity in identities if identity}
        changing = {identity: value for identity, value in before.items() if value != read}
        if changing:
            if self.entry is not None and self.entry.identity in changing:
                self._clock.stop()
            words = "Mark as Read" if read else "Mark as Unread"
            self.undo_stack.push(MarkStep(words, changing, read, self._apply_read))
        return len(changing)

    def set_starred(self, identities: Iterable[ArticleId], starred: bool) -> int:
        """Give or take stars; can be undone. Answers how many changed."""
        before = {identity: self._read_state.marks(identity).starred for identity in identities if identity}
        changing = {identity: value for identity, value in before.items() if value != starred}
        if changing:
            words = "Star" if starred else "Take Star"
            self.undo_stack.push(MarkStep(words, changing, starred, self._apply_starred))
        return len(changing)

    def _apply_read(self, values: Mapping[ArticleId, bool]) -> None:
        for value in (True, False):
            self._read_state.set_all_read([identity for identity, wanted in values.items() if wanted is value], value)
        self.marks_changed.emit(list(values))

    def _apply_starred(self, values: Mapping[ArticleId, bool]) -> None:
        for identity, value in values.items():
            self._read_state.set_starred(identity, value)
        self.marks_changed.emit(list(values))

    def _count_as_read(self) -> None:
        if self.entry is not None:
            self.set_read([self.entry.identity], True)

    # Answers

    def _take_story(self, state: Showing | Failed) -> None:
        if self.entry is None or state.path != self.entry.path:
            return
        self._set_state(state)
        if isinstance(state, Showing):
            self._clock.start(self.entry.minutes or 1)
            self._read_state.opened(self.entry.identity, datetime.now(UTC))
            self.marks_changed.emit([self.entry.identity])

    def _take_sizes(self, state: Showing) -> None:
        if isinstance(self.state, Showing) and self.state.parsed is state.parsed:
            if state.sizes:
                self._set_state(state)
            else:
                self.state = state  # nothing to show anew

    def _take_fault(self, error: Exception) -> None:
        """Show a fault of our own as one of the file, so that one can go on; it is told whole as well."""
        traceback.print_exception(error)
        words = f"Standfirst itself failed on this file ({type(error).__name__}: {error})."
        self.faulted.emit(words)
        if self.entry is not None and isinstance(self.state, Loading):
            self._set_state(Failed(self.entry.path, Problem("fault", words)))

    def _set_state(self, state: StoryState) -> None:
        self.state = state
        self.story_changed.emit(state)
