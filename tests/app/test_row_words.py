from datetime import UTC, datetime

import pytest

from reader.app.row_words import is_right_to_left, row_words, short_day, spoken, with_copies
from reader.article import Moment
from reader.library import Marks
from tests.listed import TODAY, entry, fraction, november


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (november(14), "14 Nov"),
        (november(21), "Today"),
        (november(20), "Yesterday"),
        (november(14).replace(year=2019), "14 Nov 2019"),
        (datetime(2025, 11, 2, 23, 59, tzinfo=UTC), "2 Nov"),
        (november(22), "22 Nov"),
    ],
)
def test_a_day_is_as_short_as_it_can_be(moment: Moment, words: str) -> None:
    assert short_day(moment, TODAY) == words


def test_a_row_says_source_day_and_minutes() -> None:
    words = row_words(entry("a", "The ferry", site="Harbour Post", day=november(14), words=1700), TODAY)
    assert words.facts == ("Harbour Post", "14 Nov", "7 min")


def test_facts_that_are_not_known_leave_no_gap() -> None:
    assert row_words(entry("a", "The ferry", words=1700), TODAY).facts == ("7 min",)


def test_without_a_site_the_author_is_the_source() -> None:
    assert row_words(entry("a", authors=("Mara Ellison", "Jo Tan")), TODAY).facts == ("Mara Ellison",)


def test_a_story_without_a_title_goes_by_its_file() -> None:
    assert row_words(entry("notes.txt", "   "), TODAY).title == "notes.txt"


def test_words_are_one_line_of_bearable_length() -> None:
    words = row_words(entry("a", "One\n\ttwo" + "x" * 9000, summary="a\nb"), TODAY)
    assert words.title.startswith("One two")
    assert len(words.title) == 300
    assert words.summary == "a b"


def test_an_unreadable_file_says_why_instead() -> None:
    words = row_words(entry("a.pdf", problem="a.pdf is a PDF document.", site="Harbour Post"), TODAY)
    assert (words.unreadable, words.summary, words.facts) == (True, "a.pdf is a PDF document.", ())


@pytest.mark.parametrize(
    ("text", "answer"),
    [("العبّارة", True), ("140 שנה", True), ("Ferry العبّارة", False), ("内スケリー", False), ("…", False)],
)
def test_the_first_letter_tells_the_direction(text: str, answer: bool) -> None:
    assert is_right_to_left(text) is answer


def test_a_screen_reader_hears_the_whole_row() -> None:
    words = row_words(
        entry("a", "The ferry", summary="A bridge comes.", site="Post", day=november(14), words=500), TODAY
    )
    marks = Marks(starred=True, position=fraction(0.4))
    assert (
        spoken(words, marks, unread=True)
        == "Unread. The ferry. A bridge comes. Starred. Post. 14 Nov. 2 min. 40 % read"
    )


def test_a_screen_reader_hears_why_a_file_cannot_be_read() -> None:
    words = row_words(entry("a.pdf", problem="a.pdf is a PDF document."), TODAY)
    assert spoken(words, Marks(), unread=False) == "Cannot be read. a.pdf. a.pdf is a PDF document"


def test_copies_are_told_before_the_minutes() -> None:
    words = row_words(entry("a", "The ferry", site="Post", words=1700), TODAY)
    assert with_copies(words, 3).facts == ("Post", "3 copies", "7 min")
    assert with_copies(row_words(entry("a", site="Post"), TODAY), 2).facts == ("Post", "2 copies")
    assert with_copies(words, 0) is words
