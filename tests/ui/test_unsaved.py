"""Closing a window whose last marks could not be saved."""

from collections.abc import Iterator
from errno import ENOSPC

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from reader.library.journal import Journal
from reader.ui.unsaved import Unsaved
from tests.ui.conftest import Running


@pytest.fixture
def behind(running: Running, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """The program with a star that found no room on the disk."""

    def full(_self: Journal, _facts: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Journal, "append", full)
    running.open("Crane")
    running.do("toggle_star")
    store = running.program.memory.store
    running.qtbot.waitUntil(lambda: store.is_behind)
    yield running
    monkeypatch.undo()
    if running.program.window.isVisible():
        store.look()
        running.qtbot.waitUntil(lambda: not store.is_behind)


def question() -> Unsaved:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Unsaved)
    return dialog


def press(words: str) -> None:
    next(button for button in question().findChildren(QPushButton) if button.text() == words).click()


def test_the_person_is_asked_before_marks_are_lost(behind: Running) -> None:
    window = behind.program.window
    assert not window.close()
    assert window.isVisible()
    press("Keep It Open")
    assert window.isVisible()
    assert behind.program.session.entry is not None


def test_who_gives_the_marks_up_closes_the_window(behind: Running) -> None:
    behind.program.window.close()
    press("Close and Lose Them")
    assert not behind.program.window.isVisible()


def test_once_there_is_room_nobody_is_asked(behind: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    behind.program.memory.store.look()
    behind.qtbot.waitUntil(lambda: not behind.program.memory.store.is_behind)
    assert behind.program.window.close()
