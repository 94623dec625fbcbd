import os
from pathlib import Path

import pytest

from reader.library.tail import Tail


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(b"one\ntwo\n")
    return path


def test_each_line_is_read_once(file: Path) -> None:
    tail = Tail(file)
    assert tail.changed()
    assert tail.read().lines == (b"one", b"two")
    assert not tail.changed()
    with file.open("ab") as more:
        more.write(b"three\n")
    assert tail.changed()
    added = tail.read()
    assert (added.lines, added.afresh) == ((b"three",), False)


def test_a_line_without_its_end_is_read_again_when_it_has_one(file: Path) -> None:
    tail = Tail(file)
    file.write_bytes(b"one\ntw")
    assert (tail.read().lines, tail.read().rest) == ((b"one",), b"tw")
    with file.open("ab") as more:
        more.write(b"o\n")
    assert tail.read().lines == (b"two",)


def test_read_to_the_end_takes_an_unfinished_line_for_one(file: Path) -> None:
    file.write_bytes(b"one\ntw")
    assert Tail(file).read(to_end=True).lines == (b"one", b"tw")


def test_a_replaced_file_is_read_from_its_start(file: Path) -> None:
    tail = Tail(file)
    tail.read()
    other = file.with_name("other")
    other.write_bytes(b"one\ntwo\nthree\n")
    os.replace(other, file)
    added = tail.read()
    assert (added.lines, added.afresh) == ((b"one", b"two", b"three"), True)


def test_a_file_rewritten_in_place_is_read_from_its_start(file: Path) -> None:
    tail = Tail(file)
    tail.read()
    file.write_bytes(b"other words, and more than before\n")
    added = tail.read()
    assert (added.lines, added.afresh) == ((b"other words, and more than before",), True)


def test_a_file_that_is_gone_and_comes_back_is_noticed(file: Path) -> None:
    tail = Tail(file)
    tail.read()
    file.unlink()
    assert tail.changed()
    assert tail.read().lines == ()
    assert not tail.changed()
    file.write_bytes(b"again\n")
    assert tail.read().lines == (b"again",)
