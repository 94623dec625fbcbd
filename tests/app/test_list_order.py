from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reader.app.headings import day_heading, folder_heading
from reader.app.list_order import Grouping, Order
from reader.library import Entry
from tests.listed import TODAY, Listing, entry, november

Make = Callable[..., Listing]


def ordered(make: Make, order: Order, *entries: Entry) -> list[str]:
    listing = make(*entries)
    listing.set_order(order)
    return listing.names()


def test_newest_first_and_stories_without_a_date_last(listing: Make) -> None:
    late, early = datetime(2024, 1, 1, tzinfo=UTC), datetime(2023, 1, 1, tzinfo=UTC)
    stories = (
        entry("old", day=november(1)),
        entry("b", saved=early),
        entry("new", day=november(9)),
        entry("a", saved=late),
    )
    assert ordered(listing, Order.NEWEST, *stories) == ["new", "old", "a", "b"]
    assert ordered(listing, Order.OLDEST, *stories) == ["old", "new", "b", "a"]


def test_sources_stand_together_newest_first(listing: Make) -> None:
    stories = (
        entry("nameless"),
        entry("post-1", site="Harbour Post", day=november(1)),
        entry("field", site="Field Notes", day=november(5)),
        entry("post-2", site="harbour post", day=november(2)),
    )
    assert ordered(listing, Order.SOURCE, *stories) == ["field", "post-2", "post-1", "nameless"]


def test_longest_first(listing: Make) -> None:
    assert ordered(listing, Order.LONGEST, entry("a", words=10), entry("b", words=900)) == ["b", "a"]


def test_what_was_opened_last_first_then_what_never_was(listing: Make) -> None:
    stories = (entry("never", day=november(2)), entry("once"), entry("lately"), entry("newer", day=november(8)))
    one = listing(*stories)
    one.read_state.opened("once", datetime(2025, 1, 1, tzinfo=UTC))
    one.read_state.opened("lately", datetime(2025, 1, 2, tzinfo=UTC))
    one.set_order(Order.RECENT)
    assert one.names() == ["lately", "once", "newer", "never"]


def test_headings_by_day_speak_of_days_as_people_do(listing: Make) -> None:
    one = listing(
        entry("now", day=TODAY), entry("week", day=november(17)), entry("month", day=november(2)), entry("no")
    )
    one.set_grouping(Grouping.DAY)
    assert one.names() == [
        "# Today",
        "now",
        "# Last 7 days",
        "week",
        "# Earlier in November",
        "month",
        "# Undated",
        "no",
    ]
    one.set_order(Order.OLDEST)
    assert one.names()[-3:] == ["now", "# Undated", "no"]
    assert one.names()[0] == "# Earlier in November"


def test_headings_by_source_and_by_folder(listing: Make) -> None:
    one = listing(entry("a", site="The Post"), entry("b", site="Echo"), entry("c"))
    one.folders = (Path("articles"),)
    one.set_grouping(Grouping.SOURCE)
    assert one.names() == ["# Echo", "b", "# The Post", "a", "# No source", "c"]
    one.set_grouping(Grouping.FOLDER)
    assert one.names()[0] == "# articles"


def test_single_files_stand_first_under_a_heading_of_their_own(listing: Make) -> None:
    one = listing(entry("library", day=november(9)), entry("single", day=november(2)))
    one.single = (Path("articles") / "single",)
    one.articles.reload()
    one.settle()
    assert one.names() == ["# Opened", "single", "# Library", "library"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-11-21", "Today"),
        ("2025-11-20", "Yesterday"),
        ("2025-11-15", "Last 7 days"),
        ("2025-11-14", "Earlier in November"),
        ("2025-10-31", "October 2025"),
        ("2026-01-01", "January 2026"),
        ("", "Undated"),
        ("0000-99-99", "Undated"),
    ],
)
def test_a_day_finds_its_heading(day: str, words: str) -> None:
    assert day_heading(day, date(2025, 11, 21)) == words


def test_a_folder_is_named_from_the_library_on() -> None:
    root = Path("/home/anna/Articles")
    assert folder_heading(root / "2024" / "May", [root]) == "Articles › 2024 › May"
    assert folder_heading(Path("/elsewhere/x"), [root]) == "x"
