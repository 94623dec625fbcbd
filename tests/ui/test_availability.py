from reader.app.story_state import Loading
from tests.ui.conftest import Running

OF_STORY = ("find", "find_next", "find_previous", "copy", "top", "bottom", "page_up", "plain_text", "open_address")
OF_CHOSEN = ("toggle_read", "toggle_star", "show_file", "focus_mode")
OF_PICTURES = ("next_picture", "previous_picture", "view_picture")
OF_LIBRARY = ("refresh", "search", "unread_only", "pictures")
OF_ROWS = ("next", "previous", "mark_all_read")


def test_a_newcomer_can_do_nothing_that_needs_a_library_or_a_story(fresh: Running) -> None:
    for names in (OF_STORY, OF_CHOSEN, OF_PICTURES, OF_LIBRARY, OF_ROWS, ("undo", "redo", "back", "forward")):
        assert fresh.can(*names) == set()
    assert fresh.can("open_files", "open_folder", "open_samples", "quit", "theme", "cheat_sheet") == {
        "open_files",
        "open_folder",
        "open_samples",
        "quit",
        "theme",
        "cheat_sheet",
    }


def test_with_a_library_its_actions_can_be_done(running: Running) -> None:
    assert running.can(*OF_LIBRARY, *OF_ROWS) == {*OF_LIBRARY, *OF_ROWS}
    assert running.can(*OF_STORY, *OF_CHOSEN, *OF_PICTURES) == set()


def test_with_a_story_everything_of_it_can_be_done(running: Running) -> None:
    running.open("Anchor")
    wanted = {*OF_STORY, *OF_CHOSEN, *OF_PICTURES}
    assert running.can(*wanted) == wanted


def test_what_a_story_does_not_have_cannot_be_asked_for(running: Running) -> None:
    running.open("Boat")
    assert running.can(*OF_PICTURES, "open_address") == {"view_picture"}
    running.open("Crane")
    assert running.can(*OF_PICTURES, "open_address", "set_aside") == set()


def test_while_the_next_story_is_read_nothing_is_greyed(running: Running) -> None:
    running.open("Anchor")
    lost: list[str] = []
    find = running.program.actions["find"]
    find.enabledChanged.connect(lambda on: None if on else lost.append("find"))
    running.open("Boat")
    assert lost == []


def test_a_mark_can_be_undone_while_the_next_story_is_read(running: Running) -> None:
    running.open("Anchor")
    boat, dock = (running.listed()[name][1] for name in ("Boat", "Dock"))
    running.program.session.open(boat)
    running.program.session.set_starred([dock.identity], True)
    assert isinstance(running.program.session.state, Loading)
    assert running.can("undo") == {"undo"}


def test_a_list_without_rows_has_nothing_to_mark_or_to_go_to(running: Running) -> None:
    running.program.list_pane.header.search.setText("no such word")
    running.qtbot.waitUntil(lambda: running.program.shown.rowCount() == 0)
    assert running.can(*OF_ROWS) == set()
    running.program.list_pane.header.search.clear()
    running.qtbot.waitUntil(lambda: running.program.shown.rowCount() == 4)
    assert running.can(*OF_ROWS) == set(OF_ROWS)


def test_only_what_was_done_can_be_undone_and_the_menu_says_what(running: Running) -> None:
    running.open("Crane")
    actions = running.program.actions
    running.do("toggle_star")
    assert running.can("undo", "redo") == {"undo"}
    assert actions["undo"].text() == "Undo Star"
    running.do("undo")
    assert running.can("undo", "redo") == {"redo"}
    assert actions["redo"].text() == "Redo Star"
    assert actions["undo"].text() == "Undo"


def test_one_goes_back_and_forward_only_where_one_has_been(running: Running) -> None:
    running.open("Anchor")
    running.open("Boat")
    assert running.can("back", "forward") == {"back"}
    running.do("back")
    running.qtbot.waitUntil(lambda: running.shows("Anchor"))
    assert running.can("back", "forward") == {"forward"}


def test_every_action_is_declared_enabled_somewhere(running: Running) -> None:
    running.open("Anchor")
    always_greyed = {action.objectName() for action in running.program.actions.all() if not action.isEnabled()}
    assert always_greyed == {"undo", "redo", "back", "forward", "set_aside", "load_newer"}
