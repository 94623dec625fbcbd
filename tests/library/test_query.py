from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.query import MOST_TERMS, Query, State, Term, understood


def words(*words: str, column: str = "", prefix: bool = False) -> Term:
    return Term(words, column, prefix)


def seconds(year: int, month: int = 1, day: int = 1) -> float:
    return datetime(year, month, day, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("last Ferry", [words("last"), words("ferry")]),
        ('"the last ferry" home', [words("the", "last", "ferry"), words("home")]),
        ("“the last ferry”", [words("the", "last", "ferry")]),
        ('"never closed', [words("never", "closed")]),
        ("don’t", [words("don", "t")]),
        ("well-known", [words("well", "known")]),
        ("harb*", [words("harb", prefix=True)]),
        ("title:Tide author:“Ann Bay”", [words("tide", column="title"), words("ann", "bay", column="authors")]),
        ("Site:post caption:pier credit:bay standfirst:sea", [
            words("post", column="site"),
            words("pier", column="captions"),
            words("bay", column="credits"),
            words("sea", column="standfirst"),
        ]),
        ("東京都の", [words("東京都の")]),
        ("iPhone用", [words("iphone", "用")]),
        ("ferry ferry FERRY", [words("ferry")]),
    ],
)  # fmt: skip
def test_words_phrases_prefixes_and_fields(text: str, wanted: list[Term]) -> None:
    assert understood(text) == Query(tuple(wanted))


def test_a_minus_leaves_out() -> None:
    query = understood('ferry -bridge −"old pier" -title:tide')
    assert query.wanted == (words("ferry"),)
    assert query.unwanted == (words("bridge"), words("old", "pier"), words("tide", column="title"))


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("is:unread", {(State.UNREAD, True)}),
        ("is:read IS:Starred", {(State.UNREAD, False), (State.STARRED, True)}),
        ("-is:starred has:pictures", {(State.STARRED, False), (State.PICTURED, True)}),
    ],
)
def test_states(text: str, states: set[tuple[State, bool]]) -> None:
    assert understood(text) == Query(states=frozenset(states))


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("after:2023", seconds(2023), None),
        ("after:2023-11 before:2024", seconds(2023, 11), seconds(2024)),
        ("before:2024-2-29", None, seconds(2024, 2, 29)),
        ("-before:2024", seconds(2024), None),
        ("after:2020 after:2022 before:2030 before:2025", seconds(2022), seconds(2025)),
    ],
)
def test_dates(text: str, since: float | None, until: float | None) -> None:
    assert understood(text) == Query(since=since, until=until)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("before:soon", [words("before", "soon")]),
        ("after:2023-13", [words("after", "2023", "13")]),
        ("is:green", [words("is", "green")]),
        ("title:", [words("title")]),
        ("http://tide.example", [words("http", "tide", "example")]),
        ("AND OR NOT (x", [words("and"), words("or"), words("not"), words("x")]),
        ('is:"unread"', [words("is", "unread")]),
    ],
)
def test_what_is_malformed_is_read_as_words(text: str, wanted: list[Term]) -> None:
    assert understood(text) == Query(tuple(wanted))


@pytest.mark.parametrize("text", ["", "   ", "-", '"', '""', "* - **", "…", "'"])
def test_signs_alone_ask_for_nothing(text: str) -> None:
    assert not understood(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("last fer", [words("last"), words("fer", prefix=True)]),
        ("last ferry ", [words("last"), words("ferry")]),
        ('"last fer', [words("last", "fer", prefix=True)]),
        ('"last fer"', [words("last", "fer")]),
        ("title:fer", [words("fer", column="title", prefix=True)]),
        ("ferry b", [words("ferry")]),
        ("ferry a ", [words("ferry"), words("a")]),
        ("東", [words("東", prefix=True)]),
        ("ferry is:", [words("ferry")]),
        ("ferry is:unr", [words("ferry")]),
        ("ferry before:202", [words("ferry")]),
        ("ferry after:2024-", [words("ferry")]),
        ("ferry title:", [words("ferry")]),
        ("ferry -bri", [words("ferry")]),
    ],
)
def test_the_last_word_may_go_on_while_it_is_typed(text: str, wanted: list[Term]) -> None:
    assert understood(text, typing=True).wanted == tuple(wanted)


def test_a_page_that_was_pasted_in_is_cut() -> None:
    assert len(understood(" ".join(map(str, range(5_000)))).wanted) == MOST_TERMS


pieces = st.lists(
    st.sampled_from([*' "-*:“”()^+東é\0', "title:", "is:", "before:", "2024", "-13", "ferry", "NOT", "NEAR(", "unread"])
    | st.text(max_size=4)
).map("".join)


@given(pieces, st.booleans())
def test_nothing_is_an_error(text: str, typing: bool) -> None:
    query = understood(text, typing=typing)
    assert all(term.parts and all(term.parts) for term in query.wanted + query.unwanted)
