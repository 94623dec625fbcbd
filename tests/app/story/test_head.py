from datetime import date, datetime, timedelta, timezone

import pytest

from reader.app.story import head
from reader.article import Article, Paragraph


@pytest.mark.parametrize(
    ("authors", "words"),
    [((), ""), (("Ann",), "By Ann"), (("Ann", "Bo"), "By Ann and Bo"), (("Ann", "Bo", "Cy"), "By Ann, Bo and Cy")],
)
def test_a_byline_names_everybody(authors: tuple[str, ...], words: str) -> None:
    assert head.byline(Article(authors=authors)) == words


def test_an_update_on_the_same_day_gives_its_time_alone() -> None:
    story = Article(published=datetime(2025, 11, 14, 7, 34), updated=datetime(2025, 11, 14, 9, 8))
    assert head.updated(story) == "Updated 09:08"


def test_an_update_on_another_day_gives_its_day() -> None:
    story = Article(published=date(2025, 11, 14), updated=datetime(2025, 11, 16, 9, 8))
    assert head.updated(story) == f"Updated {head.day(date(2025, 11, 16))}, 09:08"


def test_an_update_that_repeats_the_publication_is_not_told() -> None:
    moment = datetime(2025, 11, 14, 7, 34)
    assert head.updated(Article(published=moment, updated=moment)) == ""


def test_a_time_of_another_zone_says_so() -> None:
    far = timezone(timedelta(hours=14))
    assert head.clock(datetime(2025, 11, 14, 7, 34, tzinfo=far)) == "07:34 UTC+14"


def test_a_mere_day_has_no_time() -> None:
    assert head.clock(date(2025, 11, 14)) == ""
    assert head.when(date(2025, 11, 14)) == head.day(date(2025, 11, 14))


@pytest.mark.parametrize(("minutes", "words"), [(0, "1 min left"), (119, "119 min left"), (840, "14 h left")])
def test_what_is_left_of_a_long_text_is_told_in_hours(minutes: int, words: str) -> None:
    assert head.left(minutes) == words


def test_a_long_line_of_facts_breaks_between_them_and_among_names_alone() -> None:
    story = Article(
        authors=("Ann Lee", "Bo Park"),
        published=datetime(2025, 11, 14, 7, 34),
        updated=datetime(2025, 11, 14, 9, 8),
        blocks=(Paragraph(()),),
    )
    told = head.meta(story, 7)
    names, *facts = (part.strip(head.ISOLATE + head.END_ISOLATE) for part in told.split(head.SEPARATOR))
    assert names == "By Ann Lee and Bo Park"
    assert facts[1:] == ["Updated\u00a009:08", "7\u00a0min\u00a0read"]
    assert " " not in facts[0]
