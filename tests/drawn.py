"""Pictures that tests draw for themselves."""

import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter, QPainter

UPRIGHT = QImageIOHandler.Transformation.TransformationNone


def landscape(width: int, height: int) -> QImage:
    """Red above, blue below, with a yellow left edge of a tenth of the width."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    painter.fillRect(0, height // 2, width, height, QColor("blue"))
    painter.fillRect(0, 0, width // 10, height, QColor("yellow"))
    painter.end()
    return image


def line_art(width: int, height: int, stroke: str) -> QImage:
    """A filled bar on a see-through ground."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.fillRect(width // 4, height // 4, width // 2, height // 4, QColor(stroke))
    painter.end()
    return image


def encoded(
    image: QImage, kind: str = "png", turned: QImageIOHandler.Transformation = UPRIGHT, *, progressive: bool = False
) -> bytes:
    """The bytes of a picture; ``turned`` is written as its EXIF orientation."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setTransformation(turned)
    writer.setProgressiveScanWrite(progressive)
    if not writer.write(image):
        raise ValueError(writer.errorString())
    return bytes(buffer.data().data())


def drawn(width: int = 120, height: int = 80, kind: str = "png") -> bytes:
    """The bytes of a landscape."""
    return encoded(landscape(width, height), kind)


def two_frame_gif() -> bytes:
    """An animation of one pixel: white, then black."""
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\xff\xff\xff\x00\x00\x00"
    place = b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0)
    white, black = b"\x02\x02\x44\x01\x00", b"\x02\x02\x4c\x01\x00"
    return head + place + white + place + black + b";"
