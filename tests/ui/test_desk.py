from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.app.list_order import Order
from reader.app.story_state import Loading, Showing
from reader.library import Entry
from tests.ui.conftest import Running


def test_bar_and_menu_follow_the_marks(running: Running) -> None:
    running.open("Crane")
    bar, actions = running.program.story_pane.bar, running.program.actions
    assert (bar.read.text(), bar.star.text(), bar.star.isChecked()) == ("Mark read", "☆", False)
    running.do("toggle_read")
    running.do("toggle_star")
    assert (bar.read.text(), bar.star.text(), bar.star.isChecked()) == ("Mark unread", "★", True)
    assert (actions["toggle_read"].text(), actions["toggle_star"].text()) == ("Mark as Unread", "Take Star")
    running.open("Dock")
    assert (bar.read.text(), bar.star.isChecked()) == ("Mark read", False)


def test_the_title_of_the_window_is_the_storys(running: Running) -> None:
    running.open("Crane")
    assert running.program.window.windowTitle() == "Crane – Standfirst"
    running.program.session.close_story()
    assert running.program.window.windowTitle() == "Standfirst"


def test_the_panel_follows_the_text_and_the_text_the_panel(running: Running) -> None:
    running.open("Anchor")
    view, panel = running.program.story_pane.view, running.program.image_panel
    view.go_to_end()
    assert panel.current == 2
    view.go_to_top()
    assert panel.current == 0
    running.do("next_picture")
    assert panel.current == 1
    assert view.verticalScrollBar().value() > 0


def test_a_story_begins_with_its_first_picture_and_ends_with_its_last_whatever_the_window_holds(
    running: Running,
) -> None:
    running.program.window.resize(1440, 2000)
    running.open("Anchor")
    view, panel = running.program.story_pane.view, running.program.image_panel
    assert view.verticalScrollBar().maximum() > 0
    assert panel.current == 0
    view.go_to_end()
    assert panel.current == 2
    view.go_to_top()
    assert panel.current == 0


def test_hiding_the_panel_keeps_place_and_picture(running: Running) -> None:
    running.open("Anchor")
    view, panel = running.program.story_pane.view, running.program.image_panel
    running.do("next_picture")
    running.do("next_picture")
    place, picture = view.place(), panel.current
    assert place.block > 0
    running.do("pictures")

    def measured() -> bool:
        state = running.program.session.state
        return isinstance(state, Showing) and len(state.sizes) == 3

    running.qtbot.waitUntil(measured)
    running.qtbot.waitUntil(lambda: not view.is_settling())
    assert "\ufffc" in view.document().toPlainText()
    assert view.place() == place
    assert panel.current == picture


def test_a_pictures_line_in_the_text_opens_it_large_where_there_is_no_panel(running: Running) -> None:
    running.open("Anchor")
    running.program.story_pane.picture_chosen.emit(1)
    assert running.program.image_panel.current == 1
    assert not running.program.viewer.isVisible()
    running.do("pictures")
    running.program.story_pane.picture_chosen.emit(2)
    assert running.program.viewer.isVisible()
    QTest.keyClick(running.focus(), Qt.Key.Key_Escape)
    assert not running.program.viewer.isVisible()


def test_a_picture_is_saved_where_one_says_and_that_is_told(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.open("Anchor")
    target = tmp_path / "kept.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    running.program.image_panel.save_wanted.emit(1)
    running.qtbot.waitUntil(target.exists)
    assert target.read_bytes() == (running.folder / "Anchor-1.png").read_bytes()
    running.qtbot.waitUntil(lambda: "The picture was saved as kept.png." in running.said)


def test_a_dialog_that_is_left_saves_nothing(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    running.open("Anchor")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    running.program.image_panel.save_wanted.emit(1)
    running.qtbot.wait(50)
    assert running.said == []


def test_the_offer_to_undo_goes_when_something_else_was_done(running: Running) -> None:
    running.open("Crane")
    running.do("mark_all_read")
    bar = running.program.window.message_bar
    running.qtbot.waitUntil(bar.isVisible)
    running.do("toggle_star")
    assert not bar.isVisible()


def test_of_two_stories_opened_quickly_the_last_stays(running: Running) -> None:
    entries = {entry.path.stem: entry for _, entry in running.listed().values()}
    for name in ("Anchor", "Boat", "Crane"):
        running.program.session.open(entries[name])
    running.qtbot.waitUntil(lambda: running.shows("Crane"))
    running.qtbot.wait(100)
    assert running.program.window.windowTitle().startswith("Crane")
    assert running.program.story_pane.view.toPlainText().startswith("Crane")


class Held:
    """The list's rows as though none were at hand: who asks for one is answered when they are ``let_go``."""

    def __init__(self, running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
        self._rows = running.program.articles.rows
        self._with_row = self._rows.with_row
        self._asked: list[tuple[int, Callable[[Entry], None]]] = []
        monkeypatch.setattr(self._rows, "with_row", lambda number, then: self._asked.append((number, then)))

    def let_go(self) -> None:
        for number, then in self._asked:
            self._with_row(number, then)
        self._asked.clear()


def by_title(running: Running) -> dict[str, Entry]:
    """Anchor, Boat, Crane and Dock, which stand in the list in this order, and whose rows are all at hand."""
    program = running.program
    program.list_pane.set_order(Order.TITLE)
    listed = running.listed()
    assert list(listed) == ["Anchor", "Boat", "Crane", "Dock"]
    running.qtbot.waitUntil(lambda: all(program.articles.rows.get(number) for number, _ in listed.values()))
    return {title: entry for title, (_, entry) in listed.items()}


def find_anchor(running: Running) -> None:
    """Let the shelf find Anchor, the story of last time, with the keyboard in the list."""
    program, entries = running.program, by_title(running)
    program.list_pane.focus_list()
    program.shelf.found.emit(entries["Anchor"])
    assert program.list_pane.view.has_current()
    assert isinstance(program.session.state, Loading)


def test_who_chooses_a_row_before_the_story_of_last_time_is_there_stays_in_the_list(running: Running) -> None:
    find_anchor(running)
    running.program.shelf.wait_for(running.folder / "Eel.html")
    running.do("next")
    assert not running.program.shelf.is_waiting()
    running.qtbot.waitUntil(lambda: running.shows("Boat"))
    assert running.focus() is running.program.list_pane.view


def test_the_keyboard_stays_in_the_list_where_a_row_was_chosen_though_another_story_is_shown_first(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_anchor(running)
    held = Held(running, monkeypatch)
    running.do("next")
    running.qtbot.waitUntil(lambda: running.shows("Anchor"))
    assert running.focus() is running.program.list_pane.view
    held.let_go()
    running.qtbot.waitUntil(lambda: running.shows("Boat"))
    assert running.focus() is running.program.list_pane.view


def test_a_row_that_was_chosen_is_opened_though_the_list_is_made_anew_meanwhile(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_anchor(running)
    running.qtbot.waitUntil(lambda: running.shows("Anchor"))
    held = Held(running, monkeypatch)
    running.do("next")
    running.program.articles.reload()
    running.listed()
    held.let_go()
    running.qtbot.waitUntil(lambda: running.shows("Boat"))


def test_a_row_that_is_chosen_after_going_back_stays_open(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    by_title(running)
    for name in ("Anchor", "Crane"):
        running.open(name)
    held = Held(running, monkeypatch)
    running.do("back")
    monkeypatch.undo()
    running.program.list_pane.view.step(1)
    running.qtbot.waitUntil(lambda: running.shows("Boat"))
    held.let_go()
    assert running.shows("Boat")
    assert running.program.session.can_go(-1)


def test_the_window_closes_while_work_is_going_on(fresh: Running) -> None:
    program = fresh.program
    program.shelf.open([fresh.folder])
    fresh.qtbot.waitUntil(lambda: program.articles.counts.all > 0)
    program.session.open(next(entry for _, entry in fresh.listed().values()))
    program.window.close()
    fresh.qtbot.wait(100)
    assert not program.window.isVisible()
    program.window.close()


def test_from_everything_in_the_file_there_is_a_way_back_to_the_story(running: Running) -> None:
    running.open("Crane")
    program = running.program
    assert program.actions["plain_text"].text() == "Show as Plain Text"
    running.do("plain_text")
    running.qtbot.waitUntil(lambda: "Back to the story" in program.story_pane.view.toPlainText())
    assert program.actions["plain_text"].text() == "Back to the Story"
    program.story_pane.view.link_chosen.emit("everything:")
    running.qtbot.waitUntil(lambda: "Back to the story" not in program.story_pane.view.toPlainText())
    assert program.actions["plain_text"].text() == "Show as Plain Text"


def test_the_next_story_is_read_while_this_one_is(running: Running) -> None:
    running.program.list_pane.view.step(1)
    running.qtbot.waitUntil(lambda: isinstance(running.program.session.state, Showing))
    coming = [entry.path for entry in running.program.list_pane.view.coming()]
    assert coming
    running.qtbot.waitUntil(lambda: all(map(running.program.loader.has, coming)))


def test_where_the_open_stories_file_goes_the_next_one_is_the_one_that_stood_below_it(running: Running) -> None:
    titles = list(running.listed())
    running.open(titles[1])
    running.listed()[titles[1]][1].path.unlink()
    running.qtbot.waitUntil(lambda: titles[1] not in running.listed(), timeout=10_000)
    running.do("refresh")
    running.at_rest()
    assert running.shows(titles[1])
    running.do("next")
    running.qtbot.waitUntil(lambda: running.shows(titles[2]))
