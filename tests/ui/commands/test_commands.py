"""What the actions do in the running program, group by group."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.app.article_filter import Show
from reader.app.story_state import Showing
from reader.front import Front
from reader.program import Program
from reader.ui.how_read import HowRead
from tests.saved import saved_page
from tests.ui.conftest import Running


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop is asked to open; nothing is opened."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


# Files


def test_files_one_chooses_are_listed_and_the_first_is_shown(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved_page(tmp_path, "Single")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    running.do("open_files")
    running.qtbot.waitUntil(lambda: running.shows("Single"), timeout=10_000)
    assert len(running.listed()) == 5


def test_a_folder_one_chooses_joins_the_library(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    saved_page(other, "Elsewhere")
    asked: list[object] = []

    def choose_folder(*arguments: object) -> str:
        asked.append(arguments[-1])
        return str(other)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose_folder)
    running.do("open_folder")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.all == 5)
    assert running.program.shelf.folders == (running.folder, other)
    running.do("undo")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.all == 4)
    assert asked == [str(running.folder)]


def test_a_dialog_one_leaves_changes_nothing(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    opened: list[object] = []
    monkeypatch.setattr(running.program.shelf, "open", opened.append)
    running.do("open_files")
    running.do("open_folder")
    assert opened == []


def test_what_was_opened_lately_can_be_opened_again(running: Running, tmp_path: Path) -> None:
    other = tmp_path / "R&D"
    other.mkdir()
    saved_page(other, "Elsewhere")
    running.program.shelf.open([other])
    running.at_rest()
    recent = running.program.window.menus["File"].actions()[2].menu()
    assert isinstance(recent, QMenu)
    recent.aboutToShow.emit()
    assert words(recent) == [str(other).replace("&", "&&"), str(running.folder)]
    running.program.folders.remove(running.folder)
    running.qtbot.waitUntil(lambda: running.program.articles.counts.all == 1)
    choose(recent, str(running.folder))
    running.qtbot.waitUntil(lambda: running.program.articles.counts.all == 5)


def test_a_newcomer_has_opened_nothing_lately(fresh: Running) -> None:
    recent = fresh.program.window.menus["File"].actions()[2].menu()
    assert isinstance(recent, QMenu)
    recent.aboutToShow.emit()
    assert words(recent) == ["Nothing opened yet"]
    assert not recent.actions()[-1].isEnabled()


def test_looking_for_new_articles_says_what_it_found(running: Running) -> None:
    running.do("refresh")
    running.qtbot.waitUntil(lambda: running.said == ["Nothing has changed: there are no new articles."])
    saved_page(running.folder, "Egg")
    saved_page(running.folder, "Fog")
    saved_page(running.folder, "Crane", 9)
    (running.folder / "Dock.html").unlink()
    running.do("refresh")
    running.qtbot.waitUntil(lambda: running.said[-1] == "2 new articles, 1 changed, 1 gone.")
    (running.folder / "Egg.html").unlink()
    running.do("refresh")
    running.qtbot.waitUntil(lambda: running.said[-1] == "1 gone article.")


@pytest.mark.parametrize(
    "address",
    ["http://post.example/a", "HTTPS://post.example/%E2%80%99?q=a%20b", "mailto:anna@post.example"],
)
def test_addresses_of_web_and_mail_are_left_to_the_desktop(running: Running, opened: list[str], address: str) -> None:
    running.program.story_pane.address_chosen.emit(address)
    assert opened == [address.replace("HTTPS", "https")]
    assert running.said == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,hello",
        "ftp://post.example/",
        "smb://host/share",
        "//host/share",
        "picture:7",
        "/etc/passwd",
        "relative.html",
        "http://[::1",
        "",
        "vscode://" + "x" * 5000,
    ],
)
def test_no_other_address_is_opened(running: Running, opened: list[str], address: str) -> None:
    running.program.story_pane.address_chosen.emit(address)
    assert opened == []
    assert len(running.said) == 1
    assert running.said[0].startswith("Standfirst opens no addresses of this kind")
    assert len(running.said[0]) < 250


def test_where_the_desktop_opens_nothing_that_is_said(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    running.program.story_pane.address_chosen.emit("https://post.example/")
    running.open("Crane")
    running.do("show_file")
    assert [line.startswith("The desktop has no program") for line in running.said] == [True, True]


def test_the_original_address_and_the_folder_of_a_story_are_opened(running: Running, opened: list[str]) -> None:
    running.open("Anchor")
    running.do("open_address")
    running.do("show_file")
    assert opened == ["https://post.example/anchor", QUrl.fromLocalFile(str(running.folder)).toString()]


# Reading


def test_going_on_where_nothing_is_unread_says_so(running: Running) -> None:
    running.do("mark_all_read")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.unread == 0)
    running.do("next_unread")
    running.do("previous_unread")
    assert running.said[1:] == [
        "There is no other unread story in this list.",
        "There is no unread story further up.",
    ]


def test_marking_all_says_how_many_and_can_be_undone_and_done_again(running: Running) -> None:
    running.do("mark_all_read")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.unread == 0)
    running.do("mark_all_read")
    running.qtbot.waitUntil(lambda: len(running.said) == 2)
    running.do("undo")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.unread == 4)
    running.do("redo")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.unread == 0)
    assert running.said == [
        "4 stories are marked as read.",
        "Every story of this list is read already.",
        "Undone: Mark as Read.",
        "Done again: Mark as Read.",
    ]


def test_only_the_stories_of_the_list_as_it_is_shown_are_marked(running: Running) -> None:
    running.program.list_pane.header.search.setText("crane")
    running.qtbot.waitUntil(lambda: running.program.shown.rowCount() == 1)
    running.do("mark_all_read")
    running.qtbot.waitUntil(lambda: running.said == ["1 story is marked as read."])
    running.qtbot.waitUntil(lambda: running.program.articles.counts.unread == 3)


def test_a_story_taken_off_the_list_gives_way_to_the_one_below_and_the_last_to_the_one_above(running: Running) -> None:
    order = list(running.listed())
    running.open(order[1])
    running.do("remove")
    running.qtbot.waitUntil(lambda: running.shows(order[2]))
    running.qtbot.waitUntil(lambda: order[1] not in running.listed())
    running.open(order[3])
    running.do("remove")
    running.qtbot.waitUntil(lambda: running.shows(order[2]))
    running.do("undo")
    running.qtbot.waitUntil(lambda: order[3] in running.listed())
    assert running.shows(order[2])


def test_one_goes_back_to_a_story_that_has_left_the_list(running: Running) -> None:
    running.open("Crane")
    running.open("Dock")
    running.program.shelf.remove([running.listed()["Crane"][1]])
    assert "Crane" not in running.listed()
    running.do("back")
    running.qtbot.waitUntil(lambda: running.shows("Crane"))


def test_marking_another_story_does_not_keep_this_one_from_being_read(running: Running) -> None:
    running.open("Crane")
    session = running.program.session
    session.set_read([running.listed()["Dock"][1].identity], True)
    session._clock._time_is_up()  # as if it had been open long enough
    session._clock.see_end()
    assert session.marks().read


# View


def test_unread_only_is_shown_and_remembered(running: Running) -> None:
    running.do("unread_only")
    assert running.program.shown.show is Show.UNREAD
    home = running.home
    running.close()
    again = Program(Front(home))
    again.open([])
    assert again.actions["unread_only"].isChecked()
    assert again.shown.show is Show.UNREAD
    again.actions["unread_only"].trigger()
    assert again.shown.show.value == "all"
    again.window.close()


def test_the_themes_follow_one_another_and_are_named(running: Running) -> None:
    for _ in range(3):
        running.do("theme")
    assert len(set(running.said)) == 3
    assert all(line.startswith("Theme: ") for line in running.said)
    kept = [message.text for message in running.program.messages.kept]
    assert kept == running.said[-1:]


def test_the_size_of_the_text_goes_up_down_and_back(running: Running) -> None:
    sizes = []
    for name in ("larger", "larger", "smaller", "default_size"):
        running.do(name)
        sizes.append(running.program.appearance.look.face.size)
    assert sizes == [20, 21, 20, 19]


def test_searching_from_the_story_alone_brings_the_list_back(running: Running) -> None:
    running.open("Crane")
    running.do("focus_mode")
    running.do("search")
    assert running.program.list_pane.isVisible()
    assert running.focus() is running.program.list_pane.header.search
    assert not running.program.actions["focus_mode"].isChecked()


def test_everything_in_the_file_can_be_shown(running: Running) -> None:
    before = running.open("Crane")
    running.do("plain_text")
    running.qtbot.waitUntil(lambda: running.program.session.state is not before)
    state = running.program.session.state
    assert isinstance(state, Showing)
    assert state.parsed.article.title == "Crane.html"


def test_how_a_story_was_read_is_told_and_everything_offered(running: Running) -> None:
    before = running.open("Crane")
    running.do("how_read")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HowRead)
    assert "Crane\nHeadline, page title" in [label.text() for label in dialog.findChildren(QLabel)]
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Show Everything").click()
    running.qtbot.waitUntil(lambda: running.program.session.state is not before)


# Context menus


def test_rows_offer_marks_and_removing_and_removing_can_be_undone(running: Running) -> None:
    running.open("Crane")
    number, entry = running.listed()["Crane"]
    running.program.list_pane.menu_wanted.emit([number], QPoint(5, 5))
    menu = popup()
    offered = ["Open Original Address in the Browser", "Show File in Its Folder"]
    copies = ["Copy as Citation", "Copy as Markdown", "Copy as Text"]
    assert words(menu) == ["Mark as Read", "Star", *offered, *copies, "Remove from the List"]
    choose(menu, "Remove from the List")
    assert "Crane" not in running.listed()
    assert running.program.session.entry != entry
    assert running.said == ["“Crane” is off the list; the file stays where it is."]
    assert running.program.actions["undo"].text() == "Undo Remove from the List"
    running.do("undo")
    running.qtbot.waitUntil(lambda: "Crane" in running.listed())
    assert entry.path.exists()


def test_the_menu_of_a_row_shows_the_keys_that_do_the_same(running: Running) -> None:
    def keys() -> dict[str, str]:
        return {
            action.text(): action.shortcut().toString() for action in popup().actions() if action.shortcut().toString()
        }

    running.open("Crane")
    number, _ = running.listed()["Crane"]
    running.program.menus.show_for_articles([number], QPoint(5, 5))
    assert keys() == {"Mark as Read": "M", "Star": "S", "Remove from the List": "Del"}
    popup().close()
    running.program.actions.set_single_keys(False)
    running.program.menus.show_for_articles([number], QPoint(5, 5))
    assert keys() == {"Remove from the List": "Del"}
    popup().close()


def test_a_menu_that_was_open_takes_no_key_from_the_window(running: Running) -> None:
    running.open("Crane")
    running.program.menus.show_for_articles([running.listed()["Crane"][0]], QPoint(5, 5))
    QTest.keyClick(popup(), Qt.Key.Key_Escape)
    QTest.keyClick(running.program.list_pane.view, Qt.Key.Key_S)
    running.qtbot.waitUntil(lambda: running.program.articles.counts.starred == 1)


def test_what_was_put_back_is_not_opened_by_the_next_look(running: Running, tmp_path: Path) -> None:
    path = saved_page(tmp_path, "Single")
    running.program.shelf.open([path])
    running.qtbot.waitUntil(lambda: running.shows("Single"))
    running.open("Dock")
    running.program.menus.show_for_articles([running.listed()["Single"][0]], QPoint(5, 5))
    choose(popup(), "Remove from the List")
    running.qtbot.waitUntil(lambda: running.can("undo") == {"undo"})
    running.do("undo")
    running.do("refresh")
    running.at_rest()
    running.qtbot.wait(50)
    assert running.shows("Dock")
    assert path in running.program.shelf.files


def test_several_rows_are_marked_together(running: Running) -> None:
    numbers = [number for number, _ in running.listed().values()][:3]
    running.program.menus.show_for_articles(numbers, QPoint(5, 5))
    menu = popup()
    assert "Show File in Its Folder" not in words(menu)
    choose(menu, "Star")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.starred == 3)
    running.program.menus.show_for_articles(numbers, QPoint(5, 5))
    assert "Take Star" in words(popup())
    popup().close()


def test_links_and_stories_offer_what_fits_them(running: Running) -> None:
    running.open("Crane")
    running.program.menus.show_for_story(QPoint(5, 5), "")
    assert "Open Original Address in the Browser" not in words(popup())
    popup().close()
    running.program.menus.show_for_story(QPoint(5, 5), "picture:0")
    assert "Copy Link Address" not in words(popup())
    popup().close()
    running.program.menus.show_for_story(QPoint(5, 5), "https://post.example/?q=%20")
    choose(popup(), "Copy Link Address")
    assert QGuiApplication.clipboard().text() == "https://post.example/?q=%20"


def test_a_story_is_copied_in_every_form(running: Running) -> None:
    running.open("Crane")
    copied = []
    forms: list[QAction] = []
    running.do("copy")
    forms = popup().actions()
    for form in forms:
        form.trigger()
        copied.append(QGuiApplication.clipboard().text())
    popup().close()
    assert len(set(copied)) == len(forms) == 3
    assert all("Crane" in text for text in copied)


def test_a_row_that_is_not_open_can_be_copied_without_opening_it(running: Running, qtbot: QtBot) -> None:
    running.open("Crane")
    program = running.program
    number, other = running.listed()["Dock"]
    QGuiApplication.clipboard().clear()
    program.list_pane.menu_wanted.emit([number], QPoint(5, 5))
    menu = popup()
    next(action for action in menu.actions() if action.text() == "Copy as Citation").trigger()
    qtbot.waitUntil(lambda: other.title in QGuiApplication.clipboard().text())
    assert program.session.entry is not None
    assert program.session.entry.title == "Crane"


def test_folders_leave_the_library_by_the_menu(running: Running) -> None:
    menu = running.program.window.menus["File"].actions()[3].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert words(menu)[0] == "Add Folder…"
    choose(menu, f"Remove {running.folder}")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.all == 0)
    assert (running.folder / "Boat.html").exists()
    running.do("undo")
    running.qtbot.waitUntil(lambda: running.program.articles.counts.all == 4)
