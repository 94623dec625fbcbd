from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from reader.app.list_order import Order, seconds, sorting_title
from reader.library import Entry, Marks
from tests.listed import entry, listed, names, november


def ordered(order: Order, *entries: Entry, **marks: Marks) -> list[str]:
    articles, _ = listed(*entries, **marks)
    articles.set_order(order)
    return names(articles)


def test_newest_first_and_stories_without_a_date_last() -> None:
    late, early = datetime(2024, 1, 1, tzinfo=UTC), datetime(2023, 1, 1, tzinfo=UTC)
    stories = (
        entry("old", day=november(1)),
        entry("b", saved=early),
        entry("new", day=november(9)),
        entry("a", saved=late),
    )
    assert ordered(Order.NEWEST, *stories) == ["new", "old", "a", "b"]
    assert ordered(Order.OLDEST, *stories) == ["old", "new", "b", "a"]


def test_days_and_times_with_and_without_a_zone_stand_together() -> None:
    zone = timezone(timedelta(hours=5))
    stories = (
        entry("noon", day=datetime(2025, 11, 9, 12)),
        entry("day", day=november(9)),
        entry("east", day=datetime(2025, 11, 9, 14, tzinfo=zone)),
    )
    assert ordered(Order.NEWEST, *stories) == ["noon", "east", "day"]


@pytest.mark.parametrize("locale", ["C", "en_US"])
def test_titles_stand_as_in_a_catalogue(locale: str, request: pytest.FixtureRequest) -> None:
    before = QLocale()
    request.addfinalizer(lambda: QLocale.setDefault(before))
    QLocale.setDefault(QLocale(locale))
    titles = ["Ångström", "apple", "“Banana”", "A cat", "Éclair", "Part 9", "Part 10", "The zebra"]
    stories = [entry(str(number), title) for number, title in enumerate(titles)]
    assert [titles[int(name)] for name in ordered(Order.TITLE, *reversed(stories))] == titles


@pytest.mark.parametrize(
    ("title", "language", "sorted_by"),
    [
        ("The ferry", "", "ferry"),
        ("A", "en", "A"),
        ("Die Fähre", "de", "Fähre"),
        ("Die Fähre", "en", "Die Fähre"),
        ("L'hiver", "fr", "L'hiver"),
        ("Les hivers", "fr-CA", "hivers"),
        ("“The ferry”", "en", "ferry”"),
        ("…", "en", "…"),
    ],
)
def test_a_grammatical_article_does_not_count(title: str, language: str, sorted_by: str) -> None:
    assert sorting_title(entry("a", title, language=language)) == sorted_by


def test_sources_stand_together_newest_first() -> None:
    stories = (
        entry("nameless"),
        entry("post-1", site="Harbour Post", day=november(1)),
        entry("field", site="Field Notes", day=november(5)),
        entry("post-2", site="harbour post", day=november(2)),
    )
    assert ordered(Order.SOURCE, *stories) == ["field", "post-2", "post-1", "nameless"]


def test_longest_first() -> None:
    assert ordered(Order.LONGEST, entry("a", words=10), entry("b", words=900)) == ["b", "a"]


def test_what_was_opened_last_first_then_what_never_was() -> None:
    stories = (entry("never", day=november(2)), entry("once"), entry("lately"), entry("newer", day=november(8)))
    found = ordered(Order.RECENT, *stories, once=Marks(opened=10.0), lately=Marks(opened=20.0))
    assert found == ["lately", "once", "newer", "never"]


def test_seconds_count_from_1970() -> None:
    assert seconds(datetime(1970, 1, 2, tzinfo=UTC)) == seconds(november(2).replace(1970, 1)) == 86400
