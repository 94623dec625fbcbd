from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from reader.app.folders import Folders, short
from reader.app.messages import Messages
from reader.library import Settings, Store

A, B, INSIDE = Path("/library/a"), Path("/library/b"), Path("/library/a/inside")


class Room:
    def __init__(self, home: Path) -> None:
        self.store = Store(home / "standfirst-a.jsonl", "a")
        self.stack = QUndoStack()
        self.messages = Messages()
        self.folders = Folders(Settings(self.store), self.stack, self.messages)
        self.changes = 0
        self.folders.changed.connect(self._count)

    def _count(self) -> None:
        self.changes += 1

    def said(self) -> str:
        return self.messages.kept[-1].text if self.messages.kept else ""


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    one = Room(tmp_path)
    yield one
    one.store.close()


def test_folders_join_the_library_one_after_the_other(room: Room) -> None:
    assert room.folders.add([A])
    assert room.said() == ""  # the first one needs no word: the list says it
    assert room.folders.add([B])
    assert room.folders.all == (A, B)
    assert room.said() == f"Added to the library: {B}."
    assert room.changes == 2


def test_a_folder_that_is_in_the_library_is_not_added_again(room: Room) -> None:
    room.folders.add([A])
    assert not room.folders.add([INSIDE])
    assert room.folders.all == (A,)
    assert room.said() == f"{INSIDE} is part of the library already."


def test_a_folder_around_others_takes_their_place(room: Room) -> None:
    room.folders.add([INSIDE])
    room.folders.add([A])
    assert room.folders.all == (A,)
    room.stack.undo()
    assert room.folders.all == (INSIDE,)


def test_to_add_and_to_remove_can_be_taken_back(room: Room) -> None:
    room.folders.add([A])
    room.folders.add([B])
    room.folders.remove(A)
    assert "your marks stay" in room.said()
    told = [room.folders.all]
    for step in (room.stack.undo, room.stack.undo, room.stack.redo):
        step()
        told.append(room.folders.all)
    assert told == [(B,), (A, B), (A,), (A, B)]


def test_removing_what_is_no_folder_of_the_library_does_nothing(room: Room) -> None:
    room.folders.remove(A)
    assert room.changes == 0
    assert room.stack.count() == 0


def test_folders_at_home_are_written_short() -> None:
    assert short(Path.home() / "Articles" / "2024") == "~/Articles/2024"
    assert short(Path.home()) == str(Path.home())
