"""Land: ridges one behind the other, and what grows on them."""

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from PySide6.QtGui import QBrush, QColor

from scripts.drawing.canvas import Canvas, Point, between


def outline(chance: Random, width: float, base: float, height: float, roughness: float = 0.5) -> list[Point]:
    """The line of a ridge from left to right by midpoint displacement (Fournier, Fussell and Carpenter, 1982).

    It wanders about ``base`` by some ``height`` pixels; ``roughness`` 0.4 is rolling, 0.6 is craggy.
    """
    heights = [chance.uniform(-1, 1), chance.uniform(-1, 1)]
    reach = 1.0
    while len(heights) < 257:
        finer: list[float] = []
        for left, right in pairwise(heights):
            finer += [left, (left + right) / 2 + chance.uniform(-reach, reach)]
        heights = [*finer, heights[-1]]
        reach *= roughness
    step = width / (len(heights) - 1)
    return [(index * step, base - value * height / 1.6) for index, value in enumerate(heights)]


def fill_below(canvas: Canvas, line: Sequence[Point], brush: QBrush | QColor, bottom: float | None = None) -> None:
    """Fill everything under a line, down to ``bottom`` or the lower edge."""
    floor = canvas.height if bottom is None else bottom
    canvas.shape([*line, (line[-1][0], floor), (line[0][0], floor)], brush)


def height_at(line: Sequence[Point], x: float) -> float:
    """How high (in y) the line runs at x."""
    for (left, top), (right, next_top) in pairwise(line):
        if left <= x <= right:
            return top + (next_top - top) * (x - left) / max(right - left, 1e-9)
    return line[-1][1]


def fir(canvas: Canvas, x: float, foot: float, height: float, tone: QColor) -> None:
    """A fir: a ragged cone in tiers."""
    tiers = 7
    left: list[Point] = []
    right: list[Point] = []
    for tier in range(1, tiers + 1):
        y = foot - height + height * tier / tiers
        reach = height * 0.2 * tier / tiers * canvas.chance.uniform(0.8, 1.15)
        left += [(x - reach, y), (x - reach * 0.5, y - height * 0.015)]
        right += [(x + reach, y), (x + reach * 0.5, y - height * 0.015)]
    canvas.shape([(x, foot - height), *right, *reversed(left)], tone)


def forest(canvas: Canvas, line: Sequence[Point], count: int, height: float, tone: QColor) -> None:
    """Firs along a ridge, in clumps."""
    for _ in range(count):
        middle = canvas.chance.uniform(0, canvas.width)
        for _ in range(canvas.chance.randint(1, 6)):
            x = canvas.chance.gauss(middle, height * 0.9)
            tall = height * canvas.chance.uniform(0.5, 1.1)
            fir(canvas, x, height_at(line, min(max(x, 0), canvas.width)) + 4, tall, tone)


def crown(canvas: Canvas, x: float, y: float, radius: float, tones: Sequence[QColor], *, leaves: int = 260) -> None:
    """The crown of a broad-leaved tree: a cloud of leaves in the given tones, light above, dark below."""
    spots: list[tuple[float, float, float]] = []
    for _ in range(leaves):
        far = canvas.chance.random() ** 0.5 * radius * canvas.chance.uniform(0.86, 1.06)
        angle = canvas.chance.uniform(0, 2 * math.pi)
        spots.append((math.cos(angle) * far, math.sin(angle) * far * 0.82, radius * canvas.chance.uniform(0.1, 0.2)))
    spots.sort(key=lambda spot: -spot[1])
    for at_x, at_y, size in spots:
        depth = (at_y / radius * 0.82 + at_x / radius * 0.25 + 1) / 2 + canvas.chance.gauss(0, 0.13)
        place = min(len(tones) - 1.001, max(0.0, depth * (len(tones) - 1)))
        tone = between(tones[int(place)], tones[int(place) + 1], place % 1)
        canvas.dot(x + at_x, y + at_y, size, tone, 0.85)


def branch(canvas: Canvas, start: Point, way: Point, width: float, tone: QColor) -> list[Point]:
    """A bare bough that forks as it thins; the answer is where its twigs end."""
    ends: list[Point] = []
    boughs = [(start, way, width)]
    while boughs:
        (x, y), (dx, dy), thick = boughs.pop()
        tip = (x + dx, y + dy)
        canvas.line([(x, y), (x + dx * 0.5 + canvas.chance.gauss(0, thick * 0.3), y + dy * 0.5), tip], tone, thick)
        if thick < 1.2:
            ends.append(tip)
            continue
        for turn in (-0.45, 0.4):
            bend = turn + canvas.chance.gauss(0, 0.18)
            grow = canvas.chance.uniform(0.68, 0.86)
            boughs.append((tip, ((dx - dy * bend) * grow, (dy + dx * bend) * grow), thick * 0.66))
    return ends
