import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app.look import Look
from reader.app.style import palette
from reader.ui.fields import ChoiceBox, Steps, TickBox
from reader.ui.preferences import Preferences
from tests.found import child


def shown(field: QWidget, look: Look, qtbot: QtBot) -> QImage:
    qtbot.addWidget(field)
    field.setPalette(palette(look))
    field.resize(200, 32)
    field.show()
    qtbot.waitExposed(field)
    return field.grab().toImage()


def has_colour(image: QImage, colour: QColor) -> bool:
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


@pytest.fixture
def steps(qtbot: QtBot) -> Steps:
    box = QSpinBox()
    box.setRange(12, 14)
    box.setValue(13)
    steps = Steps(box, "Text size")
    qtbot.addWidget(steps)
    return steps


def test_a_number_has_a_step_down_and_a_step_up_and_keeps_its_bounds(steps: Steps) -> None:
    number = child(steps, QSpinBox)
    less, more = steps.findChildren(QToolButton)
    less.click()
    less.click()
    assert number.value() == 12
    more.click()
    assert number.value() == 13


def test_a_number_and_its_steps_have_names_to_be_read_out(steps: Steps) -> None:
    buttons = steps.findChildren(QToolButton)
    assert child(steps, QSpinBox).accessibleName() == "Text size"
    assert [button.accessibleName() for button in buttons] == ["Less: Text size", "More: Text size"]


def test_the_words_of_a_number_have_room_in_a_dialog(look: Look, qtbot: QtBot) -> None:
    form = Preferences(look)
    form.add_number("text_size", "Text size", (12, 40), 19, "px")
    shown(form, look, qtbot)
    assert child(child(form, QSpinBox), QLineEdit).width() > 80


def test_a_tick_shows_that_a_box_is_on(look: Look, qtbot: QtBot) -> None:
    box = TickBox("Single letters are commands")
    box.setStyleSheet("QCheckBox::indicator { background: black; width: 16px; height: 16px; }")
    tick = QColor("red")
    look_of_box = palette(look)
    look_of_box.setColor(QPalette.ColorRole.HighlightedText, tick)
    assert not has_colour(shown(box, look, qtbot).copy(0, 0, 18, 32), tick)
    box.setPalette(look_of_box)
    box.setChecked(True)
    QApplication.processEvents()
    assert has_colour(box.grab().toImage().copy(0, 0, 18, 32), tick)


def test_a_choice_has_a_chevron_at_its_right(look: Look, qtbot: QtBot) -> None:
    box = ChoiceBox()
    box.setStyleSheet(
        "QComboBox { background: white; border: 1px solid white; } QComboBox::drop-down { border: none; }"
    )
    image = shown(box, look, qtbot)
    dark = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).lightness() < 120]
    assert dark
    assert image.width() - 24 < min(dark) <= max(dark) < image.width() - 8
