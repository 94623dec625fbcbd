from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.open_article import OpenArticle
from tests.listed import Listing, entry, path


class Watched(OpenArticle):
    """An open article that notes what it says."""

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing.shown)
        self.listing = listing
        self.said: list[object] = []
        self.chosen.connect(lambda: self.said.append("chosen"))
        self.opened.connect(lambda found: self.said.append(found.path.name))
        self.found.connect(self.said.append)


@pytest.fixture
def article(listing: Callable[..., Listing]) -> Watched:
    """Of two articles, of neither of which the row is at hand."""
    one = listing(entry("boat"), entry("crane"))
    one.articles.rows.forget([one.number("boat"), one.number("crane")])
    return Watched(one)


def test_a_choice_is_told_at_once_and_what_was_chosen_when_it_is_known(article: Watched, qtbot: QtBot) -> None:
    article.choose(article.listing.number("boat"))
    assert (article.said, article.is_awaited) == (["chosen"], True)
    qtbot.waitUntil(lambda: not article.is_awaited)
    article.choose(article.listing.number("boat"))
    assert article.said == ["chosen", "boat"]


def test_of_two_choices_only_the_last_one_is_opened(article: Watched, qtbot: QtBot) -> None:
    for name in ("boat", "crane"):
        article.choose(article.listing.number(name))
    qtbot.waitUntil(lambda: not article.is_awaited)
    assert article.said == ["chosen", "chosen", "crane"]


def test_a_choice_comes_before_a_file_that_is_looked_for(article: Watched, qtbot: QtBot) -> None:
    number = article.listing.number("crane")
    article.follow(path("boat"))
    article.choose(number)
    qtbot.waitUntil(lambda: not article.is_awaited)
    assert (article.said, article.number) == (["chosen", "crane"], number)


def test_a_file_that_is_opened_comes_before_a_choice_that_is_not_known_yet(article: Watched, qtbot: QtBot) -> None:
    number = article.listing.number("boat")
    article.choose(article.listing.number("crane"))
    article.follow(path("boat"))
    qtbot.waitUntil(lambda: article.number == number)
    assert article.said == ["chosen", number]


def test_what_has_left_the_list_is_awaited_no_more(article: Watched) -> None:
    number = article.listing.number("boat")
    article.listing.remove("boat")
    article.choose(number)
    assert not article.is_awaited
