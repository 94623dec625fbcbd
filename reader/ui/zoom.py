"""Zoom: which part of a picture is seen through a room, and how large. A value; no widget."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

MOST = 8.0
"""The largest scale: logical pixels of the screen to one pixel of the picture."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """``full`` is the picture's own size, ``room`` that of the widget.

    ``middle`` is the point of the picture, in its own pixels, that is seen in the middle of the room.
    """

    full: QSizeF
    room: QSizeF
    scale: float
    middle: QPointF

    @classmethod
    def fitted(cls, full: QSizeF, room: QSizeF) -> "Zoom":
        """The whole picture, not enlarged."""
        return cls(full, room, _fit(full, room), QPointF(full.width() / 2, full.height() / 2))

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is seen."""
        return self.scale <= _fit(self.full, self.room)

    def target(self) -> QRectF:
        """Where the whole picture lies, in the room's coordinates."""
        left = self.room.width() / 2 - self.middle.x() * self.scale
        top = self.room.height() / 2 - self.middle.y() * self.scale
        return QRectF(left, top, self.full.width() * self.scale, self.full.height() * self.scale)

    def about(self, point: QPointF, factor: float) -> "Zoom":
        """Enlarge by the factor so that what is seen at ``point`` of the room stays there."""
        scale = max(_fit(self.full, self.room), min(MOST, self.scale * factor))
        off = point - QPointF(self.room.width() / 2, self.room.height() / 2)
        middle = self.middle + off / self.scale - off / scale
        return replace(self, scale=scale, middle=middle)._clamped()

    def larger(self, factor: float) -> "Zoom":
        """Enlarge by the factor about the middle of the room."""
        return self.about(QPointF(self.room.width() / 2, self.room.height() / 2), factor)

    def moved(self, by: QPointF) -> "Zoom":
        """Drag the picture by so many logical pixels, never past its edges."""
        return replace(self, middle=self.middle - by / self.scale)._clamped()

    def within(self, room: QSizeF) -> "Zoom":
        """The same in a room of another size; a fitted picture stays fitted."""
        if self.is_fitted:
            return Zoom.fitted(self.full, room)
        return replace(self, room=room, scale=max(_fit(self.full, room), self.scale))._clamped()

    def _clamped(self) -> "Zoom":
        x = _kept_in(self.middle.x(), self.full.width(), self.room.width() / self.scale)
        y = _kept_in(self.middle.y(), self.full.height(), self.room.height() / self.scale)
        return replace(self, middle=QPointF(x, y))


def _fit(full: QSizeF, room: QSizeF) -> float:
    return max(1e-4, min(1.0, room.width() / full.width(), room.height() / full.height()))


def _kept_in(middle: float, full: float, seen: float) -> float:
    """The middle of what is seen, so that no edge is seen where there is more picture; centred where all is seen."""
    return full / 2 if seen >= full else max(seen / 2, min(full - seen / 2, middle))
