import pytest

from reader.app.refreshing import news_words


@pytest.mark.parametrize(
    ("new", "changed", "gone", "words"),
    [
        (0, 0, 0, "Nothing has changed: there are no new articles."),
        (1, 0, 0, "1 new article."),
        (2, 0, 0, "2 new articles."),
        (0, 1, 0, "1 changed article."),
        (0, 0, 1200, "1,200 gone articles."),
        (1, 1, 1, "1 new article, 1 changed, 1 gone."),
    ],
)
def test_what_is_new_changed_and_gone_is_said_in_a_sentence(new: int, changed: int, gone: int, words: str) -> None:
    assert news_words(new, changed, gone) == words
