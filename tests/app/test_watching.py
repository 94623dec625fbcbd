import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import watching as watching_module
from reader.app.jobs import Jobs
from reader.app.watching import Watching
from reader.library.reading_in import Looked

QUIET = 80
"""Milliseconds without a change before one looks: fewer than in the program, for the tests wait for them."""
SOON = 10_000
"""Milliseconds within which a change is to be noticed."""
LONG = 5 * QUIET
"""Milliseconds within which one would have looked."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    result = tmp_path / "articles"
    (result / "later").mkdir(parents=True)
    (result / "boat.txt").write_text("The boat.", "utf-8")
    return result


@pytest.fixture
def watching(folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watching]:
    monkeypatch.setattr(watching_module, "QUIET", QUIET)
    jobs = Jobs(1)
    one = Watching(jobs)
    with qtbot.waitSignal(one.look_wanted):  # for what came between the look and the watch
        one.take(looked(folder))
    yield one
    one.close()
    jobs.close()


def looked(*folders: Path) -> Looked:
    inside = [str(each) for folder in folders for each in (folder, *filter(Path.is_dir, folder.rglob("*")))]
    return Looked(1, 0, 0, tuple(inside), (), False)


def test_a_new_file_is_noticed(watching: Watching, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        (folder / "later" / "new.html").write_text("<p>New.", "utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one looks now and then for this")
def test_a_file_that_is_written_in_place_is_noticed(watching: Watching, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        (folder / "boat.txt").write_text("Another boat.", "utf-8")


def test_a_file_that_is_replaced_is_noticed(watching: Watching, folder: Path, qtbot: QtBot) -> None:
    (folder.parent / "other.txt").write_text("Another boat.", "utf-8")
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        os.replace(folder.parent / "other.txt", folder / "boat.txt")


def test_files_and_folders_that_go_are_noticed(watching: Watching, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        (folder / "boat.txt").unlink()
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        shutil.rmtree(folder / "later")


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is told which file it was")
def test_what_is_no_article_is_passed_over(watching: Watching, folder: Path, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(watching.look_wanted, wait=LONG):
        (folder / "picture.jpg").write_bytes(b"\xff\xd8")
        (folder / "boat.html.part").write_text("<p>Half", "utf-8")


def test_many_changes_are_one(watching: Watching, folder: Path, qtbot: QtBot) -> None:
    told: list[bool] = []
    watching.look_wanted.connect(lambda: told.append(True))
    for number in range(200):
        (folder / f"{number}.txt").write_text("Words", "utf-8")
    qtbot.waitUntil(lambda: bool(told), timeout=SOON)
    qtbot.wait(LONG)
    assert told == [True]


def test_folders_that_left_the_library_are_watched_no_more(
    watching: Watching, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with qtbot.waitSignal(watching.look_wanted):
        watching.take(looked(other))
    with qtbot.assertNotEmitted(watching.look_wanted, wait=LONG):
        (folder / "new.txt").write_text("Words", "utf-8")
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        (other / "new.txt").write_text("Words", "utf-8")


def test_a_folder_that_is_renamed_within_the_library_stays_watched(
    watching: Watching, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        (folder / "later").rename(folder / "sooner")
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        watching.take(looked(folder))
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        (folder / "sooner" / "new.txt").write_text("Words", "utf-8")


def test_the_folder_of_a_single_file_is_watched(watching: Watching, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    single = tmp_path / "single.txt"
    with qtbot.waitSignal(watching.look_wanted):
        watching.take(looked(folder), [str(single)])
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        single.write_text("Words", "utf-8")


def test_folders_that_cannot_be_watched_are_looked_at_now_and_then(
    watching: Watching, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching._now_and_then.setInterval(100)
    watching.take(looked(folder, folder / "not there"))
    with qtbot.waitSignal(watching.look_wanted, timeout=SOON):
        pass
