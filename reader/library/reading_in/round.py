"""Round: one look at the folders on its way: how far it has come, and what it has to tell the window."""

import time
from array import array
from collections.abc import Iterable
from datetime import UTC, datetime

from reader.library.entries import Entry
from reader.library.index import Index
from reader.library.reading_in.keeping import Keeping
from reader.library.reading_in.looking import Outlook
from reader.library.reading_in.notes import Ids, Look, Taken
from reader.library.reading_in.pace import EACH, Pace
from reader.library.reading_in.work import Failed
from reader.library.readings import Reading, reading_of
from reader.library.stamps import Stamp

KEEP_EVERY, AT_FIRST = 2.0, 0.4
"""Seconds between two times that the index keeps what was read: many together cost it half as much for each.

At first a person waits for something to be seen.
"""
TELL_EVERY = 0.5
"""Seconds between two times that the window is told how far it has come."""
MOST = 200
"""Readings that are kept at once: together they hold the index for a fifth of a second."""

_NONE: Ids = array("q")


class Round:
    """Goes on from the one ``before`` that it takes the place of, if any; workers still have ``under_way`` files."""

    def __init__(self, look: Look, found: Outlook, index: Index, before: "Round | None", under_way: int) -> None:
        self.look = look
        self.waiting = found.waiting
        self.done: int = before.done if before else 0
        self.total = self.done + under_way + len(found.waiting)
        self.has_begun = False
        self.has_to_wait = False
        self._index = index
        self._keeping = Keeping(index, found)
        self._pace: Pace = before._pace if before else Pace(time.monotonic())
        self._pace.left = sum(_cost(stamp) for _, stamp in found.waiting)
        self._read: list[Reading] = []
        self._kept = self._told = 0.0
        self._forgetting = False

    def begin(self) -> Taken:
        """Bring the index up to date as far as that needs no reading."""
        self.has_begun = True
        changed = self._keeping.move()
        return self._taken(changed=changed, gone=self._gone())

    def left(self) -> dict[str, Stamp]:
        """All that was to be read at first; what has been is in the index by now."""
        return {str(path): stamp for path, stamp in self.waiting}

    def rest(self) -> None:
        """Somebody wished for a pause, which says nothing about the pace."""
        self._pace.rest(time.monotonic())

    def take(self, answers: Iterable[Reading | Failed]) -> None:
        """Take what workers have read; it is kept a little later."""
        for answer in answers:
            reading = _unread(answer) if isinstance(answer, Failed) else answer
            self._read.append(reading)
            self._pace.step(_cost(reading.stamp), time.monotonic())
            self.done += 1

    def seconds_until_due(self) -> float | None:
        """When there is something to be done even if no worker says anything; None for never."""
        if self._forgetting:
            return 0.0
        until = min(self._kept + self._keep_every(), self._told + TELL_EVERY) - time.monotonic()
        return max(0.0, until) if self._read else None

    def keep(self, *, now: bool) -> Taken | None:
        """Keep what was read, if it is due or is wanted ``now``, and go on forgetting; what there is to tell."""
        if self._forgetting:
            self._forgetting = self._keeping.forget()
        time_now = time.monotonic()
        if not self._read:
            return None
        if not (now or len(self._read) >= MOST or time_now >= self._kept + self._keep_every()):
            return self._taken() if time_now >= self._told + TELL_EVERY else None
        readings, self._read = self._read, []
        new, changed = self._keeping.keep(readings)
        self._kept = time.monotonic()
        return self._taken(new, changed, self._gone())

    def _keep_every(self) -> float:
        return AT_FIRST if self.done < MOST else KEEP_EVERY

    def is_large(self) -> bool:
        """Whether so much was read that the index is worth tidying."""
        return self.done >= MOST

    def is_over(self, pending: int) -> bool:
        """Whether everything is read, kept and forgotten; ``pending`` files are with the workers."""
        return self.has_begun and not (pending or self._read or self._forgetting)

    def _gone(self) -> Ids:
        gone = self._keeping.gone()
        self._forgetting = self._forgetting or bool(gone)
        return gone

    def _taken(self, new: Ids = _NONE, changed: Ids = _NONE, gone: Ids = _NONE) -> Taken:
        self._told = time.monotonic()
        if new or changed or gone:
            self._index.count_change()
        return Taken(
            self.look.number,
            new,
            changed,
            gone,
            self._keeping.renewed(),
            self._keeping.moved(),
            self.done,
            self.total,
            self._pace.seconds_left(),
        )


def _cost(stamp: Stamp) -> int:
    """What reading a file costs, in bytes."""
    return EACH + max(0, stamp.size)


def _unread(failed: Failed) -> Reading:
    """The row of a file that no worker got through."""
    path, stamp = failed.file
    name = path.name.encode("utf-8", "replace").decode()
    saved = datetime.fromtimestamp(max(0, stamp.changed) / 1e9, UTC)
    return reading_of(Entry(path, title=name, saved=saved, problem=f"{name} could not be read: {failed.why}."), stamp)
