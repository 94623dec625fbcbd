"""Writer: the one thread that puts facts on the disk and looks for what others wrote."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from reader.article import Problem
from reader.library.facts import Fact, Facts
from reader.library.family import Family, Merge

Saved = Future[None]
"""Done when the disk has the fact; fails where it could not be written just now (it stays to be): with OSError, or with
what a fault of ours raised."""


Whereabouts = Callable[[], Path]
"""Tells in which file this device's facts belong: another window may have chosen another folder."""


class Write(NamedTuple):
    """The wish to have facts written."""

    facts: list[Fact]
    saved: Saved


class Move(NamedTuple):
    """The wish to keep everything in another file; ``confirm`` is called when that holds it all."""

    path: Path
    confirm: Callable[[], None]
    saved: Saved


class Wish(Enum):
    """What the writer may be asked for besides writing a fact."""

    LOOK = "look"
    STOP = "stop"


class Writer:
    """Writes what it is given, in order, as many facts at a time as have come together.

    ``tell`` hears, once, that saving fails; ``on_news`` what other windows and devices changed. Both are called on
    the writer's thread. What could not be written is tried again with the next fact or look, also where the fault is
    ours: the thread goes on whatever happens on it.
    """

    def __init__(
        self,
        family: Family,
        merge: Merge,
        holding: Callable[[], list[Fact]],
        tell: Callable[[Problem], None],
        on_news: Callable[[list[Fact]], None],
        whereabouts: Whereabouts | None = None,
    ) -> None:
        self._family = family
        self._merge = merge
        self._holding = holding
        self._tell = tell
        self._on_news = on_news
        self._whereabouts = whereabouts
        self._wishes: queue.SimpleQueue[Write | Move | Wish] = queue.SimpleQueue()
        self._unsaved: list[Write] = []
        self._failing = False
        self._faulty = False
        self.is_behind = False
        """Whether something could not be written when it was tried last."""
        self._thread = threading.Thread(target=self._run, name="store writer", daemon=True)

    def start(self) -> None:
        """Read what is there, which is no news, and begin to write."""
        self._look()
        self._thread.start()

    def save(self, facts: list[Fact]) -> Saved:
        """Write the facts soon, all at once."""
        saved = Saved()
        saved.set_running_or_notify_cancel()  # from here on nobody can call it off
        self._wishes.put(Write(facts, saved))
        return saved

    def look(self) -> None:
        """See soon what others wrote."""
        self._wishes.put(Wish.LOOK)

    def move(self, path: Path, confirm: Callable[[], None]) -> Saved:
        """Keep everything in another file from now on; the one before stays as it is.

        What fails changes nothing.
        """
        saved = Saved()
        saved.set_running_or_notify_cancel()
        self._wishes.put(Move(path, confirm, saved))
        return saved

    def stop(self, seconds: float) -> bool:
        """Write what is left and end, waiting so long at most; whether the disk has it all."""
        self._wishes.put(Wish.STOP)
        self._thread.join(seconds)
        return not self._thread.is_alive() and not self._unsaved and self._wishes.empty()

    def _run(self) -> None:
        wishes: list[Write | Move | Wish] = []
        while Wish.STOP not in wishes:
            wishes = self._waiting()
            for step in (self._save, self._move, self._hear):
                try:
                    step(wishes)
                except Exception as fault:
                    self._found_fault(fault)

    def _move(self, wishes: list[Write | Move | Wish]) -> None:
        for move in (wish for wish in wishes if isinstance(wish, Move)):
            self._do_move(move)

    def _hear(self, wishes: list[Write | Move | Wish]) -> None:
        if Wish.LOOK in wishes:
            self._follow()
            self._announce(self._look())

    def _follow(self) -> None:
        """Go where another window of this device has moved everything."""
        try:
            path = self._whereabouts() if self._whereabouts is not None else self._family.path
        except OSError as error:
            self._failed(error)
            return
        if path != self._family.path:
            self._do_move(Move(path, lambda: None, Saved()))

    def _do_move(self, move: Move) -> None:
        try:
            family = self._family.at(move.path)
            there = family.look()
            news = self._merge(there)
            family.save([fact for fact in self._holding() if there.wants(fact)], self._merge, self._holding)
            move.confirm()
        except Exception as error:
            move.saved.set_exception(error)
            return
        self._family, self._unsaved, self.is_behind = family, [], False
        move.saved.set_result(None)
        self._announce(news)

    def _waiting(self) -> list[Write | Move | Wish]:
        """The next wish, once there is one, and all that wait behind it."""
        wishes = [self._wishes.get()]
        while not self._wishes.empty():
            wishes.append(self._wishes.get())
        return wishes

    def _save(self, wishes: list[Write | Move | Wish]) -> None:
        """Write what waits: all at once, or each wish by itself where one of them cannot be written."""
        waiting = [*self._unsaved, *(wish for wish in wishes if isinstance(wish, Write))]
        if not waiting:
            return
        self._unsaved = []
        error = self._put(waiting, alone=len(waiting) == 1)
        if error is not None and not self._unsaved:
            error = next(filter(None, [self._put([write], alone=True) for write in waiting]), None)
        self.is_behind = bool(self._unsaved)
        if error is None:
            self._failing = False
        else:
            self._failed(error)

    def _put(self, writes: list[Write], *, alone: bool) -> Exception | None:
        """Write some at once, or keep them for later; what hindered it. A fault of ours may be that of one of them."""
        try:
            facts = [fact for write in writes for fact in write.facts]
            news = self._family.save(facts, self._merge, self._holding)
        except Exception as error:
            if isinstance(error, OSError) or alone:
                self._unsaved += writes
                _settle(writes, error)
            return error
        _settle(writes, None)
        self._announce(news)
        return None

    def _look(self) -> Facts:
        try:
            return self._merge(self._family.look())
        except OSError as error:
            self._failed(error)
            return Facts()

    def _announce(self, news: Facts) -> None:
        try:
            if len(news):
                self._on_news(list(news))
        except Exception as fault:
            self._found_fault(fault)

    def _failed(self, error: Exception) -> None:
        if not self._failing:
            self._failing = True
            _report(error)
            self._tell(_trouble(error))

    def _found_fault(self, fault: Exception) -> None:
        """Say, once, that something else than saving does not work."""
        if not self._faulty:
            self._faulty = True
            _report(fault)
            self._tell(
                Problem(
                    "fault",
                    f"A fault in the program ({_named(fault)}) keeps it from showing what another window or device "
                    "changed. What you change is still saved.",
                )
            )


def _settle(writes: list[Write], error: Exception | None) -> None:
    """Answer those that wait for these; who was told once that it failed is told no more."""
    for saved in (write.saved for write in writes if not write.saved.done()):
        if error is None:
            saved.set_result(None)
        else:
            saved.set_exception(error)


def _report(error: Exception) -> None:
    """Leave the trace of a fault of ours where developers look for it."""
    if not isinstance(error, OSError):
        threading.excepthook(
            threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
        )


def _named(error: Exception) -> str:
    """What went wrong, in few words."""
    return f"{type(error).__name__}: {error}"


def _trouble(error: Exception) -> Problem:
    """What a person is told when the settings file cannot be read or written."""
    ours = f"a fault in the program, {_named(error)}"
    reason = error.strerror or str(error) if isinstance(error, OSError) else ours
    return Problem(
        "cannot-save",
        f"Your marks and settings cannot be read or saved just now ({reason}). What you change is kept while the "
        "program runs, and saving is tried again with each change.",
    )
