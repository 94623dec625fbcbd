import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.page.people import begins_byline, has_capitals, is_account, is_house, is_person, names_in, spelled


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ida Crane and Otto Finch", ("Ida Crane", "Otto Finch")),
        ("Von Ida Kranich, Otto Fink und Ada Storch", ("Ida Kranich", "Otto Fink", "Ada Storch")),
        ("Ida Crane, PhD, and Otto Finch Jr.", ("Ida Crane", "Otto Finch Jr")),
        ("Posted on 21 September 2020 by Ida Crane", ("Ida Crane",)),
        ("Ida Crane Dec 19, 2016", ("Ida Crane",)),
        ("Ida Crane Staff Writer", ("Ida Crane",)),
        ("Foto von Ida Crane", ()),
        ("Text: Ida Kranich Foto: Otto Fink", ("Ida Kranich",)),
        ("ida.crane@lantern.example", ("ida.crane@lantern.example",)),
        ("作者：山田", ("山田",)),
    ],
)
def test_the_names_in_a_byline(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize("name", ["Ida Crane", "Ludwig van der Berg", "Ó Briain", "山田太郎", "Ida-Maria d'Aoust"])
def test_what_can_be_a_person(name: str) -> None:
    assert is_person(name)
    assert has_capitals(name)
    assert not is_account(name)


@pytest.mark.parametrize("name", ["Monday", "lundi", "Redaktion", "Lantern GmbH", "ida@lantern.example", "by", "More"])
def test_what_can_be_no_person(name: str) -> None:
    assert not is_person(name)


def test_accounts_and_how_they_are_spelled() -> None:
    assert [is_account(name) for name in ("icrane", "ida.crane", "Ida77", "Ida", "Ida Crane")] == [True] * 3 + [
        False
    ] * 2
    assert [spelled(name) for name in ("ida.crane", "icrane", "lantern.pl")] == ["Ida Crane", "icrane", "lantern.pl"]


def test_offices_are_houses_and_addresses_are_not() -> None:
    assert is_house("The Lantern Staff")
    assert is_house("lampen.de Redaktion")
    assert not is_house("lampen.de")
    assert not is_house("https://lampen.example")


def test_a_small_letter_behind_the_word_begins_no_byline() -> None:
    assert begins_byline("By Ida Crane")
    assert begins_byline("Autor: ida")
    assert not begins_byline("by the river, where the mill stands")


@given(st.text(max_size=300))
def test_any_line_has_names_that_are_not_empty(line: str) -> None:
    names = names_in(line)
    assert all(names)
    assert all(
        isinstance(test(name), bool) for name in names for test in (is_person, is_house, is_account, has_capitals)
    )
