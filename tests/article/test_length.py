import pytest

from reader.article import length_of, minutes, word_count

WORDS = "The keeper of the light had not spoken to anyone since the boat went down. "


@pytest.mark.parametrize(
    "sentence", [WORDS, WORDS.replace("boat", "boät"), "灯台の番人は船が沈んでから誰とも話さなかった。"]
)
def test_a_book_takes_as_many_times_longer_as_it_is_longer(sentence: str) -> None:
    story, book = sentence * 100, sentence * 20_000
    assert minutes(book) == pytest.approx(minutes(story) * 200, rel=0.12)


def test_a_word_with_an_apostrophe_is_one_and_a_number_too() -> None:
    assert word_count("Don’t count 42 words, it’s five–six.") == 7
    assert word_count("船 boat") == 2
    assert minutes("") == 1


@pytest.mark.parametrize("text", ["", "One word and 船 more. " * 300, "A long walk. " * 20_000])
def test_words_and_minutes_at_once_are_those_asked_for_one_by_one(text: str) -> None:
    assert length_of(text) == (word_count(text), minutes(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rock-’n’-roll", 3),
        ("a-b-c-d-e, l'été d’Artagnan’s mother-in-law’s", 4),
        ("don't 'quote' -dash- a--b snake_case", 7),
        ("“Café” — naïve… £5 ½ x² «deux» „drei‟", 7),
        ("Łódź, mother-in-law’s café", 3),
        ("привет-мир don’t", 2),
    ],
)
def test_words_are_counted_alike_in_every_script(text: str, words: int) -> None:
    assert word_count(text) == words
    assert word_count(f"{text} Ω") == words + 1
