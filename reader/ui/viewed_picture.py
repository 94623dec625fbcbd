"""Viewed picture: the picture of the viewer in full size, or why it is not there, and its words below."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.app.decoding import Picture, Want
from reader.app.image_list import ImageList
from reader.app.jobs import Job
from reader.app.look import Look
from reader.article import Problem
from reader.ui.missing_picture import MissingPicture
from reader.ui.night import night
from reader.ui.picture_canvas import STEP, PictureCanvas
from reader.ui.picture_text import PictureText

_GAP = 12
_ASIDE = 56
"""Free at either side of the words, and of the frame of a missing picture."""
_WORDS = 720
_WORDS_SHARE = 0.28
"""The most of the height that caption and credit take."""
_MISSING = QRect(0, 0, 480, 320)


class ViewedPicture(QWidget):
    """``changed``: the scale is another, or the picture turned out not to be there."""

    changed = Signal()

    def __init__(self, images: ImageList, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._look = look
        self._row = -1
        self._job: Job | None = None
        self._wanted: Want | None = None
        self._zoom_at_first = False
        self.problem: Problem | None = None
        self.canvas = PictureCanvas(self)
        self._missing = MissingPicture(self)
        self._text = PictureText(self)
        self.canvas.zoomed.connect(self.changed)
        self.canvas.sharper_wanted.connect(self._request)

    def set_look(self, look: Look) -> None:
        """Take over type; and colours, of dark themes."""
        self._look = look
        self.canvas.set_ground(night(look.theme).ground)
        if self._row >= 0:
            self._show_words()

    def show_row(self, row: int, *, zoomed: bool = False) -> None:
        """Show this picture of the story, whole or one step larger; what is at hand of it at once."""
        self._forget_job()
        self._row = row
        self._zoom_at_first = zoomed
        self.problem = self._images.problem(row)
        self._show_words()
        self.canvas.show_picture(self._images.at_hand(row))
        if self.problem is None:
            self._request(self.canvas.whole())

    def clear(self) -> None:
        """Show nothing, and let go of the picture."""
        self._forget_job()
        self._row = -1
        self.canvas.show_picture(None)

    def scroll_with(self, event: QKeyEvent) -> bool:
        """Scroll a long caption by a key; False where the key is none that scrolls."""
        return self._text.scroll_with(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep everything in its place."""
        self._lay_out()

    def _show_words(self) -> None:
        figure, colours = self._images.figure(self._row), night(self._look.theme)
        inks = colours.ink, colours.muted
        if self.problem is not None:
            self._missing.show_words(self.problem.message, self._images.where(self._row), self._look, inks)
        self._missing.setVisible(self.problem is not None)
        self.canvas.setVisible(self.problem is None)
        caption = figure.caption or (figure.alt if self.problem else "")
        self._text.show_words(caption, figure.credit, self._look, inks)
        self._lay_out()

    def _request(self, want: Want) -> None:
        """Ask for the picture with so many pixels; what was asked for before is not waited for."""
        if self._job is not None and want == self._wanted:
            return
        self._forget_job()
        self._wanted = want
        self._job = self._images.request(self._row, want, self._answer)

    def _answer(self, found: Picture | Problem) -> None:
        self._job = None
        if isinstance(found, Problem):
            self.problem = found
            self._show_words()
        else:
            self.canvas.sharpen(found)
            self._zoom_once()
        self.changed.emit()

    def _zoom_once(self) -> None:
        if self._zoom_at_first:
            self._zoom_at_first = False
            self.canvas.zoom_by(STEP)

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        words = self._text.width_for(max(1, min(_WORDS, width - 2 * _ASIDE)))
        lines = 0 if self._text.isHidden() else min(self._text.height_for(words), round(height * _WORDS_SHARE))
        foot = lines + 2 * _GAP if lines else _GAP
        stage = QRect(0, 0, width, max(1, height - foot))
        self.canvas.setGeometry(stage)
        self._text.place(QRect((width - words) // 2, height - lines - _GAP, words, lines))
        missing = _MISSING.intersected(QRect(0, 0, width - 2 * _ASIDE, stage.height()))
        missing.moveCenter(stage.center())
        self._missing.setGeometry(missing)
