import os
from pathlib import Path

import pytest

from reader.library import FirstLook, Stamp, first_look, read_on
from tests.saved import library, saved_page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return library(tmp_path / "articles")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


def names(look: FirstLook) -> tuple[list[str], list[str]]:
    """What is known and what has yet to be read."""
    return sorted(entry.path.stem for entry in look.known), sorted(path.stem for path, _ in look.waiting)


def test_at_first_everything_has_to_be_read(index: Path, folder: Path) -> None:
    look = first_look(index, [folder], [])
    assert names(look) == ([], ["Anchor", "Boat", "Crane", "Dock"])
    assert look.problems == []


def test_what_was_read_is_known_the_next_time(index: Path, folder: Path) -> None:
    read = read_on(index, first_look(index, [folder], []).waiting).entries
    look = first_look(index, [folder], [])
    assert names(look) == (["Anchor", "Boat", "Crane", "Dock"], [])
    assert sorted(look.known, key=lambda entry: entry.path) == sorted(read, key=lambda entry: entry.path)


def test_only_what_has_changed_is_read_again(index: Path, folder: Path) -> None:
    read_on(index, first_look(index, [folder], []).waiting)
    saved_page(folder, "Boat", 9)
    saved_page(folder, "Egg")
    (folder / "Dock.html").unlink()
    assert names(first_look(index, [folder], [])) == (["Anchor", "Crane"], ["Boat", "Egg"])


def test_another_time_alone_is_a_change(index: Path, folder: Path) -> None:
    read_on(index, first_look(index, [folder], []).waiting)
    os.utime(folder / "Crane.html", ns=(1, 1))
    look = first_look(index, [folder], [])
    assert names(look)[1] == ["Crane"]
    assert look.waiting[0][1].changed == 1


def test_single_files_come_first_and_none_twice(index: Path, folder: Path, tmp_path: Path) -> None:
    single = saved_page(tmp_path, "Single")
    look = first_look(index, [folder], [single, folder / "Boat.html"])
    assert look.waiting[0][0] == single
    assert len(look.waiting) == 5


def test_a_file_that_is_gone_is_waited_for_and_then_explained(index: Path, folder: Path) -> None:
    gone = folder / "gone.html"
    look = first_look(index, [], [gone])
    assert look.waiting == [(gone, Stamp(-1, 0))]
    (entry,) = read_on(index, look.waiting).entries
    assert "gone.html is not there" in entry.problem


def test_a_folder_that_is_gone_is_a_problem_and_the_others_are_listed(index: Path, folder: Path) -> None:
    look = first_look(index, [folder.parent / "gone", folder], [])
    assert len(look.waiting) == 4
    assert len(look.problems) == 1
    assert "gone" in look.problems[0]


def test_where_nothing_can_be_kept_everything_is_read_all_the_same(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    index = tmp_path / "file" / "index.sqlite"
    look = first_look(index, [folder], [])
    assert len(look.waiting) == 4
    assert len(look.problems) == 1
    assert "read anew" in look.problems[0]
    batch = read_on(index, look.waiting)
    assert len(batch.entries) == 4
    assert batch.problem == look.problems[-1]


def test_a_damaged_cache_is_made_anew(index: Path, folder: Path) -> None:
    read_on(index, first_look(index, [folder], []).waiting)
    index.write_bytes(b"no database at all" * 400)
    look = first_look(index, [folder], [])
    assert len(look.waiting) == 4
    read_on(index, look.waiting)
    assert len(first_look(index, [folder], []).known) == 4
