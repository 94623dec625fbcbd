"""Cold Fell before sunrise: the screen, the vane, the hut, one line of footprints."""

import math

from PySide6.QtGui import QImage

from scripts.drawing.canvas import Canvas, across, between, colour, upright
from scripts.drawing.land import fill_below, outline
from scripts.drawing.light import glow, grain, mist, shade_edges, sky, stars

_BEFORE_DAWN = [(0, colour("#1c2b52")), (0.4, colour("#4d6390")), (0.75, colour("#b58fa0")), (1, colour("#f4c09a"))]


def station_in_snow() -> QImage:
    """White louvred box and wind vane on the summit, a sea of cloud beyond."""
    canvas = Canvas(1400, 933, 1925)
    sky(canvas, 560, _BEFORE_DAWN)
    stars(canvas, 330, 260, colour("#f2f4ff"))
    glow(canvas, 330, 560, 620, colour("#ffd2a0", 0.6), flat=0.5)
    _sea_of_cloud(canvas)
    summit = [(x, 690 + 96 * math.cos((x - 760) / 470) * -1 + 60) for x in range(-20, 1441, 20)]
    snow = upright(600, 933, [(0, colour("#dbe3f2")), (0.3, colour("#aebdd9")), (1, colour("#53678f"))])
    fill_below(canvas, summit, snow)
    canvas.line(summit, colour("#ffe3cc", 0.75), 4)
    _drifts(canvas)
    _footprints(canvas)
    _hut(canvas, 1100, 690)
    _screen(canvas, 690, 700)
    _vane(canvas, 930, 672)
    _falling(canvas)
    shade_edges(canvas, colour("#0a1128", 0.42))
    grain(canvas, 0.1)
    return canvas.finished()


def _sea_of_cloud(canvas: Canvas) -> None:
    for number, (base, height) in enumerate(((520, 70), (570, 60), (620, 54))):
        tone = between(colour("#a2879f"), colour("#3c4d78"), number / 2)
        line = outline(canvas.chance, canvas.width, base, height, 0.54)
        fill_below(canvas, line, tone)
        mist(canvas, base + 40, 44, colour("#f6d9cb", 0.85))
    haze = [(0, colour("#cbb9c6", 0.0)), (0.35, colour("#cbb9c6")), (1, colour("#b9b2cc"))]
    canvas.box(0, 600, 1400, 333, upright(600, 933, haze))
    for _ in range(90):
        x, y = canvas.chance.uniform(0, 1400), canvas.chance.uniform(590, 780)
        glow(canvas, x, y, canvas.chance.uniform(60, 190), colour("#fbe6da", 0.3), flat=0.2)


def _drifts(canvas: Canvas) -> None:
    for _ in range(120):
        x, y = canvas.chance.uniform(-50, 1450), canvas.chance.uniform(760, 930)
        glow(canvas, x, y, canvas.chance.uniform(40, 160), colour("#3f5280", 0.16), flat=0.07)
        glow(canvas, x + 30, y - 6, canvas.chance.uniform(30, 120), colour("#fff4ea", 0.25), flat=0.06)


def _footprints(canvas: Canvas) -> None:
    for step in range(34):
        near = (step / 33) ** 1.7
        x = 640 - 250 * near + 42 * math.sin(near * 5)
        y = 716 + 212 * near
        side = (-1 if step % 2 else 1) * (3 + 13 * near)
        canvas.dot(x + side, y, 3 + 12 * near, colour("#33466f", 0.8), 0.5)
        canvas.dot(x + side, y + 1.5 + 3 * near, 2.4 + 9 * near, colour("#8b9cc0", 0.9), 0.4)


def _screen(canvas: Canvas, x: float, foot: float) -> None:
    wood, shade = colour("#f5f1ea"), colour("#8c97b5")
    glow(canvas, x + 20, foot + 6, 150, colour("#2c3d66", 0.55), flat=0.14)
    for leg, lean in ((-74, -12), (-40, -2), (46, 2), (76, 12)):
        canvas.line([(x + leg, foot - 118), (x + leg + lean, foot + 4)], colour("#c9cedb"), 9)
    canvas.line([(x - 76, foot - 20), (x + 60, foot - 96)], colour("#aab3c9"), 5)
    canvas.box(
        x - 96,
        foot - 286,
        192,
        176,
        across(x - 96, x + 96, [(0, colour("#ffe4cd")), (0.25, wood), (1, shade)]),
        radius=3,
    )
    for row in range(13):
        y = foot - 276 + row * 12.4
        canvas.box(x - 84, y, 80, 8, upright(y, y + 8, [(0, colour("#ffffff")), (1, colour("#98a3bf"))]))
        canvas.box(x + 4, y, 80, 8, upright(y, y + 8, [(0, colour("#eef0f6")), (1, colour("#7884a6"))]))
    canvas.box(x - 3, foot - 282, 6, 170, colour("#b9c0d2"))
    canvas.dot(x + 14, foot - 196, 4, colour("#8a6a3d"))
    canvas.shape(
        [(x - 116, foot - 286), (x - 92, foot - 312), (x + 96, foot - 312), (x + 116, foot - 286)], colour("#c4cbdc")
    )
    canvas.box(
        x - 120,
        foot - 330,
        240,
        30,
        upright(foot - 330, foot - 300, [(0, colour("#ffffff")), (1, colour("#cbd5ea"))]),
        radius=15,
    )


def _vane(canvas: Canvas, x: float, foot: float) -> None:
    iron = colour("#1f2a47")
    canvas.line([(x, foot + 10), (x, foot - 360)], iron, 6)
    for end_x, end_y in ((-46, -300), (46, -300), (-24, -312), (24, -288)):
        canvas.line([(x, foot - 300), (x + end_x, foot + end_y)], iron, 3.5)
    canvas.line([(x - 74, foot - 340), (x + 70, foot - 346)], iron, 5)
    canvas.shape([(x + 92, foot - 347), (x + 62, foot - 358), (x + 64, foot - 334)], iron)
    canvas.shape([(x - 106, foot - 362), (x - 64, foot - 340), (x - 106, foot - 318), (x - 94, foot - 339)], iron)
    canvas.dot(x, foot - 362, 7, colour("#c79a4a"))


def _hut(canvas: Canvas, x: float, foot: float) -> None:
    canvas.shape(
        [(x - 66, foot + 40), (x - 66, foot - 120), (x + 66, foot - 120), (x + 66, foot + 46)],
        across(x - 66, x + 66, [(0, colour("#7b6a72")), (1, colour("#2a3254"))]),
    )
    for plank in range(1, 8):
        canvas.box(x - 66 + plank * 16.5, foot - 120, 1.6, 162, colour("#1b2342", 0.5))
    canvas.box(x - 30, foot - 84, 58, 126, colour("#232b4b"))
    canvas.box(x - 18, foot - 70, 34, 30, colour("#ffcb7d"))
    glow(canvas, x, foot - 55, 110, colour("#ffcf85", 0.6))
    canvas.shape([(x - 88, foot - 116), (x, foot - 184), (x + 88, foot - 116)], colour("#d5dcec"))
    canvas.line([(x - 90, foot - 114), (x, foot - 186), (x + 90, foot - 114)], colour("#ffffff"), 14)
    glow(canvas, x - 10, foot + 44, 150, colour("#eef2fb", 0.9), flat=0.14)


def _falling(canvas: Canvas) -> None:
    for _ in range(150):
        x, y = canvas.chance.uniform(0, 1400), canvas.chance.uniform(0, 930)
        canvas.dot(x, y, canvas.chance.uniform(0.8, 2.6), colour("#ffffff", canvas.chance.uniform(0.2, 0.7)))
