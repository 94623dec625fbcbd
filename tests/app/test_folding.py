import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.folding import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Zürich", "zurich"),
        ("ÅNGSTRÖM", "angstrom"),
        ("don’t", "don't"),
        ("Straße", "strasse"),
        ("ﬁnal", "final"),
        ("“Quoted” – text", "“quoted” – text"),
        ("東京", "東京"),
    ],
)
def test_case_accents_and_shapes_do_not_matter(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
