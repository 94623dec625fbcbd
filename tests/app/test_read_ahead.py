import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import read_ahead, story_loading
from reader.app.jobs import Jobs
from reader.app.read_ahead import ReadAhead
from reader.app.story_loading import StoryLoader
from reader.app.story_state import Failed, Showing
from reader.article import Article
from reader.parser import Assets, Parsed


class Reader:
    """Reads files, and knows which."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.may = threading.Event()
        self.may.set()

    def __call__(self, path: Path) -> Showing | Failed:
        self.read.append(path.name)
        assert self.may.wait(10)
        return Showing(path, Parsed(Article(title=path.read_text("utf-8")), Assets(), "text"))


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def loader(reader: Reader) -> StoryLoader:
    return StoryLoader(reader)


@pytest.fixture
def ahead(loader: StoryLoader) -> Iterator[ReadAhead]:
    jobs = Jobs(1)
    one = ReadAhead(loader, jobs)
    yield one
    one.stop()
    jobs.close()


def saved(folder: Path, name: str, words: str = "words") -> Path:
    path = folder / name
    path.write_text(words, "utf-8")
    return path


def title(state: Showing | Failed) -> str:
    assert isinstance(state, Showing)
    return state.parsed.article.title


def test_a_story_is_read_once_while_its_file_stays_as_it_is(
    loader: StoryLoader, reader: Reader, tmp_path: Path
) -> None:
    path = saved(tmp_path, "a", "one")
    assert loader.load(path) is loader.load(path)
    assert reader.read == ["a"]


def test_a_changed_file_is_read_anew(loader: StoryLoader, tmp_path: Path) -> None:
    assert title(loader.load(saved(tmp_path, "a", "one"))) == "one"
    assert title(loader.load(saved(tmp_path, "a", "another"))) == "another"


def test_only_so_many_stories_and_bytes_are_kept(
    loader: StoryLoader, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_loading, "MOST_BYTES", 100)
    for name in "abc":
        loader.load(saved(tmp_path, name, name * 40))
    assert [loader.has(tmp_path / name) for name in "abc"] == [False, True, True]
    loader.load(saved(tmp_path, "huge", "h" * 200))
    assert not loader.has(tmp_path / "huge")
    assert loader.has(tmp_path / "c")


def test_two_who_want_the_same_story_at_once_read_it_once(loader: StoryLoader, reader: Reader, tmp_path: Path) -> None:
    path, answers = saved(tmp_path, "a"), list[Showing | Failed]()
    reader.may.clear()
    threads = [threading.Thread(target=lambda: answers.append(loader.load(path))) for _ in range(2)]
    for thread in threads:
        thread.start()
    reader.may.set()
    for thread in threads:
        thread.join(10)
    assert reader.read == ["a"]
    assert answers[0] is answers[1]


def test_a_fault_is_told_to_both_and_not_kept(tmp_path: Path) -> None:
    def fail(path: Path) -> Showing:
        raise RuntimeError(path.name)

    loader, path = StoryLoader(fail), saved(tmp_path, "a")
    for _ in range(2):
        with pytest.raises(RuntimeError):
            loader.load(path)
    assert not loader.has(path)


def test_what_is_wished_is_read_in_order_when_one_has_paused(
    ahead: ReadAhead, loader: StoryLoader, reader: Reader, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [saved(tmp_path, name) for name in "abc"]
    ahead.wish([*paths, paths[0], tmp_path / "gone"])
    assert reader.read == []
    qtbot.waitUntil(lambda: loader.has(paths[2]))
    assert reader.read == ["a", "b", "c"]


def test_a_new_wish_takes_the_place_of_the_one_before(
    ahead: ReadAhead, loader: StoryLoader, reader: Reader, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [saved(tmp_path, name) for name in "abcd"]
    reader.may.clear()
    ahead.wish(paths[:3])
    qtbot.waitUntil(lambda: reader.read == ["a"])
    ahead.wish(paths[3:])
    reader.may.set()
    qtbot.waitUntil(lambda: loader.has(paths[3]))
    assert reader.read == ["a", "d"]


def test_a_huge_file_is_not_read_ahead(
    ahead: ReadAhead, loader: StoryLoader, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_ahead, "LARGEST", 10)
    ahead.wish([saved(tmp_path, "huge", "h" * 20), saved(tmp_path, "a")])
    qtbot.waitUntil(lambda: loader.has(tmp_path / "a"))
    assert not loader.has(tmp_path / "huge")


def test_warming_up_reads_a_page_and_a_text(ahead: ReadAhead, capsys: pytest.CaptureFixture[str]) -> None:
    story_loading.warm_up()
    assert capsys.readouterr().err == ""
