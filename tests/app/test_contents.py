from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from reader.app.contents import Wanted, contents
from reader.app.list_order import Order
from reader.article import ArticleId
from reader.library import Index, Stamp, reading_of
from tests.listed import entry, path


class Busy(Index):
    """An index that another process writes to between any two questions."""

    def ids_of_paths(self, paths: Iterable[Path]) -> dict[Path, int]:
        put(self, "late")
        return super().ids_of_paths(paths)

    def identities_of(self, ids: Sequence[int]) -> dict[int, ArticleId]:
        self.keep([reading_of(entry("a")._replace(identity="another"), Stamp(2, 2))])
        return super().identities_of(ids)


def put(index: Index, *names: str) -> None:
    index.keep([reading_of(entry(name), Stamp(1, 1)) for name in names])


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Busy]:
    index = Busy(tmp_path / "index.sqlite")
    put(index, "a", "b")
    yield index
    index.close()


def test_a_file_taken_off_the_list_that_is_read_in_at_this_moment_is_left_to_the_next_time(busy: Busy) -> None:
    assert len(contents(busy, Wanted(removed={path("late")})).ids) == 2


def test_an_article_that_changes_while_the_list_is_ordered_by_when_it_was_opened_costs_nothing(busy: Busy) -> None:
    found = contents(busy, Wanted(Order.RECENT, opened={"a": 5.0, "b": 9.0}))
    assert list(found.ids) == [2, 1]
