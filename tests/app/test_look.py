from pathlib import Path

from PySide6.QtGui import QFontDatabase

from reader.app.look import BOLD, OF_LIST, OF_STORY, Look, TypeFace, font, load_fonts
from reader.app.themes import Theme
from reader.places import resource


def test_the_bundled_faces_are_known_by_their_names(themes: dict[str, Theme]) -> None:
    for family in ("Literata", "Inter", "Atkinson Hyperlegible Next"):
        assert QFontDatabase.hasFamily(family)


def test_files_that_are_no_fonts_are_named(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "broken.ttf").write_bytes(b"no font")
    assert load_fonts(tmp_path) == ["broken.ttf"]
    assert load_fonts(resource("fonts")) == []


def test_sizes_are_pixels_and_never_nothing(qapp: object) -> None:
    assert font("Inter", 13).pixelSize() == 13
    assert font("Inter", 0).pixelSize() == 1


def test_weight_and_slant_are_as_asked(qapp: object) -> None:
    set_in = font("Literata", 20, BOLD, italic=True)
    assert (set_in.family(), set_in.weight(), set_in.italic()) == ("Literata", BOLD, True)


def test_no_family_means_the_systems_own(themes: dict[str, Theme]) -> None:
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert Look(themes["light"], TypeFace(interface="")).interface(13).family() == own


def test_two_looks_of_the_same_values_are_the_same(themes: dict[str, Theme]) -> None:
    assert Look(themes["light"]) == Look(themes["light"])
    assert Look(themes["light"]) != Look(themes["light"], TypeFace(size=20))


def test_the_faces_of_list_and_story_are_all_there_are_and_none_comes_twice() -> None:
    fonts = resource("fonts")
    named = [path for pattern in (*OF_LIST, *OF_STORY) for path in fonts.glob(pattern)]
    assert sorted(named) == sorted(fonts.glob("*/*.ttf"))
