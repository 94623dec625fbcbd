"""Inner Skerry: the ferry at the slip, and the upper deck at the breakwater."""

import math

from PySide6.QtGui import QImage

from scripts.drawing.canvas import Canvas, Point, across, between, colour, upright
from scripts.drawing.land import fill_below, forest, outline
from scripts.drawing.light import clouds, glow, grain, mist, shade_edges, sky, sun
from scripts.drawing.water import glitter, mirror, ripples

_DAWN = [(0, colour("#7f8fb0")), (0.3, colour("#c5a9ad")), (0.62, colour("#f2bf98")), (1, colour("#fbdcae"))]
_COLD = [(0, colour("#7f9fb4")), (0.5, colour("#b7cdd2")), (1, colour("#f0e5d0"))]


def marigold_at_the_slip() -> QImage:
    """First light: hills across the sound, the ferry with her lamps lit."""
    canvas = Canvas(1500, 1000, 1885)
    shore = 640.0
    sky(canvas, shore, _DAWN)
    clouds(canvas, 250, 70, colour("#fff0dc", 0.34), 9)
    clouds(canvas, 150, 50, colour("#6c6d92", 0.3), 6)
    sun(canvas, 560, 404, 46, colour("#fff3d6"), halo=colour("#ffd9a0", 0.6))
    _hills(canvas, shore)
    above = canvas.image.copy()
    canvas.box(0, shore, canvas.width, canvas.height - shore, colour("#8a5f6c"))
    mirror(canvas, above, shore, 15, 1.25)
    canvas.box(
        0, shore, canvas.width, 360, upright(shore, 1000, [(0, colour("#e9b796", 0.1)), (1, colour("#2d2a48", 0.82))])
    )
    mist(canvas, shore, 16, colour("#ffe3c2", 0.5))
    glitter(canvas, 560, shore, 80, colour("#fff0cf", 0.85), count=420)
    ripples(canvas, shore, 420, colour("#2b2745", 0.3))
    ripples(canvas, shore, 160, colour("#ffdcb4", 0.22))
    _slip(canvas)
    _ferry(canvas, 905, 742, 1.32)
    _gulls(canvas, [(430, 330, 15), (492, 298, 11), (376, 372, 9), (1180, 420, 13), (1245, 396, 8)])
    shade_edges(canvas, colour("#1d1830", 0.4))
    grain(canvas, 0.11)
    return canvas.finished()


def _hills(canvas: Canvas, shore: float) -> None:
    far, near = colour("#dd9f84"), colour("#4a3555")
    for number, (base, height) in enumerate(((478, 120), (530, 92), (578, 64), (622, 26))):
        tone = between(far, near, number / 3)
        line = outline(canvas.chance, canvas.width, base, height, 0.5)
        if number > 1:
            forest(canvas, line, 40 * (number - 1), 7 * number, tone)
        fill_below(canvas, line, upright(base - height, shore, [(0, tone), (1, between(tone, far, 0.35))]), shore)
        if number < 3:
            mist(canvas, base + 46, 30, colour("#ffdcb6", 0.3))


def _slip(canvas: Canvas) -> None:
    dark, edge = colour("#241c31"), colour("#b98574", 0.8)
    canvas.shape([(0, 742), (300, 748), (560, 816), (566, 846), (420, 900), (0, 1000)], dark)
    for _ in range(170):
        x, y = canvas.chance.uniform(0, 560), canvas.chance.uniform(765, 990)
        if y < 1000 - 0.28 * x:
            canvas.box(x, y + x * 0.08, canvas.chance.uniform(18, 60), 2, colour("#6d4a5c", 0.3), radius=1)
    glow(canvas, 356, 800, 190, colour("#ffd9a0", 0.3), flat=0.25)
    canvas.line([(0, 742), (300, 748), (560, 816)], edge, 2.5)
    for x in (470, 520):
        canvas.box(x, 768 + (x - 470) * 0.28, 15, 26, dark, radius=4)
    for x, y in ((40, 743), (118, 745), (196, 746), (274, 748)):
        canvas.box(x, y - 34, 7, 36, dark)
    canvas.line([(43, 712), (122, 714), (200, 715), (277, 716)], dark, 2.5)
    canvas.shape([(20, 745), (20, 640), (92, 596), (164, 640), (164, 746)], colour("#2a2036"))
    canvas.box(82, 668, 34, 36, colour("#ffc873"))
    canvas.line([(99, 668), (99, 704)], dark, 3)
    canvas.line([(82, 686), (116, 686)], dark, 3)
    glow(canvas, 99, 686, 120, colour("#ffc873", 0.5))
    canvas.line([(330, 752), (330, 598), (352, 590)], dark, 6)
    glow(canvas, 356, 594, 110, colour("#ffd9a0", 0.85))
    canvas.dot(356, 594, 7, colour("#fff6df"))
    for x, tall in ((402, 62), (424, 58)):
        _person(canvas, x, 778, tall)


def _person(canvas: Canvas, x: float, foot: float, tall: float, tone: str = "#1e1729") -> None:
    ink = colour(tone)
    canvas.dot(x, foot - tall * 0.9, tall * 0.1, ink)
    body = [(x - 0.13, 0.78), (x + 0.13, 0.78), (x + 0.17, 0.36), (x + 0.1, 0.0), (x - 0.1, 0.0), (x - 0.17, 0.36)]
    canvas.shape([(x + (at - x) * tall, foot - up * tall) for at, up in body], ink)


def _ferry(canvas: Canvas, x: float, water: float, size: float) -> None:
    boat = canvas.layer()
    boat.painter.translate(x, water)
    boat.painter.scale(size, size)
    _hull(boat)
    _deckhouse(boat)
    picture = boat.finished()
    under = canvas.layer()
    mirror(under, picture, water + 6, 9, 1.0)
    canvas.lay(under, 0.5)
    canvas.lay(picture)
    foam = colour("#fff1dc", 0.75)
    for number in range(26):
        canvas.dot(x - 190 * size + number * 16 * size, water + canvas.chance.uniform(2, 9), 15, foam, 0.1)
    for _ in range(60):
        away = canvas.chance.random()
        trail = water + 5 + canvas.chance.gauss(0, 1 + 9 * away)
        canvas.dot(x - (180 + away * 105) * size, trail, 20, colour("#fff1dc", 0.36 * (1 - away)), 0.09)


def _hull(boat: Canvas) -> None:
    boat.shape([(-186, -44), (-150, -48), (120, -48), (196, -64), (168, 6), (-162, 6)], colour("#2b2036"))
    boat.shape([(-183, -34), (184, -42), (181, -32), (-181, -25)], colour("#d9722f"))
    boat.line([(-180, -62), (130, -64), (190, -80)], colour("#2b2036"), 2)
    for number in range(17):
        boat.line([(-180 + number * 20, -62), (-180 + number * 20, -44)], colour("#2b2036"), 1.6)


def _deckhouse(boat: Canvas) -> None:
    paint, shadow, lamp = colour("#f0dcc4"), colour("#7d5a63"), colour("#ffcf7d")
    boat.box(-112, -86, 196, 40, upright(-86, -46, [(0, paint), (1, shadow)]), radius=4)
    for number in range(6):
        boat.box(-100 + number * 30, -76, 19, 16, lamp, radius=3)
    boat.box(-122, -92, 222, 8, colour("#3a2b42"), radius=3)
    boat.box(26, -130, 56, 40, upright(-130, -90, [(0, paint), (1, shadow)]), radius=4)
    boat.shape([(34, -124), (76, -124), (76, -108), (34, -108)], lamp)
    boat.line([(55, -124), (55, -108)], colour("#3a2b42"), 2.5)
    boat.box(20, -136, 70, 7, colour("#3a2b42"), radius=3)
    boat.box(-50, -134, 30, 44, upright(-134, -90, [(0, colour("#c65a28")), (1, colour("#6d3339"))]), radius=2)
    boat.box(-52, -140, 34, 9, colour("#2b2036"), radius=2)
    boat.line([(56, -136), (56, -206)], colour("#2b2036"), 3)
    boat.line([(56, -200), (190, -80)], colour("#2b2036", 0.6), 1)
    boat.line([(56, -200), (-178, -62)], colour("#2b2036", 0.6), 1)
    boat.line([(88, -112), (98, -112)], colour("#2b2036"), 2)
    boat.dot(98, -105, 6, colour("#d8a24a"))
    glow(boat, 56, -204, 34, colour("#fff3cf", 0.9))
    glow(boat, -10, -66, 150, colour("#ffcf7d", 0.3), flat=0.5)
    for at, tall in ((-150, 30), (-138, 27), (108, 30), (126, 26)):
        _person(boat, at, -48, tall)


def _gulls(canvas: Canvas, birds: list[tuple[float, float, float]]) -> None:
    for x, y, wing in birds:
        points: list[Point] = []
        for step in range(-10, 11):
            out = step / 10
            lift = math.sin(abs(out) * math.pi * 0.8) * wing * 0.75
            points.append((x + out * wing * 2, y - lift + (wing * 0.12 if out < 0 else 0) * abs(out)))
        canvas.line(points, colour("#3b2f45", 0.85), max(1.6, wing * 0.16))


def upper_deck() -> QImage:
    """From the upper deck: passengers at the rail, the breakwater and its light, the open sound."""
    canvas = Canvas(1500, 1000, 710)
    shore = 520.0
    sky(canvas, shore, _COLD)
    clouds(canvas, 210, 90, colour("#fdf6e6", 0.5), 14)
    sun(canvas, 1080, 300, 34, colour("#fffbea"), halo=colour("#fff3d0", 0.5))
    for number, (base, height) in enumerate(((448, 66), (486, 40), (508, 24))):
        tone = between(colour("#a9bfc2"), colour("#4f7378"), number / 2)
        line = outline(canvas.chance, canvas.width, base, height, 0.45)
        fill_below(canvas, line, upright(base - height, shore, [(0, tone), (1, colour("#cfdad6"))]), shore)
    above = canvas.image.copy()
    mirror(canvas, above, shore, 20, 1.1)
    deep = [(0, colour("#a9c3c4", 0.25)), (0.35, colour("#3f6d76", 0.75)), (1, colour("#163f4b", 0.95))]
    canvas.box(0, shore, canvas.width, 480, upright(shore, 1000, deep))
    mist(canvas, shore, 40, colour("#f4efe0", 0.5))
    glitter(canvas, 1080, shore, 90, colour("#fffae4", 0.8), count=500)
    ripples(canvas, shore, 700, colour("#0e3440", 0.32))
    ripples(canvas, shore, 300, colour("#d5e6e2", 0.28))
    _breakwater(canvas)
    _wake(canvas)
    _rail(canvas)
    _gulls(canvas, [(620, 240, 20), (700, 205, 13), (880, 330, 10), (300, 170, 15), (1290, 420, 9)])
    shade_edges(canvas, colour("#0b2630", 0.42))
    grain(canvas, 0.1)
    return canvas.finished()


def _breakwater(canvas: Canvas) -> None:
    stone = upright(540, 640, [(0, colour("#5d6f70")), (1, colour("#26454d"))])
    canvas.shape([(0, 556), (600, 566), (640, 580), (664, 612), (600, 622), (0, 640)], stone)
    for _ in range(150):
        x = canvas.chance.uniform(0, 640)
        size = canvas.chance.uniform(7, 16)
        tone = between(colour("#6d8080"), colour("#1f3b43"), canvas.chance.random())
        canvas.dot(x, 612 + canvas.chance.gauss(0, 7) - x * 0.012, size, tone, 0.55)
    canvas.shape(
        [(582, 568), (588, 448), (622, 448), (628, 570)],
        upright(448, 570, [(0, colour("#f3ead8")), (1, colour("#9fb0ab"))]),
    )
    canvas.shape([(585, 508), (586, 482), (624, 482), (625, 508)], colour("#b4421f"))
    canvas.box(580, 440, 50, 9, colour("#24424a"))
    canvas.box(592, 414, 26, 27, colour("#ffe7a6"))
    canvas.shape([(586, 415), (605, 396), (624, 415)], colour("#24424a"))
    glow(canvas, 605, 428, 120, colour("#ffe9ac", 0.7))


def _wake(canvas: Canvas) -> None:
    for number in range(420):
        away = number / 420
        y = 590 + 420 * away**1.7
        reach = 16 + 330 * away**1.3
        for side in (-1, 1):
            x = 760 + side * reach * canvas.chance.gauss(1, 0.07) - 60 * away
            canvas.dot(x, y, 4 + 24 * away, colour("#f2f7f2", 0.2), 0.2)
    for _ in range(240):
        away = canvas.chance.random()
        x = canvas.chance.gauss(750 - 50 * away, 20 + 130 * away)
        canvas.dot(x, 596 + 400 * away**1.6, 3 + 20 * away, colour("#e6f1ee", 0.16), 0.22)


def _rail(canvas: Canvas) -> None:
    paint = upright(760, 1000, [(0, colour("#f4ecdd")), (1, colour("#a5b4b0"))])
    ink = colour("#14262e")
    for x in range(-20, 1520, 170):
        canvas.box(x, 792, 13, 220, paint)
    for y, thick in ((784, 15), (858, 8), (926, 8)):
        canvas.box(-10, y, 1520, thick, paint, radius=4)
    canvas.box(-10, 799, 1520, 3, colour("#14262e", 0.35))
    canvas.dot(745, 890, 82, colour("#c8561f"))
    canvas.dot(745, 890, 45, colour("#24505a"))
    for turn in range(4):
        canvas.painter.save()
        canvas.painter.translate(745, 890)
        canvas.painter.rotate(45 + turn * 90)
        canvas.box(44, -13, 39, 26, colour("#f4ecdd"))
        canvas.painter.restore()
    canvas.line([(666, 866), (660, 800)], ink, 2)
    canvas.line([(824, 866), (830, 800)], ink, 2)
    for x, tall in ((205, 395), (332, 352), (1126, 372), (1236, 290), (1352, 404)):
        _passenger(canvas, x, 1030, tall)


def _passenger(canvas: Canvas, x: float, foot: float, tall: float) -> None:
    """Somebody seen from behind, in a winter coat."""
    coat = colour(canvas.chance.choice(["#2f4150", "#4b3a4f", "#24525a", "#5a4437"]))
    dim = between(coat, colour("#0e1a20"), 0.5)
    head = tall * 0.1
    top = foot - tall
    shoulder = top + head * 2.3
    broad = head * 2.1
    cloth = across(x - broad, x + broad, [(0, dim), (1, coat)])
    canvas.box(x - broad, shoulder, broad * 2, foot - shoulder, cloth, radius=broad * 0.8)
    canvas.box(x - broad, shoulder + tall * 0.3, broad * 2, tall, cloth, radius=10)
    canvas.line([(x, shoulder + tall * 0.16), (x + 3, foot)], colour("#0e1a20", 0.35), 2)
    canvas.dot(x, top + head * 1.1, head, colour(canvas.chance.choice(["#b98a6b", "#8a6048", "#c9a184"])), 1.15)
    wool = colour(canvas.chance.choice(["#b4421f", "#d9a441", "#8fa89a", "#31404d"]))
    canvas.box(x - head * 1.06, top - head * 0.2, head * 2.12, head * 1.25, wool, radius=head * 0.95)
    brim = between(wool, colour("#0e1a20"), 0.25)
    canvas.box(x - head * 1.14, top + head * 0.62, head * 2.28, head * 0.6, brim, radius=head * 0.25)
    canvas.dot(x, top - head * 0.35, head * 0.36, between(wool, colour("#ffffff"), 0.3))
    scarf = colour(canvas.chance.choice(["#b4421f", "#d9a441", "#7d9a8c", "#e8dcc4"]))
    canvas.box(x - head * 1.1, shoulder - head * 0.35, head * 2.2, head * 0.75, scarf, radius=head * 0.35)
    canvas.box(x + head * 0.3, shoulder, head * 0.55, head * 2.2, between(scarf, colour("#0e1a20"), 0.15), radius=4)
