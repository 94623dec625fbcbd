from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from reader.parser.plain.lines import lines_of
from reader.parser.plain.shapes import shapes_of
from reader.parser.plain.sheet import densest, sheet_of
from reader.parser.plain.weigh import CHANGE, story_lines, together

PROSE = "The council met on Tuesday to hear what had become of the bridge, and heard very little about it."
MENU = "• Home\n• News\n• Sport\n• Log in\n• Search\n• Privacy policy\n"


def worth(verdicts: list[float], chosen: tuple[bool, ...] | list[bool]) -> float:
    changes = sum(one != two for one, two in pairwise(chosen))
    return sum(verdict for verdict, story in zip(verdicts, chosen, strict=True) if story) - CHANGE * changes


@given(st.lists(st.floats(min_value=-5, max_value=5), min_size=1, max_size=8))
def test_no_other_choice_is_worth_more(verdicts: list[float]) -> None:
    best = max(worth(verdicts, choice) for choice in product((False, True), repeat=len(verdicts)))
    assert abs(worth(verdicts, together(verdicts)) - best) < 1e-9


def test_a_weak_line_between_strong_ones_goes_with_them() -> None:
    assert together([5, -1, 5]) == [True, True, True]
    assert together([5, -9, 5]) == [True, False, True]


def test_the_densest_stretch_is_the_prose_between_menus() -> None:
    lines = lines_of(f"{MENU}\n{PROSE}\n\n{PROSE[:-1]}!\n\n{MENU}")
    assert densest([0.0] * 6 + [19.0, 19.0] + [0.0] * 6, shapes_of(lines, "en")) == (6, 8)


def test_prose_is_story_and_menus_are_not() -> None:
    story = [f"{PROSE} So it went on {day}." for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")]
    lines = lines_of("\n\n".join([MENU, "Bridge vote ends in a draw", "By Jan Ek", *story, MENU]))
    sheet = sheet_of(lines, shapes_of(lines, "en"))
    chosen = story_lines(sheet)
    assert sheet.kind == "page"
    taken = {line.text for line, is_story in zip(lines, chosen, strict=True) if is_story}
    assert set(story) <= taken <= {"Bridge vote ends in a draw", "By Jan Ek", *story}


def test_the_story_of_a_page_ends_with_a_line_that_is_surely_its_own() -> None:
    firm = [f"The firm is known for its {good}." for good in ("rope", "sails", "oars", "nets")]
    lines = lines_of("\n\n".join([MENU, PROSE, PROSE[:-1] + "!", *firm]))
    sheet = sheet_of(lines, shapes_of(lines, "en"))
    words = {"always": {"bullet": -9.0, "long: council": 5.0, "short: firm": -1.0}, "story": {}, "page": {}}
    assert story_lines(sheet, words) == [False] * 6 + [True] * 2 + [False] * 4
    surely_at_the_end = {**words, "always": {**words["always"], "short: nets": 9.0}}
    assert story_lines(sheet, surely_at_the_end) == [False] * 6 + [True] * 6
