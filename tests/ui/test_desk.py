from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.app.story_state import Showing
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
    running.do("next_picture")
    running.do("previous_picture")
    assert panel.current == 1
    assert view.verticalScrollBar().value() > 0


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


def test_who_chooses_a_row_before_the_story_of_last_time_is_there_stays_in_the_list(running: Running) -> None:
    listed = running.listed()
    program = running.program
    program.list_pane.focus_list()
    program.shelf.found.emit(listed["Anchor"][1])
    program.shelf.wait_for(running.folder / "Boat.html")
    running.do("next")
    shown = program.session.entry
    assert shown is not None
    running.qtbot.waitUntil(lambda: running.shows(shown.path.stem))
    assert running.focus() is program.list_pane.view
    assert not program.shelf.is_waiting()


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
