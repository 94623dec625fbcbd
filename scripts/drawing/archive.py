"""The village archive: its shelves in lamplight, and the letters drying in the barn."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QRadialGradient

from scripts.drawing.canvas import Canvas, across, between, colour, upright
from scripts.drawing.light import glow, grain

_CLOTHS = ("#4f6168", "#8a6a3d", "#7d4231", "#5f6b4e", "#3e4a5c", "#6d5a4a")


def archive_shelves() -> QImage:
    """Boxes on three shelves, a lamp, a table with letters."""
    canvas = Canvas(1400, 933, 9112)
    canvas.box(0, 0, 1400, 933, upright(0, 933, [(0, colour("#3a2a1f")), (1, colour("#20160f"))]))
    for top in (-58, 160, 378):
        _shelf(canvas, top)
    _table(canvas)
    _light(canvas)
    _lamp(canvas)
    grain(canvas, 0.12)
    return canvas.finished()


def _shelf(canvas: Canvas, top: float) -> None:
    canvas.box(0, top, 1400, 196, colour("#170f0a"))
    x = -20.0
    while x < 1400:
        wide = canvas.chance.uniform(58, 92)
        tall = canvas.chance.uniform(148, 178)
        if canvas.chance.random() < 0.06:
            x += wide * 0.7
            continue
        _archive_box(canvas, x, top + 196 - tall, wide, tall)
        x += wide + canvas.chance.uniform(1, 4)
    canvas.box(
        0,
        top + 196,
        1400,
        22,
        upright(top + 196, top + 218, [(0, colour("#9a6d42")), (0.2, colour("#6b4728")), (1, colour("#3b2515"))]),
    )


def _archive_box(canvas: Canvas, x: float, y: float, wide: float, tall: float) -> None:
    cloth = between(colour(canvas.chance.choice(_CLOTHS)), colour("#2a1d14"), canvas.chance.uniform(0, 0.25))
    canvas.box(
        x,
        y,
        wide,
        tall,
        across(x, x + wide, [(0, cloth.darker(150)), (0.15, cloth), (0.85, cloth), (1, cloth.darker(165))]),
        radius=2,
    )
    canvas.box(x, y + 26, wide, 2, colour("#000000", 0.25))
    paper = between(colour("#efe2c4"), colour("#c9b48a"), canvas.chance.random())
    canvas.box(x + wide * 0.2, y + 44, wide * 0.6, 40, paper, radius=2)
    for line in range(3):
        canvas.box(
            x + wide * 0.27, y + 53 + line * 9, wide * canvas.chance.uniform(0.22, 0.46), 2, colour("#3b2a1c", 0.7)
        )
    canvas.dot(x + wide / 2, y + tall - 30, 7, colour("#b58b4a"))
    canvas.dot(x + wide / 2, y + tall - 30, 4, colour("#1d120a"))


def _table(canvas: Canvas) -> None:
    canvas.box(
        0,
        640,
        1400,
        300,
        upright(640, 933, [(0, colour("#7a4d2b")), (0.06, colour("#8d5b34")), (1, colour("#3d2414"))]),
    )
    for _ in range(120):
        y = canvas.chance.uniform(650, 930)
        canvas.box(canvas.chance.uniform(-100, 1300), y, canvas.chance.uniform(80, 420), 1.6, colour("#2b180c", 0.22))
    _bundle(canvas, 250, 800)
    for x, y, turn, wide in ((560, 800, -9, 250), (735, 852, 7, 240), (905, 770, -3, 230), (1180, 860, 13, 250)):
        _envelope(canvas, x, y, turn, wide)


def _envelope(canvas: Canvas, x: float, y: float, turn: float, wide: float) -> None:
    tall = wide * 0.6
    canvas.painter.save()
    canvas.painter.translate(x, y)
    canvas.painter.scale(1, 0.62)
    canvas.painter.rotate(turn)
    canvas.box(-wide / 2 + 8, -tall / 2 + 12, wide, tall, colour("#140a04", 0.45), radius=3)
    canvas.box(
        -wide / 2,
        -tall / 2,
        wide,
        tall,
        between(colour("#f3e8cf"), colour("#dfc9a0"), canvas.chance.random()),
        radius=3,
    )
    stamp = colour(canvas.chance.choice(["#a33b22", "#3d5d74", "#5c7049"]))
    canvas.box(wide / 2 - 46, -tall / 2 + 12, 32, 38, stamp)
    for ring in (17, 21):
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.setPen(colour("#2b1c12", 0.6))
        canvas.painter.drawEllipse(QPointF(wide / 2 - 56, -tall / 2 + 40), ring, ring)
        canvas.painter.setPen(Qt.PenStyle.NoPen)
    for row in range(4):
        _handwriting(canvas, -wide * 0.28, row * 19 - 8, wide * canvas.chance.uniform(0.3, 0.5))
    canvas.painter.restore()


def _handwriting(canvas: Canvas, x: float, y: float, length: float, tone: QColor | None = None) -> None:
    points = []
    at = 0.0
    while at < length:
        points.append((x + at, y + canvas.chance.uniform(-4, 3)))
        at += canvas.chance.uniform(2.5, 5.5)
    canvas.line(points, tone or colour("#32231a", 0.85), 1.5)


def _bundle(canvas: Canvas, x: float, y: float) -> None:
    canvas.dot(x, y + 56, 190, colour("#120904", 0.4), 0.2)
    for number in range(11):
        edge = between(colour("#cdb68b"), colour("#f4ead2"), canvas.chance.random())
        shift = canvas.chance.uniform(-7, 7)
        canvas.box(x - 150 + shift, y + 44 - number * 9, 300, 8, edge, radius=2)
    canvas.shape([(x - 150, y - 50), (x - 108, y - 96), (x + 190, y - 96), (x + 150, y - 50)], colour("#f1e4c8"))
    canvas.shape([(x - 14, y - 50), (x + 26, y - 96), (x + 42, y - 96), (x + 4, y - 50)], colour("#a33b22"))
    canvas.box(x - 14, y - 50, 18, 102, colour("#8c2f1a"))


def _light(canvas: Canvas) -> None:
    dark = QRadialGradient(1090, 520, 1050)
    dark.setColorAt(0, colour("#1a0d05", 0.0))
    dark.setColorAt(0.28, colour("#1a0d05", 0.12))
    dark.setColorAt(0.7, colour("#120903", 0.74))
    dark.setColorAt(1, colour("#0b0502", 0.92))
    canvas.box(0, 0, 1400, 933, QBrush(dark))
    glow(canvas, 1090, 470, 620, colour("#ffb95e", 0.4))
    glow(canvas, 1090, 740, 560, colour("#ffd28a", 0.42), flat=0.34)


def _lamp(canvas: Canvas) -> None:
    brass = across(1060, 1120, [(0, colour("#6b4a1e")), (0.4, colour("#e2b866")), (1, colour("#5c3d16"))])
    canvas.dot(1090, 748, 82, brass, 0.22)
    canvas.box(1083, 470, 14, 276, brass)
    canvas.shape(
        [(1012, 372), (1168, 372), (1236, 492), (944, 492)],
        upright(372, 492, [(0, colour("#2e5a45")), (1, colour("#6fa37a"))]),
    )
    canvas.box(944, 488, 292, 8, colour("#ffe7b0"), radius=4)
    canvas.dot(1090, 500, 30, colour("#fff6dc"), 0.55)
    glow(canvas, 1090, 500, 130, colour("#fff0c8", 0.85))


def letters_on_a_line() -> QImage:
    """The barn at Top Farm: letters pegged on five lines, and somebody reading."""
    canvas = Canvas(900, 1200, 114)
    canvas.box(
        0, 0, 900, 1200, upright(0, 1200, [(0, colour("#2a1e16")), (0.6, colour("#4a3526")), (1, colour("#1e140d"))])
    )
    for plank in range(19):
        tone = between(colour("#2c1f16"), colour("#5a412d"), canvas.chance.random())
        canvas.box(plank * 48, 0, 46, 930, upright(0, 930, [(0, tone.darker(160)), (1, tone)]))
    _window(canvas)
    canvas.box(0, 930, 900, 270, upright(930, 1200, [(0, colour("#6d5238")), (1, colour("#2b1d12"))]))
    for number, (y, size) in enumerate(((300, 0.6), (410, 0.74), (545, 0.9), (700, 1.1))):
        _washing_line(canvas, y, size, number)
        if number == 2:
            _reader(canvas, 300, 1010)
    _shaft(canvas)
    _straw(canvas)
    grain(canvas, 0.13)
    return canvas.finished()


def _window(canvas: Canvas) -> None:
    canvas.box(556, 70, 236, 190, colour("#21160f"))
    canvas.box(568, 82, 212, 166, upright(82, 248, [(0, colour("#fff6df")), (1, colour("#ffe2a8"))]))
    for x in (636, 706):
        canvas.box(x, 82, 7, 166, colour("#2a1c12"))
    canvas.box(568, 160, 212, 7, colour("#2a1c12"))
    glow(canvas, 674, 165, 420, colour("#ffe3aa", 0.55))


def _washing_line(canvas: Canvas, y: float, size: float, number: int) -> None:
    sag = 70 * size

    def height(x: float) -> float:
        return y + sag * (1 - ((x - 450) / 500) ** 2)

    canvas.line([(x, height(x)) for x in range(-20, 921, 20)], colour("#d8c29a", 0.8), 2 * size)
    x = -30 + number * 23.0
    while x < 900:
        wide = 66 * size * canvas.chance.uniform(0.9, 1.15)
        _pegged(canvas, x, height(x + wide / 2), wide, size)
        x += wide + 14 * size * canvas.chance.uniform(0.5, 1.7)


def _pegged(canvas: Canvas, x: float, y: float, wide: float, size: float) -> None:
    tall = wide * canvas.chance.uniform(1.2, 1.5)
    lit = max(0.0, 1 - abs(x - 560) / 700)
    paper = between(colour("#b99f73"), colour("#fff5dd"), 0.25 + 0.75 * lit * canvas.chance.uniform(0.75, 1))
    canvas.painter.save()
    canvas.painter.translate(x + wide / 2, y)
    canvas.painter.rotate(canvas.chance.gauss(0, 2.6))
    canvas.box(
        -wide / 2,
        2,
        wide,
        tall,
        across(-wide / 2, wide / 2, [(0, paper.darker(118)), (0.5, paper), (1, paper.darker(108))]),
        radius=1,
    )
    for row in range(int(tall / (8.5 * size)) - 2):
        length = wide * canvas.chance.uniform(0.5, 0.78)
        _handwriting(canvas, -wide * 0.39, 15 * size + row * 8.5 * size, length, colour("#4a3626", 0.5))
    for peg in (-wide * 0.3, wide * 0.3):
        canvas.box(peg - 3 * size, -10 * size, 6 * size, 22 * size, colour("#8a6038"), radius=2)
    canvas.painter.restore()


def _reader(canvas: Canvas, x: float, foot: float) -> None:
    coat = colour("#1d1620")
    canvas.dot(x, foot + 4, 96, colour("#0d0805", 0.5), 0.16)
    canvas.box(x - 34, foot - 140, 26, 140, colour("#15101a"), radius=6)
    canvas.box(x + 6, foot - 140, 26, 140, colour("#15101a"), radius=6)
    canvas.box(
        x - 62,
        foot - 356,
        124,
        250,
        across(x - 62, x + 62, [(0, colour("#15101a")), (0.8, coat), (1, colour("#8a6a4a"))]),
        radius=44,
    )
    canvas.dot(x + 4, foot - 392, 38, colour("#33241f"), 1.15)
    canvas.box(x - 40, foot - 432, 88, 30, colour("#2a2130"), radius=14)
    canvas.dot(x + 6, foot - 210, 20, colour("#b98a6b"), 0.8)
    canvas.line([(x - 56, foot - 300), (x - 62, foot - 230), (x - 4, foot - 206)], coat, 26)
    canvas.line([(x + 56, foot - 300), (x + 64, foot - 232), (x + 12, foot - 206)], colour("#2a2029"), 26)


def _shaft(canvas: Canvas) -> None:
    for left, right, far_left, far_right in ((568, 636, -60, 230), (643, 706, 250, 470), (713, 780, 500, 690)):
        beam = upright(90, 1150, [(0, colour("#ffe9b8", 0.3)), (1, colour("#ffe9b8", 0.0))])
        canvas.shape([(left, 90), (right, 90), (far_right, 1150), (far_left, 1150)], beam)
    for _ in range(240):
        x, y = canvas.chance.uniform(60, 780), canvas.chance.uniform(150, 1100)
        canvas.dot(x, y, canvas.chance.uniform(0.6, 2), colour("#fff3cf", canvas.chance.uniform(0.1, 0.6)))


def _straw(canvas: Canvas) -> None:
    for _ in range(420):
        x, y = canvas.chance.uniform(0, 900), 950 + 250 * canvas.chance.random() ** 0.7
        reach = canvas.chance.uniform(-26, 26)
        canvas.line(
            [(x, y), (x + reach, y + canvas.chance.uniform(-6, 6))],
            colour("#d9b46c", canvas.chance.uniform(0.15, 0.6)),
            1.6,
        )
    canvas.shape(
        [(640, 1060), (850, 1060), (830, 1160), (660, 1160)],
        upright(1060, 1160, [(0, colour("#9a6d3a")), (1, colour("#4f3319"))]),
    )
    for number in range(9):
        canvas.dot(
            664 + number * 20.5,
            1056 - 9 * (number % 2),
            15,
            colour(canvas.chance.choice(["#f2dfc2", "#d9ac7c", "#e9cba4"])),
            1.2,
        )
    canvas.box(636, 1062, 218, 14, colour("#b98848"), radius=4)
