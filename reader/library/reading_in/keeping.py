"""Keeping: brings what a look found and what the workers read into the index, row by row where each belongs."""

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from reader.article import ArticleId
from reader.library.index import Index
from reader.library.reading_in.looking import Outlook
from reader.library.reading_in.notes import Ids
from reader.library.readings import Reading

AT_ONCE = 50
"""Rows forgotten at once: a twentieth of a second."""

Renewed = tuple[Path, ArticleId, ArticleId]


class Keeping:
    """The index in the course of one look.

    A new file of the size of one that is gone may be that one under another name. Such rows are held back until the
    new file is read, and follow it if it is the same article.
    """

    def __init__(self, index: Index, found: Outlook) -> None:
        self._index = index
        self._found = found
        self._held: defaultdict[int, list[Path]] = defaultdict(list)
        for path in found.gone:
            self._held[found.known[path].size].append(Path(path))
        self._awaited = {str(path) for path, stamp in found.waiting if self._may_be_moved(str(path), stamp.size)}
        found.waiting.sort(key=lambda file: str(file[0]) not in self._awaited)
        self._leaving: deque[Path] = deque()
        self._renewed: list[Renewed] = []
        self._moved: list[tuple[Path, Path]] = []

    def move(self) -> Ids:
        """Have rows follow files that only have another folder now; the rows."""
        places = {Path(before): Path(now) for before, now in self._found.moved.items()}
        self._moved += places.items()
        return array("q", self._index.move(places) if places else [])

    def gone(self) -> Ids:
        """The rows that are known to be gone by now; ``forget`` takes them out of the index bit by bit."""
        sizes = {self._found.now[path].size for path in self._awaited}
        leaving = [path for size, held in self._held.items() if size not in sizes for path in held]
        self._held = defaultdict(list, {size: held for size, held in self._held.items() if size in sizes})
        self._leaving += leaving
        return array("q", self._index.ids_of_paths(leaving).values())

    def forget(self) -> bool:
        """Take some of the rows that are gone out of the index; whether there are more."""
        some = list(islice(self._leaving, AT_ONCE))
        if some:
            self._index.forget(some)
        for _ in some:
            self._leaving.popleft()
        return bool(self._leaving)

    def keep(self, readings: Sequence[Reading]) -> tuple[Ids, Ids]:
        """Keep what was read of files that are still there; the new rows, and those that changed."""
        readings = [reading for reading in readings if str(reading.entry.path) in self._found.now]
        followed = self._follow(readings)
        before = self._index.identities_of_paths([reading.entry.path for reading in readings])
        self._renewed += _renewed(before, readings)
        ids = zip(self._index.keep(readings), readings, strict=True)
        new, changed = array("q"), array("q")
        for number, reading in ids:
            path = reading.entry.path
            (changed if path in before or path in followed else new).append(number)
            self._awaited.discard(str(path))
        return new, changed

    def renewed(self) -> tuple[Renewed, ...]:
        """Files that held one article and hold another now, told once."""
        told, self._renewed = tuple(self._renewed), []
        return told

    def moved(self) -> tuple[tuple[Path, Path], ...]:
        """From where to where files were moved, told once."""
        told, self._moved = tuple(self._moved), []
        return told

    def _may_be_moved(self, path: str, size: int) -> bool:
        return size in self._held and path not in self._found.known

    def _follow(self, readings: Iterable[Reading]) -> dict[Path, Path]:
        """Have held rows follow their articles to new files; from the new paths to those they had."""
        followed: dict[Path, Path] = {}
        for reading in readings:
            held = self._held.get(reading.stamp.size, [])
            if held and str(reading.entry.path) in self._awaited:
                same = self._index.identities_of_paths(held)
                before = next((path for path in held if same.get(path) == reading.entry.identity), None)
                if before is not None:
                    held.remove(before)
                    followed[reading.entry.path] = before
        self._moved += ((before, now) for now, before in followed.items())
        if followed:
            self._index.move({before: now for now, before in followed.items()})
        return followed


def _renewed(before: dict[Path, ArticleId], readings: Iterable[Reading]) -> list[Renewed]:
    found = []
    for reading in readings:
        path, now = reading.entry.path, reading.entry.identity
        was = before.get(path)
        if was and now and was != now:
            found.append((path, was, now))
    return found
