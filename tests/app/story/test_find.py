from hypothesis import given
from hypothesis import strategies as st

from reader.app.story.find import Text, levelled


def matches(text: str, words: str) -> list[tuple[int, int]]:
    return Text(text).matches(words)


def test_case_quotes_and_dashes_do_not_matter() -> None:
    assert matches("She said Don’t — twice", "don't - TW") == [(9, 19)]


def test_each_match_is_found_once() -> None:
    assert matches("the other the", "the") == [(0, 3), (5, 8), (10, 13)]


def test_signs_beyond_the_first_plane_count_as_two_as_qt_counts_them() -> None:
    assert matches("🙂 ferry", "ferry") == [(3, 8)]


def test_nothing_is_found_for_no_words() -> None:
    assert matches("anything", "  ") == []


@given(st.text())
def test_levelling_keeps_every_sign_in_its_place(text: str) -> None:
    assert len(levelled(text)) == len(text)


@given(st.text(), st.text(min_size=1))
def test_a_match_is_what_was_looked_for(text: str, words: str) -> None:
    units = text.encode("utf-16-le", "surrogatepass")
    for start, end in matches(text, words):
        found = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        assert levelled(found) == levelled(words)
