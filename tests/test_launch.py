"""The window stands before the rest of the program."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.front import Front
from reader.launch import Opening
from reader.ui.early_keys import EarlyKeys

HEAVY = ("bs4", "lxml", "reader.parser", "reader.export", "reader.program", "reader.app.story", "reader.app.session")
SLOW_TO_MAKE = ("dataclasses", "tomllib")
SLOW_CLASSES = ("QAccessible", "QStyle", "QGradient")
"""Of Qt, with many enums each."""

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen screen alone


def test_the_window_with_its_list_loads_neither_parser_nor_story(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from reader import launch; from reader.front import Front\n"
        "app = launch.application(); front = Front(Path(sys.argv[1])); front.show(); app.processEvents()\n"
        f"print([name for name in {HEAVY + SLOW_TO_MAKE} if name in sys.modules])\n"
        "from PySide6 import QtGui, QtWidgets\n"
        f"print([name for name in {SLOW_CLASSES} if name in {{**vars(QtGui), **vars(QtWidgets)}}])\n"
        "front.window.close()"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert found.stdout.split() == ["[]", "[]"]


def test_no_source_of_the_program_is_read_while_it_is_loaded() -> None:
    program = (
        "import reader.app; import linecache, reader.program\n"
        "print([name for name in linecache.cache if 'reader/app' in name or 'reader/ui' in name])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.strip() == "[]"


def test_the_program_is_made_behind_the_window_and_keys_typed_meanwhile_are_not_lost(
    tmp_path: Path, themes: object, qapp: QApplication, qtbot: QtBot
) -> None:
    front = Front(tmp_path / "home")
    front.show()
    opening = Opening(front, [])
    front.window.activateWindow()
    QTest.keyClick(front.window.windowHandle(), Qt.Key.Key_T)
    with qtbot.waitSignal(opening.done, timeout=20_000):
        opening.begin()
    assert opening.program is not None
    assert opening.program.appearance.look.theme.name != "light"
    front.window.close()


def test_a_window_that_is_closed_before_all_is_there_ends_in_order(
    tmp_path: Path, themes: object, qapp: QApplication, qtbot: QtBot
) -> None:
    front = Front(tmp_path / "home")
    front.show()
    opening = Opening(front, [])
    opening.begin()
    front.window.close()
    qtbot.wait(200)
    assert not opening.program


def test_a_key_of_no_command_goes_to_what_has_the_keyboard(
    tmp_path: Path, themes: object, qapp: QApplication, qtbot: QtBot
) -> None:
    front = Front(tmp_path / "home")
    front.show()
    search = front.list_pane.header.search
    search.setFocus()
    keys = EarlyKeys(front.window)
    QTest.keyClick(front.window.windowHandle(), Qt.Key.Key_A)
    assert search.text() == ""
    keys.give_back([])
    assert search.text() == "a"
    front.window.close()
