from datetime import UTC, date, datetime

from pytestqt.qtbot import QtBot

from reader.app.new_day import LONGEST, NewDay


class Clock:
    """A clock that is set by hand."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    def __call__(self) -> datetime:
        return self.time


def test_midnight_is_told_once(qtbot: QtBot) -> None:
    clock = Clock(datetime(2025, 11, 21, 23, 59, 50, tzinfo=UTC))
    day = NewDay(clock)
    told: list[date] = []
    day.came.connect(lambda: told.append(clock.time.date()))
    assert day.seconds() == 11
    day.look()
    assert told == []
    clock.time = datetime(2025, 11, 22, 0, 0, 1, tzinfo=UTC)
    day.look()
    day.look()
    assert told == [date(2025, 11, 22)]


def test_far_from_midnight_the_clock_is_looked_at_for_a_machine_that_sleeps(qtbot: QtBot) -> None:
    assert NewDay(Clock(datetime(2025, 11, 21, 9, tzinfo=UTC))).seconds() == LONGEST
