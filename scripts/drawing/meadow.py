"""Long Mead: the flowers at sunrise, and the valley in strips."""

import math

from PySide6.QtGui import QColor, QImage

from scripts.drawing.canvas import Canvas, between, colour, upright
from scripts.drawing.land import crown, fill_below, forest, outline
from scripts.drawing.light import clouds, glow, grain, mist, shade_edges, sky, sun

_MORNING = [(0, colour("#8fb3c9")), (0.5, colour("#d3dccb")), (1, colour("#fbe6b8"))]
_FIELD = 470.0


def meadow_at_dawn() -> QImage:
    """Poppies, daisies, clover and cornflowers, from the far hedge to the foot of the picture."""
    canvas = Canvas(1500, 1000, 1931)
    sky(canvas, _FIELD, _MORNING)
    clouds(canvas, 150, 60, colour("#fffaf0", 0.5), 12)
    sun(canvas, 1060, 330, 44, colour("#fffbe8"), halo=colour("#ffe7a8", 0.6))
    for number, (base, height) in enumerate(((390, 60), (425, 46), (455, 26))):
        tone = between(colour("#a9bdab"), colour("#52735e"), number / 2)
        line = outline(canvas.chance, canvas.width, base, height, 0.48)
        if number == 2:
            forest(canvas, line, 6, 26, tone)
        fill_below(canvas, line, upright(base - height, _FIELD + 40, [(0, tone), (1, colour("#c9d3b0"))]))
        mist(canvas, base + 36, 26, colour("#fff3d2", 0.45))
    _hedge(canvas)
    turf = [(0, colour("#c8cc8c")), (0.25, colour("#8fa457")), (0.7, colour("#4d6b32")), (1, colour("#24401f"))]
    canvas.box(0, _FIELD, canvas.width, 530, upright(_FIELD, 1000, turf))
    glow(canvas, 1060, _FIELD + 30, 700, colour("#ffe9a6", 0.5), flat=0.25)
    mist(canvas, _FIELD + 6, 30, colour("#fff5d6", 0.6))
    _sward(canvas)
    shade_edges(canvas, colour("#13260f", 0.4))
    grain(canvas, 0.1)
    return canvas.finished()


def _hedge(canvas: Canvas) -> None:
    greens = [colour("#7f9862"), colour("#5d7a4d"), colour("#3f5c3c")]
    for x in range(-20, 1520, 46):
        crown(canvas, x, 466, canvas.chance.uniform(16, 34), greens, leaves=60)
    for x, size in ((160, 74), (262, 52), (1330, 86)):
        canvas.line([(x, 474), (x, 474 - size)], colour("#3a4a34"), size * 0.12)
        crown(canvas, x, 470 - size * 1.1, size, greens, leaves=220)


def _sward(canvas: Canvas) -> None:
    rows = sorted(canvas.chance.random() ** 1.5 for _ in range(2600))
    for near in rows:
        y = _FIELD + 12 + near * 570
        x = canvas.chance.uniform(-30, 1530)
        _blade(canvas, x, y, 10 + 120 * near, near)
        if canvas.chance.random() < 0.5:
            _flower(canvas, x + canvas.chance.gauss(0, 12), y - 6 - 84 * near * canvas.chance.uniform(0.55, 1.25), near)


def _blade(canvas: Canvas, x: float, y: float, tall: float, near: float) -> None:
    light, dark = colour("#b9c77b"), colour("#2c4a22")
    tone = between(light, dark, near * 0.8 + canvas.chance.uniform(-0.2, 0.25))
    lean = canvas.chance.gauss(4, 10) * (0.3 + near)
    bend = [(x, y), (x + lean * 0.3, y - tall * 0.55), (x + lean, y - tall)]
    canvas.line(bend, tone, 0.8 + 2.6 * near)
    if canvas.chance.random() < 0.18:
        for step in range(5):
            canvas.dot(x + lean * 0.8, y - tall * (0.8 + step * 0.05), 0.8 + 2.4 * near, colour("#e3d59a"), 1.5)


def _flower(canvas: Canvas, x: float, y: float, near: float) -> None:
    patch = math.sin(x * 0.006 + near * 5) + canvas.chance.gauss(0, 0.8)
    size = 1.6 + 13 * near
    canvas.line([(x, y), (x + size * 0.2, y + size * 5)], colour("#4c6a33"), 0.7 + 2 * near)
    if patch > 0.9:
        _poppy(canvas, x, y, size)
    elif patch > 0.0:
        _daisy(canvas, x, y, size)
    elif patch > -0.9:
        _clover(canvas, x, y, size)
    else:
        canvas.dot(x, y, size * 0.75, colour("#4a6fb5"), 0.8)
        canvas.dot(x, y, size * 0.35, colour("#2e3f86"))


def _poppy(canvas: Canvas, x: float, y: float, size: float) -> None:
    red = between(colour("#d8432a"), colour("#b4321c"), canvas.chance.random())
    canvas.dot(x - size * 0.45, y, size * 0.8, red, 0.85)
    canvas.dot(x + size * 0.45, y, size * 0.8, red.darker(108), 0.85)
    canvas.dot(x, y + size * 0.2, size * 0.75, red.lighter(114), 0.75)
    canvas.dot(x, y - size * 0.05, size * 0.24, colour("#2a1512"))


def _daisy(canvas: Canvas, x: float, y: float, size: float) -> None:
    turn = canvas.chance.uniform(0, 1)
    petals = 11 if size > 5 else 6
    for petal in range(petals):
        angle = turn + petal * 2 * math.pi / petals
        at_x, at_y = x + math.cos(angle) * size * 0.62, y + math.sin(angle) * size * 0.4
        canvas.dot(at_x, at_y, size * 0.34, colour("#fffdf3"), 0.75)
    canvas.dot(x, y, size * 0.34, colour("#edb63a"), 0.8)


def _clover(canvas: Canvas, x: float, y: float, size: float) -> None:
    for _ in range(14 if size > 5 else 4):
        tone = between(colour("#c27ba0"), colour("#e6b3cc"), canvas.chance.random())
        at_x, at_y = canvas.chance.gauss(0, 0.3), canvas.chance.gauss(0, 0.3)
        canvas.dot(x + at_x * size, y + at_y * size, size * 0.3, tone)


def long_mead_panorama() -> QImage:
    """The valley from the sluice in August: river, hedges, mown and standing strips."""
    canvas = Canvas(1600, 520, 715)
    horizon = 190.0
    sky(canvas, horizon, [(0, colour("#6f9cbc")), (0.6, colour("#b9d0d3")), (1, colour("#f3e7c9"))])
    clouds(canvas, 70, 34, colour("#ffffff", 0.6), 22)
    for number, (base, height) in enumerate(((150, 74), (182, 30))):
        tone = between(colour("#9db3ad"), colour("#6a8a74"), number)
        line = outline(canvas.chance, canvas.width, base, height, 0.48)
        fill_below(canvas, line, tone, 240)
    canvas.box(0, horizon, canvas.width, 330, upright(horizon, 520, [(0, colour("#b9bd84")), (1, colour("#7c8a48"))]))
    mist(canvas, horizon + 4, 16, colour("#fff4d8", 0.6))
    _strips(canvas, horizon)
    _river(canvas, horizon)
    for x, y, size in ((90, 236, 26), (205, 222, 18), (640, 212, 15), (880, 214, 14), (1110, 222, 20), (1490, 250, 36)):
        canvas.dot(x + size * 0.7, y + size * 0.3, size * 1.3, colour("#2e3f22", 0.3), 0.16)
        crown(canvas, x, y - size * 0.5, size, [colour("#88a05e"), colour("#5c7a45"), colour("#37542f")], leaves=180)
    _rushes(canvas)
    shade_edges(canvas, colour("#1c2a14", 0.3))
    grain(canvas, 0.1)
    return canvas.finished()


def _strips(canvas: Canvas, horizon: float) -> None:
    tones = ["#d9cf93", "#8f9d4f", "#c8c480", "#768a42", "#dcd39b", "#95a356", "#ccc685", "#7d9046"]
    for number in range(16):
        near_left, near_right = -900 + number * 220, -900 + (number + 1) * 220
        far_left, far_right = 560 + number * 34, 560 + (number + 1) * 34
        tone = colour(tones[number % len(tones)])
        strip = upright(horizon, 520, [(0, between(tone, colour("#f3e7c9"), 0.6)), (1, tone.darker(112))])
        canvas.shape([(far_left, horizon + 14), (far_right, horizon + 14), (near_right, 525), (near_left, 525)], strip)
        for _ in range(300):
            near = canvas.chance.random() ** 0.7
            x = far_left + (near_left - far_left) * near + canvas.chance.random() * (34 + 186 * near)
            canvas.dot(x, horizon + 16 + near * 316, 1 + 5 * near, tone.darker(canvas.chance.choice([108, 116])), 0.16)
        if number % 2 == 0:
            _bales(canvas, horizon, far_left, near_left)


def _bales(canvas: Canvas, horizon: float, far_left: float, near_left: float) -> None:
    for near in (0.06, 0.16, 0.3, 0.5, 0.76):
        x = far_left + (near_left - far_left) * near + (34 + 186 * near) * canvas.chance.uniform(0.35, 0.65)
        y, size = horizon + 16 + near * 316, 2.5 + 15 * near
        canvas.dot(x + size * 0.9, y + size * 0.5, size * 1.3, colour("#3b451f", 0.35), 0.25)
        canvas.box(
            x - size,
            y - size,
            size * 2.1,
            size * 1.6,
            upright(y - size, y + size, [(0, colour("#f0dfa0")), (1, colour("#a58b46"))]),
            radius=size * 0.6,
        )
        canvas.dot(x + size * 0.8, y - size * 0.2, size * 0.72, colour("#d9c27a"), 1.1)


def _river(canvas: Canvas, horizon: float) -> None:
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    for step in range(60):
        near = step / 59
        y = horizon + 10 + near**1.4 * 330
        x = 1010 + math.sin(near * 7.5) * (30 + 170 * near) + 210 * near
        half = 2 + 62 * near**1.5
        left.append((x - half, y))
        right.append((x + half, y))
    canvas.shape(
        [*left, *reversed(right)],
        upright(horizon, 520, [(0, colour("#f6eccf")), (0.4, colour("#b4cbd0")), (1, colour("#5d88a0"))]),
    )
    for side in (left, right):
        canvas.line(side, colour("#566b35", 0.7), 2.4)


def _rushes(canvas: Canvas) -> None:
    dark: QColor = colour("#2c3c1e")
    for _ in range(240):
        x = canvas.chance.choice([canvas.chance.gauss(60, 130), canvas.chance.gauss(1560, 130)])
        tall = canvas.chance.uniform(30, 130)
        lean = canvas.chance.gauss(0, 10)
        canvas.line([(x, 524), (x + lean, 524 - tall)], between(dark, colour("#6d7d3a"), canvas.chance.random()), 2.2)
        if canvas.chance.random() < 0.14:
            canvas.dot(x + lean, 524 - tall, 4, colour("#5a3b22"), 2.6)
