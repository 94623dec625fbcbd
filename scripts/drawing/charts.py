"""Line art on clear ground: the dividing train, the first clover, the hundred winters, the parts of a sort."""

import math
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, Qt

from scripts.drawing.canvas import Canvas, colour

INK, SOFT, FAINT, RED = colour("#2a2622"), colour("#7a746a"), colour("#cfc8ba"), colour("#b4421f")
_FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@cache
def _family(file: str) -> str:
    number = QFontDatabase.addApplicationFont(str(_FONTS / file))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _write(
    canvas: Canvas, words: str, x: float, y: float, *, size: int = 22, tone: QColor = INK, middle: bool = False
) -> None:
    font = QFont(_family("inter/Inter_500Medium.ttf"))
    font.setPixelSize(size)
    canvas.painter.setFont(font)
    shift = canvas.painter.fontMetrics().horizontalAdvance(words) / 2 if middle else 0
    canvas.painter.setPen(tone)
    canvas.painter.drawText(QPointF(x - shift, y), words)
    canvas.painter.setPen(Qt.PenStyle.NoPen)


def route_diagram() -> QImage:
    """Strand Cross to Kessock Junction, and there the fork."""
    canvas = Canvas(1200, 520, 412)
    fork, coast, north = (640.0, 250.0), (1090.0, 420.0), (1090.0, 96.0)
    canvas.line([(110, 250), fork], INK, 9)
    canvas.line([(700, 184), (780, 96), north], INK, 9)
    canvas.line([fork, (700, 184)], INK, 9)
    canvas.line([fork, (790, 420), coast], RED, 9)
    stops = (
        (110.0, 250.0, "Strand Cross", "23.15"),
        (390.0, 250.0, "Harrowby", "00.58"),
        (*fork, "Kessock Junction", "02.07"),
        (*north, "Ballowmuir", "08.02"),
        (*coast, "Saltmarsh Quay", "06.40"),
    )
    for x, y, name, time in stops:
        canvas.dot(x, y, 19, INK)
        canvas.dot(x, y, 11, colour("#ffffff"))
        if x == fork[0]:
            _write(canvas, name, x + 42, y + 2)
            _write(canvas, time, x + 42, y + 30, size=19, tone=SOFT)
            continue
        _write(canvas, name, x, y - 38, middle=True)
        _write(canvas, time, x, y + 54, size=19, tone=SOFT, middle=True)
    _carriages(canvas, 800, 128, INK, "front two carriages")
    _carriages(canvas, 800, 334, RED, "rear two carriages")
    return canvas.finished()


def _carriages(canvas: Canvas, x: float, y: float, tone: QColor, words: str) -> None:
    for number in range(2):
        canvas.box(x + number * 62, y, 56, 22, tone, radius=5)
        for window in range(4):
            canvas.box(x + 7 + number * 62 + window * 11.5, y + 6, 7, 8, colour("#ffffff"))
    _write(canvas, words, x, y + 48, size=18, tone=SOFT)


def first_flowers() -> QImage:
    """The day of the first clover at Long Mead, 1931 to 1979 and 1988 to 2025."""
    canvas = Canvas(1400, 760, 1931)
    left, right, top, bottom = 130.0, 1360.0, 60.0, 680.0

    def place(year: int, day: float) -> tuple[float, float]:
        """``day`` counts from the first of May."""
        return left + (right - left) * (year - 1928) / 100, top + (bottom - top) * (60 - day) / 45

    for mark, name in ((15, "15 May"), (25, "25 May"), (32, "1 June"), (47, "16 June"), (60, "29 June")):
        y = place(1931, mark)[1]
        canvas.line([(left, y), (right, y)], FAINT, 1.5)
        _write(canvas, name, 14, y + 7, size=20, tone=SOFT)
    for year in range(1940, 2030, 20):
        _write(canvas, str(year), place(year, 0)[0], 736, size=20, tone=SOFT, middle=True)
    book: dict[int, float] = {year: max(33.0, canvas.chance.gauss(47, 4.4)) for year in range(1931, 1980)}
    book.update({1940: 45, 1953: 51, 1979: 40})
    survey: dict[int, float] = {
        year: 43 - max(0, year - 1990) * 0.36 + canvas.chance.gauss(0, 2.6) for year in range(1988, 2023)
    }
    survey.update({2023: 25, 2024: 26, 2025: 24})
    for found, tone in ((book, SOFT), (survey, RED)):
        for year, day in found.items():
            canvas.dot(*place(year, day), 8.5, tone)
    canvas.line([place(1931, 47), place(1979, 47)], SOFT, 3)
    canvas.line([place(1988, 43), place(2025, 27)], RED, 3)
    _write(canvas, "Miss Farrow’s hymn book", *place(1934, 56), tone=SOFT)
    _write(canvas, "the survey", *place(2013, 38), tone=RED)
    return canvas.finished()


def hundred_winters() -> QImage:
    """Days with snow lying on Cold Fell, 1925/26 to 2024/25."""
    canvas = Canvas(1400, 620, 100)
    floor, unit = 540.0, 3.1
    for mark in (50, 100, 150):
        y = floor - mark * unit
        canvas.line([(90, y), (1380, y)], FAINT, 1.5)
        _write(canvas, str(mark), 30, y + 7, size=20, tone=SOFT)
    for number in range(100):
        year = 1926 + number
        middle = 81.0 if year < 1980 else 81 - (year - 1980) * 1.22
        days = min(97.0, max(9.0, middle + canvas.chance.gauss(0, 15)))
        days = {1947: 158.0, 1963: 139.0, 1979: 104.0, 2010: 74.0}.get(year, days)
        tone = RED if year in {1947, 1979} else INK if year < 2016 else SOFT
        canvas.box(92 + number * 12.9, floor - days * unit, 9.4, days * unit, tone, radius=2)
    canvas.line([(88, floor), (1384, floor)], INK, 3)
    for year in (1947, 1979):
        _write(canvas, str(year), 97 + (year - 1926) * 12.9, floor + 34, size=20, tone=RED, middle=True)
    _write(canvas, "1925–26", 92, floor + 34, size=20, tone=SOFT)
    _write(canvas, "2024–25", 1300, floor + 34, size=20, tone=SOFT)
    return canvas.finished()


def parts_of_a_sort() -> QImage:
    """One piece of type standing up, with its parts named."""
    canvas = Canvas(1200, 800, 10)
    front = [(400, 300), (600, 300), (600, 690), (400, 690)]
    side = [(600, 300), (760, 190), (760, 580), (600, 690)]
    lid = [(400, 300), (560, 190), (760, 190), (600, 300)]
    for outline in (front, side, lid):
        canvas.line([*outline, outline[0]], INK, 4)
    canvas.line([(400, 560), (600, 560)], INK, 4)
    canvas.line([(400, 584), (600, 584)], INK, 4)
    canvas.line([(600, 560), (616, 549)], INK, 4)
    canvas.line([(600, 584), (616, 573)], INK, 4)
    canvas.line([(470, 690), (470, 676), (530, 676), (530, 690)], INK, 4)
    _face_of_g(canvas, 580, 236)
    for words, x, y, to_x, to_y in (
        ("face", 300, 120, 520, 224),
        ("counter", 880, 110, 592, 238),
        ("shoulder", 900, 230, 706, 226),
        ("nick", 220, 572, 396, 572),
        ("foot", 240, 730, 430, 694),
        ("body", 880, 470, 690, 440),
    ):
        near = x + (70 if x < to_x else -12)
        canvas.line([(near, y - 8), (to_x, to_y)], RED, 2)
        canvas.dot(to_x, to_y, 6, RED)
        _write(canvas, words, x, y, size=28)
    return canvas.finished()


def _face_of_g(canvas: Canvas, x: float, y: float) -> None:
    """A mirrored g, lying on the slanting top."""
    for (at_x, at_y), wide, high in (((0, -10), 44, 17), ((-8, 26), 52, 17)):
        ring = []
        for step in range(41):
            angle = step * math.pi / 20
            across_it, along = math.cos(angle) * wide, math.sin(angle) * high
            ring.append((x + at_x + across_it - along * 0.9, y + at_y + along))
        canvas.line(ring, INK, 8)
    canvas.line([(x - 20, y + 6), (x - 28, y + 12)], INK, 8)
    canvas.line([(x - 34, y - 22), (x - 62, y - 26)], INK, 8)
