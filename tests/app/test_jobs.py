import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader.app.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    one = Jobs(workers=1)
    yield one
    one.close()


def no(error: Exception) -> None:
    raise error


def test_work_is_done_elsewhere_and_answered_here(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[tuple[int, int]] = []
    jobs.run(threading.get_ident, lambda worker: answers.append((worker, threading.get_ident())), no)
    qtbot.waitUntil(lambda: bool(answers))
    worker, here = answers[0]
    assert here == threading.get_ident() != worker


def test_what_fails_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    jobs.run(lambda: 1 // 0, print, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_the_newest_work_is_taken_first(jobs: Jobs, qtbot: QtBot) -> None:
    begun, gate = threading.Event(), threading.Event()
    answers: list[str] = []

    def first() -> str:
        begun.set()
        return str(gate.wait(5))

    jobs.run(first, answers.append, no)
    assert begun.wait(5)
    for name in "abc":
        jobs.run(lambda name=name: name, answers.append, no)  # type: ignore[misc]  # mypy infers no lambda defaults
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 4)
    assert answers == ["True", "c", "b", "a"]


def test_a_cancelled_answer_never_comes(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    answers: list[object] = []
    jobs.run(lambda: gate.wait(5), answers.append, no).cancel()
    gate.set()
    jobs.run(lambda: "later", answers.append, no)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["later"]


def test_between_two_answers_the_window_can_answer(jobs: Jobs, qtbot: QtBot) -> None:
    done = threading.Event()
    told: list[str] = []
    jobs.run(lambda: "one", told.append, no)
    jobs.run(done.set, lambda _: told.append("other"), no)
    assert done.wait(5)  # both are there before the window's thread looks
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: told.append("beat"))
    beat.start()
    qtbot.waitUntil(lambda: "one" in told and "other" in told)
    beat.stop()
    first, last = sorted(map(told.index, ("one", "other")))
    assert "beat" in told[first:last]
