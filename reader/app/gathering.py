"""Gathering: brings rows of the index that are others now into the list."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.app.article_list import ArticleList
from reader.app.reading_in import ReadingIn
from reader.library import Entry, Index, ReadState
from reader.library.reading_in.notes import Taken


class Gathering(QObject):
    """``listed()``: the list was made anew; ``gathered(entries)``: these have come."""

    listed = Signal()
    gathered = Signal(object)

    def __init__(
        self,
        index: Path,
        reading: ReadingIn,
        articles: ArticleList,
        read_state: ReadState,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = index
        self._articles = articles
        self._read_state = read_state
        self._paths: dict[int, Path] = {}
        reading.looked.connect(self.load_once)
        reading.stale.connect(self.reload)
        reading.taken.connect(self._take)
        self._loaded = False

    def load_once(self) -> None:
        """Show what the index knows."""
        if not self._loaded:
            self.reload()

    def reload(self) -> None:
        """Show all that the index knows, anew."""
        self._loaded = True
        self._paths = {}
        entries = self._fetch(None)
        self._articles.set_entries(entries)
        self.listed.emit()
        self.gathered.emit(entries)

    def _take(self, taken: Taken) -> None:
        changed = {number: self._paths.get(number) for number in taken.changed}
        entries = self._fetch([*taken.new, *taken.changed])
        left = {path for number, path in changed.items() if path and path != self._paths.get(number)}
        gone = [path for number in taken.gone if (path := self._paths.pop(number, None))]
        self._articles.remove([*gone, *left])
        self._articles.add_entries(entries)
        self.gathered.emit(entries)

    def _fetch(self, ids: Iterable[int] | None) -> list[Entry]:
        base = Index(self._path)
        try:
            wanted = list(base.ids("newest") if ids is None else ids)
            entries = base.entries_of(wanted)
            found = base.ids_of_paths([entry.path for entry in entries])
        finally:
            base.close()
        self._paths |= {number: path for path, number in found.items()}
        return [entry for entry in entries if not self._read_state.is_removed(entry.path)]
