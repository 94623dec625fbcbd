"""The whole program on a throw-away home, for tests of how its parts play together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.app.story_state import Showing
from reader.front import Front
from reader.library import Entry
from reader.program import Program
from tests.listed import is_at_rest, listed_in
from tests.saved import library


class Running:
    """A program that runs, with short ways to use it. ``do`` triggers an action by its name."""

    def __init__(self, home: Path, folder: Path, qtbot: QtBot) -> None:
        self.home, self.folder, self.qtbot = home, folder, qtbot
        self.program = Program(Front(home))
        self.said: list[str] = []
        self.program.messages.shown.connect(lambda message: self.said.append(message.text))

    def begin(self, *paths: Path) -> None:
        self.program.open(list(paths))
        self.qtbot.waitExposed(self.program.window)
        self.at_rest()

    def at_rest(self) -> None:
        """Wait until everything is read in and listed."""
        self.qtbot.waitUntil(lambda: is_at_rest(self.program), timeout=20_000)

    def listed(self) -> dict[str, tuple[int, Entry]]:
        """The articles of the list, once it is up to date, by title."""
        self.qtbot.waitUntil(lambda: self.program.articles.is_settled, timeout=10_000)
        return listed_in(self.program)

    def do(self, name: str) -> None:
        self.program.actions[name].trigger()

    def can(self, *names: str) -> set[str]:
        """Which of these actions can be done now."""
        return {name for name in names if self.program.actions[name].isEnabled()}

    def open(self, name: str) -> Showing:
        """Open a story by its title and wait until all of it is set."""
        path = self.folder / f"{name}.html"
        self.program.list_pane.choose(path)
        self.program.session.open(next(entry for _, entry in self.listed().values() if entry.path == path))
        self.qtbot.waitUntil(lambda: self.shows(name), timeout=10_000)
        view = self.program.story_pane.view
        self.qtbot.waitUntil(lambda: not view.is_settling() and view.is_whole(), timeout=10_000)
        state = self.program.session.state
        assert isinstance(state, Showing)
        return state

    def shows(self, name: str) -> bool:
        state = self.program.session.state
        return isinstance(state, Showing) and state.path.stem == name

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def close(self) -> None:
        self.program.window.close()


@pytest.fixture
def running(tmp_path: Path, themes: object, qtbot: QtBot) -> Iterator[Running]:
    """The program with a folder of four stories open."""
    one = Running(tmp_path / "home", library(tmp_path / "articles"), qtbot)
    one.begin(one.folder)
    yield one
    one.close()


@pytest.fixture
def fresh(tmp_path: Path, themes: object, qtbot: QtBot) -> Iterator[Running]:
    """The program as a newcomer sees it; a folder of four stories is at hand."""
    one = Running(tmp_path / "home", library(tmp_path / "articles"), qtbot)
    one.begin()
    yield one
    one.close()
