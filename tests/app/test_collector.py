import gc

from pytestqt.qtbot import QtBot

from reader.app.collector import Collector


class Knot:
    """Something that only a collection can free."""

    freed = 0

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Knot.freed += 1


def test_python_collects_nothing_by_itself_while_the_collector_works(qtbot: QtBot) -> None:
    collector = Collector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_what_only_cycles_hold_is_freed_once_there_is_enough_of_it(qtbot: QtBot) -> None:
    collector = Collector()
    try:
        Knot.freed = 0
        for _ in range(gc.get_threshold()[0] + 200):
            Knot()
        assert Knot.freed == 0
        collector.collect()
        assert Knot.freed > 0
    finally:
        collector.stop()


def test_a_little_is_left_for_later(qtbot: QtBot) -> None:
    collector = Collector()
    try:
        gc.collect()
        Knot.freed = 0
        Knot()
        collector.collect()
        assert Knot.freed == 0
    finally:
        collector.stop()
