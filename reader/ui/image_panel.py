"""Image panel: the current picture of the story, its caption and credit, and the film strip of them all."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from reader.app.image_list import ImageList
from reader.app.look import SEMIBOLD, Look
from reader.ui.current_picture import CurrentPicture
from reader.ui.film_strip import FilmStrip
from reader.ui.picture_keys import PictureKey, picture_key
from reader.ui.picture_menu import PictureMenu, copy_picture
from reader.ui.picture_paint import CORNER, paint_ring

_MARGIN = 18
_TOP = 40
_FOOT = 40
_STRIP_GAP = 17
_WORD_GAP = 5
_LEAST_WIDTH = 220
_SHARE = 0.55
"""The most of the panel's height that the picture takes."""
_RING_AROUND = 4
_EDGE = 8
TURNS = 2
"""Of Qt's loop, until another story's pictures are shown: in the first one its text is painted."""


class ImagePanel(QWidget):
    """Shows one picture of an ImageList. All keys come to the panel itself: it is one stop for the keyboard.

    ``chosen(row)``: the person chose this picture, the text goes there. ``viewer_wanted(row)`` and
    ``zoom_wanted(row)``: they want it in full size, or larger still. ``save_wanted(row)``: they want a copy as a file.
    """

    chosen = Signal(int)
    viewer_wanted = Signal(int)
    zoom_wanted = Signal(int)
    save_wanted = Signal(int)

    def __init__(self, images: ImageList, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._look = look
        self._row = -1
        self._turns = 0
        self._showing = QTimer(self, interval=0)
        self._title, self._count, self._hint, self._none = (QLabel(self) for _ in range(4))
        self._picture = CurrentPicture(images, look, self)
        self._strip = FilmStrip(images, look, self)
        self._hide_key = "I"
        self._set_up()
        self.set_look(look)
        self._show_story()

    @property
    def current(self) -> int:
        """The row of the current picture, -1 where there is none."""
        return self._row

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        self._look = look
        theme = look.theme
        self._title.setFont(look.interface(13, SEMIBOLD))
        self._title.setStyleSheet(f"color: {theme.ink.name()};")
        for label, size in ((self._count, 13), (self._hint, 11), (self._none, 13)):
            label.setFont(look.interface(size))
            label.setStyleSheet(f"color: {theme.muted.name()};")
        self._picture.set_look(look)
        self._strip.set_look(look)
        self._lay_out()

    def set_hide_key(self, keys: str) -> None:
        """Name the key that hides the panel in the line at its foot; empty where there is none."""
        self._hide_key = keys
        self._show_hint()

    def set_current(self, row: int) -> None:
        """Show this picture, because the text has come to it; says nothing of it."""
        if row != self._row and 0 <= row < self._images.rowCount():
            self._row = row
            if not self._showing.isActive():
                self._show_row()

    def choose(self, row: int) -> None:
        """Show this picture because the person chose it."""
        if 0 <= row < self._images.rowCount():
            self.set_current(row)
            self.chosen.emit(row)

    def choose_next(self) -> None:
        """Go to the next picture."""
        self.choose(self._row + 1)

    def choose_previous(self) -> None:
        """Go to the picture before."""
        self.choose(self._row - 1)

    # what the person does

    def event(self, event: QEvent) -> bool:
        """Take the panel's own keys before the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the panel's keys say; scroll a long caption with the others."""
        meant = self._meant(event)
        if meant is not None:
            self._handlers[meant]()
        elif event.matches(QKeySequence.StandardKey.Copy) and self._row >= 0:
            copy_picture(self._images, self._row)
        elif self._row < 0 or not self._picture.scroll_with(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the current picture."""
        if self._row >= 0:
            asked = event.reason() == QContextMenuEvent.Reason.Keyboard
            self._open_menu(self._row, self.mapToGlobal(self._stage().center()) if asked else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop showing the focus."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep everything in its place."""
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and the ring of the focus round the picture."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.panel)
        if self.hasFocus():
            around = QRectF(self._stage()).adjusted(-_RING_AROUND, -_RING_AROUND, _RING_AROUND, _RING_AROUND)
            paint_ring(painter, around, self._look.theme.accent, CORNER + 3)

    # what is shown

    def _set_up(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._title.setText("Pictures")
        self._none.setText("This story has no pictures")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._picture.opened.connect(self._view)
        self._picture.changed.connect(self._show_hint)
        self._picture.changed.connect(self._lay_out)
        self._strip.chosen.connect(self._choose_with_mouse)
        self._strip.menu_wanted.connect(self._open_menu)
        self._images.modelReset.connect(self._take_story)
        self._showing.timeout.connect(self._count_turns)
        self._handlers: dict[PictureKey, Callable[[], None]] = {
            PictureKey.PREVIOUS: self.choose_previous,
            PictureKey.NEXT: self.choose_next,
            PictureKey.FULL_SIZE: self._view,
            PictureKey.LARGER: lambda: self.zoom_wanted.emit(self._row),
            PictureKey.SMALLER: self._view,
            PictureKey.FIT: self._view,
        }

    def _take_story(self) -> None:
        """Show another story's pictures when its text has been set and painted; what was there stays so long."""
        self._row = 0 if self._images.rowCount() else -1
        self.setUpdatesEnabled(False)
        self._turns = TURNS
        self._showing.start()

    def _count_turns(self) -> None:
        self._turns -= 1
        if not self._turns:
            self._showing.stop()
            self._show_story()

    def _show_story(self) -> None:
        self.setUpdatesEnabled(True)
        story = self._images.story is not None
        self._title.setVisible(story)
        self._count.setVisible(self._row >= 0)
        self._none.setVisible(story and self._row < 0)
        self._strip.setVisible(self._images.rowCount() > 1)
        self._show_row()

    def _show_row(self) -> None:
        there = self._row >= 0
        self._count.setText(f"{self._row + 1} of {self._images.rowCount()}")
        self.setAccessibleName(self._images.told(self._row) if there else self._none.text())
        self._strip.set_current(self._row)
        self._picture.show_row(self._row)
        self._show_hint()
        self._lay_out()

    def _show_hint(self) -> None:
        parts = (
            "←  →  pictures" if self._images.rowCount() > 1 else "",
            "Enter  full size" if self._row >= 0 and self._picture.problem is None else "",
            f"{self._hide_key}  hide" if self._hide_key and self._images.story is not None else "",
        )
        self._hint.setText("      ".join(part for part in parts if part))

    def _lay_out(self) -> None:
        width = max(1, self.width() - 2 * _MARGIN)
        strip = self._strip.height_for(width) if self._images.rowCount() > 1 else -_STRIP_GAP
        room = self.height() - _TOP - _FOOT - _STRIP_GAP - strip
        used = self._picture.lay_out(width, round(self.height() * _SHARE), room) if self._row >= 0 else 0
        self._picture.move(_MARGIN, _TOP)
        self._strip.setGeometry(QRect(_MARGIN, _TOP + used + _STRIP_GAP, width, max(0, strip)))
        self._none.setGeometry(QRect(_MARGIN, _TOP, width, max(0, self.height() - _TOP - _FOOT)))
        self._hint.setGeometry(QRect(_MARGIN, self.height() - 31, width, 20))
        self._lay_out_head(width)
        self.update()

    def _lay_out_head(self, width: int) -> None:
        title = self._title.sizeHint().width()
        count = QRect(_MARGIN + title + _WORD_GAP, 13, width - title - _WORD_GAP, 20)
        for label, rect in ((self._title, QRect(_MARGIN, 13, title, 20)), (self._count, count)):
            label.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))

    def _stage(self) -> QRect:
        if self._row < 0:
            return self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        return self._picture.stage().translated(self._picture.pos())

    def _meant(self, event: QKeyEvent) -> PictureKey | None:
        return picture_key(event, self.layoutDirection()) if self._row >= 0 else None

    def _view(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.viewer_wanted.emit(self._row)

    def _choose_with_mouse(self, row: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(row)

    def _open_menu(self, row: int, place: QPoint) -> None:
        menu = PictureMenu(self._images, row, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.view_wanted.connect(self.viewer_wanted)
        menu.save_wanted.connect(self.save_wanted)
        menu.popup(place)
