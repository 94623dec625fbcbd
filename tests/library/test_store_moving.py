"""Marks and settings that are moved to another folder, such as one that is synced between machines."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.library import Fact, Store

PATTERN = "standfirst*.jsonl"


def device(folder: Path, name: str = "a", news: list[Fact] | None = None, pointer: Path | None = None) -> Store:
    file = folder / f"standfirst-{name}.jsonl"
    whereabouts = None if pointer is None else lambda: Path(pointer.read_text("utf-8")) / file.name
    listen = news if news is not None else list[Fact]()
    return Store(file, name, PATTERN, on_news=listen.extend, whereabouts=whereabouts)


def point(pointer: Path, folder: Path) -> None:
    pointer.write_text(str(folder), "utf-8")


def test_everything_is_in_the_new_folder_before_it_counts_and_the_old_one_stays(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    other = device(old, "b")
    other.set("starred", "y", True).result(10)
    other.close()
    store = device(old)
    store.set("read", "x", True).result(10)
    before = {path.name: path.read_bytes() for path in old.glob(PATTERN)}
    seen: list[bytes] = []
    store.move(new / "standfirst-a.jsonl", lambda: seen.append((new / "standfirst-a.jsonl").read_bytes())).result(10)
    assert b'"which":"x"' in seen[0]
    assert b'"which":"y"' in seen[0], "what other devices wrote in the old folder is not lost either"
    store.set("read", "z", True).result(10)
    store.close()
    assert {path.name: path.read_bytes() for path in old.glob(PATTERN)} == before
    again = device(new)
    again.close()
    assert again.of("read") == {"x": True, "z": True}
    assert again.of("starred") == {"y": True}


def test_it_is_joined_with_what_is_there_and_the_later_mark_holds(tmp_path: Path) -> None:
    old, new, news = tmp_path / "old", tmp_path / "new", list[Fact]()
    store = device(old, "a", news)
    store.set("read", "x", True).result(10)
    store.set("read", "y", True).result(10)
    there = device(new, "b")
    there.set("read", "y", False).result(10)
    there.set("read", "z", True).result(10)
    there.close()
    store.move(new / "standfirst-a.jsonl").result(10)
    assert store.of("read") == {"x": True, "y": False, "z": True}
    assert store.close()
    assert {(fact.which, fact.value) for fact in news} == {("y", False), ("z", True)}


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file, not a folder")
    store = device(tmp_path / "old")
    confirmed: list[bool] = []
    moved = store.move(tmp_path / "in the way" / "standfirst-a.jsonl", lambda: confirmed.append(True))
    assert isinstance(moved.exception(10), OSError)
    store.set("read", "x", True).result(10)
    store.close()
    assert confirmed == []
    assert b'"which":"x"' in (tmp_path / "old" / "standfirst-a.jsonl").read_bytes()


def test_a_second_window_follows_and_brings_what_it_had_not_told(tmp_path: Path) -> None:
    old, new, pointer = tmp_path / "old", tmp_path / "new", tmp_path / "pointer"
    pointer.write_text(str(old), "utf-8")
    one, two = device(old, pointer=pointer), device(old, pointer=pointer)
    one.move(new / "standfirst-a.jsonl", lambda: point(pointer, new)).result(10)
    two.set("read", "late", True).result(10)
    two.look()
    two.set("read", "later", True).result(10)
    two.close()
    one.look()
    one.close()
    assert one.of("read") == {"late": True, "later": True}


WINDOW = """
import sys, time
from pathlib import Path
from reader.library.store import Store
store = Store(Path(sys.argv[1]), sys.argv[2], "standfirst*.jsonl")
store.set("read", sys.argv[2], True).result(30)
end = time.monotonic() + 20
while len(store.of("read")) < 3 and time.monotonic() < end:
    store.look()
    time.sleep(0.05)
print(*sorted(store.of("read")))
sys.exit(not store.close())
"""


@pytest.mark.parametrize("devices", [("a", "a"), ("a", "b")], ids=["two windows", "two devices"])
def test_two_processes_agree_while_both_run(tmp_path: Path, devices: tuple[str, str]) -> None:
    third = device(tmp_path, "c")
    third.set("read", "c", True).result(10)
    third.set("read", "d" if devices[0] == devices[1] else "c", True).result(10)
    third.close()
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(tmp_path / f"standfirst-{name}.jsonl"), name], stdout=subprocess.PIPE
        )
        for name in devices
    ]
    told = [process.communicate(timeout=60)[0].decode().split() for process in running]
    assert told[0] == told[1]
    assert len(told[0]) == 3
