"""Tables that hold data; a table that only lays out the page is read as if it were not there."""

from reader.article import Cell, Table
from reader.parser.page.blocks import Reading, blocks_inside, line_of
from reader.parser.page.pieces import Piece
from reader.parser.page.tree import Element, text_of

MOST_SPAN = 100


def read_table(element: Element, reading: Reading) -> list[Piece] | None:
    """The rows and cells of a data table."""
    if not is_data(element):
        return None
    caption = element.find("caption")
    rows: list[tuple[Cell, ...]] = []
    others: list[Piece] = []
    for row in element.iter("tr"):
        cells = []
        for cell in row.iterchildren("td", "th"):
            blocks, beside = blocks_inside(cell, reading)
            others += beside
            cells.append(Cell(line_of(blocks), cell.tag == "th", _span(cell, "colspan"), _span(cell, "rowspan")))
        if any(cell.spans for cell in cells):
            rows.append(tuple(cells))
    return [Table(tuple(rows), text_of(caption) if caption is not None else ""), *others] if rows else others


def is_data(element: Element) -> bool:
    """Whether the table holds data: no table or long text inside, and headings or several short rows.

    Pictures lay a page out, unless most rows have a heading or several cells: a box of facts with a picture on top.
    """
    if element.get("role") in ("presentation", "none"):
        return False
    if next(element.iterdescendants("table", "h1", "h2", "h3", "blockquote", "pre"), None) is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in element.iter("tr")]
    pictures = len(list(element.iter("picture-place")))
    if pictures and sum(len(row) > 2 or any(cell.tag == "th" for cell in row) for row in rows) <= 2 * pictures:
        return False
    cells = [cell for row in rows for cell in row]
    lengths = [len(text_of(cell)) for cell in cells]
    if not cells or max(lengths) > 600 or sum(len(list(cell.iter("p"))) > 3 for cell in cells):
        return False
    if any(cell.tag == "th" for cell in cells) or element.find("caption") is not None:
        return True
    wide = sum(len(row) > 1 for row in rows)
    return wide > 1 and sum(lengths) / len(lengths) < 120


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(MOST_SPAN, max(1, int(value))) if value.isdecimal() and len(value) < 5 else 1
