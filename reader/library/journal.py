"""Journal: a file of facts that is appended to under a lock. No threads and no memory of what the facts say."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from reader.library.fact_lines import HEADER, lines_of, read_lines
from reader.library.facts import Fact, Facts
from reader.library.tail import Added, Tail

LOCK_SECONDS = 10.0
"""So long a writer waits for another window before it says that it cannot save."""


class Reading(NamedTuple):
    """What a look at a file of facts brought.

    ``damaged`` counts lines that state nothing, ``lines`` all of them; ``known`` says that one of them was ours;
    ``version`` is the highest that a header states; ``afresh`` that the file was read from its start.
    """

    facts: Facts
    damaged: int
    lines: int
    known: bool
    version: int
    afresh: bool

    @property
    def foreign(self) -> bool:
        """Whether this is the whole of a file that is not ours."""
        return self.afresh and self.damaged > 0 and not self.known


def reading_of(added: Added) -> Reading:
    """Tell facts, headers and damage apart. An unfinished last line counts where it states facts already."""
    stated, unfinished = read_lines(added.lines), read_lines([added.rest])
    stated.facts.merge(unfinished.facts)
    known = bool(len(stated.facts) or stated.headers)
    return Reading(stated.facts, stated.damaged, len(added.lines), known, stated.version, added.afresh)


class Journal:
    """One file of facts. All methods raise OSError as the system does; writing wants the lock (``locked``)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = 0
        """How many lines the file has, to know when rewriting it pays."""
        self.known = False
        """Whether a line of ours was read in it."""
        self._damaged = 0
        self._tail = Tail(path)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other windows out. OSError where the folder takes no lock or another window keeps it too long."""
        from filelock import FileLock, Timeout  # noqa: PLC0415  40 ms that only writing needs

        self.path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(f"{self.path}.lock", timeout=LOCK_SECONDS, poll_interval=0.004, thread_local=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise OSError(f"another window kept the file locked for {LOCK_SECONDS:.0f} seconds") from error
        try:
            yield
        finally:
            lock.release()

    def changed(self) -> bool:
        """Whether the file is no longer as it was read; costs one stat call."""
        return self._tail.changed()

    def read(self, *, to_end: bool = False) -> Reading:
        """Read what was added since the last time.

        Without the lock whole lines only, for another window may be writing; under it ``to_end``.
        """
        reading = reading_of(self._tail.read(to_end=to_end))
        if reading.afresh:
            self.lines, self._damaged, self.known = 0, 0, False
        self.lines += reading.lines
        self._damaged += reading.damaged
        self.known |= reading.known
        return reading

    def append(self, facts: Iterable[Fact]) -> None:
        """Write the facts behind all others, the file having been read to its end; returns when the disk has them.

        Leaves no half line where it fails.
        """
        lines = b"" if self.known else HEADER
        lines += b"".join(lines_of(facts))
        descriptor = os.open(self.path, _APPEND, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            try:
                lines = _line_end(descriptor, size) + lines
                _write(descriptor, lines)
                _sync(descriptor)
            except OSError:
                os.ftruncate(descriptor, size)
                raise
        finally:
            os.close(descriptor)
        if size == 0:
            _sync_folder(self.path.parent)
        self._tail.step_over(lines)
        self.lines += lines.count(b"\n")
        self.known = True

    def rewrite(self, facts: Iterable[Fact]) -> None:
        """Replace the file by one that holds these facts alone; the old one stays whole until the new one is.

        A file with damaged lines is kept once, as ``NAME.damaged``.
        """
        if self._damaged:
            import shutil  # noqa: PLC0415  it loads every packer there is

            shutil.copyfile(self.path, self.path.with_name(self.path.name + ".damaged"))
        fresh = self.path.with_name(self.path.name + ".new")
        try:
            _write_file(fresh, HEADER + b"".join(lines_of(facts)), _mode(self.path))
            os.replace(fresh, self.path)
        except OSError:
            fresh.unlink(missing_ok=True)  # on a full disk it would take the room that is left
            raise
        _sync_folder(self.path.parent)
        self.read(to_end=True)

    def move_aside(self) -> Path:
        """Give a file that is not ours another name, for ever out of our way; answers that name."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.set-aside-{number}")).exists():
            number += 1
        os.rename(self.path, aside)
        self._tail = Tail(self.path)
        return aside


_BINARY = getattr(os, "O_BINARY", 0)
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY
_AFRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY


def _line_end(descriptor: int, size: int) -> bytes:
    """What ends the last line, where a writer was killed within it."""
    if size == 0:
        return b""
    os.lseek(descriptor, -1, os.SEEK_END)
    return b"" if os.read(descriptor, 1) == b"\n" else b"\n"


def _write(descriptor: int, content: bytes) -> None:
    """All of the content: the system may take less at a time, as on a disk that is filling up."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _write_file(path: Path, content: bytes, mode: int) -> None:
    """Make a file of this content; the disk has it when this returns."""
    descriptor = os.open(path, _AFRESH, mode)
    try:
        _write(descriptor, content)
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    """Have the disk keep what was written; macOS wants to be asked twice, for its fsync stops at the drive's memory."""
    os.fsync(descriptor)
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415  not there on Windows

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)


def _sync_folder(folder: Path) -> None:
    """Have the disk keep a file's name as well. Windows opens no folders, some file systems sync none: so be it."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)


def _mode(path: Path) -> int:
    """The permissions of the file, that its successor has them too."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return 0o600
