"""The lower case at Cooper's Court: compartments full of metal letters, seen from above."""

from PySide6.QtGui import QBrush, QImage, QRadialGradient

from scripts.drawing.canvas import Canvas, across, between, colour, upright
from scripts.drawing.light import glow, grain

_ROWS = (
    (0.7, 0.7, 0.7, 0.7, 1.2, 1.4, 1.0, 1.4, 1.4, 0.8, 0.8, 0.9),
    (0.7, 1.2, 1.4, 2.2, 1.3, 1.4, 0.8, 0.8, 0.9, 0.9),
    (0.8, 1.3, 1.5, 1.5, 1.5, 1.6, 1.2, 1.2, 0.8),
    (0.8, 0.8, 1.4, 1.6, 1.5, 1.6, 1.3, 1.0, 1.4),
)


def type_case() -> QImage:
    """Four rows of compartments by lamplight, a composing stick laid across."""
    canvas = Canvas(1400, 933, 152)
    canvas.box(0, 0, 1400, 933, upright(0, 933, [(0, colour("#6a4426")), (1, colour("#40260f"))]))
    for row, shares in enumerate(_ROWS):
        y = 26 + row * 222
        x, unit = 26.0, 1348 / sum(shares)
        for share in shares:
            _compartment(canvas, x, y, share * unit - 10, 206, full=min(1.0, share / 1.6))
            x += share * unit
    _stick(canvas)
    _lamplight(canvas)
    grain(canvas, 0.05)
    return canvas.finished()


def _compartment(canvas: Canvas, x: float, y: float, wide: float, tall: float, *, full: float) -> None:
    canvas.box(x - 3, y - 3, wide + 6, tall + 6, colour("#2a180a"))
    canvas.box(x, y, wide, tall, upright(y, y + tall, [(0, colour("#150b04")), (1, colour("#39220f"))]))
    canvas.painter.save()
    canvas.painter.setClipRect(int(x), int(y), int(wide), int(tall))
    for number in range(int(wide * tall / 190 * (0.3 + 0.6 * full))):
        depth = number / (wide * tall / 190)
        at_x, at_y = x + canvas.chance.uniform(0, wide), y + canvas.chance.uniform(0, tall)
        _sort(canvas, at_x, at_y, depth)
    canvas.painter.restore()
    canvas.box(x, y, wide, 12, upright(y, y + 12, [(0, colour("#000000", 0.7)), (1, colour("#000000", 0.0))]))
    canvas.box(x, y, 12, tall, across(x, x + 12, [(0, colour("#000000", 0.55)), (1, colour("#000000", 0.0))]))


def _sort(canvas: Canvas, x: float, y: float, depth: float) -> None:
    metal = between(colour("#5a534a"), colour("#e6dccb"), min(1.0, depth) * canvas.chance.uniform(0.6, 1.1))
    canvas.painter.save()
    canvas.painter.translate(x, y)
    canvas.painter.rotate(canvas.chance.gauss(0, 38) + canvas.chance.choice([0, 90]))
    body = [(0, metal.lighter(125)), (0.4, metal), (1, metal.darker(190))]
    canvas.box(-21, -3, 44, 10, colour("#0a0603", 0.6))
    canvas.box(-22, -5.5, 44, 11, upright(-5.5, 5.5, body))
    canvas.box(16, -5.5, 6, 11, metal.lighter(150))
    canvas.box(17.5, -3 + canvas.chance.uniform(-1, 1), 3, 5, colour("#1d1a18", 0.85))
    canvas.box(-10, -5.5, 2.2, 11, metal.darker(170))
    canvas.painter.restore()


def _stick(canvas: Canvas) -> None:
    canvas.painter.save()
    canvas.painter.translate(720, 700)
    canvas.painter.rotate(-13)
    canvas.box(-366, -38, 760, 128, colour("#000000", 0.55), radius=6)
    steel = [(0, colour("#f1ece0")), (0.1, colour("#a9a397")), (0.85, colour("#77726a")), (1, colour("#3f3b37"))]
    canvas.box(-380, -60, 760, 132, upright(-60, 72, steel), radius=6)
    canvas.box(-366, -44, 732, 96, colour("#2b2825"))
    for row in range(2):
        x = -362.0
        while x < (352 if row == 0 else 120):
            wide = canvas.chance.choice([9, 12, 14, 17])
            space = canvas.chance.random() < 0.17
            metal = (
                colour("#6b675f") if space else between(colour("#cfc9bc"), colour("#f3eee2"), canvas.chance.random())
            )
            canvas.box(
                x,
                -42 + row * 47,
                wide - 1,
                44,
                upright(-42 + row * 47, 2 + row * 47, [(0, metal), (1, metal.darker(150))]),
            )
            if not space:
                _face(canvas, x, -36 + row * 47, wide - 5)
            x += wide
    canvas.box(150 + 210, -60, 26, 150, upright(-60, 90, steel), radius=5)
    canvas.dot(373, -20, 8, colour("#4a4640"))
    canvas.painter.restore()


def _face(canvas: Canvas, x: float, y: float, wide: float) -> None:
    ink = colour("#26221e", 0.9)
    kind = canvas.chance.randrange(4)
    canvas.box(x + 2, y + 2, 2.4, 20, ink)
    if kind in {0, 1}:
        canvas.box(x + wide, y + 2 + 7 * kind, 2.4, 20 - 7 * kind, ink)
    canvas.box(x + 2, y + (2 if kind != 3 else 10), max(2.0, wide), 2.6, ink)
    if kind == 2:
        canvas.box(x + 2, y + 19, max(2.0, wide), 2.6, ink)


def _lamplight(canvas: Canvas) -> None:
    dark = QRadialGradient(600, 420, 1120)
    for place, alpha in ((0, 0.0), (0.35, 0.0), (0.7, 0.45), (1, 0.82)):
        dark.setColorAt(place, colour("#140a03", alpha))
    canvas.box(0, 0, 1400, 933, QBrush(dark))
    glow(canvas, 600, 400, 900, colour("#ffb24d", 0.5))
