import pytest

from reader.app.story.numbering import label, letters, roman
from reader.article import Listing


@pytest.mark.parametrize(("count", "words"), [(1, "a"), (26, "z"), (27, "aa"), (703, "aaa"), (0, "0"), (-3, "-3")])
def test_letters_go_on_after_z(count: int, words: str) -> None:
    assert letters(count) == words


@pytest.mark.parametrize(("count", "words"), [(1, "i"), (4, "iv"), (1994, "mcmxciv"), (0, "0"), (4000, "4000")])
def test_roman_numerals_say_what_they_can(count: int, words: str) -> None:
    assert roman(count) == words


def test_a_list_counts_from_its_start_and_by_its_depth() -> None:
    listing = Listing((), ordered=True, start=5)
    assert [label(listing, 1, depth) for depth in range(4)] == ["6.", "f.", "vi.", "6."]


def test_bullets_change_with_depth() -> None:
    assert [label(Listing(()), 7, depth) for depth in range(4)] == ["•", "◦", "▪", "▪"]
