"""Bench 4, Corporation Park, under the lime tree in October."""

from PySide6.QtGui import QColor, QImage

from scripts.drawing.canvas import Canvas, between, colour, upright
from scripts.drawing.land import crown, fill_below, outline
from scripts.drawing.light import glow, grain, mist, shade_edges, sky, sun
from scripts.drawing.water import glitter, ripples

_GOLD = ("#ffd46b", "#f0a93a", "#d97f2b", "#a8531f")
_IRON = colour("#231d20")


def bench_in_autumn() -> QImage:
    """An empty bench, yellow leaves, a pond, low sun through the trees."""
    canvas = Canvas(1500, 1000, 311)
    sky(canvas, 560, [(0, colour("#d9b98c")), (0.5, colour("#f4d79c")), (1, colour("#fff0c4"))])
    sun(canvas, 480, 400, 52, colour("#fffdf0"), halo=colour("#ffe9a8", 0.7))
    _far_trees(canvas)
    _pond(canvas)
    grass = [(0, colour("#c2a356")), (0.3, colour("#8f8443")), (1, colour("#37401f"))]
    line = outline(canvas.chance, canvas.width, 690, 16, 0.45)
    fill_below(canvas, line, upright(680, 1000, grass))
    glow(canvas, 560, 720, 640, colour("#ffe29a", 0.5), flat=0.22)
    _path(canvas)
    _fallen(canvas, 620, 700, 980)
    _lime(canvas)
    _bench(canvas, 640, 846)
    _fallen(canvas, 90, 850, 990)
    _falling(canvas)
    _rays(canvas)
    shade_edges(canvas, colour("#2a1508", 0.5))
    grain(canvas, 0.12)
    return canvas.finished()


def _far_trees(canvas: Canvas) -> None:
    for number, (base, size, count) in enumerate(((540, 70, 26), (580, 92, 18), (620, 76, 16))):
        haze = colour("#f6dba0")
        tones = [between(haze, colour(name), 0.25 + 0.22 * number) for name in _GOLD]
        for _ in range(count):
            x, tall = canvas.chance.uniform(-40, 1540), size * canvas.chance.uniform(0.7, 1.25)
            canvas.line([(x, base + 40), (x, base - tall)], between(haze, _IRON, 0.25 + 0.15 * number), tall * 0.09)
            crown(canvas, x, base - tall, tall, tones, leaves=110)
        mist(canvas, base + 30, 40, colour("#fff0c6", 0.5))


def _pond(canvas: Canvas) -> None:
    canvas.box(0, 600, 1500, 110, upright(600, 710, [(0, colour("#fbe8b4")), (1, colour("#a08a55"))]))
    mist(canvas, 602, 24, colour("#fff4d2", 0.8))
    glitter(canvas, 480, 602, 50, colour("#fffbe6", 0.8), count=120)
    ripples(canvas, 602, 150, colour("#6b5730", 0.28))
    for x, y, size in ((820, 640, 12), (858, 646, 10), (1010, 660, 13)):
        _duck(canvas, x, y, size)


def _duck(canvas: Canvas, x: float, y: float, size: float) -> None:
    ink = colour("#3d2c1c")
    canvas.dot(x, y, size, ink, 0.45)
    canvas.shape([(x - size * 0.8, y), (x - size * 1.4, y - size * 0.5), (x - size * 0.6, y - size * 0.3)], ink)
    canvas.line([(x + size * 0.7, y), (x + size * 0.8, y - size * 0.6)], ink, size * 0.3)
    canvas.dot(x + size * 0.85, y - size * 0.7, size * 0.3, ink)
    canvas.dot(x, y + size * 0.7, size * 1.4, colour("#fff4d2", 0.4), 0.1)


def _path(canvas: Canvas) -> None:
    canvas.shape(
        [(-10, 930), (520, 872), (1040, 862), (1510, 900), (1510, 1010), (-10, 1010)],
        upright(860, 1000, [(0, colour("#d9bb83")), (1, colour("#6d5534"))]),
    )
    for _ in range(260):
        x, y = canvas.chance.uniform(0, 1500), canvas.chance.uniform(885, 1000)
        canvas.dot(x, y, canvas.chance.uniform(2, 7), colour("#4d3a22", 0.18), 0.3)


def _lime(canvas: Canvas) -> None:
    bark = colour("#33241c")
    canvas.shape([(1150, 880), (1186, 640), (1176, 380), (1262, 380), (1262, 640), (1318, 884)], bark)
    for mark in range(46):
        y = 400 + mark * 10
        x = canvas.chance.uniform(1188, 1252)
        canvas.line([(x, y), (x + canvas.chance.uniform(-5, 5), y + 34)], colour("#6d4d34", 0.6), 2.4)
    for tip in ((980, 280), (1090, 190), (1370, 210), (1480, 300)):
        canvas.line([(1220, 450), ((1220 + tip[0]) / 2, (450 + tip[1]) / 2 + 20), tip], bark, 22)
    tones = [colour(name) for name in _GOLD]
    for x, y, size in (
        (950, 250, 170),
        (1480, 260, 180),
        (1100, 150, 190),
        (1330, 150, 200),
        (1210, 250, 170),
        (1220, 60, 200),
    ):
        crown(canvas, x, y, size, tones, leaves=520)


def _bench(canvas: Canvas, x: float, foot: float) -> None:
    canvas.dot(x + 30, foot + 6, 330, colour("#221708", 0.5), 0.07)
    wood = [(0, colour("#d39a5b")), (0.25, colour("#9a5f31")), (1, colour("#5a3119"))]
    for facing in (-1, 1):
        canvas.painter.save()
        canvas.painter.translate(x + facing * 250, foot)
        canvas.painter.scale(facing, 1)
        _swan(canvas)
        canvas.painter.restore()
    for slat in range(4):
        y = foot - 212 + slat * 27
        canvas.box(x - 262, y, 524, 20, upright(y, y + 20, wood), radius=4)
    for slat in range(3):
        y = foot - 96 + slat * 14
        canvas.box(x - 270 - slat * 4, y, 540 + slat * 8, 12, upright(y, y + 12, wood), radius=4)
    canvas.box(x - 36, foot - 180, 72, 10, colour("#e6c877"), radius=2)
    for at in (-170, -60, 110, 196):
        _leaf(canvas, x + at, foot - 96 + canvas.chance.uniform(0, 20), 13)


def _swan(canvas: Canvas) -> None:
    canvas.line([(0, 0), (0, -224)], _IRON, 12)
    canvas.line([(-4, -60), (18, 4)], _IRON, 11)
    canvas.line([(-12, 2), (26, 2)], _IRON, 10)
    neck = [(4, -74), (30, -72), (48, -84), (54, -102), (48, -120), (36, -134), (27, -150), (28, -166), (38, -176)]
    canvas.line(neck, _IRON, 10)
    canvas.dot(42, -177, 10, _IRON, 0.85)
    canvas.shape([(48, -182), (68, -170), (47, -170)], _IRON)


def _leaf(canvas: Canvas, x: float, y: float, size: float, tone: QColor | None = None) -> None:
    canvas.painter.save()
    canvas.painter.translate(x, y)
    canvas.painter.rotate(canvas.chance.uniform(0, 360))
    canvas.shape(
        [(-size, 0), (0, -size * 0.5), (size, 0), (0, size * 0.5)], tone or colour(canvas.chance.choice(_GOLD))
    )
    canvas.painter.restore()


def _fallen(canvas: Canvas, count: int, top: float, bottom: float) -> None:
    for _ in range(count):
        near = canvas.chance.random()
        y = top + (bottom - top) * near
        x = canvas.chance.gauss(1050, 420)
        canvas.dot(x, y, 2.5 + 6.5 * (y - 690) / 300, colour(canvas.chance.choice(_GOLD)), 0.42)


def _falling(canvas: Canvas) -> None:
    for _ in range(46):
        x, y = canvas.chance.uniform(500, 1480), canvas.chance.uniform(330, 840)
        _leaf(canvas, x, y, canvas.chance.uniform(5, 11))


def _rays(canvas: Canvas) -> None:
    for far_left, far_right in ((300, 520), (620, 780), (900, 1180)):
        ray = upright(400, 980, [(0, colour("#fff1bd", 0.2)), (1, colour("#fff1bd", 0.0))])
        canvas.shape([(476, 400), (486, 400), (far_right, 980), (far_left, 980)], ray)
