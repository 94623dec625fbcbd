"""Watching: notices that files come, change and go in the library's folders, and has them looked at after a moment."""

import contextlib
import os
from collections.abc import Sequence

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reader.app import inotify
from reader.app.jobs import Jobs
from reader.library.reading_in.notes import Looked
from reader.parser import is_candidate

QUIET = 300
"""Milliseconds without a change before one looks: whoever copies many files is let finish."""
LONGEST = 4000
"""Milliseconds after which one looks even if changes go on and on."""
NOW_AND_THEN = 60_000
"""Milliseconds between two looks at folders that cannot be watched, as those on other machines."""
NOT_SOONER = 10_000
"""Milliseconds that must lie between two looks because the person came back to the window."""


class Watching(QObject):
    """``stirred()``: something changes; ``look_wanted()``: it has, or may have, and is to be looked at.

    Folders are watched once a look has told of them. Where some cannot be, there are looks now and then, and whenever
    the person comes back to the window.
    """

    stirred = Signal()
    look_wanted = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._eyes: inotify.Inotify | _Eyes = _eyes(self)
        self._eyes.changed.connect(self._hear)
        self._is_complete = True
        self._is_closed = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._now_and_then = QTimer(self, singleShot=True, interval=NOW_AND_THEN)
        self._not_sooner = QTimer(self, singleShot=True, interval=NOT_SOONER)
        for timer in (self._quiet, self._longest, self._now_and_then):
            timer.timeout.connect(self._look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    def take(self, looked: Looked, files: Sequence[str] = ()) -> None:
        """Watch the folders that a look has told of, and those of single files."""
        folders = [*looked.folders, *dict.fromkeys(map(os.path.dirname, files))]
        self._jobs.run(lambda: self._eyes.watch(folders), self._take_watched, _raise)
        self._is_complete = not (looked.is_remote or looked.problems)
        self._not_sooner.start()

    def close(self) -> None:
        """Watch nothing more."""
        self._is_closed = True
        for timer in (self._quiet, self._longest, self._now_and_then):
            timer.stop()
        self._eyes.close()

    def _take_watched(self, counts: tuple[int, int]) -> None:
        added, failed = counts
        if self._is_closed:
            return
        if added:
            self._quiet.start()  # what came between the look and the watch is seen by one more look
        self._is_complete = self._is_complete and not failed
        if self._is_complete:
            self._now_and_then.stop()
        else:
            self._now_and_then.start()

    def _hear(self, name: str) -> None:
        if name and not is_candidate(name):
            return
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()
            self.stirred.emit()

    def _come_back(self, state: Qt.ApplicationState) -> None:
        here = state is Qt.ApplicationState.ApplicationActive
        if here and not self._is_complete and not self._not_sooner.isActive() and not self._is_closed:
            self._look()

    def _look(self) -> None:
        for timer in (self._quiet, self._longest, self._now_and_then):
            timer.stop()
        self.look_wanted.emit()


class _Eyes(QObject):
    """Qt's watcher, for systems that have no inotify: it does not say which file it was."""

    changed = Signal(str)
    _wanted = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._tell)
        self._wanted.connect(self._set)
        self._folders: set[str] = set()

    def watch(self, folders: Sequence[str]) -> tuple[int, int]:
        """Watch these folders and no others, soon; how many are new, and all of them as if they could not be watched.

        A file that is written in place is not told of, so that looks now and then are needed anyway.
        """
        self._wanted.emit(list(folders))
        new = set(folders) - self._folders
        self._folders = set(folders)
        return len(new), len(self._folders)

    def close(self) -> None:
        """Watch nothing more."""
        self._watcher.directoryChanged.disconnect(self._tell)

    def _set(self, folders: list[str]) -> None:
        before = set(self._watcher.directories())
        if left := before - set(folders):
            self._watcher.removePaths(list(left))
        if new := [folder for folder in folders if folder not in before]:
            self._watcher.addPaths(new)

    def _tell(self, _folder: str) -> None:
        self.changed.emit("")


def _eyes(parent: QObject) -> "inotify.Inotify | _Eyes":
    if inotify.is_there():
        with contextlib.suppress(OSError):  # as where a person has used up all there are
            return inotify.Inotify(parent)
    return _Eyes(parent)


def _raise(error: Exception) -> None:
    raise error
