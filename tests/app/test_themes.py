from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from reader.app.themes import BODY_CONTRAST, TEXT_CONTRAST, Theme, ThemeError, Themes, contrast, load_theme
from reader.places import resource


def test_black_on_white_has_the_greatest_contrast_there_is() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#777777")) == pytest.approx(1)


@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast"])
@pytest.mark.parametrize("ground", ["page", "list", "panel", "field", "chosen"])
def test_every_theme_can_be_read(themes: dict[str, Theme], name: str, ground: str) -> None:
    theme = themes[name]
    assert contrast(theme.ink, getattr(theme, ground)) >= BODY_CONTRAST
    assert contrast(theme.muted, getattr(theme, ground)) >= TEXT_CONTRAST


def written(folder: Path, change: tuple[str, str]) -> Path:
    path = folder / "own.toml"
    path.write_text(resource("themes/light.toml").read_text("utf-8").replace(*change), "utf-8")
    return path


def test_a_theme_that_is_too_faint_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"own\.toml is too faint: “ink” on “page” has a contrast of"):
        load_theme(written(tmp_path, ("#1f1d1a", "#aaaaaa")))


def test_a_theme_without_a_colour_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="no colour for “accent”"):
        load_theme(written(tmp_path, ("accent", "akzent")))


def test_a_damaged_theme_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_bytes(b"\xff\xfe= [")
    themes = Themes(resource("themes"), tmp_path)
    faults = themes.faults()
    assert set(themes) == {"light", "sepia", "dark", "contrast"}
    assert len(faults) == 1
    assert "broken.toml" in faults[0]


def test_a_theme_of_ones_own_is_found(tmp_path: Path) -> None:
    written(tmp_path, ('"Light"', '"Paper"'))
    themes = Themes(resource("themes"), tmp_path)
    assert themes["own"].title == "Paper"
    assert "own" in list(themes)
    assert "unknown" not in themes


def test_a_damaged_theme_of_ones_own_leaves_the_one_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "light.toml").write_text("page = 1", "utf-8")
    themes = Themes(resource("themes"), tmp_path)
    assert themes["light"].title == "Light"
    assert len(themes.faults()) == 1


def test_a_theme_whose_name_no_file_can_have_is_none(tmp_path: Path) -> None:
    assert Themes(tmp_path).get("a" * 300) is None
