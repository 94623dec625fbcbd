from hypothesis import given
from hypothesis import strategies as st

from reader.library.fact_lines import A_LINE, HEADER, line_of, lines_of, read_lines
from reader.library.facts import Fact, Facts
from tests.library.test_facts import facts

MANY = [Fact("read", f"article {number}", number % 3 == 0, 10**15 + number, "here") for number in range(250)]


def told(lines: list[bytes]) -> list[Fact]:
    return sorted(read_lines(lines).facts)


@given(facts)
def test_a_fact_comes_back_from_its_line_as_it_was(fact: Fact) -> None:
    line = line_of(fact)
    assert line.count(b"\n") == 1
    assert list(read_lines([line]).facts) == [fact]


@given(st.lists(facts, max_size=40), st.booleans())
def test_many_facts_come_back_as_they_hold(some: list[Fact], alike: bool) -> None:
    if alike:
        some = [fact._replace(what="read", device="here") for fact in some]
    lines = list(lines_of(some))
    assert all(line.count(b"\n") == 1 for line in lines)
    assert set(map(line_of, read_lines(lines).facts)) == set(map(line_of, Facts(some)))


def test_what_belongs_together_stands_in_few_lines_and_little_room() -> None:
    lines = list(lines_of(MANY))
    assert len(lines) == -(-len(MANY) // A_LINE)
    assert sum(map(len, lines)) < sum(len(line_of(fact)) for fact in MANY) / 2
    assert told(lines) == sorted(MANY)


def test_damage_in_a_line_of_many_costs_that_line_and_no_other() -> None:
    first, *others = lines_of(MANY)
    for damaged in (first[:-9], first.replace(b":[5,", b":[-5,"), first.replace(b":[5,", b':["5",'), first[:60]):
        stated = read_lines([damaged, *others])
        assert stated.damaged == 1
        assert sorted(stated.facts) == sorted(MANY[A_LINE:])


def test_of_two_lines_that_speak_of_the_same_the_later_fact_holds_wherever_it_stands() -> None:
    later = line_of(Fact("read", "article 7", True, 2 * 10**15, "other"))
    for lines in ([later, *lines_of(MANY)], [*lines_of(MANY), later]):
        assert read_lines(lines).facts.get("read", "article 7") is True


def test_lines_that_only_together_would_say_something_say_nothing() -> None:
    assert told([b'{"what":"read","which":"a","value":[{}', b'{}],"when":"2026-01-01T00:00:00Z","device":"b"}']) == []


def test_a_name_that_is_no_text_comes_back_from_its_line() -> None:
    fact = Fact("removed", "/saved/\udcff.html", True, 1, "here")
    assert told([line_of(fact)]) == [fact]


@given(st.lists(st.binary() | st.sampled_from([*lines_of(MANY)])))
def test_no_line_whatever_raises(lines: list[bytes]) -> None:
    read_lines(lines)


def test_lines_nested_beyond_reason_or_with_impossible_times_state_nothing() -> None:
    assert told([b"[" * 100_000]) == []
    for when in (
        *("yesterday", "2026-01-01T00:00:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+23:00"),
        *("2026-01-01T00:00:00. 12345Z", "2026-01-01T00:00:00.-12345Z", "2026-13-01T00:00:00.123456Z"),
    ):
        assert told([b'{"what":"read","which":"a","value":true,"when":"%s","device":"b"}' % when.encode()]) == []
        assert told([b'{"what":"read","since":"%s","device":"b","many":{"a":[0,true]}}' % when.encode()]) == []


def test_a_header_is_no_damage_whole_or_torn() -> None:
    stated = read_lines([HEADER, HEADER[:20], b'{"standfirst":7}'])
    assert (stated.headers, stated.version, stated.damaged) == (2, 7, 0)
