"""Whatever happens to the file: what stands before the damage holds, and what is written after it does."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import Fact, Store
from reader.library.fact_lines import HEADER, line_of

LINES = [HEADER] + [line_of(Fact("read", f"article {number}", True, 1000 + number, "here")) for number in range(8)]
WHOLE = b"".join(LINES)
GARBAGE = st.binary(max_size=60) | st.sampled_from(
    [b"\0" * 50, b"{", b'{"what":1}', b"\xff\xfe", b"[" * 3000, b"\r\n\n"]
)


def survivors(content: bytes) -> set[str]:
    """The articles that hold after a start with this content, one more mark, and another start."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "marks.jsonl"
        path.write_bytes(content)
        store = Store(path, "here")
        store.set("read", "new", True)
        assert store.close()
        again = Store(path, "here")
        again.close()
        return set(again.of("read"))


def whole_before(end: int) -> set[str]:
    """The articles whose lines end before a place."""
    names, place = set(), 0
    for number, line in enumerate(LINES):
        place += len(line)
        if number and place <= end:
            names.add(f"article {number - 1}")
    return names


def test_a_number_that_is_none_costs_nothing_that_is_written_later(tmp_path: Path) -> None:
    path = tmp_path / "marks.jsonl"
    line = b'{"what":"position","which":"%s","value":%s,"when":"2026-01-01T00:00:00.000000Z","device":"here"}\n'
    path.write_bytes(WHOLE + line % (b"a", b"[1,0,NaN]") + line % (b"b", b"1e999"))
    store = Store(path, "here")
    store.move(tmp_path / "elsewhere" / "marks.jsonl").result(10)
    store.set("read", "new", True).result(10)
    assert store.close()
    again = Store(tmp_path / "elsewhere" / "marks.jsonl", "here")
    again.close()
    assert set(again.of("read")) == whole_before(len(WHOLE)) | {"new"}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(WHOLE)))
def test_a_file_cut_anywhere_keeps_what_was_whole(end: int) -> None:
    assert survivors(WHOLE[:end]) >= whole_before(end) | {"new"}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(WHOLE)), GARBAGE)
def test_a_file_cut_anywhere_with_garbage_behind_keeps_what_was_whole(end: int, garbage: bytes) -> None:
    assert survivors(WHOLE[:end] + garbage) >= whole_before(end) | {"new"}


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(LINES)), GARBAGE), max_size=4))
def test_garbage_between_lines_costs_no_whole_line(damage: list[tuple[int, bytes]]) -> None:
    lines = list(LINES)
    for place, garbage in damage:
        lines.insert(place, garbage + b"\n")
    assert survivors(b"".join(lines)) >= whole_before(len(WHOLE)) | {"new"}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=30))
def test_bytes_overwritten_in_the_middle_cost_only_the_lines_they_hit(start: int, garbage: bytes) -> None:
    end = min(len(WHOLE), start + len(garbage))
    content = WHOLE[:start] + garbage[: end - start] + WHOLE[end:]
    unhurt, place = set(), 0
    for number, line in enumerate(LINES):
        touched = place <= end and start <= place + len(line)
        place += len(line)
        if number and not touched:
            unhurt.add(f"article {number - 1}")
    assert survivors(content) >= unhurt | {"new"}
