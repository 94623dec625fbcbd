from hypothesis import given
from hypothesis import strategies as st

from reader.library.facts import Fact, Facts, Value, fact_of, line_of, version_of

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


@given(facts)
def test_a_fact_comes_back_from_its_line_as_it_was(fact: Fact) -> None:
    line = line_of(fact)
    assert line.count(b"\n") == 1
    assert fact_of(line) == fact


def test_a_name_that_is_no_text_comes_back_from_its_line() -> None:
    fact = Fact("removed", "/saved/\udcff.html", True, 1, "here")
    assert fact_of(line_of(fact)) == fact


@given(st.binary())
def test_no_line_whatever_raises(line: bytes) -> None:
    fact_of(line)
    version_of(line)


def test_lines_nested_beyond_reason_or_with_impossible_times_state_nothing() -> None:
    assert fact_of(b"[" * 100_000) is None
    for when in ("yesterday", "2026-01-01T00:00:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+23:00"):
        assert fact_of(b'{"what":"read","which":"a","value":true,"when":"%s","device":"b"}' % when.encode()) is None


@given(st.lists(facts, max_size=12), st.randoms())
def test_the_same_facts_in_any_order_hold_alike(some: list[Fact], random: st.DataObject) -> None:
    one, other = Facts(), Facts()
    one.merge(some)
    shuffled = some * 2
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other.merge(shuffled)
    assert {(f.what, f.which): line_of(f) for f in one} == {(f.what, f.which): line_of(f) for f in other}


def test_news_are_only_what_changes_a_value() -> None:
    held = Facts()
    assert held.merge([Fact("read", "a", True, 10, "x")])
    assert not held.merge([Fact("read", "a", True, 20, "x")])
    assert not held.merge([Fact("read", "a", False, 5, "x")])
    assert held.merge([Fact("read", "a", False, 30, "x")])


def test_of_two_facts_of_one_moment_the_higher_device_holds() -> None:
    held = Facts()
    held.merge([Fact("read", "a", True, 10, "b"), Fact("read", "a", False, 10, "a")])
    assert held.get("read", "a") is True
