"""Family: this device's journal and, in the same folder, those of other devices, all read as one."""

from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

from reader.article import Problem
from reader.library.fact_lines import VERSION
from reader.library.facts import Fact, Facts
from reader.library.journal import Journal, Reading

_SHARE = 8
"""A file with more lines than one for so many facts that hold is rewritten: then it has one for a hundred."""
_FEW = 1000
"""A file of fewer lines is not."""


Merge = Callable[[Facts], Facts]
"""Takes facts into memory and gives those that changed what holds."""


class Family:
    """The files of one settings folder. Its methods raise OSError as the system does, and belong to one thread.

    ``pattern`` says which names in the folder are read besides our own; ``tell`` hears what a person should know.
    """

    def __init__(self, path: Path, pattern: str, tell: Callable[[Problem], None]) -> None:
        self.path = path
        """The file of this device, as it was given; beside a newer program's it writes to another."""
        self._own = Journal(path.resolve())
        self._pattern = pattern
        self._tell = tell
        self._others: dict[Path, Journal] = {}
        self._unreadable: set[Path] = set()
        self._enough = _FEW

    def at(self, path: Path) -> "Family":
        """The family of another settings folder, in which ``path`` is this device's file."""
        return Family(path, self._pattern, self._tell)

    def look(self) -> Facts:
        """All facts that were added to any file since the last look; a few stat calls where nothing was."""
        facts = self._look_at_own() if self._own.changed() else Facts()
        for other in self._others_now():
            if other.changed():
                facts.merge(self._look_at(other))
        return facts

    def save(self, unsaved: list[Fact], merge: Merge, holding: Callable[[], list[Fact]]) -> Facts:
        """Write facts behind what others wrote meanwhile, which is merged first; gives what those others changed.

        What our file has lost since we read it (removed, or replaced by an older copy) is written again.
        """
        had = self._own.known
        with self._own.locked():
            reading = self._own.read(to_end=True)
            self._tell_damage(self._own, reading)
            if reading.foreign:
                self._set_aside()
            if reading.version <= VERSION:
                news = merge(reading.facts)
                lost = _missing(holding(), [*reading.facts, *unsaved]) if had and reading.afresh else []
                self._own.append([*lost, *unsaved])
                self._rewrite_if_it_pays(holding)
                return news
        self._step_beside()
        return self.save(unsaved, merge, holding)

    def _look_at_own(self) -> Facts:
        reading = self._own.read()
        if reading.foreign:
            return self._look_again_locked()
        if reading.version > VERSION:
            self._step_beside()
            reading.facts.merge(self._own.read().facts)
        self._tell_damage(self._own, reading)
        return reading.facts

    def _look_again_locked(self) -> Facts:
        """Read what seemed not to be ours once more, undisturbed, before it is moved."""
        self._own = Journal(self._own.path)
        with self._own.locked():
            reading = self._own.read(to_end=True)
            if reading.foreign:
                self._set_aside()
        return reading.facts

    def _set_aside(self) -> None:
        name, aside = self._own.path.name, self._own.move_aside()
        self._tell(
            Problem("not-ours", f"{name} is no settings file of this program; it was kept as {aside.name}, unchanged.")
        )

    def _step_beside(self) -> None:
        """Leave a newer program's file as it is, read it with the others, and write to one of our own beside it."""
        newer = self._own.path
        self._others[newer] = Journal(newer)
        self._own = Journal(newer.with_name(f"{newer.stem}-v{VERSION}{newer.suffix}"))
        self._tell(
            Problem(
                "newer-version",
                f"{newer.name} was written by a newer version of this program; what it says is used as far as it is "
                f"understood, and changes are kept in {self._own.path.name}.",
            )
        )

    def _others_now(self) -> list[Journal]:
        """The other files there are by now. A folder that does not exist has none."""
        if self._pattern:
            for path in self._own.path.parent.glob("*"):
                if path != self._own.path and path not in self._others and fnmatch(path.name, self._pattern):
                    self._others[path] = Journal(path)
        return list(self._others.values())

    def _look_at(self, other: Journal) -> Facts:
        """What another device added. One file that cannot be read must not cost the others: it is told of once."""
        try:
            reading = other.read()
        except OSError as error:
            self._tell_unreadable(other.path, error)
            return Facts()
        self._unreadable.discard(other.path)
        if reading.known:
            self._tell_damage(other, reading)
        return reading.facts

    def _tell_unreadable(self, path: Path, error: OSError) -> None:
        if path not in self._unreadable:
            self._unreadable.add(path)
            reason = error.strerror or str(error)
            self._tell(Problem("cannot-read", f"The marks of another device in {path.name} cannot be read: {reason}."))

    def _tell_damage(self, journal: Journal, reading: Reading) -> None:
        if reading.damaged and not reading.foreign:
            lines = "1 line" if reading.damaged == 1 else f"{reading.damaged} lines"
            self._tell(
                Problem("damaged-lines", f"{lines} of {journal.path.name} could not be understood; all others hold.")
            )

    def _rewrite_if_it_pays(self, holding: Callable[[], list[Fact]]) -> None:
        """Drop what no longer holds.

        Where that cannot be done (a full disk, a file that another window reads) it waits for twice the lines.
        """
        if self._own.lines < self._enough:
            return
        facts = holding()
        self._enough = max(_FEW, len(facts) // _SHARE)
        if self._own.lines < self._enough:
            return
        try:
            self._own.rewrite(facts)
        except OSError:
            self._enough = 2 * self._own.lines


def _missing(facts: list[Fact], written: list[Fact]) -> list[Fact]:
    """The facts that are not among those written, nor outdone by them."""
    there = Facts(written)
    return [fact for fact in facts if there.wants(fact)]
