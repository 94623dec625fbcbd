from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from reader.app.article_list import ArticleList
from reader.app.folders import Folders
from reader.app.jobs import Jobs
from reader.app.librarian import Librarian
from reader.app.messages import Messages
from reader.app.reading_in import ReadingIn
from reader.app.shelf import Shelf, Stock
from reader.library import Entry, ReadState, Settings, Store
from reader.library.reading_in import Taken
from reader.library.settings import FOLDERS
from tests.indexed import entries_of

STORY = "A title\n\nThe harbour was quiet that morning, and the ferry lay at the slip.\n\nNumber {number}.\n"


class Room:
    """A shelf with all it needs, on a home of its own."""

    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.store = Store(home / "standfirst-a.jsonl", "a")
        self.jobs = Jobs(2)
        read_state = ReadState(self.store)
        settings = Settings(self.store)
        self.librarian = Librarian(home / "index.sqlite")
        self.articles = ArticleList(self.librarian, read_state, lambda: (settings.get(FOLDERS), ()))
        self.articles.reload()
        self.reading = ReadingIn(home / "index.sqlite", self.jobs)
        self.stack = QUndoStack()
        self.folders = Folders(settings, self.stack, Messages())
        self.shelf = Shelf(settings, self.folders, read_state, self.articles, self.reading, self.jobs)

    def entries(self) -> list[Entry]:
        """The articles of the list, once it is up to date."""
        self.qtbot.waitUntil(lambda: self.articles.is_settled)
        return self.librarian.answer(lambda index: entries_of(index, self.articles.contents.ids))

    def names(self) -> set[str]:
        return {entry.path.name for entry in self.entries()}

    def close(self) -> None:
        self.reading.close()
        self.librarian.close()
        self.jobs.close()
        self.store.close()


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    one = Room(tmp_path / "home", qtbot)
    yield one
    one.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    result = tmp_path / "articles"
    result.mkdir()
    for number in range(30):
        (result / f"{number}.txt").write_text(STORY.format(number=number), "utf-8")
    return result


def test_nothing_was_opened_at_first(room: Room) -> None:
    assert room.shelf.stock() is Stock.NOTHING_OPENED


def test_a_folder_is_listed_as_its_files_are_read(room: Room, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.reading.finished):
        room.shelf.open([folder])
    assert len(room.names()) == 30
    qtbot.waitUntil(lambda: room.shelf.stock() is Stock.SOME)


def test_what_has_not_changed_is_not_read_again(room: Room, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.reading.finished):
        room.shelf.open([folder])
    (folder / "3.txt").write_text("Another title\n\nAnd another text, longer than before.\n", "utf-8")
    (folder / "4.txt").unlink()
    taken: list[Taken] = []
    room.reading.taken.connect(taken.append)
    with qtbot.waitSignal(room.reading.finished):
        room.shelf.refresh()
    assert sum(len(each.changed) for each in taken) == 1
    assert sum(len(each.new) for each in taken) == 0
    assert len(room.names()) == 29


def test_single_files_stand_beside_the_folder_and_the_first_is_found(
    room: Room, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    single = tmp_path / "single.txt"
    single.write_text(STORY.format(number=99), "utf-8")
    with qtbot.waitSignal(room.reading.finished):
        room.shelf.open([folder])
    with qtbot.waitSignal(room.shelf.found) as found:
        room.shelf.open([single])
    assert found.args is not None
    assert found.args[0].path == single
    assert room.shelf.folders == (folder,)
    assert room.shelf.files == (single,)


def test_a_name_longer_than_files_can_have_is_listed_with_what_is_wrong(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.shelf.found) as found:
        room.shelf.open([tmp_path / ("a" * 300)])
    assert found.args is not None
    assert "could not be read" in found.args[0].problem


def test_an_article_taken_off_the_list_stays_on_the_disk_and_off_the_list(
    room: Room, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.reading.finished):
        room.shelf.open([folder])
    entry = room.entries()[0]
    room.shelf.remove([entry])
    with qtbot.waitSignal(room.reading.finished):
        room.shelf.refresh()
    assert entry.path.name not in room.names()
    assert entry.path.exists()
    room.shelf.restore([entry])
    assert entry.path.name in room.names()


def test_an_empty_folder_says_so(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(room.reading.finished):
        room.shelf.open([tmp_path / "empty"])
    qtbot.waitUntil(lambda: room.shelf.stock() is Stock.EMPTY)


def test_a_folder_that_is_not_there_is_told_and_its_articles_stay(room: Room, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.reading.finished):
        room.shelf.open([folder])
    folder.rename(folder.with_name("moved"))
    with qtbot.waitSignals([room.reading.troubled, room.reading.finished]):
        room.shelf.refresh()
    assert len(room.names()) == 30


def test_several_folders_are_counted_and_told_in_full_beside(room: Room, tmp_path: Path) -> None:
    assert (room.shelf.place_words(), room.shelf.all_places()) == ("", "")
    for name, words in (("one", str(tmp_path / "one")), ("two", "2 folders")):
        (tmp_path / name).mkdir()
        room.shelf.open([tmp_path / name])
        room.qtbot.waitUntil(lambda: not room.shelf.is_looking(), timeout=10_000)
        assert room.shelf.place_words() == words
    assert room.shelf.all_places().splitlines() == [str(tmp_path / "one"), str(tmp_path / "two")]
