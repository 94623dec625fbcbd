"""ReadingIn: has the library's folders looked at and read in beside the window, and tells how it goes."""

import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app.jobs import Job, Jobs
from reader.library.reading_in.notes import UNKNOWN, Answer, Ended, Look, Looked, Order, Pause, Stale, Stop, Taken

if TYPE_CHECKING:
    from reader.library.reading_in import Newsroom

AGAIN = 500
"""Milliseconds after which files that were being written are looked at again."""
KEPT_OPEN = 30_000
"""Milliseconds that the process is kept at hand after its last work."""
FEW = 12
"""Files whose reading is not worth telling how far it has come."""
MOST_DEATHS = 3
"""So often in a row the process may die at its work before it is left alone."""


class ReadingIn(QObject):
    """One look at a time; a new one takes the place of the one before.

    ``looked(Looked)`` tells what a look found, ``taken(Taken)`` rows of the index that are others now, ``stale()`` that
    others have written to the index; ``progressed`` how many of how many files are read and the seconds left (a float,
    or None while it cannot be said), ``finished()`` that nothing more is to come; ``stopped`` how many files were left
    by the person's wish, 0 once they are taken up again.
    """

    looked = Signal(object)
    taken = Signal(object)
    stale = Signal()
    progressed = Signal(int, int, object)
    paused = Signal(bool)
    finished = Signal()
    stopped = Signal(int)
    troubled = Signal(str)

    def __init__(self, index: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._jobs = jobs
        self._job: Job | None = None
        self._newsroom: Newsroom | None = None
        self._look: Look | None = None
        self._number = 0
        self._has_looked = self._once_more = False
        self._seen = UNKNOWN
        self._deaths = 0
        self._told: set[str] = set()
        self.is_paused = False
        self._last: Look | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._look_again)
        self._idle = QTimer(self, singleShot=True, interval=KEPT_OPEN)
        self._idle.timeout.connect(self._let_go)

    def look(self, folders: Sequence[Path], files: Sequence[Path], *, patient: bool = False) -> None:
        """Bring the index up to date with these folders and single files.

        A ``patient`` look leaves files alone that are still being written, and comes back to them; while the folders
        are being looked at anyway it waits until that is done.
        """
        if patient and self._look is not None and not self._has_looked:
            self._once_more = True
            return
        self._number += 1
        self.stopped.emit(0)
        self._has_looked = self._once_more = False
        self._again.stop()
        self._idle.stop()
        if not patient:
            self.set_paused(False)
        self._look = self._last = Look(self._number, tuple(folders), tuple(files), patient, self._seen)
        self._tell(self._look)

    def prepare(self) -> None:
        """There is likely to be something to look at in a moment: have the process ready."""
        if self._newsroom is None and self._job is None:
            self._employ()

    def is_reading(self) -> bool:
        """Whether there is still something to come, be it from files that are being written."""
        return self._look is not None or self._again.isActive()

    def set_paused(self, on: bool) -> None:
        """Read nothing more for now, or go on."""
        if on != self.is_paused:
            self.is_paused = on
            self._tell(Pause(on))
            self.paused.emit(on)

    def stop(self) -> None:
        """Read no more; what was read stays. The next look goes on where this one stopped."""
        if self._look is not None:
            self._tell(Stop())
            self.set_paused(False)

    def close(self) -> None:
        """End everything at once, half-way or not."""
        self._look = None
        self._again.stop()
        self._idle.stop()
        self._let_go()

    # The process

    def _tell(self, order: Order) -> None:
        if self._newsroom is not None:
            self._newsroom.tell(order)
        elif self._job is None:
            self._employ()

    def _employ(self) -> None:
        index = self._index
        self._job = self._jobs.run(lambda: _hire(index), self._take_newsroom, self._take_fault)

    def _take_newsroom(self, newsroom: "Newsroom") -> None:
        self._newsroom = newsroom
        if self.is_paused:
            newsroom.tell(Pause(True))
        if self._look is not None:
            newsroom.tell(self._look)
        else:
            self._idle.start()
        self._listen(newsroom)

    def _listen(self, newsroom: "Newsroom") -> None:
        self._job = self._jobs.run(newsroom.hear, self._take, self._take_fault)

    def _take(self, answer: Answer | None) -> None:
        if answer is None or self._newsroom is None:
            self._take_death()
            return
        self._listen(self._newsroom)
        if isinstance(answer, Taken):
            self._deaths = 0
            self.taken.emit(answer)  # whichever look it comes from: the index is as it says
        if self._look is None or answer.number != self._look.number:
            return
        match answer:
            case Looked():
                self._take_look(answer)
            case Taken():
                if answer.total > FEW:
                    self.progressed.emit(answer.done, answer.total, answer.seconds_left)
            case Stale():
                self.stale.emit()
            case Ended():
                self._seen = answer.seen
                if answer.problem:
                    self._trouble(_left_words(answer))
                self._finish()
                if answer.left:
                    self._idle.stop()  # the process remembers what was put off
                    self.stopped.emit(0 if answer.problem else answer.left)

    def _take_look(self, looked: Looked) -> None:
        for problem in looked.problems:
            self._trouble(problem)
        if looked.stale:
            self.stale.emit()
        self._has_looked = True
        if looked.hot or self._once_more:
            self._again.start()
        self.looked.emit(looked)

    def _look_again(self) -> None:
        """Come back to files that were still being written."""
        if self._last is not None:
            self.look(self._last.folders, self._last.files, patient=True)

    def _take_death(self) -> None:
        """The process has ended by itself: try again, unless that seems to be of no use."""
        self._let_go()
        look = self._look
        if look is None:
            return
        self._deaths += 1
        if self._deaths < MOST_DEATHS:
            self._tell(look)
        else:
            self._trouble("The articles could not be read in: the process that reads them ends too early.")
            self._finish()

    def _take_fault(self, error: Exception) -> None:
        traceback.print_exception(error)
        self._trouble(f"The articles could not be read in ({type(error).__name__}: {error}).")
        self._let_go()
        self._finish()

    def _finish(self) -> None:
        self._look = None
        self._idle.start()
        self.set_paused(False)
        self.progressed.emit(0, 0, None)
        self.finished.emit()

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self._newsroom is not None:
            self._newsroom.end()
            self._newsroom = None

    def _trouble(self, words: str) -> None:
        if words not in self._told:  # once: it may be the same with every look
            self._told.add(words)
            self.troubled.emit(words)


def _hire(index: Path) -> "Newsroom":
    from reader.library.reading_in import Newsroom  # noqa: PLC0415  the list is to stand before what begins processes

    return Newsroom(index)


def _left_words(ended: Ended) -> str:
    what = "1 article" if ended.left == 1 else f"{ended.left:,} articles" if ended.left else "The articles"
    return f"{what} {ended.problem}. The next look for new articles tries again."
