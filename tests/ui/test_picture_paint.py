import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from reader.app.decoding import Picture, Tone
from reader.ui.picture_paint import paint_picture
from tests.drawn import landscape, line_art

PLACE = QRectF(10, 10, 60, 60)


def painted(picture: Picture, ratio: float = 1, corner: float = 0, *, on_dark: bool = False) -> QImage:
    canvas = QImage(round(80 * ratio), round(80 * ratio), QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.white)
    canvas.setDevicePixelRatio(ratio)
    painter = QPainter(canvas)
    paint_picture(painter, PLACE, picture, on_dark=on_dark, corner=corner)
    painter.end()
    return canvas


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
def test_a_picture_fills_its_place_on_every_screen(ratio: float) -> None:
    canvas = painted(Picture(landscape(120, 120), QSize(120, 120)), ratio)
    seen = [
        canvas.pixelColor(round(x * ratio), round(y * ratio)).name()
        for x, y in ((9, 9), (12, 12), (68, 12), (68, 68), (71, 71))
    ]
    assert seen == ["#ffffff", "#ffff00", "#ff0000", "#0000ff", "#ffffff"]


def test_corners_are_round() -> None:
    canvas = painted(Picture(landscape(120, 120), QSize(120, 120)), corner=6)
    assert canvas.pixelColor(10, 10) == QColor("white")
    assert canvas.pixelColor(69, 69) == QColor("white")
    assert canvas.pixelColor(40, 10) == QColor("red")


def test_dark_line_art_has_a_light_plate_on_dark_pages() -> None:
    art = Picture(line_art(60, 60, "black"), QSize(60, 60), Tone.DARK)
    assert painted(art, on_dark=True).pixelColor(12, 12).name() == "#fbfaf8"
    assert painted(art, on_dark=False).pixelColor(12, 12).name() == "#ffffff"
