"""Disks that are full, folders that may not be written, locks that another holds."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from errno import EACCES, ENOSPC
from pathlib import Path

import pytest
from filelock import FileLock

from reader.article import Problem
from reader.library import Fact, Store, journal
from reader.library.fact_lines import HEADER, line_of

FULL = """
import resource, sys
from pathlib import Path
from reader.library.store import Store
path, told = Path(sys.argv[1]), []
store = Store(path, "here", tell=told.append)
for number in range(10):
    store.set("read", f"before {number}", True).result(30)
size = path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 150, resource.RLIM_INFINITY))
failed = 0
for number in range(10):
    try:
        store.set("read", f"full {number}", True).result(30)
    except OSError:
        failed += 1
assert store.get("read", "full 9") is True
assert path.read_bytes().endswith(b"\\n")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.set("read", "after", True).result(30)
print(failed, len(told), told[0].code, store.close())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_on_a_full_disk_one_message_is_told_and_everything_is_saved_when_there_is_room(tmp_path: Path) -> None:
    path = tmp_path / "marks.jsonl"
    run = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False)
    assert run.stdout.split() == ["9", "1", "cannot-save", "True"], run.stderr
    store = Store(path, "here")
    store.close()
    assert set(store.of("read")) == {f"{when} {n}" for when in ("before", "full") for n in range(10)} | {"after"}


def test_a_folder_that_cannot_be_made_is_told_of_once_and_all_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file, not a folder")
    told: list[Problem] = []
    store = Store(tmp_path / "in the way" / "marks.jsonl", "here", tell=told.append)
    failed = [store.set("read", name, True).exception(10) for name in "ab"]
    assert all(isinstance(error, OSError) for error in failed)
    assert store.of("read") == {"a": True, "b": True}
    assert store.close() is False
    assert [problem.code for problem in told] == ["cannot-save"]


def test_what_could_not_be_saved_is_tried_again_when_looking(tmp_path: Path) -> None:
    way = tmp_path / "in the way"
    way.write_text("a file, not a folder")
    store = Store(way / "marks.jsonl", "here")
    assert store.set("read", "a", True).exception(10)
    way.unlink()
    store.look()
    assert store.close()
    assert b'"which":"a"' in (way / "marks.jsonl").read_bytes()


def test_a_lock_that_another_keeps_too_long_is_a_message_not_a_wait_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "LOCK_SECONDS", 0.05)
    path = tmp_path / "marks.jsonl"
    told: list[Problem] = []
    store = Store(path, "here", tell=told.append)
    with FileLock(f"{path}.lock"):
        assert store.set("read", "a", True).exception(10)
    assert [problem.code for problem in told] == ["cannot-save"]
    assert "locked" in told[0].message
    assert store.close()
    assert b'"which":"a"' in path.read_bytes()


def test_a_rewritten_file_for_which_there_is_no_room_is_not_left_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marks.jsonl"
    one = journal.Journal(path)
    one.append([Fact("read", "a", True, 1, "here")])
    content = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        one.rewrite([Fact("read", "a", True, 1, "here")])
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == content


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What faults on other threads were left for developers to see."""
    seen: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda fault: seen.append(str(fault.exc_value)))
    return seen


def test_a_fault_of_whoever_listens_is_told_at_once_and_saving_goes_on(tmp_path: Path, reported: list[str]) -> None:
    told: list[Problem] = []

    def fail(_: object) -> None:
        raise ValueError("a fault of whoever listens")

    path = tmp_path / "marks.jsonl"
    store = Store(path, "here", tell=told.append, on_news=fail)
    path.write_bytes(HEADER + line_of(Fact("read", "a", True, 1, "other")))
    store.look()
    store.set("read", "b", True).result(10)
    assert reported == ["a fault of whoever listens"]
    assert [problem.code for problem in told] == ["fault"]
    assert "a fault of whoever listens" in told[0].message
    assert store.close()
    assert b'"which":"b"' in path.read_bytes()


def test_what_a_fault_of_ours_keeps_from_being_saved_is_told_at_once_and_saved_when_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reported: list[str]
) -> None:
    told: list[Problem] = []
    path = tmp_path / "marks.jsonl"
    store = Store(path, "here", tell=told.append)

    def fail(_: object) -> None:
        raise ValueError("a fault of ours")

    with monkeypatch.context() as faulty:
        faulty.setattr(journal, "lines_of", fail)
        for name in "ab":
            assert isinstance(store.set("read", name, True).exception(10), ValueError)
    assert [problem.code for problem in told] == ["cannot-save"]
    assert "a fault of ours" in told[0].message
    assert reported == ["a fault of ours"]
    store.set("read", "c", True).result(10)
    assert store.close()
    assert all(f'"which":"{name}"'.encode() in path.read_bytes() for name in "abc")


def test_one_mark_that_cannot_be_written_holds_back_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reported: list[str]
) -> None:
    told: list[Problem] = []
    path = tmp_path / "marks.jsonl"
    store = Store(path, "here", tell=told.append)

    def fail_for_one(facts: Iterable[Fact]) -> list[bytes]:
        lines = list(map(line_of, facts))
        if any(b'"bad"' in line for line in lines):
            raise ValueError("a mark that cannot be written")
        return lines

    monkeypatch.setattr(journal, "lines_of", fail_for_one)
    assert store.set("read", "bad", True).exception(10)
    for name in "abc":
        store.set("read", name, True).result(10)
    assert len(told) == len(reported) == 1
    assert not store.close()
    assert all(f'"which":"{name}"'.encode() in path.read_bytes() for name in "abc")


def test_a_folder_named_for_the_settings_that_cannot_be_asked_for_ends_no_saving(
    tmp_path: Path, reported: list[str]
) -> None:
    def nowhere() -> Path:
        raise PermissionError(EACCES, "Permission denied")

    path = tmp_path / "marks.jsonl"
    store = Store(path, "here", whereabouts=nowhere)
    store.look()
    store.set("read", "a", True).result(10)
    assert store.close()
    assert reported == []


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Windows are others")
def test_the_file_is_the_persons_own_and_a_rewritten_one_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "marks.jsonl"
    store = Store(path, "here")
    store.set("read", "a", True).result(10)
    assert path.stat().st_mode & 0o077 == 0
    os.chmod(path, 0o640)
    for turn in range(1500):
        store.set("position", "a", turn)
    store.close()
    assert path.stat().st_mode & 0o777 == 0o640
