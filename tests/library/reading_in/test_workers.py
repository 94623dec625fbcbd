import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.library import Stamp
from reader.library.reading_in.work import Failed, Wanted
from reader.library.reading_in.workers import Workers, wait_for
from tests.library.reading_in import readers


@pytest.fixture
def workers() -> Iterator[Workers[str]]:
    two = Workers(readers.read_words, most=2)
    yield two
    two.close()


@pytest.fixture
def hurried() -> Iterator[Workers[str]]:
    """Workers that have few seconds for a file, but enough of them for a word on a busy machine."""
    two = Workers(readers.read_words, most=2, longest=3.0)
    yield two
    two.close()


def files(folder: Path, *words: str) -> list[Wanted]:
    wanted = [(folder / f"{number}.txt", Stamp(number, 1)) for number in range(len(words))]
    for (path, _), text in zip(wanted, words, strict=True):
        path.write_text(text, "utf-8")
    return wanted


def all_answers(workers: Workers[Any]) -> list[object]:
    found: list[object] = []
    until = time.monotonic() + 120
    while workers.pending() and time.monotonic() < until:
        wait_for(workers.doors(), workers.patience())
        found += workers.answers()
    return found


def test_every_file_is_answered_once(workers: Workers[str], tmp_path: Path) -> None:
    words = [f"word {number}" for number in range(40)]
    workers.hand(files(tmp_path, *words))
    assert sorted(map(str, all_answers(workers))) == sorted(words)
    assert workers.pending() == 0


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        ("die", "reading it broke off"),
        ("hang", "reading it takes more than 3 seconds"),
        ("fail", "this program failed on it (LookupError)"),
    ],
)
def test_a_file_that_does_harm_costs_itself_alone(
    hurried: Workers[str], tmp_path: Path, harm: str, why: str, capfd: pytest.CaptureFixture[str]
) -> None:
    wanted = files(tmp_path, *"abc", harm, *"defghij")
    hurried.hand(wanted)
    found = all_answers(hurried)
    assert Failed(wanted[3], why) in found
    assert sorted(word for word in found if isinstance(word, str)) == list("abcdefghij")
    capfd.readouterr()  # the fault is told there


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
def test_a_file_that_eats_memory_is_told_so(workers: Workers[str], tmp_path: Path) -> None:
    wanted = files(tmp_path, "eat", "well")
    workers.hand(wanted)
    assert set(all_answers(workers)) == {Failed(wanted[0], "it takes more memory than an article may"), "well"}


def test_after_many_deaths_the_rest_is_read(workers: Workers[str], tmp_path: Path) -> None:
    workers.hand(files(tmp_path, *["die", "well"] * 5))
    found = all_answers(workers)
    assert found.count("well") == 5
    assert len(found) == 10


def test_workers_are_processes_of_their_own(tmp_path: Path) -> None:
    two = Workers(readers.whose, most=2)
    two.hand(files(tmp_path, *"abcdefgh"))
    found = {answer for answer in all_answers(two) if isinstance(answer, int)}
    two.close()
    assert len(found | {os.getpid()}) == 3


def test_no_more_workers_are_begun_than_there_are_files(tmp_path: Path) -> None:
    many = Workers(readers.loaded, most=8)
    many.hand(files(tmp_path, "one"))
    assert len(many.doors()) == 1
    assert all_answers(many) == [[]]  # and it has loaded nothing of the window
    many.close()


def test_what_was_not_handed_out_can_be_taken_back(workers: Workers[str], tmp_path: Path) -> None:
    workers.hand(files(tmp_path, *["word"] * 100))
    workers.drop()
    assert 0 < len(all_answers(workers)) < 10
