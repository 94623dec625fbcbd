import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from reader.app.row_words import RowWords
from reader.ui.row_layout import FIRST_BASELINE, PITCH, STAR_ROOM, LaidRow, Line, RowLayout, Width
from tests.listed import look

WIDE = Width(280, 280)


@pytest.fixture
def layout(qtbot: QtBot) -> RowLayout:
    return RowLayout(look())


def laid(layout: RowLayout, words: RowWords, width: Width = WIDE, *, starred: bool = False) -> LaidRow:
    return layout.laid(words, width, unread=True, starred=starred)


def fits(row: LaidRow, width: int) -> bool:
    return all(line.left >= 0 and line.left + advance(line.text, row) <= width + 1 for line in row.lines)


def advance(text: str, row: LaidRow) -> float:
    line = next(line for line in row.lines if line.text == text)
    return QFontMetricsF(line.font).horizontalAdvance(text)


def test_a_short_title_takes_one_line(layout: RowLayout) -> None:
    row = laid(layout, RowWords("The ferry", "A bridge comes", ("Post", "14 Nov")))
    assert [line.text for line in row.lines] == ["The ferry", "A bridge comes", "Post  ·  14 Nov"]
    assert [line.baseline for line in row.lines] == [FIRST_BASELINE + PITCH * place for place in range(3)]


def test_a_long_title_takes_two_lines_and_ends_in_an_ellipsis(layout: RowLayout) -> None:
    row = laid(layout, RowWords("The ferry to the island " * 9, "", ()))
    first, second, facts = (line.text for line in row.lines)
    assert "The ferry to the island".startswith(first.split("  ")[0][:23])
    assert second.endswith("…")
    assert facts == ""
    assert fits(row, WIDE.text)


def test_a_title_without_a_break_is_broken_anywhere(layout: RowLayout) -> None:
    row = laid(layout, RowWords("x" * 300, "y" * 200, ()))
    assert len(row.lines) == 4
    assert fits(row, WIDE.text)


def test_words_from_right_to_left_stand_at_the_right(layout: RowLayout) -> None:
    row = laid(layout, RowWords("העבורת", "גשר", ("Post", "14 Nov"), right_to_left=True), starred=True)
    for line in row.lines[:2]:
        assert line.left + advance(line.text, row) == pytest.approx(WIDE.text)
    facts = row.lines[-1]
    assert facts.left + advance(facts.text, row) == pytest.approx(WIDE.facts - STAR_ROOM)
    assert row.star > facts.left
    assert facts.text.startswith("\u2068Post\u2069")


def test_the_star_pushes_the_facts_aside(layout: RowLayout) -> None:
    words = RowWords("The ferry", "", ("Post",))
    assert laid(layout, words).lines[-1].left == 0
    assert laid(layout, words, starred=True).lines[-1].left == STAR_ROOM


def test_minutes_give_way_to_a_long_source_and_then_it_is_shortened(layout: RowLayout) -> None:
    words = RowWords("The ferry", "", ("The Journal of " + "Something " * 9, "14 Nov", "7 min"))
    row = laid(layout, words)
    assert row.lines[-1].text.startswith("The Journal of")
    assert row.lines[-1].text.endswith("…  ·  14 Nov")
    assert laid(layout, words, Width(280, 50)).lines[-1].text == "14 Nov"
    short = RowWords("The ferry", "", ("Harbour Post", "14 Nov 2025", "7 min"))
    assert laid(layout, short, Width(280, 160)).lines[-1].text == "Harbour Post  ·  14 Nov 2025"


def test_why_a_file_cannot_be_read_has_three_lines(layout: RowLayout) -> None:
    row = laid(layout, RowWords("a.pdf", "It is a document of another kind. " * 9, (), unreadable=True))
    assert [line.muted for line in row.lines[:4]] == [False, True, True, True]
    assert row.lines[3].text.endswith("…")


def test_a_row_is_laid_out_once_for_a_width(layout: RowLayout) -> None:
    words = RowWords("The ferry", "", ())
    assert laid(layout, words) is laid(layout, words)
    assert laid(layout, words) is not laid(layout, words, Width(200, 200))


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120), st.integers(60, 400), st.booleans())
def test_no_text_breaks_the_layout(title: str, summary: str, width: int, right_to_left: bool) -> None:
    words = RowWords(title, summary, (title[:20],), right_to_left=right_to_left)
    row = RowLayout(look()).laid(words, Width(width, width), unread=False, starred=True)
    assert 1 <= len(row.lines) <= 4


def test_the_summary_has_two_lines_below_a_short_title_and_one_below_a_long_one(layout: RowLayout) -> None:
    for title, lines in (("The ferry", 2), ("The ferry to the island " * 9, 1)):
        row = laid(layout, RowWords(title, "It went on and on. " * 20, ()))
        assert sum(line.muted for line in row.lines[:-1]) == lines


def test_words_that_were_found_are_marked_where_they_stand_in_their_line(layout: RowLayout) -> None:
    title = "The ferry to the island and the ferry back from the island"
    words = RowWords(title, "😀 ferry", (), title_matches=((4, 9), (32, 37)), summary_matches=((2, 7),))
    row = laid(layout, words, Width(220, 220))
    first, second, summary = row.lines[:3]
    ((left, right),) = first.matches
    assert left == pytest.approx(advance_of(first, "The "), abs=1.5)
    assert right == pytest.approx(advance_of(first, "The ferry"), abs=1.5)
    assert len(second.matches) == 1
    assert summary.matches[0][1] == pytest.approx(advance_of(summary, "😀 ferry"), abs=1.5)


def test_what_an_ellipsis_took_away_is_not_marked(layout: RowLayout) -> None:
    summary = "long " * 40 + "ferry"
    row = laid(layout, RowWords("Title", summary, (), summary_matches=((200, 205),)))
    assert row.lines[1].matches == ()


def advance_of(line: Line, text: str) -> float:
    return QFontMetricsF(line.font).horizontalAdvance(text)


def test_rows_are_laid_out_as_long_as_there_is_time_and_those_that_are_known_always(
    layout: RowLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RowLayout, "AT_ONCE", 0.0)
    one, other = RowWords("The ferry", "", ()), RowWords("The bridge", "", ())
    assert layout.laid_in_time(one, WIDE, unread=True, starred=False) is not None
    assert layout.laid_in_time(other, WIDE, unread=True, starred=False) is None
    assert layout.laid_in_time(one, WIDE, unread=True, starred=False) is not None
    layout.begin()
    assert layout.laid_in_time(other, WIDE, unread=True, starred=False) is not None
