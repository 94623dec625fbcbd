import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.jobs import Jobs
from reader.app.reading_in import ReadingIn
from reader.library import Stamp, read_file
from reader.library.reading_in import Looked, Taken
from reader.library.readings import Reading
from tests import newsrooms
from tests.saved import saved_page

MANY = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    result = tmp_path / "articles"
    result.mkdir()
    for number in range(MANY):
        saved_page(result, f"story-{number:02}")
    return result


@pytest.fixture
def reading(tmp_path: Path, qtbot: QtBot) -> Iterator[ReadingIn]:
    jobs = Jobs(1)
    one = ReadingIn(tmp_path / "cache" / "index.sqlite", jobs)
    yield one
    one.close()
    jobs.close()


class Heard:
    """What a reading-in told."""

    def __init__(self, reading: ReadingIn) -> None:
        self.new = 0
        self.looks: list[Looked] = []
        self.progress: list[tuple[int, int]] = []
        self.troubles: list[str] = []
        self.finished = 0
        reading.taken.connect(self._take)
        reading.looked.connect(self.looks.append)
        reading.progressed.connect(lambda done, total, _: self.progress.append((done, total)))
        reading.troubled.connect(self.troubles.append)
        reading.finished.connect(self._finish)

    def _take(self, taken: Taken) -> None:
        self.new += len(taken.new)

    def _finish(self) -> None:
        self.finished += 1


@pytest.fixture
def heard(reading: ReadingIn) -> Heard:
    return Heard(reading)


class Gate:
    """Lets the newsroom read one file, and the others once it is opened; ``reads`` counts those it has begun."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._is_open, self.reads = threading.Event(), 0
        self.open = self._is_open.set
        monkeypatch.setattr(newsrooms, "read_file", self.read_file)

    def read_file(self, path: Path, stamp: Stamp) -> Reading:
        self.reads += 1
        assert self.reads == 1 or self._is_open.wait(20)
        return read_file(path, stamp)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    one = Gate(monkeypatch)
    yield one
    one.open()


def look(reading: ReadingIn, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reading.finished, timeout=60_000):
        reading.look([folder], [])


def test_files_are_told_as_they_are_read(reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot) -> None:
    look(reading, folder, qtbot)
    assert heard.new == MANY
    assert heard.looks[0].waiting == MANY
    assert heard.progress[-2:] == [(MANY, MANY), (0, 0)]
    assert not reading.is_reading()


@pytest.mark.processes
def test_the_same_with_processes(reading: ReadingIn, heard: Heard, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "few"  # of which none is read humbly: on a busy machine that may last for ever
    folder.mkdir()
    for number in range(4):
        saved_page(folder, f"story-{number}")
    look(reading, folder, qtbot)
    assert heard.new == 4
    look(reading, folder, qtbot)
    assert heard.new == 4


def test_what_is_known_is_not_told_again(reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot) -> None:
    look(reading, folder, qtbot)
    look(reading, folder, qtbot)
    assert heard.new == MANY
    assert heard.looks[1].waiting == 0


def test_who_stops_is_told_so_and_the_next_look_goes_on(
    reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot, gate: Gate
) -> None:
    left: list[int] = []
    reading.stopped.connect(left.append)
    reading.look([folder], [])
    qtbot.waitUntil(lambda: gate.reads == 2)
    with qtbot.waitSignal(reading.finished):
        reading.stop()
        gate.open()
    assert heard.new == 2  # the other one was being read
    assert heard.progress[-1] == (0, 0)
    assert left == [0, MANY - heard.new]
    look(reading, folder, qtbot)
    assert left[2:] == [0]
    assert heard.new == MANY


def test_a_pause_lasts_until_one_goes_on(
    reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot, gate: Gate
) -> None:
    reading.look([folder], [])
    qtbot.waitUntil(lambda: gate.reads == 2)
    reading.set_paused(True)
    gate.open()
    qtbot.waitUntil(lambda: heard.new == 2)  # the other one was being read
    qtbot.wait(600)
    assert (heard.new, heard.finished) == (2, 0)
    with qtbot.waitSignal(reading.finished):
        reading.set_paused(False)
    assert heard.new == MANY


def test_stopping_what_does_not_run_says_nothing(reading: ReadingIn, heard: Heard) -> None:
    reading.stop()
    assert heard.progress == []


def test_a_new_look_ends_the_one_before_without_a_word(
    reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot
) -> None:
    reading.look([folder], [])
    look(reading, folder, qtbot)
    qtbot.wait(50)
    assert heard.finished == 1
    assert heard.new == MANY


def test_what_was_read_before_a_new_look_is_told_all_the_same(
    reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot
) -> None:
    for _ in range(5):
        with qtbot.waitSignal(reading.progressed):
            reading.look([folder], [], patient=True)
        reading.look([folder], [])
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=60_000)
    assert heard.new == MANY


def test_files_that_are_being_written_are_still_to_come(
    reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot
) -> None:
    (folder / "written.html").touch()  # as browsers do first; that counts as being written for ten seconds
    with qtbot.waitSignal(reading.finished, timeout=60_000):
        reading.look([folder], [], patient=True)
    assert heard.looks[0].hot >= 1
    assert reading.is_reading()
    os.utime(saved_page(folder, "written"), (0, 0))
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=60_000)
    assert heard.new == MANY + 1


def test_a_process_that_dies_is_replaced(reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reading.taken):
        reading.look([folder], [])
    assert reading._newsroom is not None
    with qtbot.waitSignal(reading.finished, timeout=60_000):
        reading._newsroom.end()
    assert heard.troubles == []
    look(reading, folder, qtbot)
    assert heard.finished == 2


def test_an_index_that_cannot_be_written_is_told_once(
    reading: ReadingIn, heard: Heard, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("no folder", "utf-8")
    look(reading, folder, qtbot)
    look(reading, folder, qtbot)
    assert len(heard.troubles) == 1
    assert "could not be taken into the list" in heard.troubles[0]
