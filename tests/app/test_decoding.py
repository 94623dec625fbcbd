import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageIOHandler

from reader.app.decoding import FULL_SIZE, Picture, Tone, Want, decode, fitted, picture_size
from reader.article import Problem
from tests.drawn import drawn, encoded, landscape, line_art, two_frame_gif

QUARTER_TURN = QImageIOHandler.Transformation.TransformationRotate90


def shown(content: bytes | None, want: Want = FULL_SIZE) -> Picture:
    picture = decode(content, want)
    assert isinstance(picture, Picture), picture
    return picture


def refused(content: bytes | None) -> str:
    problem = decode(content)
    assert isinstance(problem, Problem)
    assert problem.message.endswith(".")
    return problem.code


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "bmp"])
def test_the_kinds_of_the_web_are_shown(kind: str) -> None:
    picture = shown(drawn(120, 80, kind))
    assert picture.image.size() == picture.full == QSize(120, 80)
    assert picture.image.pixelColor(60, 5).red() > 240
    assert picture_size(drawn(120, 80, kind)) == QSize(120, 80)


def test_an_animation_shows_its_first_frame() -> None:
    assert shown(two_frame_gif()).image.pixelColor(0, 0) == QColor("white")


def test_a_picture_is_fitted_into_the_wanted_box() -> None:
    assert shown(drawn(1200, 800), Want(300, 300)).image.size() == QSize(300, 200)


def test_a_picture_is_never_enlarged() -> None:
    assert shown(drawn(120, 80), Want(600, 600)).image.size() == QSize(120, 80)


def test_a_covering_picture_is_cropped_at_its_centre() -> None:
    image = shown(drawn(1200, 800), Want(60, 60, cover=True)).image
    assert image.size() == QSize(60, 60)
    assert image.pixelColor(0, 5) == QColor("red")
    assert image.pixelColor(30, 55) == QColor("blue")


@pytest.mark.parametrize("want", [Want(), Want(200, 300), Want(60, 60, cover=True)])
def test_a_photograph_held_on_its_side_stands_upright(want: Want) -> None:
    content = encoded(landscape(800, 400), "jpeg", QUARTER_TURN)
    assert picture_size(content) == QSize(400, 800)
    image = shown(content, want).image
    assert image.height() >= image.width()
    assert image.pixelColor(image.width() - 5, image.height() // 2).red() > 200
    assert image.pixelColor(5, image.height() // 2).blue() > 200


def test_a_wide_gamut_photograph_is_shown_in_srgb() -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 60, 60))
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    assert shown(encoded(image)).image.pixelColor(5, 5).red() > 210


@pytest.mark.parametrize("form", [QImage.Format.Format_Grayscale8, QImage.Format.Format_Indexed8])
def test_grey_and_indexed_pictures_keep_their_colours(form: QImage.Format) -> None:
    image = landscape(300, 600).convertToFormat(form)
    before = image.pixelColor(150, 500)
    assert shown(encoded(image)).image.pixelColor(150, 500) == before


def test_line_art_is_told_from_photographs() -> None:
    assert shown(drawn()).tone is Tone.FULL
    assert shown(encoded(line_art(200, 100, "black"))).tone is Tone.DARK
    assert shown(encoded(line_art(200, 100, "white"))).tone is Tone.LIGHT
    assert shown(encoded(landscape(50, 50).convertToFormat(QImage.Format.Format_ARGB32))).tone is Tone.FULL


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><svg/>", "SVG"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "SVG"),
        (b"\0\0\0\x1cftypavif", "AVIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\xff\x0a\0\0", "JPEG XL"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"%PDF-1.7", "no picture"),
        (b"", "no picture"),
    ],
)
def test_what_is_not_shown_is_named(content: bytes, word: str) -> None:
    problem = decode(content)
    assert isinstance(problem, Problem)
    assert word in problem.message
    assert picture_size(content) is None


def test_a_missing_file_is_said_to_be_missing() -> None:
    assert refused(None) == "picture-missing"


@pytest.mark.qt_log_ignore("libpng")
@pytest.mark.parametrize("keep", [20, 40, 200])
def test_a_torn_picture_is_said_to_be_damaged(keep: int) -> None:
    assert refused(drawn(500, 400)[:keep]) == "picture-damaged"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def test_a_picture_bomb_is_refused_from_its_header() -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    assert refused(content) == "picture-too-large"
    assert picture_size(content) is None


def test_a_jpeg_of_endless_passes_is_refused() -> None:
    content = encoded(landscape(64, 64), "jpeg", progressive=True)
    assert isinstance(decode(content), Picture)
    assert refused(content[:-2] + b"\xff\xda\0\x08" * 200) == "picture-damaged"


@pytest.mark.qt_log_ignore(".")
@given(st.sampled_from(["png", "jpeg", "webp", "bmp"]), st.integers(12, 400), st.binary(max_size=60))
def test_any_bytes_answer_a_picture_or_a_sentence(kind: str, keep: int, rest: bytes) -> None:
    assert isinstance(decode(drawn(40, 30, kind)[:keep] + rest), Picture | Problem)


@given(st.integers(1, 40_000), st.integers(1, 40_000), st.integers(1, 4000), st.integers(1, 4000), st.booleans())
def test_a_fitted_size_is_never_empty_nor_enlarged(full_w: int, full_h: int, w: int, h: int, cover: bool) -> None:
    size = fitted(QSize(full_w, full_h), Want(w, h, cover))
    assert 1 <= size.width() <= full_w
    assert 1 <= size.height() <= full_h
    if not cover:
        assert size.width() <= w
        assert size.height() <= h
