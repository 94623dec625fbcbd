"""Whole ways through the program, from the keyboard, with the sample articles."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaMethod, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import reading_clock
from reader.app.story_state import Failed, Nothing, Showing
from reader.front import Front
from reader.places import sample_articles
from reader.program import Program
from tests.listed import is_at_rest, listed_in

FERRY = "The last ferry to Inner Skerry"
Start = Callable[..., Program]


@pytest.fixture
def start(tmp_path: Path, themes: object, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program on one home, as often as a journey wants; each start ends the one before."""
    running: list[Program] = []

    def end() -> None:
        while running:
            running.pop().window.close()

    def begin(*paths: Path) -> Program:
        end()
        program = Program(Front(tmp_path / "home"))
        running.append(program)
        program.open(list(paths))
        qtbot.waitExposed(program.window)
        qtbot.waitUntil(lambda: is_at_rest(program), timeout=30_000)
        return program

    yield begin
    end()


def focus() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(program: Program, keys: str) -> None:
    """Type signs to whatever has the focus, as the window would get them."""
    QTest.keyClicks(QApplication.focusWidget() or program.window, keys)


def shown(program: Program, qtbot: QtBot) -> Showing:
    """The story that is shown, once it is."""
    qtbot.waitUntil(lambda: isinstance(program.session.state, Showing), timeout=10_000)
    assert isinstance(program.session.state, Showing)
    return program.session.state


def open_story(program: Program, qtbot: QtBot, title: str) -> Showing:
    qtbot.waitUntil(lambda: program.articles.is_settled)
    entry = listed_in(program)[title][1]
    program.list_pane.choose(entry.path)
    program.session.open(entry)
    qtbot.waitUntil(
        lambda: isinstance(program.session.state, Showing) and program.session.state.path == entry.path,
        timeout=10_000,
    )
    qtbot.waitUntil(program.story_pane.view.is_whole, timeout=10_000)
    return shown(program, qtbot)


def test_a_newcomer_meets_one_page_and_opens_the_samples(start: Start, qtbot: QtBot) -> None:
    program = start()
    assert not program.list_pane.isVisible()
    first = focus()
    assert isinstance(first, QPushButton)
    assert first.text() == "Choose a Folder…"
    program.actions["open_samples"].trigger()
    qtbot.waitUntil(lambda: program.list_pane.isVisible() and not program.shelf.is_looking(), timeout=30_000)
    qtbot.waitUntil(lambda: program.articles.counts.all >= 12)
    assert focus() is program.list_pane.view


def test_one_goes_through_the_list_and_each_story_is_shown(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    press(program, "j")
    first = shown(program, qtbot)
    press(program, "j")
    qtbot.waitUntil(lambda: isinstance(program.session.state, Showing) and program.session.state is not first)
    press(program, "k")
    qtbot.waitUntil(lambda: isinstance(program.session.state, Showing) and program.session.state.path == first.path)
    assert first.parsed.article.title in program.window.windowTitle()


def test_a_story_read_to_its_end_counts_as_read(start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_clock, "MOST_SECONDS", 0)
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    unread = program.articles.counts.unread
    assert not program.session.marks().read
    for _ in range(60):
        if program.story_pane.view.at_end():
            break
        program.actions["page_down"].trigger()
    qtbot.waitUntil(lambda: program.session.marks().read)
    assert program.articles.counts.unread == unread - 1


def test_space_at_the_end_goes_on_to_the_next_unread(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    first = open_story(program, qtbot, FERRY)
    program.actions["bottom"].trigger()
    program.actions["page_down"].trigger()
    qtbot.waitUntil(lambda: program.session.entry is not None and program.session.entry.path != first.path)
    assert not program.session.marks().read


def test_marks_are_seen_at_once_and_can_be_taken_back(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    before = program.articles.counts
    press(program, "s")
    press(program, "m")
    assert program.articles.counts.starred == before.starred + 1
    assert program.articles.counts.unread == before.unread - 1
    assert program.story_pane.bar.read.text() == "Mark unread"
    program.actions["undo"].trigger()
    program.actions["undo"].trigger()
    assert program.articles.counts == before


def test_marking_all_read_can_be_undone_from_the_message(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    before = program.articles.counts.unread
    program.actions["mark_all_read"].trigger()
    qtbot.waitUntil(lambda: program.articles.counts.unread == 0)
    assert program.window.message_bar.isVisible()
    program.actions["undo"].trigger()
    qtbot.waitUntil(lambda: program.articles.counts.unread == before)


def test_one_comes_back_to_where_one_stopped(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    bar = program.story_pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = program.story_pane.view.place()
    press(program, "s")
    program.appearance.change_size(1)

    again = start()
    assert shown(again, qtbot).parsed.article.title == FERRY
    assert again.session.marks().starred
    assert again.appearance.look.face.size == 20
    qtbot.waitUntil(lambda: again.story_pane.view.place().block == place.block)
    qtbot.waitUntil(lambda: not again.shelf.is_looking())


def test_the_place_stays_when_the_type_changes(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    view = program.story_pane.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 3)
    block = view.place().block
    for name in ("larger", "larger", "theme", "smaller", "pictures", "pictures"):
        program.actions[name].trigger()
        assert view.place().block == block, name


def test_what_was_set_aside_is_shown_with_a_key(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    story = open_story(program, qtbot, FERRY)
    assert story.parsed.article.set_aside
    press(program, "x")
    assert "Set aside" in program.story_pane.view.toPlainText()
    press(program, "x")
    assert "Set aside:" not in program.story_pane.view.toPlainText()


def test_without_the_panel_pictures_stand_in_the_text(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    press(program, "i")
    assert not program.image_panel.isVisible()
    qtbot.waitUntil(lambda: isinstance(program.session.state, Showing) and bool(program.session.state.sizes))
    qtbot.waitUntil(lambda: "\ufffc" in program.story_pane.view.document().toPlainText())


def test_searching_narrows_the_list_and_escape_brings_it_back(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    press(program, "/")
    assert focus() is program.list_pane.header.search
    QTest.keyClicks(focus(), "title:ferry skerry")
    qtbot.waitUntil(lambda: program.shown.rowCount() == 1)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: program.shown.rowCount() == program.articles.counts.all)
    assert focus() is program.list_pane.view


def test_finding_in_a_story_goes_from_match_to_match(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    program.actions["find"].trigger()
    QTest.keyClicks(focus(), "marigold")
    count = program.story_pane.find_bar.count
    assert count.text().startswith("1 of ")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert count.text().startswith("2 of ")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not program.story_pane.find_bar.isVisible()
    assert focus() is program.story_pane.view


def test_a_picture_opens_in_full_and_escape_comes_back(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    program.story_pane.take_focus()
    press(program, "z")
    assert program.viewer.isVisible()
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not program.viewer.isVisible()
    assert focus() is program.story_pane.view


def test_choosing_a_picture_takes_the_text_there(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    press(program, "]")
    assert program.image_panel.current == 1
    press(program, "]")
    assert program.image_panel.current == 2
    assert program.story_pane.view.verticalScrollBar().value() > 0


def test_a_broken_file_says_what_happened(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    entry = next(entry for _, entry in listed_in(program).values() if entry.problem)
    program.session.open(entry)
    qtbot.waitUntil(lambda: isinstance(program.session.state, Failed), timeout=10_000)
    assert entry.path.name in program.story_pane.page.accessibleName()


def test_files_that_are_dropped_are_opened(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start()
    path = tmp_path / "note.txt"
    path.write_text("A note\n\nThe boat leaves at seven, and nobody has told the hens about it yet.\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    program.window.dropEvent(drop)
    assert shown(program, qtbot).path == path


def test_a_story_taken_off_the_list_closes_and_its_file_stays(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("A note\n\nThe boat leaves at seven, and nobody has told the hens about it yet.\n", "utf-8")
    program = start(path)
    shown(program, qtbot)
    qtbot.waitUntil(lambda: program.articles.is_settled)
    ((_, entry),) = listed_in(program).values()
    program.shelf.remove([entry])
    program.session.close_story()
    assert isinstance(program.session.state, Nothing)
    assert path.exists()


def test_a_story_can_be_copied_as_a_citation(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    program.actions["copy"].trigger()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert "Mara Ellison. “The last ferry to Inner Skerry”. Harbour Post" in QGuiApplication.clipboard().text()


def test_the_story_alone_leaves_only_the_story(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    press(program, "f")
    assert not program.list_pane.isVisible()
    assert not program.image_panel.isVisible()
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert program.list_pane.isVisible()


def test_the_focus_goes_round_the_panes(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    program.list_pane.focus_list()
    seen = []
    for _ in range(3):
        program.actions["next_pane"].trigger()
        seen.append(QApplication.focusWidget())
    assert seen == [program.story_pane.view, program.image_panel, program.list_pane.view]


def test_a_narrow_window_gives_the_story_its_room(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    program.window.resize(900, 700)
    assert not program.image_panel.isVisible()
    program.window.resize(1440, 900)
    assert program.image_panel.isVisible()


def test_the_menu_offers_every_action_of_its_menus(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    program.actions["menu"].trigger()
    open_menus = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    titles = {action.text() for menu in open_menus for action in menu.actions()}
    assert {"File", "Edit", "Go", "Story", "View", "Help"} <= titles
    assert "Add Folder to the Library…" in titles
    for menu in open_menus:
        menu.close()


def test_every_action_does_something(start: Start, qtbot: QtBot) -> None:
    program = start()
    signal = QMetaMethod.fromSignal(program.actions["next"].triggered)
    idle = [action.objectName() for action in program.actions.all() if not action.isSignalConnected(signal)]
    assert idle == []


def test_a_context_menu_opens_for_rows_and_for_links(start: Start, qtbot: QtBot) -> None:
    program = start(sample_articles())
    open_story(program, qtbot, FERRY)
    program.list_pane.menu_wanted.emit([listed_in(program)[FERRY][0]], QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "Remove from the List" in [action.text() for action in menu.actions()]
    menu.close()
    program.story_pane.context_wanted.emit(QPoint(5, 5), "https://harbourpost.example/")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "Copy Link Address" in [action.text() for action in menu.actions()]
    menu.close()
