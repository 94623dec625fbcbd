import os
import sys
import time
from pathlib import Path

import pytest

from reader.library import Index, read_file
from reader.library.reading_in import Answer, Ended, Looked, Stale, Taken
from reader.library.reading_in.turn import Turn
from reader.library.stamps import stamp
from tests.library.reading_in.conftest import Desk
from tests.saved import saved_page


def looked(told: list[Answer]) -> Looked:
    return next(answer for answer in told if isinstance(answer, Looked))


def ended(told: list[Answer]) -> Ended:
    assert isinstance(told[-1], Ended)
    return told[-1]


def counts(told: list[Answer]) -> tuple[int, int, int]:
    """How many rows are new, changed, and gone."""
    taken = [answer for answer in told if isinstance(answer, Taken)]
    return (
        sum(len(answer.new) for answer in taken),
        sum(len(answer.changed) for answer in taken),
        sum(len(answer.gone) for answer in taken),
    )


def test_at_first_everything_is_read(desk: Desk) -> None:
    told = desk.look()
    assert looked(told).waiting == 4
    assert looked(told).folders == (str(desk.folder),)
    assert counts(told) == (4, 0, 0)
    assert ended(told) == Ended(1, 0, "", ended(told).seen)
    assert desk.titles() == ["Anchor", "Boat", "Crane", "Dock"]


def test_what_is_known_is_not_read_again(desk: Desk) -> None:
    desk.look()
    told = desk.look()
    assert looked(told).waiting == 0
    assert counts(told) == (0, 0, 0)


def test_new_changed_and_gone_files_are_told_apart(desk: Desk) -> None:
    desk.look()
    ids = desk.ids()
    saved_page(desk.folder, "Boat", 9)
    saved_page(desk.folder, "Egg")
    (desk.folder / "Dock.html").unlink()
    told = desk.look()
    assert counts(told) == (1, 1, 1)
    assert desk.ids() == {name: ids[name] for name in ("Anchor", "Boat", "Crane")} | {"Egg": desk.ids()["Egg"]}


def test_a_changed_file_says_which_article_it_was_and_is(desk: Desk) -> None:
    desk.look()
    saved_page(desk.folder, "Boat", 9)
    (renewed,) = [each for answer in desk.look() if isinstance(answer, Taken) for each in answer.renewed]
    assert renewed[0] == desk.folder / "Boat.html"
    assert renewed[1] != renewed[2]


def test_a_file_that_moves_to_another_folder_keeps_its_row_and_is_not_read(desk: Desk) -> None:
    desk.look()
    ids = desk.ids()
    (desk.folder / "later").mkdir()
    (desk.folder / "Crane.html").rename(desk.folder / "later" / "Crane.html")
    told = desk.look()
    assert looked(told).waiting == 0
    assert counts(told) == (0, 1, 0)
    assert desk.ids() == ids


def test_a_file_that_is_renamed_keeps_its_row(desk: Desk) -> None:
    desk.look()
    ids = desk.ids()
    (desk.folder / "Crane.html").rename(desk.folder / "Heron.html")
    assert counts(desk.look()) == (0, 1, 0)
    assert desk.ids()["Heron"] == ids["Crane"]


def test_a_new_file_that_only_has_the_size_of_one_that_is_gone_is_another(desk: Desk) -> None:
    desk.look()
    (desk.folder / "Crane.html").unlink()
    saved_page(desk.folder, "Geese")
    assert counts(desk.look()) == (1, 0, 1)
    assert "Crane" not in desk.ids()


def test_rows_of_a_folder_that_left_the_library_are_forgotten(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    saved_page(other, "Egg")
    desk.look(desk.folder, other)
    assert counts(desk.look(other)) == (0, 0, 4)
    assert desk.titles() == ["Egg"]


def test_rows_of_a_folder_that_cannot_be_looked_into_stay(desk: Desk) -> None:
    desk.look()
    desk.folder.rename(desk.folder.with_name("unplugged"))
    told = desk.look()
    assert "articles" in looked(told).problems[0]
    assert counts(told) == (0, 0, 0)
    assert len(desk.titles()) == 4


def test_single_files_stand_beside_the_folders(desk: Desk, tmp_path: Path) -> None:
    single = saved_page(tmp_path, "Single")
    desk.look(files=(single, tmp_path / "missing.html"))
    assert desk.titles() == ["Anchor", "Boat", "Crane", "Dock", "missing.html", "Single"]
    assert counts(desk.look()) == (0, 0, 2)


def test_a_new_look_takes_the_place_of_the_one_before(desk: Desk) -> None:
    for number in range(60):
        saved_page(desk.folder, f"story-{number}")
    desk.begin()
    saved_page(desk.folder, "last")
    told = desk.look()
    assert [answer.number for answer in told if isinstance(answer, Ended)] == [desk.number]
    assert len(desk.titles()) == 65
    new = [number for answer in told if isinstance(answer, Taken) for number in answer.new]
    assert len(new) == len(set(new)) == 65


def test_what_is_read_of_a_folder_that_was_left_meanwhile_is_not_kept(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    saved_page(other, "Egg")
    for number in range(60):
        saved_page(desk.folder, f"story-{number}")
    desk.begin()
    while not isinstance(desk.newsroom.hear(), Taken):
        pass
    desk.look(other)
    assert desk.titles() == ["Egg"]


def test_processes_do_the_same(far_desk: Desk) -> None:
    assert counts(far_desk.look()) == (4, 0, 0)
    saved_page(far_desk.folder, "Boat", 9)
    assert counts(far_desk.look()) == (0, 1, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are listed elsewhere in other ways")
def test_many_files_are_read_humbly_and_no_process_outlives_the_one_that_began_it(far_desk: Desk) -> None:
    for number in range(200):
        saved_page(far_desk.folder, f"story-{number}")
    far_desk.begin()
    while not (isinstance(told := far_desk.newsroom.hear(), Taken) and told.new):
        assert told is not None, "the process has ended"
    below = processes_below(far_desk.newsroom.process_id)
    assert len(below) >= 2
    nice = os.nice(0)
    assert {os.getpriority(os.PRIO_PROCESS, number) for number in below[-2:]} == {min(19, nice + 15)}
    far_desk.newsroom.end()
    until = time.monotonic() + 10
    while any(map(is_running, below)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(map(is_running, below))


def processes_below(number: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{number}/task/{number}/children").read_text("ascii").split()]


def is_running(number: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{number}/stat").read_text("ascii", "replace")
    except OSError:
        return False


def test_two_windows_take_turns_and_each_shows_what_the_other_has_read(desk: Desk, tmp_path: Path) -> None:
    other = Turn(desk.index.with_name("index.sqlite.turn"))
    desk.index.parent.mkdir(parents=True)
    assert other.take()
    desk.begin()
    while not isinstance(desk.newsroom.hear(), Looked):
        pass
    base = Index(desk.index)
    base.keep([read_file(path, stamp(path)) for path in sorted(desk.folder.glob("*.html"))])
    base.count_change()
    base.close()
    assert isinstance(desk.newsroom.hear(), Stale)
    other.give_back()
    told = desk.rest()
    assert looked(told).waiting == 0
    assert counts(told) == (0, 0, 0)
