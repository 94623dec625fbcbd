"""Tables that are wider than the column, in a view on the screen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.look import Look
from reader.app.story import Layout, Place, StoryDocument, column_width
from reader.article import Article, Block, Cell, Span, Table
from reader.ui.story_view import StoryView
from reader.ui.wide_tables import STEP
from tests.builders import p

COLUMNS = 16
TABLE = Table(tuple(tuple(Cell((Span(f"Figure {row}/{column}"),)) for column in range(COLUMNS)) for row in range(6)))
WORDS = "The harbour was quiet that morning, and the ferry lay at the slip with her engine cold. "


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> StoryView:
    view = StoryView(look)
    view.set_look(look)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


def show(view: StoryView, look: Look, qtbot: QtBot, *blocks: Block, language: str = "en") -> None:
    wanted = column_width(look, language)
    article = Article(title="Tables", blocks=blocks, language=language)
    view.show_story(StoryDocument(article, look, Layout(view.column_for(wanted))), wanted, Place())
    qtbot.waitUntil(lambda: view.is_whole() and not view.is_settling())


def pixels(view: StoryView) -> QImage:
    return view.viewport().grab().toImage()


def rows_of(image: QImage, top: float, bottom: float) -> QImage:
    return image.copy(0, round(top), image.width(), round(bottom - top))


def turn(view: StoryView, point: QPointF, turned: QPoint, keys: Qt.KeyboardModifier) -> None:
    viewport = view.viewport()
    event = QWheelEvent(
        point,
        QPointF(viewport.mapToGlobal(point.toPoint())),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_a_key_moves_the_table_alone(view: StoryView, look: Look, qtbot: QtBot) -> None:
    show(view, look, qtbot, p(WORDS), TABLE, p(WORDS))
    (table,) = view.wide_tables.in_sight()
    before = pixels(view)
    QTest.keyClick(view, Qt.Key.Key_Right)
    after = pixels(view)
    assert [one.shift for one in view.wide_tables.in_sight()] == [STEP]
    assert rows_of(before, 0, table.box.top() - 1) == rows_of(after, 0, table.box.top() - 1)
    assert rows_of(before, table.box.bottom() + 12, 700) == rows_of(after, table.box.bottom() + 12, 700)
    assert rows_of(before, table.box.top(), table.box.bottom()) != rows_of(after, table.box.top(), table.box.bottom())
    assert view.horizontalScrollBar().value() == 0


def test_a_table_is_moved_no_farther_than_its_end(view: StoryView, look: Look, qtbot: QtBot) -> None:
    show(view, look, qtbot, TABLE)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Right)
    (table,) = view.wide_tables.in_sight()
    assert table.shift == table.most == round(table.box.width()) - view.viewport().width()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.wide_tables.in_sight()[0].shift == table.most - STEP


@pytest.mark.parametrize(
    ("turned", "keys"),
    [(QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier), (QPoint(-120, 0), Qt.KeyboardModifier.NoModifier)],
)
def test_the_wheel_moves_the_table_under_the_pointer(
    view: StoryView, look: Look, qtbot: QtBot, turned: QPoint, keys: Qt.KeyboardModifier
) -> None:
    show(view, look, qtbot, TABLE, p(WORDS), TABLE, *[p(WORDS)] * 20)
    lower = view.wide_tables.in_sight()[1]
    turn(view, lower.box.topLeft() + QPointF(100, 30), turned, keys)
    assert [table.shift for table in view.wide_tables.in_sight()] == [0, STEP]
    assert view.verticalScrollBar().value() == 0


def test_the_wheel_goes_on_reading_over_a_wide_table(view: StoryView, look: Look, qtbot: QtBot) -> None:
    show(view, look, qtbot, TABLE, *[p(WORDS)] * 20)
    (table,) = view.wide_tables.in_sight()
    turn(view, table.box.topLeft() + QPointF(100, 30), QPoint(0, -120), Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0


def test_the_mouse_chooses_the_words_it_is_at(view: StoryView, look: Look, qtbot: QtBot) -> None:
    show(view, look, qtbot, TABLE)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Right)
    (table,) = view.wide_tables.in_sight()
    in_last_cell = QPoint(view.viewport().width() - 30, round(table.box.top()) + 18)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=in_last_cell)
    assert view.textCursor().block().text() == f"Figure 0/{COLUMNS - 1}"


def test_the_bar_below_a_table_moves_it(view: StoryView, look: Look, qtbot: QtBot) -> None:
    show(view, look, qtbot, TABLE, p(WORDS))
    (table,) = view.wide_tables.in_sight()
    handle = table.handle(view.viewport().rect()).center().toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=handle)
    QTest.mouseMove(view.viewport(), handle + QPoint(2000, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=handle + QPoint(2000, 0))
    assert view.wide_tables.in_sight()[0].shift == table.most
    assert not view.textCursor().hasSelection()


def test_what_is_found_in_a_table_is_brought_into_sight(view: StoryView, look: Look, qtbot: QtBot) -> None:
    show(view, look, qtbot, TABLE)
    found = view.document().find(f"3/{COLUMNS - 1}")
    view.highlight([(found.selectionStart(), found.selectionEnd())], 0)
    (table,) = view.wide_tables.in_sight()
    x = view.document().documentLayout().blockBoundingRect(found.block()).left() - table.shift
    assert 0 < x < view.viewport().width() - 40


def test_a_table_of_a_story_read_from_the_right_begins_at_its_right_end(
    view: StoryView, look: Look, qtbot: QtBot
) -> None:
    rows = tuple(tuple(Cell((Span(f"الاسكندريةوالسويسوبورسعيد {column}"),)) for column in range(12)) for _ in range(3))
    show(view, look, qtbot, Table(rows), language="ar")
    (table,) = view.wide_tables.in_sight()
    assert table.shift == table.most > 0


def test_another_story_forgets_how_far_tables_were_moved(view: StoryView, look: Look, qtbot: QtBot) -> None:
    show(view, look, qtbot, TABLE)
    QTest.keyClick(view, Qt.Key.Key_Right)
    show(view, look, qtbot, TABLE)
    assert [table.shift for table in view.wide_tables.in_sight()] == [0]
