import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from reader.ui.search_field import SearchField
from tests.listed import look

Key = Qt.Key


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    field = SearchField(look())
    qtbot.addWidget(field)
    field.resize(320, field.height())
    field.show()
    qtbot.waitExposed(field)
    return field


def test_it_says_how_much_there_is_to_search(field: SearchField) -> None:
    placeholders = []
    for count in (0, 1, 8, 12_345):
        field.set_count(count)
        placeholders.append(field.placeholderText())
    assert placeholders == ["Search 0 articles", "Search 1 article", "Search 8 articles", "Search 12,345 articles"]


@pytest.mark.parametrize("count", [8, 100_000])
def test_typing_searches(field: SearchField, qtbot: QtBot, count: int) -> None:
    field.set_count(count)
    with qtbot.waitSignal(field.words_changed, check_params_cb=lambda text: text == "ferry"):
        QTest.keyClicks(field, "ferry")


def test_escape_clears_and_goes_back(field: SearchField, qtbot: QtBot) -> None:
    field.setText("ferry")
    with qtbot.waitSignals(
        [field.words_changed, field.left], check_params_cbs=[lambda text: text == "", lambda down: not down]
    ):
        QTest.keyClick(field, Key.Key_Escape)
    assert field.text() == ""


def test_enter_and_down_lead_to_the_rows_found(field: SearchField) -> None:
    field.set_count(100_000)
    said: list[object] = []
    field.words_changed.connect(said.append)
    field.left.connect(said.append)
    for key in (Key.Key_Down, Key.Key_Return, Key.Key_Enter):
        QTest.keyClicks(field, "x")
        QTest.keyClick(field, key)
    assert said == ["x", True, "xx", True, "xxx", True]


@pytest.mark.parametrize(("key", "kept"), [(Key.Key_Escape, True), (Key.Key_Return, True), (Key.Key_F6, False)])
def test_only_its_own_keys_are_kept_from_the_window(field: SearchField, key: Key, kept: bool) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    assert event.isAccepted() is kept


def test_a_cross_clears_the_field_and_stands_there_only_when_needed(field: SearchField, qtbot: QtBot) -> None:
    cross = field.findChild(QToolButton)
    assert cross is not None
    assert not cross.isVisible()
    field.setText("ferry")
    assert cross.isVisible()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (field.text(), cross.isVisible()) == ("", False)


def test_the_key_that_leads_here_is_painted_while_the_field_is_empty(field: SearchField) -> None:
    field.clearFocus()
    with_key = field.grab().toImage()
    field.set_key("")
    assert field.grab().toImage() != with_key


@pytest.mark.parametrize(("urls", "taken"), [(["file:///tmp/a.html"], False), ([], True)])
def test_files_dropped_on_the_field_are_left_to_the_window_words_are_taken(
    field: SearchField, urls: list[str], taken: bool
) -> None:
    data = QMimeData()
    data.setText("harbour")
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    none = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    event.ignore()
    QApplication.sendEvent(field, event)
    assert event.isAccepted() is taken
