from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from reader.app.decoding import Picture, Want
from reader.app.jobs import Jobs
from reader.app.pictures import Pictures
from reader.article import Problem
from tests.drawn import drawn


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_a_picture_comes_later_and_then_at_once(jobs: Jobs, qtbot: QtBot) -> None:
    pictures = Pictures(jobs)
    answers: list[Picture | Problem] = []
    assert pictures.request("key", lambda: drawn(600, 400), Want(60, 60), answers.append) is not None
    assert answers == []
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert pictures.request("key", lambda: pytest.fail("read twice"), Want(60, 60), answers.append) is None
    assert answers[0] is answers[1]
    assert isinstance(answers[0], Picture)
    assert answers[0].image.size() == QSize(60, 40)


def test_a_cancelled_picture_never_comes(jobs: Jobs, qtbot: QtBot) -> None:
    pictures = Pictures(jobs)
    late: list[Picture | Problem] = []
    wanted: list[Picture | Problem] = []
    job = pictures.request("late", drawn, Want(60, 60), late.append)
    assert job is not None
    job.cancel()
    pictures.request("wanted", drawn, Want(60, 60), wanted.append)
    qtbot.waitUntil(lambda: len(wanted) == 1)
    assert late == []


def test_the_largest_whole_picture_is_at_hand(jobs: Jobs, qtbot: QtBot) -> None:
    pictures = Pictures(jobs)
    assert pictures.at_hand("key") is None
    for want in (Want(200, 200), Want(50, 50), Want(300, 300, cover=True)):
        answers: list[Picture | Problem] = []
        pictures.request("key", lambda: drawn(600, 400), want, answers.append)
        qtbot.waitUntil(lambda answers=answers: len(answers) == 1)  # type: ignore[misc]
    found = pictures.at_hand("key")
    assert found is not None
    assert found.image.width() == 200


def test_a_failing_source_is_answered_in_words(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[Picture | Problem] = []

    def load() -> bytes:
        raise OSError("the stick was pulled out")

    Pictures(jobs).request("key", load, Want(), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert isinstance(answers[0], Problem)
    assert "pulled out" in answers[0].message


def test_a_copy_has_the_bytes_of_the_picture(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    answers: list[Problem | None] = []
    Pictures(jobs).save(lambda: b"as they were", tmp_path / "copy.jpg", answers.append)
    qtbot.waitUntil(lambda: answers == [None])
    assert (tmp_path / "copy.jpg").read_bytes() == b"as they were"


def test_a_copy_that_cannot_be_written_is_told(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    answers: list[Problem | None] = []
    Pictures(jobs).save(lambda: b"bytes", tmp_path / "nowhere" / "copy.jpg", answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert answers[0] is not None
    assert answers[0].message == "copy.jpg could not be written: No such file or directory."
