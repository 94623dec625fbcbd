from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.list_order import Order
from reader.library import Stamp, StoryWords, reading_of, search
from tests.listed import Listing, entry, november

STORIES = {
    "ferry": StoryWords("The last ferry", body="It left the pier at noon."),
    "train": StoryWords("Night trains", "From coast to coast", body="Nobody takes the ferry any more, nor the pier."),
    "flood": StoryWords("The flood", body="Letters were saved."),
}


@pytest.fixture
def one(listing: Callable[..., Listing]) -> Listing:
    """Three stories with words, the train newest; the ferry has been read."""
    one = listing()
    entries = {
        name: entry(name, words.title, day=november(9 + place)) for place, (name, words) in enumerate(STORIES.items())
    }
    entries["train"] = entry("train", "Night trains", summary="From coast to coast", day=november(20))
    readings = [reading_of(entries[name], Stamp(1, 1), words) for name, words in STORIES.items()]
    one.librarian.answer(lambda index: index.keep(readings))
    one.articles.reload()
    one.settle()
    one.mark("ferry", read=True)
    return one


def row(one: Listing, name: str) -> tuple[str, list[str], str, list[str]]:
    """Title and summary of a row, each with the words that are marked in it."""
    place = one.row(name)
    assert place is not None
    one.shown.prefetch(place, place)
    while (words := one.shown.line(place).words) is None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    titles = [words.title[start:end] for start, end in words.title_matches]
    return words.title, titles, words.summary, [words.summary[start:end] for start, end in words.summary_matches]


def test_rows_show_where_the_words_stand(one: Listing) -> None:
    one.search("ferry")
    assert one.names() == ["ferry", "train"]
    assert row(one, "ferry") == ("The last ferry", ["ferry"], "", [])
    excerpt = "Nobody takes the ferry any more, nor the pier."
    assert row(one, "train") == ("Night trains", [], excerpt, ["ferry"])
    one.search("")
    assert row(one, "train") == ("Night trains", [], "From coast to coast", [])


def test_excerpts_of_rows_further_down_are_fetched_when_they_come_into_sight(
    one: Listing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FIRST", 1)
    one.search("pier")
    with qtbot.waitSignal(one.shown.searching.excerpts_came):
        one.shown.prefetch(0, 1)
    assert {row(one, name)[3][0] for name in ("ferry", "train")} == {"pier"}


def test_only_the_newest_words_are_answered(one: Listing) -> None:
    answers: list[object] = []
    one.shown.searching.found.connect(lambda hits: answers.append(len(hits.ids)))
    for text in ("fe", "fer", "ferr"):
        one.shown.searching.look(text)
    one.search("flood")
    assert answers == [1]
    assert one.names() == ["flood"]


def test_nothing_is_looked_for_twice(one: Listing) -> None:
    one.search("ferry ")
    assert not one.shown.searching.is_looking
    one.shown.searching.look("  FERRY ")
    assert not one.shown.searching.is_looking


def test_filters_ask_what_the_list_knows(one: Listing) -> None:
    one.search("ferry is:unread")
    assert one.names() == ["train"]
    one.mark("train", starred=True)
    one.search("is:starred")
    assert one.names() == ["train"]
    assert one.shown.hits is not None
    assert one.shown.hits.by_date


def test_what_comes_in_while_one_searches_is_found(one: Listing) -> None:
    one.search("island")
    assert one.names() == []
    one.add(entry("island", "An island"))
    one.search("island ")
    assert one.names() == ["island"]


def test_hits_stand_by_relevance_until_a_person_wants_another_order(one: Listing) -> None:
    one.search("ferry")
    assert one.shown.is_ranked
    one.shown.set_by_relevance(False)
    one.set_order(Order.NEWEST)
    assert one.names() == ["train", "ferry"]
    one.shown.set_by_relevance(True)
    assert one.names() == ["ferry", "train"]
    one.shown.set_by_relevance(False)
    one.search("")
    one.search("ferry")
    assert one.shown.is_ranked


def test_a_fault_of_the_index_leaves_the_list_as_it_is(one: Listing, monkeypatch: pytest.MonkeyPatch) -> None:
    troubles: list[str] = []
    one.librarian.troubled.connect(troubles.append)
    monkeypatch.setattr(search.Search, "find", lambda *_: 1 / 0)
    one.search("ferry")
    assert len(one.names()) == 3
    assert "ZeroDivisionError" in troubles[0]
