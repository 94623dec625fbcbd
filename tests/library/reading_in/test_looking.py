import os
from pathlib import Path

import pytest

from reader.article import Problem
from reader.library.reading_in.looking import Outlook, outlook
from reader.library.scan import Scanned
from reader.library.stamps import LOST, Stamp

SECOND = 1_000_000_000
NOW = 1_700_000_000 * SECOND
OLD = NOW - 3600 * SECOND


@pytest.fixture(autouse=True)
def at_that_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.reading_in.looking.time.time_ns", lambda: NOW)


def seen(
    now: dict[str, Stamp], known: dict[str, Stamp], *, patient: bool = False, closed: tuple[str, ...] = ()
) -> Outlook:
    problems = {folder: Problem("closed-folder", "It is closed.") for folder in closed}
    return outlook(Scanned(now, [], problems), [], known, patient=patient)


def waiting(found: Outlook) -> list[str]:
    return [path.name for path, _ in found.waiting]


def test_the_newest_file_is_read_first() -> None:
    found = seen({"/a": Stamp(1, OLD), "/b": Stamp(1, NOW), "/c": Stamp(1, OLD + 1)}, {})
    assert waiting(found) == ["b", "c", "a"]


def test_single_files_come_before_all_others(tmp_path: Path) -> None:
    single = tmp_path / "single.txt"
    single.write_text("Words", "utf-8")
    os.utime(single, ns=(1, 1))
    found = outlook(Scanned({"/b": Stamp(1, NOW)}), [single], {}, patient=False)
    assert waiting(found) == ["single.txt", "b"]


def test_another_size_or_time_is_a_change() -> None:
    known = {"/a": Stamp(1, OLD), "/b": Stamp(1, OLD), "/c": Stamp(1, OLD)}
    found = seen({"/a": Stamp(2, OLD), "/b": Stamp(1, OLD + 1), "/c": Stamp(1, OLD)}, known)
    assert sorted(waiting(found)) == ["a", "b"]
    assert not found.asks_for_nothing()
    assert seen(known, known).asks_for_nothing()


@pytest.mark.parametrize(
    ("stamp", "hot"),
    [
        (Stamp(9, NOW - SECOND // 4), True),
        (Stamp(9, NOW - SECOND), False),
        (Stamp(9, NOW + 3600 * SECOND), False),  # a clock that is wrong must not make it wait for an hour
        (Stamp(0, NOW - 5 * SECOND), True),
        (Stamp(0, NOW - 60 * SECOND), False),
        (LOST, False),
    ],
)
def test_a_patient_look_leaves_alone_what_is_being_written(stamp: Stamp, hot: bool) -> None:
    patient, other = seen({"/a": stamp}, {}, patient=True), seen({"/a": stamp}, {})
    assert patient.hot == hot
    assert waiting(patient) == ([] if hot else ["a"])
    assert waiting(other) == ["a"]


def test_what_has_only_another_folder_has_moved() -> None:
    found = seen({"/new/a": Stamp(5, OLD)}, {"/old/a": Stamp(5, OLD)})
    assert found.moved == {"/old/a": "/new/a"}
    assert waiting(found) == found.gone == []


def test_what_could_be_one_of_several_is_read() -> None:
    found = seen({"/new/a": Stamp(5, OLD)}, {"/old/a": Stamp(5, OLD), "/older/a": Stamp(5, OLD)})
    assert found.moved == {}
    assert waiting(found) == ["a"]
    assert sorted(found.gone) == ["/old/a", "/older/a"]


def test_what_lies_in_a_closed_folder_is_not_gone() -> None:
    known = {"/shut/a": Stamp(1, OLD), "/shut/deep/b": Stamp(1, OLD), "/shutter/c": Stamp(1, OLD)}
    assert seen({}, known, closed=("/shut",)).gone == ["/shutter/c"]


def test_a_patient_look_forgets_no_file_that_may_have_been_moved_just_now() -> None:
    just_now = Stamp(5, NOW)
    patient = seen({"/new/b": just_now}, {"/a": just_now, "/c": Stamp(7, 0)}, patient=True)
    assert patient.gone == ["/c"]
    assert patient.hot == 1
    later = seen({"/new/b": just_now}, {"/a": just_now})
    assert later.gone == ["/a"]
