"""Plate: the ground that line art needs to be seen. Photographs are left alone."""

from PySide6.QtGui import QColor, QImage, QPainter

from reader.app.decoding import Picture, Tone

LIGHT_PLATE = QColor("#fbfaf8")
DARK_PLATE = QColor("#202226")


def plate_for(tone: Tone, *, on_dark: bool) -> QColor | None:
    """The ground for a picture on a dark or a light page; None where the page itself does."""
    if tone is Tone.DARK and on_dark:
        return LIGHT_PLATE
    if tone is Tone.LIGHT and not on_dark:
        return DARK_PLATE
    return None


def on_plate(picture: Picture) -> QImage:
    """A copy of the picture with a ground on which it is seen on any page; of a photograph as it is."""
    if picture.tone is Tone.FULL:
        return QImage(picture.image)
    result = QImage(picture.image.size(), QImage.Format.Format_RGB32)
    result.fill(LIGHT_PLATE if picture.tone is Tone.DARK else DARK_PLATE)
    painter = QPainter(result)
    painter.drawImage(0, 0, picture.image)
    painter.end()
    return result
