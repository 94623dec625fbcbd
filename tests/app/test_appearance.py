from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app.appearance import Appearance, story_faces
from reader.app.look import Look
from reader.app.themes import Theme
from reader.library import Settings, Store
from reader.library.settings import STORY_FACE, TEXT_SIZE, THEME


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    store = Store(tmp_path / "standfirst-a.jsonl", "a")
    yield Settings(store)
    store.close()


@pytest.fixture
def appearance(settings: Settings, themes: dict[str, Theme], qtbot: QtBot) -> Appearance:
    return Appearance(settings, themes)


def test_the_next_theme_is_another_than_the_one_seen_and_comes_round(
    appearance: Appearance, settings: Settings
) -> None:
    assert [appearance.next_theme() for _ in range(4)] == ["Sepia", "Dark", "High contrast", "As the system"]
    assert settings.get(THEME) == "system"
    assert appearance.next_theme() == "Sepia"


def test_a_change_is_told_once_with_the_new_look(appearance: Appearance, qtbot: QtBot) -> None:
    told: list[Look] = []
    appearance.changed.connect(told.append)
    appearance.change_size(1)
    appearance.refresh()
    assert [look.face.size for look in told] == [20]


def test_the_size_stays_within_its_bounds_and_comes_back(appearance: Appearance, settings: Settings) -> None:
    settings.set(TEXT_SIZE, 40)
    appearance.change_size(1)
    assert settings.get(TEXT_SIZE) == 40
    appearance.change_size(0)
    assert appearance.look.face.size == 19


def test_a_face_that_is_not_installed_gives_way_to_ours(appearance: Appearance, settings: Settings) -> None:
    settings.set(STORY_FACE, "No Such Face")
    appearance.refresh()
    assert appearance.look.face.story == "Literata"


def test_our_faces_are_offered_first(themes: object) -> None:
    assert story_faces()[:3] == ["Literata", "Inter", "Atkinson Hyperlegible Next"]
