from collections.abc import Callable
from typing import cast

from reader.app.librarian import Librarian
from reader.app.rows import Found, Rows
from tests.listed import entry


class Slow:
    """A librarian whose answers are given by hand."""

    def __init__(self) -> None:
        self.questions: list[Callable[[Found], None]] = []

    def ask(self, _question: object, then: Callable[[Found], None], _lost: object) -> None:
        self.questions.append(then)


def titles(rows: Rows) -> list[str]:
    return [row.entry.title for number in range(5) if (row := rows.get(number)) is not None]


def test_a_row_that_is_on_its_way_is_not_asked_for_again(qapp: object) -> None:
    slow = Slow()
    rows = Rows(cast("Librarian", slow))
    rows.want([1, 2])
    rows.want([1])
    assert len(slow.questions) == 1
    slow.questions[0]([(1, entry("a")), (2, entry("b"))])
    assert titles(rows) == ["a", "b"]


def test_a_row_that_changed_while_it_was_on_its_way_is_fetched_anew(qapp: object) -> None:
    slow = Slow()
    rows = Rows(cast("Librarian", slow))
    rows.want([1, 2])
    rows.forget([1])
    rows.want([1])
    older, newer = slow.questions
    older([(1, entry("a", "As it was")), (2, entry("b", "Another"))])
    assert titles(rows) == ["Another"]
    newer([(1, entry("a", "As it is"))])
    assert titles(rows) == ["As it is", "Another"]


def test_whichever_answer_comes_first_the_newer_one_holds(qapp: object) -> None:
    slow = Slow()
    rows = Rows(cast("Librarian", slow))
    rows.want([1])
    rows.forget([1])
    rows.want([1])
    older, newer = slow.questions
    newer([(1, entry("a", "As it is"))])
    older([(1, entry("a", "As it was"))])
    assert titles(rows) == ["As it is"]
