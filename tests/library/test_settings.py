import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.library import SETTINGS, Fact, Setting, Settings, Store
from reader.library.settings import (
    FOLDERS,
    LINE_HEIGHT,
    MOST_RECENT,
    PANES,
    PICTURES_SHOWN,
    RECENT_FILES,
    SHOW,
    TEXT_SIZE,
    THEME,
)
from reader.library.settings_page import settings_page

ROOT = Path(__file__).parent.parent.parent
STRANGE = [None, 3.7, -1, 10**12, "no such thing\n", ["x", 1], {"a": 1}, [None]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "marks.jsonl", "here")
    yield store
    store.close()


@pytest.fixture
def settings(store: Store) -> Settings:
    return Settings(store)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_has_words_and_a_default_that_may_be(setting: Setting[Any]) -> None:
    assert setting.words
    assert setting.kind.words
    assert setting.kind.read(setting.kind.write(setting.default)) == setting.default


def test_no_two_settings_share_a_key() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize("strange", STRANGE, ids=repr)
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_anything_strange_in_the_file_falls_back_to_something_that_may_be(
    store: Store, settings: Settings, setting: Setting[Any], strange: Any
) -> None:
    store.set("setting", f"{setting.key}@here" if setting.here else setting.key, strange)
    value = settings.get(setting)
    assert setting.kind.read(setting.kind.write(value)) == value
    assert isinstance(value, type(setting.default))


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    store = Store(tmp_path / "m.jsonl", "here")
    settings = Settings(store)
    assert settings.set(TEXT_SIZE, 24)
    settings.set(LINE_HEIGHT, 1.8)
    settings.set(PICTURES_SHOWN, False)
    settings.set(PANES, (300, 700, 340))
    settings.set(FOLDERS, (tmp_path / "\udcff", tmp_path))
    store.close()
    again = Store(tmp_path / "m.jsonl", "here")
    again.close()
    kept = Settings(again)
    assert (kept.get(TEXT_SIZE), kept.get(LINE_HEIGHT), kept.get(PICTURES_SHOWN)) == (24, 1.8, False)
    assert (kept.get(PANES), kept.get(FOLDERS)) == ((300, 700, 340), (tmp_path / "\udcff", tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes any name")
def test_a_path_that_this_system_cannot_have_is_none(store: Store, settings: Settings) -> None:
    store.set("setting", "folders@here", ["/saved/\ud800", "/saved/\udcff", "/a\0b"])
    assert settings.get(FOLDERS) == (Path("/saved/\udcff"),)


def test_choosing_what_holds_already_is_no_change(settings: Settings, store: Store) -> None:
    assert not settings.set(TEXT_SIZE, TEXT_SIZE.default)
    assert store.of("setting") == {}


def test_a_choice_can_be_taken_back(settings: Settings) -> None:
    settings.set(THEME, "dark")
    assert settings.set(THEME, THEME.default)
    assert settings.get(THEME) == "system"


def test_a_value_that_may_not_be_is_refused(settings: Settings) -> None:
    with pytest.raises(ValueError, match="text_size"):
        settings.set(TEXT_SIZE, 4000)
    with pytest.raises(ValueError, match="show"):
        settings.set(SHOW, "some")
    with pytest.raises(ValueError, match="folders"):
        settings.set(FOLDERS, (Path("relative"),))


def test_the_windows_place_on_one_device_is_not_that_of_another(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "m-a.jsonl", "a"), Store(tmp_path / "m-b.jsonl", "b", "m-*.jsonl")
    Settings(one).set(PANES, (1, 2, 3))
    Settings(one).set(TEXT_SIZE, 30)
    one.close()
    other.close()
    again = Store(tmp_path / "m-b.jsonl", "b", "m-*.jsonl")
    again.close()
    assert Settings(again).get(PANES) == ()
    assert Settings(again).get(TEXT_SIZE) == 30


def test_recent_files_are_each_there_once_the_latest_first(settings: Settings, tmp_path: Path) -> None:
    for number in [*range(20), 15]:
        settings.remember(RECENT_FILES, tmp_path / str(number))
    recent = settings.get(RECENT_FILES)
    assert len(recent) == MOST_RECENT
    assert [path.name for path in recent[:3]] == ["15", "19", "18"]


def test_news_from_another_window_name_the_settings_that_changed(settings: Settings) -> None:
    news = [
        Fact("setting", "theme", "dark", 1, "x"),
        Fact("setting", "panes@x", [1], 2, "x"),
        Fact("read", "text_size", True, 3, "x"),
    ]
    assert settings.changes(news) == [THEME]


def test_the_page_on_settings_is_fresh() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert page == settings_page(), "run: python -m reader.library.settings_page > docs/settings.md"
