"""Decoding: the bytes of a picture as a QImage. Values in, values out, on any thread.

QImageReader lets other threads run while it reads; the methods of QImage do not. So all scaling and cropping is
asked of the reader, and what is left to QImage is done in bands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader, QPainter

from reader.app.picture_kinds import DAMAGED, kind_of
from reader.article import Problem

MAXIMUM_PIXELS = 64 * 1024 * 1024
"""Larger pictures are refused from their header: at four bytes a pixel this is QImageReader's own limit of 256 MB."""

Load = Callable[[], bytes | None]
"""How to come by the bytes of a picture; None where they are not to be had. Called on a worker thread."""


MISSING = Problem("picture-missing", "The file of the picture is not there any more.")


class Tone(Enum):
    """What a picture needs behind it: a photograph nothing, line art a ground unlike its strokes."""

    FULL = "full"  # covers its whole rectangle
    DARK = "dark"  # dark strokes on a see-through ground
    LIGHT = "light"  # light strokes on a see-through ground


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture, upright and in sRGB. ``full`` is the size of the whole picture in its own pixels."""

    image: QImage
    full: QSize
    tone: Tone = Tone.FULL


@dataclass(frozen=True, slots=True)
class Want:
    """How large a picture is wanted, in device pixels: nought is its full size, and nothing is enlarged.

    ``cover`` fills the box and crops what stands over, else the whole picture is fitted into the box.
    """

    width: int = 0
    height: int = 0
    cover: bool = False


FULL_SIZE = Want()


def picture_size(content: bytes) -> QSize | None:
    """The size of the upright picture in pixels, from its header; None for what cannot be shown."""
    opened = _open(content)
    return None if isinstance(opened, Problem) else opened.full


def decode(content: bytes | None, want: Want = FULL_SIZE) -> Picture | Problem:
    """Decode a picture no larger than wanted. Never raises for what the bytes may contain."""
    if content is None:
        return MISSING
    opened = _open(content)
    if isinstance(opened, Problem):
        return opened
    opened.scale(want)
    image = _for_screen(opened.reader.read())
    return DAMAGED if image.isNull() else Picture(image, opened.full, _tone(image))


def fitted(full: QSize, want: Want) -> QSize:
    """The size of the whole picture, scaled for the wanted box but never enlarged; at least one pixel."""
    if not want.width or not want.height or full.isEmpty():
        return full
    ratios = (want.width / full.width(), want.height / full.height())
    scale = min(1.0, max(ratios) if want.cover else min(ratios))
    return QSize(max(1, round(full.width() * scale)), max(1, round(full.height() * scale)))


@dataclass(frozen=True, slots=True)
class _Opened:
    """A reader over bytes in memory. The buffer is held here, for the reader does not hold it."""

    reader: QImageReader
    buffer: QBuffer
    full: QSize
    turned: bool

    def scale(self, want: Want) -> None:
        """Tell the reader the size and the part that is wanted; it scales first, crops, and turns last."""
        size = fitted(self.full, want)
        if size != self.full:
            self.reader.setScaledSize(self._as_stored(size))
        if want.cover:
            part = QRect(0, 0, min(size.width(), want.width), min(size.height(), want.height))
            part.moveCenter(QRect(0, 0, size.width(), size.height()).center())
            self.reader.setScaledSize(self._as_stored(size))
            self.reader.setScaledClipRect(part.transposed() if self.turned else part)

    def _as_stored(self, size: QSize) -> QSize:
        return size.transposed() if self.turned else size


def _open(content: bytes) -> _Opened | Problem:
    """Trust nothing but the first bytes for the kind, and the header for the size."""
    kind = kind_of(content)
    if isinstance(kind, Problem):
        return kind
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    stored = reader.size()
    if stored.isEmpty():
        return DAMAGED
    if stored.width() * stored.height() > MAXIMUM_PIXELS:
        return Problem("picture-too-large", f"The picture is too large: {stored.width()} × {stored.height()} pixels.")
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    return _Opened(reader, buffer, stored.transposed() if turned else stored, turned)


_SRGB = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
_BAND = 64
"""Rows converted at once: the fewer, the shorter other threads wait for their turn."""


def _for_screen(image: QImage) -> QImage:
    """The picture in the screen's own format and in sRGB."""
    ready = QImage.Format.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    foreign = image.colorSpace().isValid() and image.colorSpace() != _SRGB
    if image.isNull() or (image.format() == ready and not foreign):
        return image
    result = QImage(image.size(), ready)
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for top in range(0, image.height(), _BAND):
        band = image.copy(0, top, image.width(), min(_BAND, image.height() - top))
        converted = band.convertedToColorSpace(_SRGB, ready) if foreign else band
        painter.drawImage(0, top, band if converted.isNull() else converted)
    painter.end()
    return result


_ROUGH = 256
_SAMPLE = 32


def _tone(image: QImage) -> Tone:
    """Whether the picture has a ground of its own, and if not, whether its strokes are dark or light on the whole."""
    if not image.hasAlphaChannel():
        return Tone.FULL
    rough = image.scaled(_ROUGH, _ROUGH)
    small = rough.scaled(_SAMPLE, _SAMPLE, mode=Qt.TransformationMode.SmoothTransformation)
    colours = [small.pixelColor(x, y) for x in range(_SAMPLE) for y in range(_SAMPLE)]
    inked = sum(colour.alphaF() for colour in colours)
    if inked > 0.99 * len(colours):
        return Tone.FULL
    light = sum(colour.lightnessF() * colour.alphaF() for colour in colours)
    return Tone.LIGHT if light > 0.6 * inked else Tone.DARK
