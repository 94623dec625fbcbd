"""Small pictures of hills under a sky, drawn as PNG without any library."""

import random
import struct
import zlib
from functools import cache
from math import sin

WIDTH, HEIGHT = 480, 320
_HILLS = ((0.3, 0.5, 0.2), (0.5, 0.7, 0.12), (0.7, 0.9, 0.06))
"""Of each row of hills, the farthest first: between which parts of the height it lies, and how far it swings."""


@cache
def picture(number: int) -> bytes:
    """The PNG of that number: some kilobytes, 480 × 320."""
    chance = random.Random(f"picture {number}")
    colours = bytes(chance.randrange(40, 236) for _ in range(3 * (len(_HILLS) + 1)))
    columns = [_column(tops) for tops in zip(*_ridges(chance), strict=True)]
    content = b"".join(b"\0" + bytes(line) for line in zip(*columns, strict=True))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(content)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, content) for name, content in parts)


def _ridges(chance: random.Random) -> list[list[int]]:
    """For each row of hills, how far from the top it begins, column by column."""
    ridges = []
    for layer, (least, most, swing) in enumerate(_HILLS, 1):
        height, phase = chance.uniform(least, most), chance.uniform(0, 6)
        ridges.append([int(HEIGHT * (height + swing * sin(phase + x / (35 * layer)))) for x in range(WIDTH)])
    return ridges


def _column(tops: tuple[int, ...]) -> bytes:
    """The layers seen in one column from top to bottom: the sky, and what each nearer hill leaves of those behind."""
    column = bytearray(HEIGHT)
    for layer, top in enumerate(tops, 1):
        column[top:] = bytes([layer]) * (HEIGHT - top)
    return bytes(column)


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
