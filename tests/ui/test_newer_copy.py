import os
from pathlib import Path

import pytest

from reader.app.story_state import Showing
from tests.saved import saved_page
from tests.ui.conftest import Running


def body(running: Running) -> int:
    """How many blocks the story on the screen has."""
    state = running.program.session.state
    assert isinstance(state, Showing)
    return len(state.parsed.article.blocks)


def open_path(running: Running) -> Path | None:
    """The file of the story on the screen."""
    entry = running.program.session.entry
    return None if entry is None else entry.path


def look(running: Running) -> None:
    running.do("refresh")
    running.at_rest()


def test_a_newer_copy_is_offered_and_the_screen_stays_as_it_is(running: Running) -> None:
    running.open("Boat")
    before = body(running)
    saved_page(running.folder, "Boat", 50)
    look(running)
    assert running.said[-2:].count("A newer copy of this story was saved.") == 1
    assert body(running) == before
    assert running.can("load_newer") == {"load_newer"}


def test_a_key_loads_the_newer_copy(running: Running) -> None:
    running.open("Boat")
    before = body(running)
    saved_page(running.folder, "Boat", 50)
    look(running)
    running.qtbot.waitUntil(lambda: running.program.articles.is_settled)
    running.do("load_newer")
    running.qtbot.waitUntil(lambda: body(running) > before)
    assert running.can("load_newer") == set()
    running.program.window.message_bar.dismiss()  # what the look found
    assert not running.program.window.message_bar.isVisible()


def test_another_story_takes_the_offer_away(running: Running) -> None:
    running.open("Boat")
    saved_page(running.folder, "Boat", 50)
    look(running)
    running.open("Crane")
    assert running.can("load_newer") == set()


def test_a_changed_file_keeps_its_star_and_is_unread(running: Running) -> None:
    running.open("Boat")
    running.do("toggle_star")
    running.do("toggle_read")
    saved_page(running.folder, "Boat", 50)
    look(running)
    marks = running.program.session.marks()
    assert marks.starred
    assert not marks.read


def test_one_goes_back_to_a_story_whose_file_was_moved_meanwhile(running: Running) -> None:
    running.open("Boat")
    running.open("Crane")
    os.rename(running.folder / "Boat.html", running.folder / "Ship.html")
    look(running)
    running.do("back")
    running.qtbot.waitUntil(lambda: running.shows("Ship"))
    assert running.program.window.windowTitle().startswith("Boat")


@pytest.mark.parametrize("place", ["Ship.html", "later/Boat.html"])
def test_the_open_story_follows_a_file_that_is_moved(running: Running, place: str) -> None:
    running.open("Boat")
    running.do("toggle_star")
    goal = running.folder / place
    goal.parent.mkdir(exist_ok=True)
    os.rename(running.folder / "Boat.html", goal)
    look(running)
    running.qtbot.waitUntil(lambda: open_path(running) == goal)
    assert running.program.session.marks().starred
    running.qtbot.waitUntil(lambda: running.program.articles.is_settled)
    assert running.program.articles.counts.all == 4
