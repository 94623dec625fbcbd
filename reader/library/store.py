"""Store: everything the person did and chose, in memory at once and on disk as soon as the disk allows."""

import threading
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from reader.article import Problem
from reader.library.facts import Fact, Facts, Held, Value, check_sayable
from reader.library.family import Family
from reader.library.writer import Saved, Whereabouts, Writer

_AT_A_TIME = 1000
"""So many facts are merged before another thread may read: the window never waits for a long file."""


def _to_nobody(_: object) -> None:
    """Tell nobody."""


class Store:
    """One device's file of facts, read whole on making, with those of other devices beside it.

    ``path`` is this device's file; ``pattern`` says which names in its folder (``standfirst*.jsonl``) are read as
    well: other devices' files, and the copies a synced folder makes of conflicts. ``tell`` hears what a person should
    know, ``on_news`` the facts that other windows and devices changed; both may be called on the writer's thread.
    ``whereabouts``, called there too, tells where the file belongs by now, when another window may have moved it.
    """

    def __init__(
        self,
        path: Path,
        device: str,
        pattern: str = "",
        tell: Callable[[Problem], None] = _to_nobody,
        on_news: Callable[[list[Fact]], None] = _to_nobody,
        whereabouts: Whereabouts | None = None,
    ) -> None:
        self.device = device
        """The name this device writes under."""
        self._facts = Facts()
        self._memory = threading.Lock()
        self.told: list[Problem] = []
        """Everything ``tell`` was told so far: at the start nobody may have been listening yet."""

        def tell_and_note(problem: Problem) -> None:
            self.told.append(problem)
            tell(problem)

        family = Family(path, pattern, tell_and_note)
        self._writer = Writer(family, self._merge, self._holding, tell_and_note, on_news, whereabouts)
        self._writer.start()

    def get(self, what: str, which: str) -> Value:
        """The value that holds, or None where nothing was said."""
        return self._facts.get(what, which)

    def of(self, what: str) -> dict[str, Value]:
        """All that holds of one kind, by which."""
        with self._memory:
            return {which: held[1] for which, held in self._facts.of(what).items()}

    def where(self, what: str, value: bool) -> set[str]:
        """All of one kind for which exactly this was said, yes or no."""
        with self._memory:
            return {which for which, held in self._facts.of(what).items() if held[1] is value}

    def set(self, what: str, which: str, value: Value) -> Saved:
        """Let the value hold: in memory at once; the answer is done when the disk has it.

        Raises TypeError or ValueError for a value that JSON cannot say.
        """
        return self.set_all(what, [which], value)

    def set_all(self, what: str, many: Iterable[str], value: Value) -> Saved:
        """Let the same value hold for many at once, which is far quicker than one by one."""
        check_sayable(value)
        with self._memory:
            when = max(time.time_ns() // 1000, self._facts.last_seen + 1)
            held: dict[str, Held] = dict.fromkeys(many, (when, value, self.device))
            self._facts.take(what, held)
        return self._writer.save([Fact(what, which, value, when, self.device) for which in held])

    @property
    def is_behind(self) -> bool:
        """Whether something could not be saved when it was tried last, and would be lost with the program."""
        return self._writer.is_behind

    def look(self) -> None:
        """Have the writer see what other windows and devices wrote, and try again what could not be saved."""
        self._writer.look()

    def move(self, path: Path, confirm: Callable[[], None] = lambda: None) -> Saved:
        """Keep everything in another file from now on, joined with what is there; ``confirm`` is called when it is.

        The answer fails with OSError where that cannot be; then all stays where it was, as the old file does anyway.
        """
        return self._writer.move(path, confirm)

    def close(self, seconds: float = 15.0) -> bool:
        """Write what is left and end, waiting so long at most; whether the disk has it all."""
        return self._writer.stop(seconds)

    def _merge(self, facts: Facts) -> Facts:
        news = Facts()
        for what, held in facts.kinds():
            if not self._facts.of(what):
                with self._memory:
                    news.take(what, self._facts.take(what, held))
                continue
            waiting = iter(held.items())
            while some := dict(islice(waiting, _AT_A_TIME)):
                with self._memory:
                    changed = self._facts.take(what, some)
                if changed:
                    news.take(what, changed)
        return news

    def _holding(self) -> list[Fact]:
        with self._memory:
            return list(self._facts)
