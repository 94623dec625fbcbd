from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.library import Index
from reader.library.reading_in import Answer, Ended, Look, Newsroom
from tests.indexed import entries_of
from tests.newsrooms import near_newsroom
from tests.saved import library


class Desk:
    """A newsroom with a folder of four stories, and short ways to have it look."""

    def __init__(self, home: Path, hire: Callable[[Path], Newsroom] = near_newsroom) -> None:
        self.index = home / "cache" / "index.sqlite"
        self.folder = library(home / "articles")
        self.number = 0
        self.newsroom = hire(self.index)

    def look(self, *folders: Path, files: tuple[Path, ...] = (), patient: bool = False) -> list[Answer]:
        """Everything that is told until the look has ended."""
        self.begin(*folders, files=files, patient=patient)
        return self.rest()

    def begin(self, *folders: Path, files: tuple[Path, ...] = (), patient: bool = False) -> None:
        self.number += 1
        self.newsroom.tell(Look(self.number, folders or (self.folder,), files, patient))

    def rest(self) -> list[Answer]:
        told: list[Answer] = []
        while not told or not isinstance(told[-1], Ended) or told[-1].number != self.number:
            answer = self.newsroom.hear()
            assert answer is not None, "the process has ended"
            told.append(answer)
        return told

    def titles(self) -> list[str]:
        base = Index(self.index)
        try:
            return [entry.title for entry in entries_of(base, base.ids("title"))]
        finally:
            base.close()

    def ids(self) -> dict[str, int]:
        """The rows by the names of their files."""
        base = Index(self.index)
        try:
            ids = base.ids("title")
            return {entry.path.stem: number for entry, number in zip(entries_of(base, ids), ids, strict=True)}
        finally:
            base.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    one = Desk(tmp_path)
    yield one
    one.newsroom.end()


@pytest.fixture
def far_desk(tmp_path: Path) -> Iterator[Desk]:
    """The same with processes of its own, which take a second to begin."""
    one = Desk(tmp_path, Newsroom)
    yield one
    one.newsroom.end()
