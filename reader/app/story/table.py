"""Tables of a story, set as tables of the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.app.look import REGULAR, SEMIBOLD
from reader.app.story.columns import Columns, Need
from reader.app.story.formats import WIDE, Formats, is_right_to_left
from reader.article import Cell, Table

MOST_CELLS = 1500
"""Larger tables are set as lines: laying out a table of 400 × 500 cells takes 40 seconds."""

SIZES = (14, 13, 12)
"""Sizes of type, for a body of 19: the first with which no word need break; else the first, and a wider table."""
LINE = 20 / 14
"""The height of a line, in sizes of its type."""
PADDING = 7
"""Space round the words of a cell, in pixels for a body of 19."""
GAP_BELOW = 14
"""Space between a table and what follows, in pixels for a body of 19."""
COMFORTABLE = 260
"""Columns of a table wider than the text become no wider than this, in pixels for a body of 19."""
SPARE = 36
"""Columns get no more than this beyond what they want, in pixels for a body of 19."""
LONGEST_WORD = 60
"""Signs beyond which a word may break: addresses and the like, for which no table should be wide."""
MOST_MEASURED = 400
"""Signs of a line beyond which it is wider than any column."""
SAFETY = 1.04
"""So much wider than measured words may be set: strong or emphasised, for one."""

_FIGURE = re.compile(r"[-+−–±~<>≤≥$€£¥]?\s?\d[\d.,'’\s]*\s?(%|‰|[$€£¥]|[A-Za-z]{1,3})?", re.ASCII)
_NOTHING = frozenset(("", "-", "–", "—", "−", "…", "n/a", "N/A"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: its first row and column, and over how many of each it goes."""

    row: int
    column: int
    rows: int
    columns: int


def set_table(cursor: QTextCursor, table: Table, formats: Formats, state: int, room: int) -> int | None:
    """Set the table at the cursor, as wide as the room in pixels or, where words would break, wider; end below it.

    Answers the number of its first text block, or None, having done nothing, where it is too large.
    """
    columns = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    if not columns or columns * len(table.rows) > MOST_CELLS:
        return None
    cells = list(_placed(table, columns, mirrored=is_right_to_left(formats.language)))
    size, widths = _widths(cells, columns, formats, room)
    grid = cursor.insertTable(len(table.rows), columns, _table_format(formats, widths, room))
    flush, kinds = _columns_of_figures(cells), _Kinds(formats, size)
    for place, cell in cells:
        if place.columns > 1 or place.rows > 1:
            grid.mergeCells(place.row, place.column, place.rows, place.columns)
        kinds.set_cell(grid.cellAt(place.row, place.column), cell, state, flush_right=place.column in flush)
    first = grid.cellAt(0, 0).firstCursorPosition().block().blockNumber()
    cursor.setPosition(grid.lastPosition() + 1)
    return first


class _Kinds:
    """The formats of one table's cells, made once: making them takes longer than setting a cell."""

    def __init__(self, formats: Formats, size: int) -> None:
        self._formats = formats
        kinds = product((False, True), repeat=2)
        self._chars = {kind: _chars(formats, size, header=kind[0], figures=kind[1]) for kind in kinds}
        self._cell = QTextTableCellFormat()
        self._cell.setBottomBorder(1)
        self._cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        self._cell.setBottomBorderBrush(QBrush(formats.look.theme.line))
        self._block, self._flush = (formats.block(size * LINE) for _ in range(2))
        self._flush.setAlignment(Qt.AlignmentFlag.AlignRight)

    def set_cell(self, place: QTextTableCell, cell: Cell, state: int, *, flush_right: bool) -> None:
        """Set one cell."""
        place.setFormat(self._cell)
        cursor = place.firstCursorPosition()
        cursor.setBlockFormat(self._flush if flush_right else self._block)
        cursor.block().setUserState(state)
        chars = self._chars[cell.header, flush_right]
        for span in cell.spans:
            plain = not span.marks and not span.link
            words = span.text.replace("\n", "\u2028")
            cursor.insertText(words, chars if plain else self._formats.marked(chars, span.marks, span.link))


def _placed(table: Table, columns: int, *, mirrored: bool) -> Iterator[tuple[Place, Cell]]:
    """The cells with their places; those beyond the last column are left out. ``mirrored``: the first stands right."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1  # a cell of an earlier row reaches down to here
            if column >= columns:
                break
            width = max(1, min(cell.columns, columns - column))
            height = max(1, min(cell.rows, len(table.rows) - number))
            taken.update((number + down, column + over) for down in range(height) for over in range(width))
            yield Place(number, columns - column - width if mirrored else column, height, width), cell
            column += width


def _widths(cells: list[tuple[Place, Cell]], columns: int, formats: Formats, room: int) -> tuple[int, list[float]]:
    """The size of the type, and the width of each column with its padding."""
    padding = 2 * formats.px(PADDING)
    faces = {
        header: QFontMetricsF(_chars(formats, SIZES[0], header=header, figures=True).font()) for header in (False, True)
    }
    needs = [_need(place, text, faces[cell.header]) for place, cell in cells if (text := _text(cell))]
    measured = Columns.of(needs, columns)
    for size in SIZES:
        scaled = measured.scaled(SAFETY * formats.px(size) / formats.px(SIZES[0]))
        if scaled.fit(room - columns * padding):
            return size, [width + padding for width in scaled.filling(room - columns * padding, formats.px(SPARE))]
    return SIZES[0], [width + padding for width in measured.scaled(SAFETY).beyond(formats.px(COMFORTABLE))]


def _need(place: Place, text: str, metrics: QFontMetricsF) -> Need:
    longest, line = max(_words(text), key=len)[:LONGEST_WORD], max(text.split("\n"), key=len)[:MOST_MEASURED]
    least = metrics.horizontalAdvance(longest)
    return Need(place.column, place.columns, least, least if line == longest else metrics.horizontalAdvance(line))


def _words(text: str) -> list[str]:
    """What must not be broken, which in some scripts is less than what stands between blanks."""
    if text.isascii():
        return text.replace("-", "- ").split() or [text]
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    stops = [0]
    while (stop := finder.toNextBoundary()) >= 0:
        stops.append(stop)
    return [text[start:end].strip() for start, end in pairwise(stops)] or [text]


def _columns_of_figures(cells: list[tuple[Place, Cell]]) -> set[int]:
    """The columns of nothing but figures, but for their heads and for the first column, which names the rows."""
    texts: dict[int, list[str]] = {}
    for place, cell in cells:
        if not cell.header and place.columns == 1:
            texts.setdefault(place.column, []).append(_text(cell).strip())
    return {
        column
        for column, said in texts.items()
        if column
        and any(map(_FIGURE.fullmatch, said))
        and all(text in _NOTHING or _FIGURE.fullmatch(text) for text in said)
    }


def _table_format(formats: Formats, widths: list[float], room: int) -> QTextTableFormat:
    result = QTextTableFormat()
    result.setBorder(0)
    result.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    result.setCellSpacing(0)
    result.setBottomMargin(formats.px(GAP_BELOW))
    result.setCellPadding(formats.px(PADDING))
    result.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, width) for width in widths])
    if sum(widths) > room + 1:
        result.setProperty(WIDE, sum(widths))
    elif is_right_to_left(formats.language):
        result.setAlignment(Qt.AlignmentFlag.AlignRight)
    return result


def _text(cell: Cell) -> str:
    return "".join(span.text for span in cell.spans)


def _chars(formats: Formats, size: int, *, header: bool, figures: bool) -> QTextCharFormat:
    """Words of a cell, or figures (and hyphens) that are all equally wide, so that they stand below each other."""
    chars = formats.chars(size, SEMIBOLD if header else REGULAR, interface=True)
    if not figures:
        return chars
    face = chars.font()
    face.setFeature(QFont.Tag("tnum"), 1)
    chars.setFont(face)
    return chars
