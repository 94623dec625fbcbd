"""Tables of a story, set as tables of the document."""

from PySide6.QtGui import (
    QBrush,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.app.look import REGULAR, SEMIBOLD
from reader.app.story.formats import Formats
from reader.article import Cell, Table

MOST_CELLS = 1500
"""Larger tables are set as lines: laying out a table of 400 × 500 cells takes 40 seconds."""

GAP_BELOW = 14
"""Space between a table and what follows, in pixels for a body of 19."""


def set_table(cursor: QTextCursor, table: Table, formats: Formats, state: int) -> int | None:
    """Set the table at the cursor and leave the cursor below it.

    Answers the number of its first text block, or None, having done nothing, where it is too large.
    """
    columns = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    if not columns or columns * len(table.rows) > MOST_CELLS:
        return None
    grid = cursor.insertTable(len(table.rows), columns, _table_format(formats))
    for number, row in enumerate(table.rows):
        _set_row(grid, number, row, formats, state)
    first = grid.cellAt(0, 0).firstCursorPosition().block().blockNumber()
    cursor.setPosition(grid.lastPosition() + 1)
    return first


def _table_format(formats: Formats) -> QTextTableFormat:
    result = QTextTableFormat()
    result.setBorder(0)
    result.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    result.setCellSpacing(0)
    result.setBottomMargin(formats.px(GAP_BELOW))
    result.setCellPadding(formats.px(7))
    result.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return result


def _set_row(grid: QTextTable, number: int, row: tuple[Cell, ...], formats: Formats, state: int) -> None:
    column = 0
    for cell in row:
        while column < grid.columns() and grid.cellAt(number, column).row() != number:
            column += 1  # a cell of an earlier row reaches down to here
        if column >= grid.columns():
            return
        width = max(1, min(cell.columns, grid.columns() - column))
        height = max(1, min(cell.rows, grid.rows() - number))
        if width > 1 or height > 1:
            grid.mergeCells(number, column, height, width)
        _set_cell(grid, number, column, cell, formats, state)
        column += width


def _set_cell(grid: QTextTable, row: int, column: int, cell: Cell, formats: Formats, state: int) -> None:
    place = grid.cellAt(row, column)
    look = QTextTableCellFormat()
    look.setBottomBorder(1)
    look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBottomBorderBrush(QBrush(formats.look.theme.line))
    place.setFormat(look)
    chars = formats.chars(14, SEMIBOLD if cell.header else REGULAR, interface=True)
    cursor = place.firstCursorPosition()
    cursor.setBlockFormat(formats.block(20))
    cursor.block().setUserState(state)
    for span in cell.spans:
        cursor.insertText(span.text.replace("\n", "\u2028"), formats.marked(chars, span.marks, span.link))
