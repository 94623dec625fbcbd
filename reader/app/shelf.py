"""Shelf: which folders and files the list holds, and how they get there."""

import os
from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.app.article_list import ArticleList
from reader.app.folders import Folders, short
from reader.app.jobs import Jobs
from reader.app.reading_in import ReadingIn
from reader.library import Entry, ReadState, Settings
from reader.library.settings import OPENED_FILES, RECENT_FILES, RECENT_FOLDERS


class Stock(Enum):
    """What there is to read."""

    NOTHING_OPENED = "nothing opened"  # no folder and no file was ever chosen
    LOOKING = "looking"
    EMPTY = "empty"  # the folders hold no article
    SOME = "some"


class Shelf(QObject):
    """Keeps the folders and single files in the settings, and their entries in the list.

    ``stock_changed`` tells a Stock, ``found`` an entry that was waited for, ``listed`` that the list was made anew.
    """

    stock_changed = Signal(object)
    found = Signal(object)
    listed = Signal()

    def __init__(
        self,
        settings: Settings,
        folders: Folders,
        read_state: ReadState,
        articles: ArticleList,
        reading: ReadingIn,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._folders = folders
        self._read_state = read_state
        self._articles = articles
        self._reading = reading
        self._jobs = jobs
        self._awaited: Path | None = None
        self._opening = 0
        reading.taken.connect(lambda taken: articles.take(taken.changed))
        reading.stale.connect(articles.reload)
        folders.changed.connect(self.refresh)
        reading.finished.connect(self._tell_stock)
        articles.changed.connect(self._take_list)
        articles.counts_changed.connect(self._tell_stock)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The library's folders."""
        return self._folders.all

    @property
    def files(self) -> tuple[Path, ...]:
        """The single files that were opened beside the library."""
        return self._settings.get(OPENED_FILES)

    def stock(self) -> Stock:
        """What there is to read."""
        if not self.folders and not self.files:
            return Stock.NOTHING_OPENED
        if self._articles.counts.all:
            return Stock.SOME
        return (
            Stock.LOOKING
            if self.is_looking() or not (self._articles.loaded and self._articles.is_settled)
            else Stock.EMPTY
        )

    def place_words(self) -> str:
        """The folder as a person writes it, such as ``~/Articles``, or how many there are."""
        if len(self.folders) > 1:
            return f"{len(self.folders)} folders"
        return self.all_places() or ("Opened files" if self.files else "")

    def all_places(self) -> str:
        """Each folder as a person writes it, one a line."""
        return "\n".join(map(short, self.folders))

    def open(self, paths: Iterable[Path]) -> None:
        """Open files and folders: folders join the library, files are listed beside it, the first one is shown."""
        wanted = [path.absolute() for path in paths]
        self._opening += 1
        self._jobs.run(lambda: _folders_and_files(wanted), self._open_apart, self._take_fault)

    def is_looking(self) -> bool:
        """Whether it is still being found out what there is to read."""
        return bool(self._opening) or self._reading.is_reading()

    def _open_apart(self, paths: tuple[list[Path], list[Path]]) -> None:
        self._opening -= 1
        folders, files = paths
        for folder in folders:
            self._settings.remember(RECENT_FOLDERS, folder)
        if files:
            self._add_files(files)
            self._awaited = files[0]
            for path in reversed(files):
                self._settings.remember(RECENT_FILES, path)
        if not self._folders.add(folders):  # which makes a look itself
            self.refresh()

    def wait_for(self, path: Path | None) -> None:
        """Tell with ``found`` when the entry of this file is in the list."""
        self._awaited = path
        self._look_for_awaited()

    def is_waiting(self) -> bool:
        """Whether a file that is to be opened has yet to be listed."""
        return self._awaited is not None

    def refresh(self) -> None:
        """Look at folders and files anew; what has not changed is not read again."""
        self._reading.look(self.folders, self.files)
        self._tell_stock()

    def look_again(self) -> None:
        """Something may have changed: see what, leaving files alone that are still being written."""
        if self.folders or self.files:
            self._reading.look(self.folders, self.files, patient=True)

    def remove(self, entries: Sequence[Entry]) -> None:
        """Take articles off the list; the files stay where they are."""
        paths = {entry.path for entry in entries}
        self._settings.set(OPENED_FILES, tuple(path for path in self.files if path not in paths))
        for path in paths:
            self._read_state.remove(path)
        self._articles.reload()

    def restore(self, entries: Sequence[Entry]) -> None:
        """Put articles back on the list."""
        for entry in entries:
            self._read_state.restore(entry.path)
        outside = [entry.path for entry in entries if not any(map(entry.path.is_relative_to, self.folders))]
        if outside:
            self._add_files(outside)
        self._articles.reload()

    def _add_files(self, files: Sequence[Path]) -> None:
        others = [path for path in self.files if path not in files]
        self._settings.set(OPENED_FILES, (*files, *others))
        for path in files:
            self._read_state.restore(path)

    def _take_list(self) -> None:
        if not self._articles.loaded:  # the first screen alone says nothing of what there is
            return
        self.listed.emit()
        self._tell_stock()
        self._look_for_awaited()

    def _look_for_awaited(self) -> None:
        if self._awaited is not None:
            self._articles.find_entry(self._awaited, self._announce)

    def _announce(self, entry: Entry | None) -> None:
        if entry is not None and entry.path == self._awaited:
            self._awaited = None
            self.found.emit(entry)

    def _take_fault(self, error: Exception) -> None:
        self._opening -= 1
        raise error

    def _tell_stock(self) -> None:
        self.stock_changed.emit(self.stock())


def _folders_and_files(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Which of the paths are folders, and which are files; what is not there counts as a file, and reading it tells."""
    folders = list(filter(os.path.isdir, paths))
    return folders, [path for path in paths if path not in folders]
