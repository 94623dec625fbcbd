from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from reader.app.look import Look
from reader.app.themes import Theme
from reader.library.settings import TEXT_SIZE
from reader.places import places
from reader.ui.preferences import Preferences
from tests.found import child
from tests.ui.conftest import Running


@pytest.fixture
def form(look: Look, qtbot: QtBot) -> Preferences:
    one = Preferences(look)
    qtbot.addWidget(one)
    one.add_choice("theme", "Theme", [("light", "Light"), ("dark", "Dark")], "dark")
    one.add_number("text_size", "Text size", (12, 40), 19, "px")
    one.add_decimal("line_height", "Line height", (1.2, 2.2), 1.6)
    one.add_switch("single_keys", "Single letters are commands", True)
    return one


def told(form: Preferences) -> list[tuple[str, object]]:
    said: list[tuple[str, object]] = []
    form.changed.connect(lambda name, value: said.append((name, value)))
    return said


def test_every_change_is_told_with_its_name_and_value(form: Preferences) -> None:
    said = told(form)
    box = child(form, QComboBox)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    child(form, QSpinBox).setValue(22)
    child(form, QDoubleSpinBox).setValue(1.75)
    child(form, QCheckBox).setChecked(False)
    assert said == [("theme", "light"), ("text_size", 22), ("line_height", 1.75), ("single_keys", False)]


def test_what_changed_elsewhere_is_shown_and_not_told(form: Preferences) -> None:
    said = told(form)
    for name, value in (("theme", "light"), ("text_size", 24), ("line_height", 1.4), ("single_keys", False)):
        form.show_value(name, value)
    assert said == []
    assert child(form, QComboBox).currentData() == "light"
    assert child(form, QSpinBox).value() == 24
    assert child(form, QDoubleSpinBox).value() == 1.4
    assert not child(form, QCheckBox).isChecked()


def test_numbers_keep_within_their_bounds(form: Preferences) -> None:
    box = child(form, QSpinBox)
    box.setValue(900)
    assert box.value() == 40
    assert box.suffix() == " px"


def test_each_field_is_named_by_its_label(form: Preferences) -> None:
    named = {label.buddy(): label.text() for label in form.findChildren(QLabel) if label.buddy() is not None}
    assert set(named.values()) == {"Theme", "Text size", "Line height"}


def test_a_close_button_closes(form: Preferences, qtbot: QtBot) -> None:
    form.show()
    qtbot.waitExposed(form)
    next(button for button in form.findChildren(QAbstractButton) if "Close" in button.text()).click()
    assert not form.isVisible()


def test_another_look_is_taken_over(form: Preferences, look: Look, themes: dict[str, Theme]) -> None:
    form.set_look(look._replace(theme=themes["dark"]))
    assert themes["dark"].panel.name() in form.styleSheet()


# In the program


def opened(running: Running) -> Preferences:
    running.do("preferences")
    return child(running.program.window, Preferences)


def test_all_themes_are_offered_the_systems_first(running: Running) -> None:
    box = opened(running).findChildren(QComboBox)[0]
    words = [box.itemText(row) for row in range(box.count())]
    assert words[0] == "As the system"
    assert set(words[1:]) == {theme.title for theme in running.program.appearance.themes.values()}


def test_a_change_shows_at_once_and_is_remembered(running: Running) -> None:
    form = opened(running)
    theme, size = form.findChildren(QComboBox)[0], form.findChildren(QSpinBox)[0]
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    size.setValue(25)
    look = running.program.appearance.look
    assert (look.theme.name, look.face.size) == ("dark", 25)
    assert "25" in str(running.program.memory.store.get("setting", "text_size"))


def test_the_form_follows_the_keys(running: Running) -> None:
    form = opened(running)
    size = form.findChildren(QSpinBox)[0]
    running.do("larger")
    assert size.value() == 20
    form.close()
    running.do("larger")
    assert opened(running) is form
    assert size.value() == 21


def test_single_letters_can_be_switched_off_and_the_panes_name_no_key_then(running: Running) -> None:
    form = opened(running)
    child(form, QCheckBox).setChecked(False)
    assert running.program.actions["next"].shortcuts() == []
    assert "(S)" not in running.program.story_pane.bar.star.toolTip()


def test_marks_and_settings_can_be_kept_in_another_folder(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, program = tmp_path / "synced", running.program
    own_themes = program.memory.folder / "themes"
    own_themes.mkdir(parents=True)
    (own_themes / "mine.toml").write_text("mine", "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(synced))
    form = opened(running)
    with running.qtbot.waitSignal(program.memory.moved):
        next(button for button in form.findChildren(QPushButton) if button.text() == "Choose…").click()
    assert program.memory.folder == synced
    assert str(synced) in running.said[-1]
    assert any(label.toolTip() == str(synced) for label in form.findChildren(QLabel))
    program.memory.settings.set(TEXT_SIZE, 27)
    running.close()
    assert (synced / "themes" / "mine.toml").exists()
    assert places(running.home).settings == synced
    assert any(b'"text_size","value":27' in path.read_bytes() for path in synced.glob("*.jsonl"))


def test_a_folder_that_cannot_be_used_is_told_and_nothing_moves(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "file"))
    before = running.program.memory.folder
    form = opened(running)
    with running.qtbot.waitSignal(running.program.memory.moved):
        next(button for button in form.findChildren(QPushButton) if button.text() == "Choose…").click()
    assert running.program.memory.folder == before
    assert "They stay where they were" in running.said[-1]
