from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from reader.app.decoding import Picture, Tone
from reader.app.plate import on_plate, plate_for
from tests.drawn import landscape, line_art


def test_photographs_are_left_alone() -> None:
    assert plate_for(Tone.FULL, on_dark=True) is None
    assert plate_for(Tone.FULL, on_dark=False) is None


def test_line_art_stands_on_a_ground_unlike_its_strokes_where_the_page_is_like_them() -> None:
    light, dark = plate_for(Tone.DARK, on_dark=True), plate_for(Tone.LIGHT, on_dark=False)
    assert light is not None
    assert light.lightness() > 200
    assert dark is not None
    assert dark.lightness() < 60
    assert plate_for(Tone.DARK, on_dark=False) is None
    assert plate_for(Tone.LIGHT, on_dark=True) is None


def test_a_plate_is_laid_below_the_strokes() -> None:
    plated = on_plate(Picture(line_art(40, 40, "black"), QSize(40, 40), Tone.DARK))
    assert plated.pixelColor(1, 1).lightness() > 200
    assert plated.pixelColor(20, 15) == QColor("black")


def test_what_becomes_of_the_plated_picture_leaves_the_picture_alone() -> None:
    picture = Picture(landscape(40, 40), QSize(40, 40))
    plated: QImage = on_plate(picture)
    plated.setDevicePixelRatio(2)
    assert picture.image.devicePixelRatio() == 1
