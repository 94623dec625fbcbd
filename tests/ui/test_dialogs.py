from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from reader import __version__
from reader.app.actions import ACTIONS, Actions
from reader.app.look import Look
from reader.app.messages import Messages
from reader.ui.about import About
from reader.ui.cheat_sheet import CheatSheet
from reader.ui.message_list import MessageList
from tests.found import child
from tests.ui.conftest import Running

D = TypeVar("D", bound=QDialog)


def shown(dialog: D, qtbot: QtBot) -> D:
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def words(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_cheat_sheet_names_every_action_that_has_a_key(look: Look, qtbot: QtBot) -> None:
    sheet = words(shown(CheatSheet(Actions(), look), qtbot))
    for spec in ACTIONS:
        if spec.keys:
            assert spec.words.rstrip("…") in sheet, spec.name
    assert {"J", "Ctrl+F", "F3", "Space"} <= {key for line in sheet for key in line.split()}
    assert "← →" in sheet


def test_with_single_keys_off_the_sheet_names_no_action_without_a_key(look: Look, qtbot: QtBot) -> None:
    actions = Actions()
    actions.set_single_keys(False)
    sheet = words(shown(CheatSheet(actions, look), qtbot))
    assert "Next Story" not in sheet
    assert "Find in Story" in sheet
    assert "" not in sheet


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_sheet_closes_with_the_key_that_opened_it_with_escape_and_with_enter(
    look: Look, qtbot: QtBot, key: Qt.Key
) -> None:
    sheet = shown(CheatSheet(Actions(), look), qtbot)
    QTest.keyClick(sheet, key)
    assert not sheet.isVisible()


def test_a_question_mark_closes_the_sheet_too(look: Look, qtbot: QtBot) -> None:
    sheet = shown(CheatSheet(Actions(), look), qtbot)
    QTest.keyClicks(sheet, "?")
    assert not sheet.isVisible()


def test_messages_are_listed_newest_first(look: Look, qtbot: QtBot) -> None:
    messages = Messages()
    messages.show("one")
    messages.warn("two")
    dialog = shown(MessageList(messages, look), qtbot)
    text = child(dialog, QPlainTextEdit)
    assert text.toPlainText() == "two\n\none"
    assert text.isReadOnly()


def test_where_nothing_was_said_the_list_says_that(look: Look, qtbot: QtBot) -> None:
    dialog = shown(MessageList(Messages(), look), qtbot)
    text = child(dialog, QPlainTextEdit)
    assert text.toPlainText() == "Nothing has been said yet."


def test_about_names_version_and_licences(look: Look, qtbot: QtBot) -> None:
    told = " ".join(words(shown(About(look), qtbot)))
    assert __version__ in told
    assert "MIT" in told
    assert "SIL Open Font License" in told


@pytest.mark.parametrize(("name", "kind"), [("cheat_sheet", CheatSheet), ("messages", MessageList), ("about", About)])
def test_a_dialog_is_gone_when_it_is_closed(running: Running, name: str, kind: type[QDialog]) -> None:
    for _ in range(3):
        running.do(name)
        dialog = child(running.program.window, kind)
        running.qtbot.waitUntil(dialog.isVisible)
        dialog.accept()
        running.qtbot.waitUntil(lambda: running.program.window.findChild(kind) is None)


def test_the_sheet_shows_all_keys_without_scrolling(look: Look, qtbot: QtBot) -> None:
    sheet = CheatSheet(Actions(), look)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    area = sheet.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0


def test_all_words_about_the_program_can_be_seen(look: Look, qtbot: QtBot) -> None:
    dialog = shown(About(look), qtbot)
    labels = dialog.findChildren(QLabel)
    assert labels
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
