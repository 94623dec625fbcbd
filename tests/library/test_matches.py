import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.library.matches import EXCERPT, Matcher
from reader.library.query import understood
from reader.library.story_words import StoryWords


def found_in(query: str, text: str, column: str = "", *, typing: bool = False) -> list[str]:
    matcher = Matcher(understood(query, typing=typing))
    return [text[start:end] for start, end in matcher.matches(text, column)]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("ferry", "The Ferry and the ferryman; FERRY!", ["Ferry", "FERRY"]),
        ("ferr*", "The Ferry and the ferryman", ["Ferry", "ferryman"]),
        ('"last ferry"', "the last, ferry; last one", ["last, ferry"]),
        ("zurich strasse", "In Zürich, Bahnhofstraße, die Straße", ["Zürich", "Straße"]),
        ("don't", "“Don’t” they don't", ["Don’t", "don't"]),
        ("well-known", "a well–known fact", ["well–known"]),
        ("cafe", "“¡Süß! ﬁne ½ … café’", ["café"]),
        ("東京", "大東京都の東京。", ["東京", "東京"]),
        ("iphone用", "新しいiPhone用ケース", ["iPhone用"]),
        ("2 23", "1 2 3 23", ["2", "23"]),
        ("last ferry", "lastferry last ferry", ["last", "ferry"]),
        ("-ferry last", "last ferry", ["last"]),
        ("is:unread", "is unread", []),
    ],
)
def test_words_are_found_where_they_stand(query: str, text: str, found: list[str]) -> None:
    assert found_in(query, text) == found


def test_words_of_a_field_are_marked_in_that_field_alone() -> None:
    assert found_in("title:ferry bay", "ferry bay", "title") == ["ferry", "bay"]
    assert found_in("title:ferry bay", "ferry bay", "body") == ["bay"]
    assert found_in("title:ferry bay", "ferry bay") == ["ferry", "bay"]


def test_the_word_being_typed_is_found_whole() -> None:
    assert found_in("fer", "the ferry", typing=True) == ["ferry"]


@given(st.text(), st.text())
@example("4", "¼")
@example("4", "¼\x80")
def test_matches_lie_in_the_text_one_after_the_other(query: str, text: str) -> None:
    matches = Matcher(understood(query)).matches(text)
    ends = [0, *(place for match in matches for place in match)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)


FILLER = "Nothing is to be seen here at all. " * 20


def test_an_excerpt_shows_where_most_of_the_words_stand() -> None:
    body = f"A ferry. {FILLER}\n\nThe last ferry left the pier at noon. {FILLER}"
    excerpt = Matcher(understood("ferry last pier")).excerpt(StoryWords("Ferry", body=body))
    assert excerpt.text.startswith("…The last ferry left the pier at noon.")
    assert excerpt.text.endswith("…")
    assert [excerpt.text[start:end] for start, end in excerpt.matches] == ["last", "ferry", "pier"]
    assert len(excerpt.text) <= EXCERPT + 2


def test_an_excerpt_from_the_beginning_leaves_nothing_out() -> None:
    excerpt = Matcher(understood("ferry")).excerpt(StoryWords(body="Here\n\nis the ferry."))
    assert excerpt.text == "Here is the ferry."


def test_captions_are_shown_where_the_story_itself_does_not_have_the_words() -> None:
    words = StoryWords("Tide", body="Water.", captions="The pier in May\nThe ferry", credits="Ann Bay")
    assert Matcher(understood("ferry")).excerpt(words).text == "The pier in May The ferry"
    assert Matcher(understood("credit:bay")).excerpt(words).text == "Ann Bay"
    assert Matcher(understood("tide")).excerpt(words).text == ""
