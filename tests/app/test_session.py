from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.jobs import Jobs
from reader.app.session import Session
from reader.app.story import Place
from reader.app.story_state import Failed, Loading, Nothing, Showing
from reader.library import Entry, ReadState, Store
from tests.indexed import entry_in

PAGE = """<!doctype html><html lang=en><title>{title}</title><body><article><h1>{title}</h1>
<p>The harbour was quiet that morning, and the ferry lay at the slip with her engine cold and her crew asleep.</p>
<p>Nobody on the island could remember a winter like it, though everybody had a story of one that came close.</p>
<p>By noon the wind had gone round to the north, and the first snow lay on the rails of the upper deck.</p>
</article></body></html>"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    one = Store(tmp_path / "home" / "standfirst-a.jsonl", "a")
    yield one
    one.close()


@pytest.fixture
def session(store: Store, qtbot: QtBot) -> Iterator[Session]:
    jobs = Jobs(1)
    one = Session(ReadState(store), jobs)
    yield one
    jobs.close()


def saved(folder: Path, title: str) -> Entry:
    path = folder / f"{title}.html"
    path.write_text(PAGE.format(title=title), "utf-8")
    return entry_in(path)


def shown(session: Session, qtbot: QtBot, entry: Entry) -> Showing:
    session.open(entry)
    qtbot.waitUntil(lambda: isinstance(session.state, Showing) and session.state.path == entry.path)
    assert isinstance(session.state, Showing)
    return session.state


def test_a_story_is_read_off_the_window_and_then_shown(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    entry = saved(tmp_path, "One")
    states: list[object] = []
    session.story_changed.connect(states.append)
    story = shown(session, qtbot, entry)
    assert states == [Loading(entry.path), story]
    assert story.parsed.article.title == "One"


def test_a_file_that_cannot_be_read_says_why(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.open(entry_in(tmp_path / "gone.html"))
    qtbot.waitUntil(lambda: isinstance(session.state, Failed))
    assert isinstance(session.state, Failed)
    assert "gone.html" in session.state.problem.message


def test_of_two_stories_asked_for_at_once_the_last_is_shown(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    one, two = saved(tmp_path, "One"), saved(tmp_path, "Two")
    seen: list[object] = []
    session.story_changed.connect(lambda state: seen.append(state) if isinstance(state, Showing) else None)
    session.open(one)
    shown(session, qtbot, two)
    qtbot.wait(80)
    assert [state.path for state in seen if isinstance(state, Showing)] == [two.path]


def test_the_place_is_remembered_when_one_leaves(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    one, two = saved(tmp_path, "One"), saved(tmp_path, "Two")
    shown(session, qtbot, one)
    session.move(Place(2, 17), 0.6, at_end=False)
    shown(session, qtbot, two)
    shown(session, qtbot, one)
    assert session.start_place() == Place(2, 17)
    assert session.marks().fraction == 0.6


def test_marks_can_be_taken_back(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    one, two = saved(tmp_path, "One"), saved(tmp_path, "Two")
    shown(session, qtbot, one)
    session.toggle_read()
    session.toggle_star()
    assert session.set_read([one.identity, two.identity], True) == 1
    session.undo_stack.undo()
    assert session.marks().read
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert not session.marks().read
    assert not session.marks().starred
    session.undo_stack.redo()
    assert session.marks().read


def test_marking_says_whose_marks_changed(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    one = saved(tmp_path, "One")
    with qtbot.waitSignal(session.marks_changed) as told:
        session.set_starred([one.identity], True)
    assert told.args == [[one.identity]]


def test_one_goes_back_to_what_was_opened_before(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    one, two = saved(tmp_path, "One"), saved(tmp_path, "Two")
    shown(session, qtbot, one)
    shown(session, qtbot, two)
    assert session.can_go(-1)
    assert session.go(-1) == one.path
    assert not session.can_go(-1)


def test_closing_a_story_shows_none(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    shown(session, qtbot, saved(tmp_path, "One"))
    session.close_story()
    assert session.state == Nothing()
    assert session.entry is None


def test_everything_in_a_file_can_be_shown_and_then_the_story_again_where_it_was_left(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    entry = saved(tmp_path, "One")
    story = shown(session, qtbot, entry)
    session.move(Place(1, 5), 0.5, at_end=False)
    session.toggle_everything()
    qtbot.waitUntil(lambda: session.state is not story)
    assert isinstance(session.state, Showing)
    assert session.state.everything
    assert session.state.parsed.article.title == "One.html"
    assert session.start_place() == Place()
    session.move(Place(0, 200), 0.9, at_end=True)
    session.toggle_everything()
    qtbot.waitUntil(lambda: isinstance(session.state, Showing) and not session.state.everything)
    assert session.start_place() == Place(1, 5)


def test_pictures_that_were_not_saved_are_looked_for_once(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "lost.html"
    path.write_text(PAGE.format(title="Lost").replace("<p>By", "<figure><img src=lost.jpg alt=Lost></figure><p>By"))
    shown(session, qtbot, entry_in(path))
    states: list[object] = []
    session.story_changed.connect(states.append)
    session.measure_pictures()
    qtbot.waitUntil(lambda: isinstance(session.state, Showing) and session.state.measured)
    session.measure_pictures()
    qtbot.wait(50)
    assert states == []


def test_a_fault_of_our_own_leaves_a_page_that_says_so(
    store: Store, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(path: Path) -> Showing:
        raise RuntimeError("no such luck")

    jobs = Jobs(1)
    session = Session(ReadState(store), jobs, fail)
    with qtbot.waitSignal(session.faulted):
        session.open(saved(tmp_path, "One"))
    assert isinstance(session.state, Failed)
    assert "no such luck" in session.state.problem.message
    assert "RuntimeError" in capsys.readouterr().err
    jobs.close()
