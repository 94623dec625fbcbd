import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from reader.app.actions import ACTIONS, MENUS, Actions, is_single


def test_no_key_means_two_things() -> None:
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_no_action_is_declared_twice_and_each_has_its_menu() -> None:
    assert len({spec.name for spec in ACTIONS}) == len(ACTIONS)
    assert {spec.menu for spec in ACTIONS} - {""} == set(MENUS)


def test_every_key_is_one_that_qt_knows(qapp: object) -> None:
    for spec in ACTIONS:
        for key in spec.keys:
            assert QKeySequence(key).toString() not in {"", "Unknown"}, key


def test_single_letters_can_be_switched_off_and_on(qtbot: QtBot) -> None:
    actions = Actions()
    actions.set_single_keys(False)
    assert actions["next"].shortcuts() == []
    assert actions["find"].shortcuts() == [QKeySequence("Ctrl+F")]
    assert [key.toString() for key in actions["larger"].shortcuts()] == ["Ctrl++", "Ctrl+="]
    actions.set_single_keys(True)
    assert actions["next"].shortcuts() == [QKeySequence("J")]


def test_space_and_enter_are_no_single_letters() -> None:
    assert is_single("J")
    assert is_single("/")
    assert not is_single("Space")
    assert not is_single("F3")


def test_a_handler_without_an_action_is_a_mistake(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        Actions().connect_all({"fly": print})


def test_triggering_an_action_does_what_it_is_joined_with(qtbot: QtBot) -> None:
    actions, done = Actions(), list[str]()
    actions.connect_all({"next": lambda: done.append("next")})
    actions["next"].trigger()
    assert done == ["next"]
