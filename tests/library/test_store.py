import json
import os
from pathlib import Path

import pytest

from reader.article import Problem
from reader.library import Fact, Store
from reader.library.fact_lines import HEADER, line_of


class Heard:
    """What a Store told."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.news: list[Fact] = []

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]


def opened(path: Path, heard: Heard | None = None, device: str = "here", pattern: str = "") -> Store:
    heard = heard or Heard()
    return Store(path, device, pattern, tell=heard.problems.append, on_news=heard.news.extend)


def keep(path: Path, **marks: bool) -> None:
    """Mark articles read in a Store that is closed again."""
    store = opened(path)
    for which, read in marks.items():
        store.set("read", which, read)
    assert store.close()


def read_now(path: Path) -> dict[str, object]:
    store = opened(path)
    store.close()
    return dict(store.of("read"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "standfirst-here.jsonl"


def test_what_was_set_is_there_at_the_next_start(path: Path) -> None:
    keep(path, a=True, b=True)
    keep(path, b=False)
    assert read_now(path) == {"a": True, "b": False}


def test_a_change_holds_at_once_and_is_on_the_disk_when_acknowledged(path: Path) -> None:
    store = opened(path)
    saved = store.set("read", "a", True)
    assert store.get("read", "a") is True
    saved.result(10)
    assert b'"which":"a"' in path.read_bytes()
    store.close()


def test_a_store_that_nothing_is_set_in_writes_nothing(path: Path) -> None:
    opened(path).close()
    assert not path.parent.exists()


def test_the_file_is_readable_lines_of_json(path: Path) -> None:
    keep(path, a=True)
    header, line = path.read_text("utf-8").splitlines()
    assert json.loads(header)["standfirst"] == 1
    assert json.loads(line).items() >= {"what": "read", "which": "a", "value": True, "device": "here"}.items()


def test_a_value_that_json_cannot_say_is_refused_before_it_holds(path: Path) -> None:
    store = opened(path)
    with pytest.raises(ValueError, match="JSON"):
        store.set("read", "a", float("nan"))
    assert store.get("read", "a") is None
    assert store.close()


def test_a_clock_that_jumps_back_loses_nothing(path: Path) -> None:
    path.parent.mkdir()
    ahead = Fact("read", "a", True, 4_000_000_000_000_000, "other")
    path.write_bytes(HEADER + line_of(ahead))
    keep(path, a=False)
    assert read_now(path) == {"a": False}


def test_a_torn_line_is_skipped_and_told_of_and_does_not_swallow_the_next(path: Path) -> None:
    keep(path, a=True, b=True)
    path.write_bytes(path.read_bytes()[:-20])
    heard = Heard()
    store = opened(path, heard)
    store.set("read", "c", True).result(10)
    store.close()
    assert heard.codes == ["damaged-lines"]
    assert [problem.code for problem in store.told] == ["damaged-lines"]
    assert read_now(path) == {"a": True, "c": True}


def test_a_last_line_without_its_end_counts_all_the_same(path: Path) -> None:
    keep(path, a=True)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert read_now(path) == {"a": True}
    keep(path, b=True)
    assert read_now(path) == {"a": True, "b": True}


@pytest.mark.parametrize("content", [b"Dear diary,\n", b"\x7fELF\x02\x01\x01", b'{"other": "program"}'])
def test_a_file_that_is_not_ours_is_kept_aside_not_lost(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    heard = Heard()
    store = opened(path, heard)
    store.set("read", "a", True).result(10)
    store.close()
    assert path.with_name(path.name + ".set-aside-1").read_bytes() == content
    assert heard.codes == ["not-ours"]
    assert read_now(path) == {"a": True}


def test_a_second_file_that_is_not_ours_does_not_replace_the_first_one_kept(path: Path) -> None:
    path.parent.mkdir()
    for content in (b"one\n", b"two\n"):
        path.write_bytes(content)
        opened(path).close()
    assert [path.with_name(f"{path.name}.set-aside-{n}").read_bytes() for n in (1, 2)] == [b"one\n", b"two\n"]


def test_a_header_torn_at_the_very_first_start_is_begun_anew(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(HEADER[:10])
    keep(path, a=True)
    assert read_now(path) == {"a": True}


def test_a_newer_programs_file_is_read_and_left_and_ours_stands_beside_it(path: Path) -> None:
    path.parent.mkdir()
    newer = b'{"standfirst":2,"about":"more than we know"}\n' + line_of(Fact("read", "a", True, 10, "other")) + b"?!\n"
    path.write_bytes(newer)
    heard = Heard()
    store = opened(path, heard)
    store.set("read", "b", True).result(10)
    store.close()
    assert path.read_bytes() == newer
    assert heard.codes[0] == "newer-version"
    assert path.with_name("standfirst-here-v1.jsonl").exists()
    assert read_now(path) == {"a": True, "b": True}


def test_a_newer_program_that_takes_the_file_over_while_we_run_is_left_alone(path: Path) -> None:
    store = opened(path)
    store.set("read", "a", True).result(10)
    newer = b'{"standfirst":2}\n' + line_of(Fact("read", "b", True, 10, "other"))
    path.write_bytes(newer)
    store.set("read", "c", True).result(10)
    store.close()
    assert path.read_bytes() == newer
    assert read_now(path).items() >= {"b": True, "c": True}.items()


def test_a_link_stays_a_link_when_the_file_is_rewritten(tmp_path: Path) -> None:
    target, link = tmp_path / "there.jsonl", tmp_path / "here.jsonl"
    target.touch()
    link.symlink_to(target)
    store = opened(link)
    for turn in range(1500):
        store.set("position", "a", turn)
    store.set("position", "a", 1500).result(10)
    store.close()
    assert link.is_symlink()
    assert 0 < len(target.read_bytes().splitlines()) < 1000


def test_rewriting_keeps_every_fact_that_holds_even_of_kinds_we_do_not_know(path: Path) -> None:
    store = opened(path)
    store.set("future", "thing", {"deep": [1, 2]})
    for turn in range(3000):
        store.set("position", "a", turn)
    store.close()
    again = opened(path)
    assert again.get("future", "thing") == {"deep": [1, 2]}
    assert again.get("position", "a") == 2999
    again.close()
    assert len(path.read_bytes().splitlines()) < 3000


def test_rewriting_keeps_a_damaged_file_as_it_was(path: Path) -> None:
    keep(path, a=True)
    with path.open("ab") as file:
        file.write(b"a line somebody mistyped\n")
    store = opened(path)
    for turn in range(1500):
        store.set("position", "a", turn)
    store.close()
    assert b"a line somebody mistyped" in path.with_name(path.name + ".damaged").read_bytes()
    assert b"a line somebody mistyped" not in path.read_bytes()


def test_a_file_that_was_removed_while_the_program_ran_is_written_again(path: Path) -> None:
    store = opened(path)
    store.set("read", "a", True).result(10)
    path.unlink()
    store.set("read", "b", True).result(10)
    store.close()
    assert read_now(path) == {"a": True, "b": True}


def test_an_older_copy_put_in_its_place_costs_no_mark(path: Path) -> None:
    store = opened(path)
    store.set("read", "a", True).result(10)
    older = path.read_bytes()
    store.set("read", "b", True).result(10)
    copy = path.with_name("copy")
    copy.write_bytes(older)
    os.replace(copy, path)
    store.set("read", "c", True).result(10)
    store.close()
    assert read_now(path) == {"a": True, "b": True, "c": True}
