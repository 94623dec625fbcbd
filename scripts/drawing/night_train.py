"""The night train on Larrick viaduct, under stars."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainterPath

from scripts.drawing.canvas import Canvas, between, colour, upright
from scripts.drawing.land import fill_below, fir, forest, outline
from scripts.drawing.light import glow, grain, mist, shade_edges, sky, stars
from scripts.drawing.water import mirror, ripples

_NIGHT = [(0, colour("#070d24")), (0.45, colour("#16264d")), (0.8, colour("#31527a")), (1, colour("#7f93a0"))]
_DECK = 508.0
_SHORE = 700.0
_LAMP = colour("#ffcf7a")


def night_train() -> QImage:
    """A short lit train on a stone viaduct, snow on the hills, the river below."""
    canvas = Canvas(1400, 875, 2315)
    sky(canvas, 560, _NIGHT)
    _milky_way(canvas)
    stars(canvas, 540, 1100, colour("#eef3ff"))
    _hills(canvas)
    _viaduct(canvas)
    _train(canvas)
    above = canvas.image.copy()
    canvas.box(0, _SHORE, canvas.width, 175, colour("#101b38"))
    mirror(canvas, above, _SHORE, 8, 1.6)
    canvas.box(
        0, _SHORE, canvas.width, 175, upright(_SHORE, 875, [(0, colour("#0b1530", 0.25)), (1, colour("#060b1c", 0.85))])
    )
    ripples(canvas, _SHORE, 260, colour("#060b1c", 0.4))
    ripples(canvas, _SHORE, 70, colour("#b9cbe6", 0.16))
    mist(canvas, _SHORE - 4, 46, colour("#9fb4cf", 0.34))
    _near_bank(canvas)
    shade_edges(canvas, colour("#02040c", 0.55))
    grain(canvas, 0.12)
    return canvas.finished()


def _milky_way(canvas: Canvas) -> None:
    for step in range(260):
        along = step / 260
        x = 180 + 1150 * along + canvas.chance.gauss(0, 30)
        y = 470 - 480 * along + canvas.chance.gauss(0, 46)
        glow(canvas, x, y, canvas.chance.uniform(30, 95), colour("#a9bfe6", 0.045))
    for _ in range(1500):
        along = canvas.chance.random()
        x = 180 + 1150 * along + canvas.chance.gauss(0, 60)
        y = 470 - 480 * along + canvas.chance.gauss(0, 60)
        canvas.dot(x, y, canvas.chance.uniform(0.4, 1.0), colour("#f4f6ff", canvas.chance.uniform(0.15, 0.6)))


def _hills(canvas: Canvas) -> None:
    snow, shade = colour("#8fa6c4"), colour("#22365c")
    for number, (base, height) in enumerate(((455, 130), (530, 96), (610, 70))):
        tone = between(snow, shade, number / 2.2)
        line = outline(canvas.chance, canvas.width, base, height, 0.52)
        if number:
            forest(canvas, line, 46, 17 + 8 * number, between(tone, colour("#0a1330"), 0.6))
        fill_below(canvas, line, upright(base - height, 720, [(0, tone), (1, colour("#1a2a4d"))]))
        mist(canvas, base + 60, 40, colour("#8ea5c8", 0.24))


def _viaduct(canvas: Canvas) -> None:
    stone = QPainterPath()
    stone.addRect(QRectF(-10, _DECK, 1420, 230))
    for number in range(11):
        left = number * 132 - 30
        arch = QPainterPath()
        arch.setFillRule(Qt.FillRule.WindingFill)
        arch.addEllipse(QRectF(left, _DECK + 24, 108, 116))
        arch.addRect(QRectF(left, _DECK + 82, 108, 200))
        stone = stone.subtracted(arch)
    canvas.painter.setBrush(
        upright(_DECK, 740, [(0, colour("#34466b")), (0.4, colour("#1d2b4f")), (1, colour("#111b38"))])
    )
    canvas.painter.drawPath(stone)
    canvas.box(-10, _DECK - 7, 1420, 11, colour("#a9bcd8"))
    canvas.box(-10, _DECK + 3, 1420, 5, colour("#0d1530"))
    for number in range(12):
        canvas.box(number * 132 - 58, _DECK - 16, 8, 12, colour("#8ea3c4"))


def _train(canvas: Canvas) -> None:
    top = _DECK - 56
    glow(canvas, 640, top + 30, 520, colour("#ffcf7a", 0.2), flat=0.25)
    for number in range(4):
        left = 330 + number * 168
        canvas.box(
            left, top, 162, 46, upright(top, top + 46, [(0, colour("#39507c")), (1, colour("#141d3a"))]), radius=7
        )
        canvas.box(left, top + 2, 162, 4, colour("#b8c9e2", 0.7), radius=2)
        for window in range(8):
            dark = canvas.chance.random() < 0.28 and number != 2
            pane = colour("#20304f") if dark else between(_LAMP, colour("#fff4d6"), canvas.chance.random() * 0.6)
            canvas.box(left + 10 + window * 18.4, top + 13, 12, 15, pane, radius=2)
        canvas.box(left, top + 34, 162, 3, colour("#c0502a"))
        for wheel in (22, 44, 118, 140):
            canvas.dot(left + wheel, top + 47, 5, colour("#0a1024"))
    _engine(canvas, top)


def _engine(canvas: Canvas, top: float) -> None:
    canvas.shape(
        [(1002, top + 46), (1002, top + 2), (1110, top + 2), (1148, top + 26), (1150, top + 46)], colour("#b4421f")
    )
    canvas.shape([(1002, top + 6), (1002, top + 2), (1110, top + 2), (1116, top + 6)], colour("#e9c9b0", 0.8))
    canvas.shape([(1104, top + 9), (1114, top + 9), (1134, top + 24), (1104, top + 24)], colour("#ffe2a6"))
    for wheel in (1024, 1048, 1106, 1130):
        canvas.dot(wheel, top + 47, 5.5, colour("#0a1024"))
    canvas.shape([(1150, top + 38), (1400, top + 4), (1400, top + 58)], colour("#ffe9ba", 0.16))
    glow(canvas, 1150, top + 38, 90, colour("#fff0c9", 0.9))
    for number in range(34):
        away = number / 34
        glow(canvas, 300 - 300 * away, top - 4 - 26 * away, 26 + 40 * away, colour("#c9d6ea", 0.05))


def _near_bank(canvas: Canvas) -> None:
    line = outline(canvas.chance, canvas.width, 858, 16, 0.5)
    for x in (40, 96, 150, 205, 1290, 1345, 1398):
        fir(canvas, x, 866, canvas.chance.uniform(110, 230), colour("#050916"))
    fill_below(canvas, line, colour("#070c1d"))
