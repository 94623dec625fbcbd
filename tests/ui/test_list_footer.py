import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app.article_list import Counts
from reader.ui.list_buttons import QuietButton
from reader.ui.list_footer import ListFooter
from tests.listed import look


@pytest.fixture
def footer(qtbot: QtBot) -> ListFooter:
    footer = ListFooter(look())
    qtbot.addWidget(footer)
    footer.resize(348, footer.height())
    footer.set_place("~/Articles")
    footer.set_counts(Counts(4, 8, 2))
    footer.show()
    qtbot.waitExposed(footer)
    return footer


def stop(footer: ListFooter) -> QuietButton:
    found = footer.findChild(QuietButton)
    assert found is not None
    return found


def test_it_says_what_is_open_and_how_much_of_it(footer: ListFooter) -> None:
    assert footer.accessibleName() == "~/Articles · 8 articles, 4 unread"
    footer.set_counts(Counts(0, 1, 0))
    assert footer.words() == "1 article, 0 unread"


def test_while_files_are_read_in_it_says_how_far_that_is(footer: ListFooter, qtbot: QtBot) -> None:
    assert not stop(footer).isVisible()
    footer.set_progress(1200, 4800)
    assert footer.words() == "Reading 1,200 of 4,800 …"
    line = footer.grab().toImage()
    assert line.pixelColor(40, 0).name() == look().theme.accent.name()
    assert line.pixelColor(300, 0).name() == look().theme.line.name()
    with qtbot.waitSignal(footer.stop_wanted):
        QTest.mouseClick(stop(footer), Qt.MouseButton.LeftButton)
    footer.set_progress(4800, 4800)
    assert not stop(footer).isVisible()
    assert footer.words() == "8 articles, 4 unread"
