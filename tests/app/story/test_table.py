"""Tables: columns by what stands in them, and never through a word."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextTable

from reader.app.look import Look
from reader.app.story import WIDE, Layout, StoryDocument
from reader.app.story.columns import Columns, Need
from reader.article import Article, Cell, Span, Table

COLUMN = 640


def table(*rows: Sequence[str], head: bool = True) -> Table:
    return Table(
        tuple(
            tuple(Cell((Span(words),), header=head and not number) for words in row) for number, row in enumerate(rows)
        )
    )


def set_in_a_story(look: Look, one: Table, language: str = "en") -> tuple[StoryDocument, QTextTable]:
    article = Article(title="", blocks=(one,), language=language)
    story = StoryDocument(article, look, Layout(COLUMN))
    story.begin()
    story.document.size()
    frame = next(frame for frame in story.document.rootFrame().childFrames() if isinstance(frame, QTextTable))
    return story, frame


def block_of(grid: QTextTable, row: int, column: int) -> QTextBlock:
    return grid.cellAt(row, column).firstCursorPosition().block()


def box_of(story: StoryDocument, block: QTextBlock) -> QRectF:
    return story.document.documentLayout().blockBoundingRect(block)


def lines(block: QTextBlock) -> list[str]:
    layout = block.layout()
    cuts = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [block.text()[cut.textStart() : cut.textStart() + cut.textLength()].strip() for cut in cuts]


LEAGUE = table(
    ("Pos", "Team", "Played", "Won", "Drawn", "Lost", "Goals for", "Against", "Points"),
    ("1", "Wolverhampton Wanderers", "19", "12", "4", "3", "40", "12", "40"),
    ("2", "Nottingham Forest", "19", "11", "4", "4", "37", "16", "37"),
)


def test_no_word_of_a_table_is_broken(look: Look) -> None:
    _, grid = set_in_a_story(look, LEAGUE)
    for row in range(3):
        for column in range(9):
            block = block_of(grid, row, column)
            assert " ".join(lines(block)) == block.text()


def test_a_table_whose_words_have_room_is_no_wider_than_the_text(look: Look) -> None:
    story, grid = set_in_a_story(look, LEAGUE)
    assert not grid.format().hasProperty(WIDE)
    assert story.document.size().width() <= COLUMN


def test_a_table_whose_words_have_no_room_is_wider_than_the_text_and_says_so(look: Look) -> None:
    long = ("Bundesverkehrsministerium", "Straßenverkehrszulassungsordnung", "Geschwindigkeitsbegrenzungen") * 2
    story, grid = set_in_a_story(look, table(long, long))
    assert grid.format().doubleProperty(WIDE) > COLUMN
    assert all(lines(block_of(grid, 0, column)) == [long[column]] for column in range(6))
    assert story.document.size().width() == pytest.approx(grid.format().doubleProperty(WIDE), abs=8)


def test_a_small_table_is_as_wide_as_it_needs_to_be(look: Look) -> None:
    story, grid = set_in_a_story(look, table(("Year", "Sales"), ("2019", "12.5"), ("2020", "13.1")))
    right = box_of(story, block_of(grid, 0, 1)).right()
    assert right < COLUMN / 2


def test_figures_stand_below_each_other_but_for_those_that_name_the_rows(look: Look) -> None:
    _, grid = set_in_a_story(
        look, table(("Year", "Sales", "Where"), ("2019", "1,112.5", "Hull"), ("2020", "–", "4 ports"))
    )
    flush = [block_of(grid, 1, column).blockFormat().alignment() for column in range(3)]
    assert [bool(one & Qt.AlignmentFlag.AlignRight) for one in flush] == [False, True, False]
    assert block_of(grid, 0, 1).blockFormat().alignment() & Qt.AlignmentFlag.AlignRight
    _, grid = set_in_a_story(look, table(("A", "B"), ("x", "111"), ("y", "888")))
    ones, eights = (block_of(grid, row, 1).layout().lineAt(0) for row in (1, 2))
    assert ones.naturalTextWidth() == pytest.approx(eights.naturalTextWidth())


def test_words_of_a_table_are_set_as_elsewhere(look: Look) -> None:
    _, grid = set_in_a_story(look, table(("A", "B"), ("well-known", "1-2"), ("x", "y")))
    line = block_of(grid, 1, 0).layout().lineAt(0)
    assert line.naturalTextWidth() == pytest.approx(
        QFontMetricsF(look.interface(14)).horizontalAdvance("well-known"), 0.01
    )


def test_the_first_column_of_a_table_stands_right_where_one_reads_from_there(look: Look) -> None:
    story, _ = set_in_a_story(look, table(("الميناء", "السفن"), ("جدة", "كثيرة")), "ar")
    first, second = story.document.find("الميناء").block(), story.document.find("السفن").block()
    assert box_of(story, first).left() > box_of(story, second).left()
    assert box_of(story, first).right() == pytest.approx(COLUMN, abs=12)


def test_a_cell_over_several_columns_and_rows_keeps_its_place(look: Look) -> None:
    rows = (
        (Cell((Span("Ferries"),), header=True, columns=2), Cell((Span("Year"),), header=True, rows=2)),
        (Cell((Span("Name"),)), Cell((Span("Tons"),))),
    )
    _, grid = set_in_a_story(look, Table(rows))
    assert (grid.cellAt(0, 0).columnSpan(), grid.cellAt(0, 2).rowSpan()) == (2, 2)
    assert [block_of(grid, 1, column).text() for column in range(3)] == ["Name", "Tons", "Year"]


def test_columns_share_what_is_to_spare_by_what_they_want() -> None:
    columns = Columns.of([Need(0, 1, 50, 50), Need(1, 1, 50, 450)], 2)
    assert columns.fit(300)
    assert columns.filling(300, 20) == [50, 250]
    assert columns.filling(600, 20) == [70, 470]


def test_a_cell_over_several_columns_widens_them_only_where_they_are_too_narrow() -> None:
    assert Columns.of([Need(0, 2, 100, 100), Need(0, 1, 80, 80), Need(1, 1, 60, 60)], 2).least == [80, 60]
    assert Columns.of([Need(0, 2, 160, 160), Need(0, 1, 80, 80), Need(1, 1, 60, 60)], 2).least == [90, 70]
    assert not Columns.of([Need(0, 2, 160, 160)], 2).fit(150)
