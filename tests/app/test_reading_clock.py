import pytest
from pytestqt.qtbot import QtBot

from reader.app.reading_clock import ReadingClock, needed_milliseconds


@pytest.mark.parametrize(("minutes", "milliseconds"), [(0, 0), (1, 10_000), (7, 10_000)])
def test_a_story_must_be_open_for_the_lesser_of_ten_seconds_and_a_third_of_it(minutes: int, milliseconds: int) -> None:
    assert needed_milliseconds(minutes) == milliseconds


def test_it_counts_when_the_end_was_seen_and_the_time_is_up(qtbot: QtBot) -> None:
    clock = ReadingClock()
    with qtbot.waitSignal(clock.read, timeout=2000):
        clock.start(0)
        clock.see_end()


def test_it_does_not_count_before_the_time_is_up(qtbot: QtBot) -> None:
    clock = ReadingClock()
    with qtbot.assertNotEmitted(clock.read, wait=60):
        clock.start(5)
        clock.see_end()


def test_it_does_not_count_without_the_end(qtbot: QtBot) -> None:
    clock = ReadingClock()
    with qtbot.assertNotEmitted(clock.read, wait=60):
        clock.start(0)


def test_a_story_that_was_left_does_not_count(qtbot: QtBot) -> None:
    clock = ReadingClock()
    with qtbot.assertNotEmitted(clock.read, wait=60):
        clock.start(0)
        clock.stop()
        clock.see_end()
