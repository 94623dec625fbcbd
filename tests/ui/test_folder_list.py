from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton
from pytestqt.qtbot import QtBot

from reader.ui.folder_list import FolderList

A, B = Path("/library/a"), Path("/library/b")


@pytest.fixture
def shown(qtbot: QtBot) -> FolderList:
    one = FolderList()
    qtbot.addWidget(one)
    one.show_folders((A, B), ("a", "b"))
    one.show()
    return one


def button(shown: FolderList, words: str) -> QPushButton:
    return next(found for found in shown.findChildren(QPushButton) if found.text() == words)


def test_the_chosen_folder_can_be_removed(shown: FolderList, qtbot: QtBot) -> None:
    view = shown.findChildren(QListView)[0]
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(shown.remove_wanted) as wanted:
        QTest.mouseClick(button(shown, "Remove"), Qt.MouseButton.LeftButton)
    assert wanted.args == [B]
    shown.show_folders((A,), ("a",))
    assert view.currentIndex().row() == 0


def test_another_one_can_be_added(shown: FolderList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.add_wanted):
        QTest.mouseClick(button(shown, "Add…"), Qt.MouseButton.LeftButton)


def test_where_there_is_none_nothing_can_be_removed(shown: FolderList) -> None:
    shown.show_folders((), ())
    assert not button(shown, "Remove").isEnabled()
