"""Several windows and several devices."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.article import Problem
from reader.library import Fact, Store

PATTERN = "standfirst*.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def device(folder: Path, name: str, news: list[Fact] | None = None, told: list[Problem] | None = None) -> Store:
    return Store(
        folder / f"standfirst-{name}.jsonl",
        name,
        PATTERN,
        tell=(told if told is not None else []).append,
        on_news=(news if news is not None else []).extend,
    )


def looked(store: Store) -> None:
    """Have the store look, and wait until it has."""
    store.look()
    assert store.close()


def test_another_windows_marks_are_noticed(folder: Path) -> None:
    news: list[Fact] = []
    one, other = device(folder, "a", news), device(folder, "a")
    other.set("read", "x", True).result(10)
    other.close()
    looked(one)
    assert [(fact.what, fact.which, fact.value) for fact in news] == [("read", "x", True)]
    assert one.get("read", "x") is True


def test_ones_own_marks_are_no_news(folder: Path) -> None:
    news: list[Fact] = []
    store = device(folder, "a", news)
    store.set("read", "x", True).result(10)
    looked(store)
    assert news == []


def test_a_mark_made_meanwhile_elsewhere_is_told_of_when_ours_is_saved(folder: Path) -> None:
    news: list[Fact] = []
    one, other = device(folder, "a", news), device(folder, "a")
    other.set("read", "x", True).result(10)
    one.set("read", "y", True).result(10)
    one.close()
    other.close()
    assert [fact.which for fact in news] == ["x"]


def test_each_device_writes_its_own_file_and_reads_all(folder: Path) -> None:
    news: list[Fact] = []
    one, other = device(folder, "a", news), device(folder, "b")
    other.set("read", "x", True).result(10)
    one.set("read", "y", True).result(10)
    looked(one)
    other.close()
    assert [fact.which for fact in news] == ["x"]
    third = device(folder, "c")
    third.close()
    assert third.of("read") == {"x": True, "y": True}
    assert sorted(path.name for path in folder.glob(PATTERN)) == ["standfirst-a.jsonl", "standfirst-b.jsonl"]


def test_copies_that_syncing_made_of_conflicts_are_merged(folder: Path) -> None:
    store = device(folder, "a")
    store.set("read", "x", True).result(10)
    shutil.copy(folder / "standfirst-a.jsonl", folder / "standfirst-a.sync-conflict-20260301-120000-ABCDEFG.jsonl")
    store.close()
    (folder / "standfirst-a.jsonl").unlink()
    again = device(folder, "a")
    again.close()
    assert again.of("read") == {"x": True}


def test_files_of_others_with_such_a_name_are_left_alone_and_cost_nothing(folder: Path) -> None:
    (folder / "standfirst-notes.jsonl").write_text("my notes\n")
    (folder / "standfirst-folder.jsonl").mkdir()
    told: list[Problem] = []
    store = device(folder, "a", told=told)
    store.set("read", "x", True).result(10)
    store.look()
    store.look()
    store.close()
    assert (folder / "standfirst-notes.jsonl").read_text() == "my notes\n"
    assert [problem.code for problem in told] == ["cannot-read"]


def test_two_windows_that_write_at_once_lose_nothing(folder: Path) -> None:
    stores = [device(folder, "a") for _ in range(3)]
    for number in range(200):
        for place, store in enumerate(stores):
            store.set("read", f"{place}-{number}", True)
            store.set("position", "same", [place, number])
    assert all(store.close() for store in stores)
    last = device(folder, "a")
    last.close()
    assert len(last.of("read")) == 600


WRITER = """
import sys
from pathlib import Path
from reader.library.store import Store
store = Store(Path(sys.argv[1]), "a")
for number in range(150):
    for _ in range(5):
        store.set("position", "same", number)
    store.set("read", f"{sys.argv[2]}-{number}", True)
    if number % 10 == 0:
        store.set("read", f"{sys.argv[2]}-{number}", True).result(30)
sys.exit(not store.close())
"""


def test_two_processes_that_write_and_rewrite_at_once_lose_nothing(folder: Path) -> None:
    path = folder / "standfirst-a.jsonl"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in "xy"]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    store = device(folder, "a")
    store.close()
    assert len(store.of("read")) == 300
    assert store.get("position", "same") == 149
