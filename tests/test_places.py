from pathlib import Path

import pytest

from reader import places as hallway
from reader.places import SETTINGS_PATTERN, choose_settings, places, resource, sample_articles


def test_a_home_of_ones_own_holds_everything(tmp_path: Path) -> None:
    found = places(tmp_path)
    files = (found.device_file, found.index_file, found.settings_file("ab"))
    for path in (found.settings, found.data, found.cache, *files):
        assert path.is_relative_to(tmp_path)


def test_a_home_given_by_a_relative_path_is_the_same_wherever_the_program_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert places(Path("home")).settings == tmp_path / "home" / "settings"


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    assert places(tmp_path / "home").settings_file("ab").suffix == ".jsonl"
    assert not (tmp_path / "home").exists()


def test_the_systems_folders_are_three_and_the_cache_is_none_of_the_others() -> None:
    found = places()
    assert found.settings.is_absolute()
    assert len({found.settings, found.data, found.cache}) == 3
    assert not found.settings.is_relative_to(found.cache)
    assert not found.data.is_relative_to(found.settings), "the device's name must stay outside a synced folder"


def test_the_settings_file_of_each_device_is_one_of_the_family(tmp_path: Path) -> None:
    assert places(tmp_path).settings_file("0af3").match(SETTINGS_PATTERN)


def test_what_ships_with_the_program_is_found_in_a_checkout() -> None:
    assert resource("themes/light.toml").is_file()
    assert sample_articles().is_dir()


def test_what_ships_with_an_installed_program_is_found_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reader" / "resources" / "themes").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(hallway, "_PACKAGE", tmp_path / "reader")
    assert resource("themes") == tmp_path / "reader" / "resources" / "themes"


def test_a_settings_folder_that_was_chosen_is_used_and_the_machines_name_stays_here(tmp_path: Path) -> None:
    own = places(tmp_path / "home")
    choose_settings(own, tmp_path / "synced ö")
    chosen = places(tmp_path / "home")
    assert chosen.settings == tmp_path / "synced ö"
    assert (chosen.data, chosen.cache, chosen.device_file) == (own.data, own.cache, own.device_file)
    choose_settings(chosen, own.settings)
    assert places(tmp_path / "home") == own


@pytest.mark.parametrize("content", [b"", b"relative/folder", b"/with\0nothing", b"\xff\xfe"])
def test_a_pointer_that_makes_no_sense_counts_as_none(tmp_path: Path, content: bytes) -> None:
    own = places(tmp_path)
    own.data.mkdir()
    own.settings_pointer.write_bytes(content)
    assert places(tmp_path) == own
