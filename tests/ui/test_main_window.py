from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reader.app.list_order import Grouping
from reader.front import Front
from reader.library.settings import LAST_STORY, THEME
from reader.program import Program
from reader.ui.main_window import LIST_WIDTH, PANEL_WIDTH
from tests.ui.conftest import Running


def panes(running: Running) -> tuple[bool, bool, bool]:
    """Whether list, story and pictures are to be seen."""
    program = running.program
    return program.list_pane.isVisible(), program.story_pane.isVisible(), program.image_panel.isVisible()


def around(running: Running, key: Qt.Key, steps: int) -> list[QWidget]:
    """What has the keyboard after each press of a key."""
    seen = []
    for _ in range(steps):
        QTest.keyClick(running.focus(), key)
        seen.append(running.focus())
    return seen


# Colours


@pytest.mark.parametrize("name", ["dark", "sepia", "contrast"])
def test_a_theme_chosen_while_the_window_is_open_reaches_every_ground(running: Running, name: str) -> None:
    program = running.program
    running.open("Anchor")
    program.memory.settings.set(THEME, name)
    program.appearance.refresh()
    theme = program.appearance.look.theme
    QApplication.processEvents()
    seen = program.window.grab().toImage()
    left, middle = 3, program.list_pane.width() + 20
    line = program.list_pane.width()
    ends = {seen.pixelColor(left, y).name() for y in (3, seen.height() - 3)}
    assert ends == {theme.list.name()}
    assert seen.pixelColor(line, 300).name() == theme.line.name()
    assert seen.pixelColor(middle, 300).name() == theme.page.name()
    assert seen.pixelColor(seen.width() - 3, seen.height() - 200).name() == theme.panel.name()


# Arranging


def test_a_story_without_pictures_has_their_room_where_its_lines_need_it(running: Running) -> None:
    running.program.window.resize(1024, 700)
    running.open("Anchor")
    assert panes(running) == (True, True, True)
    running.open("Crane")
    assert panes(running) == (True, True, False)
    running.do("pictures")
    running.do("pictures")
    assert running.said == ["This story has no pictures; its text has their room."]
    running.program.window.resize(1440, 900)
    assert panes(running) == (True, True, True)
    running.program.window.resize(1024, 700)
    assert panes(running) == (True, True, False)
    running.open("Anchor")
    assert panes(running) == (True, True, True)


def test_asking_for_the_pictures_in_a_narrow_window_says_where_they_are(running: Running) -> None:
    running.open("Anchor")
    running.program.window.resize(900, 700)
    running.do("pictures")
    assert running.said == []
    running.do("pictures")
    assert running.said == ["The window is too narrow for the pictures beside the story; they stand in it."]


def test_a_newcomer_sees_one_page_alone(fresh: Running) -> None:
    assert panes(fresh) == (False, True, False)


def test_with_a_story_all_three_panes_stand_side_by_side(running: Running) -> None:
    assert panes(running) == (True, True, False)
    running.open("Anchor")
    assert panes(running) == (True, True, True)
    assert running.program.window.pane_widths()[0] == LIST_WIDTH
    assert running.program.window.pane_widths()[2] == PANEL_WIDTH


def test_the_story_alone_and_back(running: Running) -> None:
    running.open("Anchor")
    running.do("focus_mode")
    assert panes(running) == (False, True, False)
    running.do("focus_mode")
    assert panes(running) == (True, True, True)


def test_a_narrow_window_gives_up_the_pictures_first(running: Running) -> None:
    running.open("Anchor")
    running.program.window.resize(900, 700)
    assert panes(running) == (True, True, False)
    running.program.window.resize(1440, 900)
    assert panes(running) == (True, True, True)


def test_a_hidden_panel_stays_hidden_in_a_wide_window(running: Running) -> None:
    running.do("pictures")
    running.program.window.resize(900, 700)
    running.program.window.resize(1440, 900)
    assert panes(running) == (True, True, False)


@pytest.mark.parametrize("words", ["", "AAAA", "not base64 !?", "AdnQywADAAAAAAAA" * 20, "=" * 4000])
def test_a_strange_geometry_changes_nothing(running: Running, words: str) -> None:
    size = running.program.window.size()
    running.program.window.restore_from(words, ())
    assert running.program.window.size() == size


@pytest.mark.parametrize("widths", [(), (1,), (0, 0, 0), (1, 1, 1), (20_000, 20_000, 20_000), (1, 2, 3, 4)])
def test_strange_widths_leave_every_pane_its_room(running: Running, widths: tuple[int, ...]) -> None:
    running.open("Anchor")
    running.program.window.restore_from("", widths)
    left, story, right = running.program.window.pane_widths()
    assert 260 <= left <= 480
    assert story >= 440
    assert 260 <= right <= 600


def test_a_window_closed_before_its_story_is_back_forgets_it_not(running: Running) -> None:
    path = running.open("Anchor").path
    running.program.list_pane.grouping_changed.emit(Grouping.SOURCE)  # such a list has no rows at once
    running.close()
    again = Program(Front(running.home))
    again.open([])
    again.window.close()  # at once, as where the wrong program was started
    running.program = Program(Front(running.home))
    running.begin()
    running.qtbot.waitUntil(lambda: running.shows("Anchor"), timeout=10_000)
    assert running.program.memory.settings.get(LAST_STORY) == (path,)


def test_size_and_widths_come_back_at_the_next_start(running: Running) -> None:
    running.open("Anchor")
    window = running.program.window
    window.splitter.setSizes([300, 840, 298])
    widths = window.pane_widths()
    window.splitter.setSizes([400, 640, 398])
    window.restore_from("", widths)
    assert window.pane_widths() == widths
    window.resize(780, 600)
    words = window.geometry_words()
    window.resize(740, 500)
    window.restore_from(words, ())
    assert (window.width(), window.height()) == (780, 600)


# The keyboard


def test_tab_goes_through_everything_and_comes_back(running: Running) -> None:
    running.open("Crane")
    program = running.program
    program.list_pane.focus_list()
    seen = around(running, Qt.Key.Key_Tab, 30)
    assert program.list_pane.view in seen
    first = seen[: seen.index(program.list_pane.view) + 1]
    assert len(first) == len(set(first))
    bar = program.story_pane.bar
    order = [first.index(one) for one in (bar.type, bar.star, bar.read, bar.search, bar.pictures, bar.menu)]
    assert order == sorted(order)
    assert first.index(bar.menu) < first.index(program.story_pane.view) < first.index(program.image_panel)
    assert first.index(program.image_panel) < first.index(program.list_pane.header.search)
    assert all(widget.isVisible() and widget.isEnabled() for widget in first)


def test_shift_tab_goes_the_same_way_back(running: Running) -> None:
    running.open("Crane")
    running.program.list_pane.focus_list()
    there = around(running, Qt.Key.Key_Tab, 6)
    back = around(running, Qt.Key.Key_Backtab, 5)
    assert back == there[-2::-1]


def test_the_find_bar_lies_between_the_bar_and_the_story(running: Running) -> None:
    running.open("Crane")
    running.do("find")
    program = running.program
    seen = around(running, Qt.Key.Key_Tab, 4)
    assert seen[-1] is program.story_pane.view
    assert all(program.story_pane.find_bar.isAncestorOf(one) for one in seen[:3])


def test_everything_that_takes_the_keyboard_shows_it(running: Running) -> None:
    running.open("Anchor")
    running.do("mark_all_read")
    window = running.program.window
    running.program.list_pane.focus_list()
    for widget in set(around(running, Qt.Key.Key_Tab, 22)):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = window.grab().toImage()
        widget.clearFocus()
        QApplication.processEvents()
        assert with_focus != window.grab().toImage(), widget


def test_the_offers_of_a_page_are_reached_one_after_the_other(fresh: Running) -> None:
    offers = [fresh.focus(), *around(fresh, Qt.Key.Key_Tab, 2)]
    words = [offer.text() for offer in offers]  # type: ignore[attr-defined]  # buttons
    assert words == ["Choose a Folder…", "Open Files…", "Try the Sample Articles"]


def test_panes_are_reached_in_a_circle_with_the_message_when_there_is_one(running: Running) -> None:
    running.open("Crane")
    program = running.program
    program.list_pane.focus_list()
    running.do("mark_all_read")
    running.qtbot.waitUntil(program.window.message_bar.isVisible)
    seen = []
    for _ in range(4):
        running.do("next_pane")
        seen.append(running.focus())
    assert seen[:2] == [program.story_pane.view, program.image_panel]
    assert program.window.message_bar.isAncestorOf(seen[2])
    assert seen[3] is program.list_pane.view
    running.do("previous_pane")
    assert running.focus() is seen[2]


def test_a_pane_that_goes_hands_the_keyboard_to_the_story(running: Running) -> None:
    running.open("Anchor")
    program = running.program
    program.image_panel.setFocus()
    running.do("pictures")
    assert running.focus() is program.story_pane.view
    running.do("pictures")
    program.image_panel.setFocus()
    program.window.resize(900, 700)
    assert running.focus() is program.story_pane.view
    program.list_pane.header.search.setFocus()
    running.do("focus_mode")
    assert running.focus() is program.story_pane.view


def test_home_and_end_are_the_lists_in_the_list_and_the_storys_in_the_story(running: Running) -> None:
    running.open("Anchor")
    program = running.program
    bar = program.story_pane.view.verticalScrollBar()
    program.story_pane.take_focus()
    QTest.keyClick(running.focus(), Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(running.focus(), Qt.Key.Key_Home)
    assert bar.value() == 0
    program.list_pane.focus_list()
    QTest.keyClick(running.focus(), Qt.Key.Key_End)
    assert program.list_pane.view.currentIndex().row() == program.shown.rowCount() - 1
    QTest.keyClick(running.focus(), Qt.Key.Key_Home)
    assert program.list_pane.view.currentIndex().row() == 0


def test_escape_leaves_the_innermost_thing_first(running: Running) -> None:
    running.open("Crane")
    program = running.program
    program.list_pane.header.search.setText("crane")
    running.do("focus_mode")
    running.do("find")
    running.do("mark_all_read")
    running.qtbot.waitUntil(program.window.message_bar.isVisible)
    left = []
    program.story_pane.take_focus()
    for _ in range(4):
        QTest.keyClick(running.focus(), Qt.Key.Key_Escape)
        left.append(
            (
                program.window.message_bar.isVisible(),
                program.story_pane.find_bar.isVisible(),
                program.list_pane.isVisible(),
                bool(program.list_pane.header.search.text()),
            )
        )
    assert left == [
        (False, True, False, True),
        (False, False, False, True),
        (False, False, True, True),
        (False, False, True, False),
    ]
    assert running.focus() is program.list_pane.view


def test_single_keys_press_no_buttons_and_buttons_take_space_and_enter(running: Running) -> None:
    running.open("Crane")
    star = running.program.story_pane.bar.star
    for number, key in enumerate((Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)):
        star.setFocus()
        QTest.keyClick(star, key)
        assert running.program.session.marks().starred is (number % 2 == 0)
        assert running.focus() is star
    assert running.shows("Crane")


# Dropping, menus


def test_files_and_folders_are_taken_and_nothing_else(running: Running, tmp_path: Path) -> None:
    def entered(urls: list[QUrl]) -> bool:
        data = QMimeData()
        data.setUrls(urls)
        none = Qt.KeyboardModifier.NoModifier
        event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
        event.ignore()
        running.program.window.dragEnterEvent(event)
        return event.isAccepted()

    assert entered([QUrl.fromLocalFile(str(tmp_path))])
    assert not entered([QUrl("https://post.example/a.html")])
    assert not entered([])


def test_of_what_is_dropped_only_files_are_opened(running: Running, tmp_path: Path) -> None:
    dropped: list[list[Path]] = []
    running.program.window.dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl("https://post.example/a.html"), QUrl.fromLocalFile(str(tmp_path / "a b.html"))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    running.program.window.dropEvent(drop)
    assert dropped == [[tmp_path / "a b.html"]]


def test_every_entry_of_every_menu_has_words_and_a_place(running: Running) -> None:
    for name, menu in running.program.window.menus.items():
        actions: list[QAction] = menu.actions()
        assert actions, name
        assert not actions[0].isSeparator()
        assert not actions[-1].isSeparator()
        assert all(action.text() for action in actions if not action.isSeparator())
    assert isinstance(running.program.window.menus["File"].actions()[2].menu(), QMenu)


def test_every_button_says_what_it_does_and_with_which_key(running: Running) -> None:
    bar = running.program.story_pane.bar
    tips = {button.toolTip() for button in (bar.back, bar.type, bar.star, bar.read, bar.search, bar.pictures, bar.menu)}
    assert tips == {
        "Back  (Alt+Left)",
        "Type and Preferences  (Ctrl+,)",
        "Star  (S)",
        "Mark as Read  (M)",
        "Find in Story  (Ctrl+F)",
        "Picture Panel  (I)",
        "Menu  (F10)",
    }
    running.open("Crane")
    running.do("toggle_read")
    assert bar.read.accessibleName() == "Mark as Unread"
    assert bar.pictures.isChecked()
