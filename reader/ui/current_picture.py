"""Current picture: one picture as large as the column allows, or why it is not there, and its words below."""

from PySide6.QtCore import QEvent, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyle, QWidget

from reader.app.decoding import Picture, Want
from reader.app.image_list import ImageList
from reader.app.jobs import Job
from reader.app.look import Look
from reader.article import Problem
from reader.ui.missing_picture import MissingPicture
from reader.ui.picture_frame import PictureFrame
from reader.ui.picture_text import PictureText

_TEXT_GAP = 10
_LEAST_TEXT = 62
_LEAST_PICTURE = 60
_QUIET = 120
"""Milliseconds without another change of size, after which the picture is scaled anew."""


class CurrentPicture(QWidget):
    """``opened``: the picture was clicked. ``changed``: it needs another height, or turned out not to be there."""

    opened = Signal()
    changed = Signal()

    def __init__(self, images: ImageList, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._look = look
        self._row = -1
        self._most = _LEAST_PICTURE
        self._job: Job | None = None
        self.problem: Problem | None = None
        self._frame = PictureFrame(look, self)
        self._missing = MissingPicture(self)
        self._text = PictureText(self)
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self._ask)
        self._frame.opened.connect(self.opened)

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        self._look = look
        self._frame.set_look(look)
        self._show_words()

    def show_row(self, row: int) -> None:
        """Show this picture of the story, or nothing for -1."""
        self._row = row
        self.problem = self._images.problem(row) if row >= 0 else None
        self._frame.show_picture(self._images.at_hand(row) if row >= 0 else None)
        self._show_words()
        self._ask()

    def lay_out(self, width: int, most: int, room: int) -> int:
        """Take a place ``width`` wide and at most ``room`` high, ``most`` for the picture; answers the height taken."""
        most = max(_LEAST_PICTURE, min(most, room - _TEXT_GAP - _LEAST_TEXT))
        if (width, most) != (self.width(), self._most):
            self._most = most
            self._timer.start()
        frame = QRect(QPoint(0, 0), self._frame.size_for(width, most))
        self._frame.setGeometry(QStyle.visualRect(self.layoutDirection(), QRect(0, 0, width, room), frame))
        self._missing.resize(width, min(most, round(width * 2 / 3)))
        height = self.stage().height()
        if not self._text.isHidden():
            words = max(0, min(self._text.height_for(width), room - height - _TEXT_GAP))
            self._text.place(QRect(0, height + _TEXT_GAP, width, words))
            height += _TEXT_GAP + words
        self.resize(width, height)
        return height

    def stage(self) -> QRect:
        """Where the picture, or the frame of the missing one, stands."""
        return self._frame.geometry() if self.problem is None else self._missing.geometry()

    def scroll_with(self, event: QKeyEvent) -> bool:
        """Scroll a long caption by a key; False where the key is none that scrolls."""
        return self._text.scroll_with(event)

    def event(self, event: QEvent) -> bool:
        """Scale the picture anew for another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._timer.start()
        return super().event(event)

    def _ask(self) -> None:
        """Ask for the picture as large as it is shown."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self._row >= 0 and self.problem is None:
            ratio = self.devicePixelRatioF()
            want = Want(max(1, round(self.width() * ratio)), round(self._most * ratio))
            self._job = self._images.request(self._row, want, self._answer)

    def _answer(self, found: Picture | Problem) -> None:
        if isinstance(found, Picture):
            self._frame.show_picture(found)
        else:
            self.problem = found
            self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        self.setVisible(self._row >= 0)
        if self._row < 0:
            return
        theme, figure = self._look.theme, self._images.figure(self._row)
        colours = theme.ink, theme.muted
        self._frame.setVisible(self.problem is None)
        self._missing.setVisible(self.problem is not None)
        self._frame.setAccessibleName(figure.alt or figure.caption)
        if self.problem is not None:
            self._missing.show_words(self.problem.message, self._images.where(self._row), self._look, colours)
        caption = figure.caption or (figure.alt if self.problem else "")
        self._text.show_words(caption, figure.credit, self._look, colours)
