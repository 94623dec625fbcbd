import inspect
import os
import sys
from pathlib import Path

import pytest

from reader.article import Problem
from reader.library import Stamp, walk
from reader.library.scan import scan


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")


def names(root: Path) -> list[str]:
    return [found.relative_to(root).as_posix() for found in walk(root) if isinstance(found, Path)]


def test_articles_come_in_the_order_of_their_names_folder_by_folder(tmp_path: Path) -> None:
    make(tmp_path, "b.html", "a/2.txt", "a/1.html", "c/d/e.htm", "a.txt")
    assert names(tmp_path) == ["a/1.html", "a/2.txt", "a.txt", "b.html", "c/d/e.htm"]


def test_hidden_files_and_the_folders_of_pages_are_skipped(tmp_path: Path) -> None:
    make(tmp_path, "page.html", "page_files/frame.html", ".hidden/a.html", ".a.html", "my_files/letter.txt", "x.jpg")
    assert names(tmp_path) == ["my_files/letter.txt", "page.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_that_lead_in_circles_are_followed_once(tmp_path: Path) -> None:
    make(tmp_path, "a/one.html")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "link").symlink_to(tmp_path / "a")
    assert names(tmp_path) == ["a/one.html"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="a superuser may look everywhere")
def test_a_folder_that_will_not_open_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    make(tmp_path, "a/one.html", "b/two.html")
    (tmp_path / "a").chmod(0)
    found = list(walk(tmp_path))
    (tmp_path / "a").chmod(0o700)
    assert [type(each) for each in found] == [Problem, type(tmp_path)]


def test_a_folder_that_is_gone_is_a_problem_in_words(tmp_path: Path) -> None:
    scanned = scan([tmp_path / "gone", tmp_path])
    assert scanned.files == {}
    (problem,) = scanned.closed.values()
    assert problem.code == "closed-folder"
    assert "gone" in problem.message


def test_a_folder_inside_another_one_counts_once(tmp_path: Path) -> None:
    make(tmp_path, "a/one.html")
    assert list(scan([tmp_path, tmp_path / "a"]).files) == [str(tmp_path / "a" / "one.html")]


def test_folders_nested_deeper_than_python_calls_functions_are_walked(tmp_path: Path) -> None:
    make(tmp_path, "/".join(["d"] * 300) + "/deep.html")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 120)
    try:
        found = names(tmp_path)
    finally:
        sys.setrecursionlimit(limit)
    assert found == ["d/" * 300 + "deep.html"]


def test_a_link_to_nothing_is_there_to_be_explained(tmp_path: Path) -> None:
    (tmp_path / "lost.html").symlink_to(tmp_path / "nothing")
    assert scan([tmp_path]).files == {str(tmp_path / "lost.html"): Stamp(-1, 0)}


def test_every_folder_that_was_looked_into_is_told(tmp_path: Path) -> None:
    make(tmp_path, "page.html", "page_files/frame.html", "a/b/one.html", ".hidden/a.html")
    assert scan([tmp_path]).folders == [str(tmp_path), str(tmp_path / "a"), str(tmp_path / "a" / "b")]
