"""Turn: of several windows on one library one reads in at a time; the others wait until it is their turn."""

from pathlib import Path
from typing import Any


class Turn:
    """The right to read in, held by a lock on a file, which the system gives back when its holder dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: Any = None
        self.is_mine = False

    def take(self) -> bool:
        """Take it if nobody else has it; whether one has it now. Where there can be no lock, everybody has it."""
        if self.is_mine:
            return True
        from filelock import FileLock, Timeout  # noqa: PLC0415  40 ms that only writing needs

        try:
            self._lock = self._lock or FileLock(self._path)
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except (OSError, NotImplementedError):  # a disk without locks, or full: better twice than never
            return True
        self.is_mine = True
        return True

    def give_back(self) -> None:
        """Let others have it."""
        if self.is_mine:
            self._lock.release()
            self.is_mine = False
