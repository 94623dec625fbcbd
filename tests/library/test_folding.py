import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.folding import folded, folded_words, searchable


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Zürich", "zurich"),
        ("Straße", "STRASSE"),
        ("smørrebrød", "smorrebrod"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("İstanbul ılık", "istanbul ilik"),
        ("don’t", "don't"),
        ("well–known", "well-known"),
        ("“quoted”…", "quoted"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁne Ｗｉｄｅ", "fine wide"),
        ("e\u0301te\u0301", "été"),
        ("Ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
        ("אֱלֹהִים", "אלהים"),
        ("ｶﾞｽ", "ガス"),
        ("100 000", "100\u00a0000"),
    ],
)
def test_words_that_are_typed_alike_are_alike(text: str, same: str) -> None:
    assert folded_words(text) == folded_words(same)


@pytest.mark.parametrize("text", ["हिन्दी", "ประเทศ", "がぎぐ", "서울"])
def test_signs_that_make_another_word_are_kept(text: str) -> None:
    assert folded(text) == text


def test_scripts_without_spaces_become_pairs() -> None:
    assert searchable("in 東京都, 2020").split() == ["in", "東京", "京都", "都", ",", "2020"]
    assert searchable("京").split() == ["京"]


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = folded(text)
    assert folded_words(once) == folded_words(text)


@given(st.text(st.characters(codec="utf-8")))
def test_composed_and_decomposed_text_is_alike(text: str) -> None:
    assert folded_words(unicodedata.normalize("NFD", text)) == folded_words(unicodedata.normalize("NFC", text))
