import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.library import Fact, Marks, Position, ReadState, Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "marks.jsonl", "here")
    yield store
    store.close()


@pytest.fixture
def state(store: Store) -> ReadState:
    return ReadState(store)


def test_an_article_nobody_touched_has_no_marks(state: ReadState) -> None:
    assert state.marks("a") == Marks(read=False, starred=False, position=None, opened=0.0)
    assert state.marks("a").fraction == 0.0


def test_a_change_tells_what_it_changed_and_no_change_tells_nothing(state: ReadState) -> None:
    change = state.set_read("a", True)
    assert change is not None
    assert (change.identity, change.what, change.marks.read) == ("a", "read", True)
    assert state.set_read("a", True) is None
    assert state.set_read("b", False) is None
    assert state.set_starred("a", True)
    assert state.marks("a") == Marks(read=True, starred=True)


def test_many_marked_at_once_tell_of_those_that_changed(state: ReadState, store: Store) -> None:
    state.set_read("b", True)
    changes = state.set_all_read(["a", "b", "c", "a", ""], True)
    assert [(change.identity, change.marks.read) for change in changes] == [("a", True), ("c", True)]
    assert store.of("read") == {"a": True, "b": True, "c": True}
    assert state.set_all_read(["a", "b"], True) == []


def test_all_marks_of_one_kind_are_told_at_once(state: ReadState) -> None:
    state.set_all_read(["a", "b", "c"], True)
    state.set_read("b", False)
    state.set_starred("d", True)
    state.opened("e", NOON)
    assert state.read_identities() == {"a", "c"}
    assert state.starred_identities() == {"d"}
    assert state.opened_moments() == {"e": NOON.timestamp()}


def test_the_place_in_a_story_and_when_it_was_opened_come_back_at_the_next_start(tmp_path: Path) -> None:
    store = Store(tmp_path / "m.jsonl", "here")
    state = ReadState(store)
    state.set_position("a", Position(7, 120, 0.4237))
    state.opened("a", NOON)
    store.close()
    again = Store(tmp_path / "m.jsonl", "here")
    again.close()
    marks = ReadState(again).marks("a")
    assert marks.position == Position(7, 120, 0.4237)
    assert marks.fraction == 0.4237
    assert marks.opened == NOON.timestamp()


def test_the_same_place_again_is_no_change(state: ReadState) -> None:
    assert state.set_position("a", Position(1, 2, 1 / 3))
    assert state.set_position("a", Position(1, 2, 1 / 3)) is None


def test_a_file_that_could_not_even_be_opened_takes_no_marks(state: ReadState, store: Store) -> None:
    assert state.set_read("", True) is None
    assert store.of("read") == {}


@pytest.mark.parametrize("strange", [7, "yes", None, [], {"deep": 1}, [1, 2], [-1, 0, 0.5], [1, 2, 3], ["a", "b", "c"]])
def test_what_stands_strangely_in_the_file_counts_as_not_said(store: Store, state: ReadState, strange: object) -> None:
    for what in ("read", "starred", "position", "opened"):
        store.set(what, "a", strange)  # type: ignore[arg-type]
    assert state.marks("a") == Marks()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes any name")
def test_a_removed_file_of_another_system_whose_name_cannot_be_one_here_is_none(state: ReadState) -> None:
    for name in ("/saved/\ud800.html", "/saved/\udcff.html"):
        state.remove(Path(name))
    assert state.removed() == {Path("/saved/\udcff.html")}


def test_a_removed_file_is_off_the_list_until_it_is_restored(state: ReadState) -> None:
    path = Path("/saved/\udcff.html")
    assert not state.is_removed(path)
    state.remove(path)
    assert state.is_removed(path)
    state.restore(path)
    assert not state.is_removed(path)


def test_news_from_another_window_become_changes_of_articles(store: Store, state: ReadState) -> None:
    store.set("read", "a", True)
    news = [Fact("read", "a", True, 1, "x"), Fact("setting", "theme", "dark", 2, "x")]
    assert [(change.identity, change.marks.read) for change in state.changes(news)] == [("a", True)]
