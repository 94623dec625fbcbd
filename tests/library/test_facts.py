from hypothesis import given
from hypothesis import strategies as st

from reader.library.fact_lines import line_of
from reader.library.facts import Fact, Facts, Value

values: st.SearchStrategy[Value] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
facts = st.builds(Fact, st.text(), st.text(), values, st.integers(0, 4_000_000_000_000_000), st.text())


@given(st.lists(facts, max_size=12), st.randoms())
def test_the_same_facts_in_any_order_hold_alike(some: list[Fact], random: st.DataObject) -> None:
    one, other = Facts(), Facts()
    one.merge(Facts(some))
    shuffled = some * 2
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other.merge(Facts(shuffled))
    assert {(f.what, f.which): line_of(f) for f in one} == {(f.what, f.which): line_of(f) for f in other}


def test_news_are_only_what_changes_a_value() -> None:
    held = Facts()
    assert len(held.merge(Facts([Fact("read", "a", True, 10, "x")])))
    assert not len(held.merge(Facts([Fact("read", "a", True, 20, "x")])))
    assert not len(held.merge(Facts([Fact("read", "a", False, 5, "x")])))
    assert len(held.merge(Facts([Fact("read", "a", False, 30, "x")])))


def test_of_two_facts_of_one_moment_the_higher_device_holds() -> None:
    held = Facts()
    held.merge(Facts([Fact("read", "a", True, 10, "b"), Fact("read", "a", False, 10, "a")]))
    assert held.get("read", "a") is True
