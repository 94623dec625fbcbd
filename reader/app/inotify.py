"""Inotify: hears on Linux what changes in folders. Qt's watcher does not tell of files that are written in place."""

import contextlib
import ctypes
import os
import struct
import sys
import threading
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ATTRIB, CLOSE_WRITE, MOVED_FROM, MOVED_TO = 0x4, 0x8, 0x40, 0x80
CREATE, DELETE, DELETE_SELF, MOVE_SELF = 0x100, 0x200, 0x400, 0x800
ONLY_FOLDERS, IS_FOLDER, OVERFLOW = 0x1000000, 0x40000000, 0x4000
_WATCHED = ATTRIB | CLOSE_WRITE | MOVED_FROM | MOVED_TO | CREATE | DELETE | DELETE_SELF | MOVE_SELF | ONLY_FOLDERS
_HEAD = struct.Struct("iIII")
"""Of an event: number of the watch, what happened, a number that pairs moves, and the length of the name after it."""
_AT_ONCE = 1 << 16


class Inotify(QObject):
    """``changed(name)``: of that name something was made, written, moved or deleted in a watched folder.

    The name is empty where a folder is concerned. Raises OSError where the system gives none.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = ctypes.CDLL(None, use_errno=True)
        self._file: int = self._system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._file < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        self._watches: dict[str, int] = {}
        self._one_at_a_time = threading.Lock()
        self._notifier = QSocketNotifier(self._file, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def watch(self, folders: Iterable[str]) -> tuple[int, int]:
        """Watch these folders and no others; how many were added, and how many cannot be watched.

        Asks the disk, and may be called on any thread.
        """
        with self._one_at_a_time:
            return self._watch(folders)

    def close(self) -> None:
        """Watch nothing more."""
        if self._file >= 0:
            self._notifier.setEnabled(False)
            os.close(self._file)
            self._file = -1

    def _watch(self, folders: Iterable[str]) -> tuple[int, int]:
        before, self._watches = self._watches, {}
        added = failed = 0
        for folder in folders:
            number = before.get(folder) or self._system.inotify_add_watch(self._file, os.fsencode(folder), _WATCHED)
            if number < 0:  # the system has no more to give, or the folder is gone
                failed += 1
                continue
            added += folder not in before
            self._watches[folder] = number
        for number in set(before.values()) - set(self._watches.values()):
            self._system.inotify_rm_watch(self._file, number)
        return added, failed

    def _hear(self) -> None:
        """Tell all that has happened, each name once."""
        with contextlib.suppress(BlockingIOError):
            for name in dict.fromkeys(_names(os.read(self._file, _AT_ONCE))):
                self.changed.emit(name)


def _names(events: bytes) -> Iterator[str]:
    place = 0
    while place < len(events):
        _, what, _, length = _HEAD.unpack_from(events, place)
        place += _HEAD.size + length
        name = os.fsdecode(events[place - length : place].rstrip(b"\0"))
        yield "" if what & (IS_FOLDER | OVERFLOW | DELETE_SELF | MOVE_SELF) else name


def is_there() -> bool:
    """Whether this system has it."""
    return sys.platform == "linux"
