import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.jobs import Jobs
from reader.app.reading_in import AT_A_TIME, ReadingIn
from reader.library import Entry
from tests.saved import saved_page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    result = tmp_path / "articles"
    result.mkdir()
    for number in range(AT_A_TIME * 2 + 3):
        saved_page(result, f"story-{number:02}")
    return result


@pytest.fixture
def reading(tmp_path: Path, qtbot: QtBot) -> Iterator[ReadingIn]:
    jobs = Jobs(1)
    yield ReadingIn(tmp_path / "cache" / "index.sqlite", jobs)
    jobs.close()


def progress(reading: ReadingIn) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    reading.progressed.connect(lambda done, total: told.append((done, total)))
    return told


def test_files_are_told_in_parts_as_they_are_read(reading: ReadingIn, folder: Path, qtbot: QtBot) -> None:
    told = progress(reading)
    parts: list[list[Entry]] = []
    reading.added.connect(parts.append)
    with qtbot.waitSignal(reading.finished):
        reading.look([folder], [])
    assert [len(part) for part in parts] == [AT_A_TIME, AT_A_TIME, 3]
    assert [done for done, _ in told] == [0, AT_A_TIME, 2 * AT_A_TIME, 2 * AT_A_TIME + 3]
    assert not reading.is_reading()


def test_what_is_known_comes_at_once_the_next_time(reading: ReadingIn, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reading.finished):
        reading.look([folder], [])
    added: list[list[Entry]] = []
    reading.added.connect(added.append)
    with qtbot.waitSignal(reading.finished), qtbot.waitSignal(reading.listed) as listed:
        reading.look([folder], [])
    assert listed.args is not None
    assert len(listed.args[0]) == 2 * AT_A_TIME + 3
    assert added == []


def test_who_stops_is_told_that_nothing_is_read_any_more(reading: ReadingIn, folder: Path, qtbot: QtBot) -> None:
    told = progress(reading)
    with qtbot.waitSignal(reading.added):
        reading.look([folder], [])
    with qtbot.waitSignal(reading.finished):
        reading.stop()
    assert told[-1] == (0, 0)
    assert not reading.is_reading()
    qtbot.wait(50)
    assert told[-1] == (0, 0)


def test_stopping_what_does_not_run_says_nothing(reading: ReadingIn, qtbot: QtBot) -> None:
    told = progress(reading)
    reading.stop()
    assert told == []


def test_a_new_look_ends_the_one_before_without_a_word(reading: ReadingIn, folder: Path, qtbot: QtBot) -> None:
    finished: list[bool] = []
    reading.finished.connect(lambda: finished.append(True))
    reading.look([folder], [])
    reading.look([folder], [])
    qtbot.waitUntil(lambda: bool(finished), timeout=10_000)
    qtbot.wait(50)
    assert finished == [True]


def test_a_cache_that_fails_half_way_is_told_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    for number in range(AT_A_TIME * 3):
        (tmp_path / f"{number}.txt").write_text(f"Number {number}\n\nThe boat leaves at seven.\n", "utf-8")
    monkeypatch.setattr("reader.library.index.Index.keep", full)
    jobs = Jobs(1)
    reading = ReadingIn(tmp_path / "cache" / "index.sqlite", jobs)
    told: list[str] = []
    reading.troubled.connect(told.append)
    with qtbot.waitSignal(reading.finished):
        reading.look([tmp_path], [])
    jobs.close()
    assert len(told) == 1
    assert "disk is full" in told[0]
