import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from reader.ui.zoom import MOST, Zoom

ROOM = QSizeF(800, 600)
PHOTOGRAPH = QSizeF(3000, 2000)


def test_a_large_picture_is_fitted_into_the_room() -> None:
    zoom = Zoom.fitted(PHOTOGRAPH, ROOM)
    target = zoom.target()
    assert (target.width(), target.height()) == pytest.approx((800, 533.33), abs=0.01)
    assert target.center() == QPointF(400, 300)
    assert zoom.is_fitted


def test_a_small_picture_is_not_enlarged_by_fitting() -> None:
    assert Zoom.fitted(QSizeF(100, 50), ROOM).scale == 1


def test_what_is_below_the_mouse_stays_there() -> None:
    before = Zoom.fitted(PHOTOGRAPH, ROOM).larger(4)
    mouse = QPointF(450, 320)
    after = before.about(mouse, 1.5)
    assert seen_at(after, mouse).x() == pytest.approx(seen_at(before, mouse).x())
    assert seen_at(after, mouse).y() == pytest.approx(seen_at(before, mouse).y())


def test_zooming_ends_at_the_whole_picture_and_at_the_most() -> None:
    zoom = Zoom.fitted(PHOTOGRAPH, ROOM)
    assert zoom.larger(0.1) == zoom
    assert zoom.larger(1e6).scale == MOST


def test_a_picture_is_not_dragged_past_its_edges() -> None:
    zoom = Zoom.fitted(PHOTOGRAPH, ROOM).larger(4).moved(QPointF(1e5, 1e5))
    assert zoom.target().topLeft() == QPointF(0, 0)


def test_a_fitted_picture_stays_fitted_in_another_room() -> None:
    assert Zoom.fitted(PHOTOGRAPH, ROOM).within(QSizeF(400, 900)).is_fitted
    zoomed = Zoom.fitted(PHOTOGRAPH, ROOM).larger(3)
    assert zoomed.within(QSizeF(700, 500)).scale == zoomed.scale


sides = st.floats(1, 20_000)


@given(sides, sides, sides, sides, st.floats(0.01, 100), st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_the_picture_always_fills_or_is_centred(
    w: float, h: float, room_w: float, room_h: float, factor: float, x: float, y: float
) -> None:
    zoom = Zoom.fitted(QSizeF(w, h), QSizeF(room_w, room_h)).about(QPointF(x, y), factor).moved(QPointF(y, x))
    target = zoom.target()
    for start, end, room in ((target.left(), target.right(), room_w), (target.top(), target.bottom(), room_h)):
        if end - start > room:
            assert start <= 0.1
            assert end >= room - 0.1
        else:
            assert start + end == pytest.approx(room, abs=0.1)


def seen_at(zoom: Zoom, point: QPointF) -> QPointF:
    return (point - zoom.target().topLeft()) / zoom.scale
