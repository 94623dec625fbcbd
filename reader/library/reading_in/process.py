"""Process: what runs beside the window: it looks at the folders, has workers read, and keeps the index."""

import contextlib
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import index_places
from reader.library.index_file import IndexFile
from reader.library.reading_in.far_disks import any_is_far
from reader.library.reading_in.looking import Outlook, outlook
from reader.library.reading_in.notes import UNKNOWN, Answer, Ended, Look, Looked, Order, Pause, Stale, Stop
from reader.library.reading_in.turn import Turn
from reader.library.reading_in.work import Read, be_humble
from reader.library.reading_in.workers import CannotBeginError, Workers, wait_for
from reader.library.scan import scan
from reader.library.stamps import Stamp

if TYPE_CHECKING:
    from reader.library.index import Index
    from reader.library.reading_in.round import Round
    from reader.library.readings import Reading

STALE_EVERY = 2.0
"""Seconds between two times that a window is told that another one goes on writing."""
FEW = 20
"""So many files are read as quickly as may be, for somebody is likely to wait for them; more step back."""
TURN_EVERY = 0.5
"""Seconds between two attempts to have one's turn."""


def run(window: Connection, index: Path, read: "Read[Reading]", most_workers: int) -> None:
    """Do what the window asks until it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window
    process = Process(window, index, Workers(read, most_workers))
    with contextlib.suppress(EOFError, OSError):
        while True:
            process.step()
    process.close()


class Process:
    """Does the window's orders; a new look takes the place of the one before, and what that has begun goes on.

    ``step_back`` is called before the first long work. Files that are left when a round ends too early are put off
    until the person asks for another one.
    """

    def __init__(
        self, window: Connection, index: Path, workers: "Workers[Reading]", step_back: Callable[[], None] = be_humble
    ) -> None:
        self._window = window
        self._path = index
        self._file: IndexFile | None = None
        self._index: Index | None = None
        self._workers = workers
        self._turn = Turn(index.with_name(index.name + ".turn"))
        self._asked: Look | None = None
        self._round: Round | None = None
        self._seen = UNKNOWN
        self._stale_told = 0.0
        self._put_off: dict[str, Stamp] = {}
        self._untidy = False
        self._step_back: Callable[[], None] | None = step_back

    def step(self) -> None:
        """Wait for something to do, and do it. Raises EOFError or OSError when the window is gone."""
        ready = wait_for([self._window, *self._workers.doors()], self._patience())
        try:
            if self._window in ready:
                self._obey(self._window.recv())
            self._go_on()
        except sqlite3.Error as error:
            self._untidy = False
            self._end(f"could not be taken into the list: {error}")
        except CannotBeginError:
            self._end("could not be read: the system would not run the processes that read them")

    def close(self) -> None:
        """End the workers and let go of the index."""
        self._workers.close()
        self._turn.give_back()
        for opened in (self._file, self._index):
            if opened is not None:
                opened.close()

    def _patience(self) -> float | None:
        """Seconds until there is something to do even if nobody says anything; None for never."""
        if self._round is None:
            return 0.0 if self._untidy else None
        if not self._round.has_begun:
            return TURN_EVERY if self._round.has_to_wait else 0.0
        until = [self._round.seconds_until_due(), self._workers.patience()]
        return min((seconds for seconds in until if seconds is not None), default=None)

    def _obey(self, order: Order) -> None:
        match order:
            case Look():
                self._asked = order
                self._look(order)
            case Pause(on):
                self._workers.pause(on)
                if self._round is not None:
                    self._round.rest()
            case Stop() if self._round is not None:
                self._put_off = self._round.left()
                self._workers.drop()
                if not self._round.has_begun:
                    self._end()

    def _look(self, look: Look) -> None:
        """See what there is to do, tell it, and make it a round."""
        before, self._round = self._round, None
        if before is not None and (taken := before.keep(now=True)):
            self._say(taken)
        self._file = self._file or IndexFile(self._path)
        state = self._file.read(index_places.state)
        seen = look.seen if self._seen == UNKNOWN else self._seen
        stale = not self._turn.is_mine and seen not in (UNKNOWN, state)
        self._seen = state
        scanned = scan(look.folders)
        under_way = {str(path): stamp for path, stamp in self._workers.drop()}
        known = {os.fsdecode(path): stamp for path, stamp in self._file.read(index_places.stamps).items()}
        if not look.patient:
            self._put_off = {}
        known.update({path: stamp for path, stamp in self._put_off.items() if path not in known})
        known.update(under_way)
        found = outlook(scanned, look.files, known, patient=look.patient)
        problems = tuple(problem.message for problem in scanned.closed.values())
        far = any_is_far(look.folders)
        self._say(Looked(look.number, len(found.waiting), found.hot, tuple(scanned.folders), problems, stale, far))
        if found.asks_for_nothing() and not under_way:
            self._end()
        else:
            self._round = self._new_round(look, found, before, len(under_way))

    def _new_round(self, look: Look, found: Outlook, before: "Round | None", under_way: int) -> "Round":
        """Loads what writing to the index takes: to see that nothing has changed needs a third of that."""
        from reader.library.index import Index  # noqa: PLC0415
        from reader.library.reading_in.round import Round  # noqa: PLC0415

        self._index = self._index or Index(self._path)
        return Round(look, found, self._index, before, under_way)

    def _go_on(self) -> None:
        current = self._round
        if current is None:
            self._workers.answers()  # to files of a round that ended before its time
            self._tidy()
            return
        if not current.has_begun:
            self._begin(current)
        if self._round is not current or not current.has_begun:
            return
        current.take(self._workers.answers())
        if taken := current.keep(now=not self._workers.pending()):
            self._say(taken)
        if current.is_over(self._workers.pending()):
            self._end()

    def _tidy(self) -> None:
        """Put the index in order bit by bit while there is nothing else to do."""
        if self._untidy and self._index is not None:
            self._untidy = self._turn.take() and self._index.tidy()
        if not self._untidy:
            self._turn.give_back()

    def _begin(self, current: "Round") -> None:
        """Read and write, once it is our turn; another window may have done the work meanwhile."""
        had_to_wait, current.has_to_wait = current.has_to_wait, not self._turn.take()
        if current.has_to_wait:
            self._tell_if_stale(current.look)
            return
        if had_to_wait:
            self._turn.give_back()
            self._look(current.look)
            return
        self._say(current.begin())
        if len(current.waiting) > FEW and self._step_back is not None:
            self._workers.close()  # those that would not step back
            self._step_back()
            self._step_back = None
        self._workers.hand(current.waiting)

    def _tell_if_stale(self, look: Look) -> None:
        """While another window reads in, let this one show from time to time what has come."""
        now = time.monotonic()
        if self._file is None or now < self._stale_told + STALE_EVERY:
            return
        state = self._file.read(index_places.state)
        if state != self._seen:
            self._seen, self._stale_told = state, now
            self._say(Stale(look.number))

    def _end(self, problem: str = "") -> None:
        """End the round; ``problem`` says, as the end of a sentence, why files are left."""
        current, self._round = self._round, None
        self._workers.drop()
        if problem and current is not None:
            self._put_off = current.left()
        left = current.total - current.done if current is not None else 0
        self._untidy = not problem and current is not None and current.is_large()
        with contextlib.suppress(sqlite3.Error):  # then what was seen last still holds
            if self._file is not None and self._turn.is_mine:
                self._seen = self._file.read(index_places.state)
        self._turn.give_back()
        if self._asked is not None:
            self._say(Ended(self._asked.number, left, problem, self._seen))

    def _say(self, answer: Answer) -> None:
        self._window.send(answer)
