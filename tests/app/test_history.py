from pathlib import Path

from reader.app.history import History

ONE, TWO, THREE = Path("1"), Path("2"), Path("3")


def visited(*paths: Path) -> History:
    history = History()
    for path in paths:
        history.visit(path)
    return history


def test_one_goes_back_and_forward_through_what_was_opened() -> None:
    history = visited(ONE, TWO, THREE)
    assert (history.go(-1), history.go(-1), history.go(-1)) == (TWO, ONE, None)
    assert (history.go(1), history.go(1), history.go(1)) == (TWO, THREE, None)


def test_opening_something_new_forgets_what_lay_forward() -> None:
    history = visited(ONE, TWO)
    history.go(-1)
    history.visit(THREE)
    assert not history.can_go(1)
    assert history.go(-1) == ONE


def test_opening_the_same_again_is_no_step() -> None:
    assert not visited(ONE, ONE).can_go(-1)


def test_a_file_that_was_moved_is_found_where_it_lies_now() -> None:
    history = visited(ONE, TWO, ONE, THREE)
    history.follow(ONE, Path("4"))
    assert (history.go(-1), history.go(-1), history.go(-1)) == (Path("4"), TWO, Path("4"))
