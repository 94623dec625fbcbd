from pathlib import Path

import pytest

from reader.app.refreshing import State, news_words

A, B, C = (Path(name) for name in "abc")


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ({}, {}, "Nothing has changed: there are no new articles."),
        ({A: ("1", "")}, {A: ("1", "")}, "Nothing has changed: there are no new articles."),
        ({}, {A: ("1", "")}, "1 new article."),
        ({}, {A: ("1", ""), B: ("2", "")}, "2 new articles."),
        ({A: ("1", "")}, {A: ("2", "")}, "1 changed article."),
        ({A: ("", "may not be read")}, {A: ("", "")}, "1 changed article."),
        ({A: ("1", ""), B: ("2", "")}, {B: ("3", ""), C: ("4", "")}, "1 new article, 1 changed, 1 gone."),
    ],
)
def test_what_is_new_changed_and_gone_is_said_in_a_sentence(before: State, now: State, words: str) -> None:
    assert news_words(before, now) == words
