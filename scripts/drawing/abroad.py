"""Two places further off: the clock over the harbour gate, and the unstaffed station in the hills."""

import math

from PySide6.QtGui import QImage

from scripts.drawing.canvas import Canvas, across, between, colour, upright
from scripts.drawing.land import branch, fill_below, forest, outline
from scripts.drawing.light import clouds, glow, grain, mist, shade_edges, sky, sun
from scripts.drawing.water import glitter, mirror, ripples

_EVENING = [(0, colour("#41527f")), (0.4, colour("#a06f86")), (0.75, colour("#ee9a6a")), (1, colour("#ffd08a"))]


def clock_tower() -> QImage:
    """White houses round a small harbour, boats, the tower with its lit clock at six."""
    canvas = Canvas(1400, 933, 1983)
    shore = 670.0
    sky(canvas, shore, _EVENING)
    clouds(canvas, 170, 60, colour("#ffd9b0", 0.4), 10)
    sun(canvas, 300, 560, 54, colour("#fff0c4"), halo=colour("#ffc888", 0.6))
    for base, tone in ((590, "#b9798a"), (630, "#7d5678")):
        fill_below(canvas, outline(canvas.chance, 1400, base, 60, 0.5), colour(tone), shore)
    _town(canvas, shore)
    _tower(canvas, 930, shore)
    above = canvas.image.copy()
    mirror(canvas, above, shore, 12, 1.3)
    canvas.box(0, shore, 1400, 263, upright(shore, 933, [(0, colour("#c47f6d", 0.2)), (1, colour("#1d2446", 0.86))]))
    glitter(canvas, 300, shore, 60, colour("#ffe3ae", 0.8), count=260)
    ripples(canvas, shore, 330, colour("#221f42", 0.36))
    for x, y, size in ((470, 760, 1.0), (640, 730, 0.7), (1180, 800, 1.25)):
        _fishing_boat(canvas, x, y, size)
    shade_edges(canvas, colour("#160f24", 0.45))
    grain(canvas, 0.11)
    return canvas.finished()


def _town(canvas: Canvas, shore: float) -> None:
    for row in range(3):
        x = 520.0 - row * 60
        while x < 1440:
            wide, tall = canvas.chance.uniform(46, 104), canvas.chance.uniform(50, 96) + (2 - row) * 62
            wall = between(colour("#f3d9bd"), colour("#8d6679"), canvas.chance.uniform(0, 0.3) + 0.26 * (2 - row))
            canvas.box(
                x, shore - tall, wide, tall, across(x, x + wide, [(0, wall.lighter(104)), (1, wall.darker(112))])
            )
            if canvas.chance.random() < 0.22:
                canvas.dome(x + wide / 2, shore - tall, wide * 0.4, wall.darker(112))
            _windows(canvas, x, shore - tall, wide, tall)
            x += wide + canvas.chance.uniform(-3, 5)
    canvas.box(460, shore - 12, 940, 14, colour("#4a3550"))


def _windows(canvas: Canvas, x: float, y: float, wide: float, tall: float) -> None:
    for row in range(int(tall / 34)):
        for column in range(int(wide / 30)):
            lit = canvas.chance.random() < 0.3
            tone = colour("#ffd98a") if lit else colour("#5c4460", 0.8)
            canvas.box(x + 12 + column * 28, y + 14 + row * 33, 10, 16, tone, radius=5)


def _tower(canvas: Canvas, x: float, shore: float) -> None:
    stone = across(x - 62, x + 62, [(0, colour("#ffdcae")), (0.35, colour("#e0b48c")), (1, colour("#7a5263"))])
    canvas.box(x - 60, shore - 430, 120, 432, stone)
    for row in range(30):
        canvas.box(x - 60, shore - 424 + row * 14.4, 120, 1.2, colour("#6a4455", 0.28))
    canvas.box(x - 74, shore - 446, 148, 20, stone)
    canvas.box(x - 44, shore - 510, 88, 66, stone)
    canvas.box(x - 14, shore - 500, 28, 54, colour("#4a2f48"), radius=14)
    canvas.dome(x, shore - 508, 50, across(x - 46, x + 46, [(0, colour("#9fc0b4")), (1, colour("#3f6470"))]))
    canvas.line([(x, shore - 552), (x, shore - 590)], colour("#4a2f48"), 4)
    canvas.box(x - 30, shore - 92, 60, 94, colour("#3a2642"), radius=28)
    glow(canvas, x, shore - 366, 150, colour("#ffe6ac", 0.65))
    canvas.dot(x, shore - 366, 48, colour("#5a3a4c"))
    canvas.dot(x, shore - 366, 42, colour("#fff3d2"))
    for hour in range(12):
        angle = hour * math.pi / 6
        inner, outer = (30, 38) if hour % 3 == 0 else (34, 38)
        ray = [(x + math.sin(angle) * reach, shore - 366 - math.cos(angle) * reach) for reach in (inner, outer)]
        canvas.line(ray, colour("#4a2f48"), 3)
    _hand(canvas, x, shore - 366, 53 / 60, 33, 3.5)
    _hand(canvas, x, shore - 366, (5 + 53 / 60) / 12, 22, 5)


def _hand(canvas: Canvas, x: float, y: float, turn: float, length: float, width: float) -> None:
    angle = turn * 2 * math.pi
    canvas.line([(x, y), (x + math.sin(angle) * length, y - math.cos(angle) * length)], colour("#2e1c30"), width)


def _fishing_boat(canvas: Canvas, x: float, y: float, size: float) -> None:
    dark = colour("#231a34")
    hull = [(-90, -22), (-70, -14), (64, -14), (100, -34), (78, 14), (-74, 14)]
    canvas.shape([(x + at * size, y + up * size) for at, up in hull], dark)
    stripe = [(-88, -17), (96, -26), (92, -18), (-84, -9)]
    canvas.shape([(x + at * size, y + up * size) for at, up in stripe], colour("#c9553a"))
    canvas.line([(x - 10 * size, y - 14 * size), (x - 10 * size, y - 130 * size)], dark, 4 * size)
    canvas.line([(x - 10 * size, y - 124 * size), (x + 92 * size, y - 30 * size)], dark, 1.5)
    canvas.dot(x, y + 18 * size, 96 * size, colour("#151027", 0.5), 0.1)


def hill_station() -> QImage:
    """Morning mist, cedars, a small wooden station, a persimmon tree in fruit."""
    canvas = Canvas(1400, 933, 31)
    sky(canvas, 600, [(0, colour("#a9bec6")), (0.5, colour("#dfe2d8")), (1, colour("#fbeed6"))])
    sun(canvas, 420, 250, 40, colour("#fffdf2"), halo=colour("#fff1d0", 0.5))
    for number, (base, height) in enumerate(((330, 130), (430, 120), (530, 90))):
        tone = between(colour("#b3c6c8"), colour("#3f5f5c"), number / 2.4)
        line = outline(canvas.chance, 1400, base, height, 0.52)
        forest(canvas, line, 60, 22 + 16 * number, tone)
        fill_below(canvas, line, upright(base - height, 720, [(0, tone), (1, colour("#e9ebe0"))]))
        mist(canvas, base + 80, 64, colour("#fbf6ea", 0.8))
    mist(canvas, 660, 50, colour("#fdf8ec", 0.4))
    _track(canvas)
    _platform(canvas)
    _station(canvas)
    _persimmon(canvas, 1090, 690)
    shade_edges(canvas, colour("#1c2a2c", 0.4))
    grain(canvas, 0.11)
    return canvas.finished()


def _track(canvas: Canvas) -> None:
    canvas.box(
        0, 690, 1400, 243, upright(690, 933, [(0, colour("#8d9a78")), (0.4, colour("#66735a")), (1, colour("#2d3a33"))])
    )
    canvas.shape(
        [(0, 800), (1400, 800), (1400, 900), (0, 900)],
        upright(800, 900, [(0, colour("#9b948a")), (1, colour("#59544e"))]),
    )
    for number in range(36):
        canvas.shape(
            [(number * 42 - 30, 812), (number * 42 - 8, 812), (number * 42 - 22, 886), (number * 42 - 50, 886)],
            colour("#4d3d30"),
        )
    for rail in (822, 868):
        canvas.box(0, rail, 1400, 7, upright(rail, rail + 7, [(0, colour("#f2ead8")), (1, colour("#5d5852"))]))
    for _ in range(220):
        x, y = canvas.chance.uniform(0, 1400), canvas.chance.uniform(905, 935)
        canvas.line(
            [(x, y + 12), (x + canvas.chance.gauss(0, 6), y - canvas.chance.uniform(6, 34))], colour("#55683f"), 2
        )


def _platform(canvas: Canvas) -> None:
    canvas.box(
        150,
        718,
        1010,
        74,
        upright(718, 792, [(0, colour("#d8d2c4")), (0.12, colour("#b9b2a4")), (1, colour("#6f6a62"))]),
    )
    canvas.box(150, 726, 1010, 5, colour("#f0d277"))
    canvas.shape([(1160, 718), (1260, 792), (1160, 792)], colour("#7c766c"))
    canvas.shape([(150, 718), (50, 792), (150, 792)], colour("#8d877c"))


def _station(canvas: Canvas) -> None:
    wall = upright(500, 718, [(0, colour("#7d5f45")), (1, colour("#4d3728"))])
    canvas.box(330, 540, 430, 178, wall)
    for plank in range(28):
        canvas.box(330 + plank * 15.6, 540, 1.5, 178, colour("#2a1c13", 0.4))
    canvas.box(360, 580, 150, 138, colour("#2b2019"))
    glow(canvas, 435, 640, 150, colour("#ffd38a", 0.55))
    canvas.box(374, 590, 122, 128, colour("#f3c987", 0.55))
    canvas.box(376, 672, 118, 9, colour("#5a3c26"))
    for leg in (384, 480):
        canvas.box(leg, 680, 7, 38, colour("#5a3c26"))
    canvas.box(560, 592, 160, 70, colour("#f7e3b6"))
    for bar in (600, 640, 680):
        canvas.box(bar, 592, 5, 70, colour("#3b2a1e"))
    canvas.box(560, 624, 160, 5, colour("#3b2a1e"))
    roof = upright(440, 552, [(0, colour("#6d7f86")), (1, colour("#34454d"))])
    canvas.shape([(286, 552), (350, 446), (740, 446), (812, 552)], roof)
    for tile in range(27):
        x = 352 + tile * 14.6
        canvas.line([(x, 448), (300 + tile * 19.2, 550)], colour("#22323a", 0.4), 1.6)
    canvas.box(340, 438, 412, 12, colour("#8b9ba0"), radius=5)
    canvas.box(880, 610, 8, 108, colour("#4d4a46"))
    canvas.box(828, 602, 112, 46, colour("#fbf8ef"), radius=3)
    canvas.box(828, 634, 112, 6, colour("#3f7f6c"))
    for dash, length in ((842, 22), (872, 26), (906, 20)):
        canvas.box(dash, 614, length, 10, colour("#2b2a28"))


def _persimmon(canvas: Canvas, x: float, foot: float) -> None:
    bark = colour("#3a2b25")
    ends = branch(canvas, (x, foot + 30), (-10.0, -104.0), 22, bark)
    for tip_x, tip_y in ends:
        if canvas.chance.random() < 0.42:
            drop = canvas.chance.uniform(4, 16)
            canvas.dot(
                tip_x,
                tip_y + drop,
                10.5,
                upright(tip_y + drop - 10, tip_y + drop + 10, [(0, colour("#ff9f4a")), (1, colour("#cf5a1d"))]),
                0.92,
            )
            canvas.dot(tip_x, tip_y + drop - 8, 4.5, colour("#5a6b3a"), 0.5)
        elif canvas.chance.random() < 0.2:
            canvas.dot(tip_x, tip_y, 7, colour("#c98a3c"), 0.5)
