"""Image viewer: one picture of the story over the whole window, with zoom, its words, and the way to the others."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QWidget

from reader.app.image_list import ImageList
from reader.app.look import MEDIUM, SEMIBOLD, Look
from reader.ui.night import night, night_style
from reader.ui.picture_canvas import STEP
from reader.ui.picture_keys import PictureKey, picture_key
from reader.ui.picture_menu import PictureMenu, copy_picture
from reader.ui.viewed_picture import ViewedPicture
from reader.ui.viewer_button import SIDE, ViewerButton

_BAR = 56
_EDGE = 12
_PAN = 80


class ImageViewer(QWidget):
    """Covers the window it is given. While it is open all keys but those of the program itself are its own.

    ``chosen(row)``: the person went to another picture. ``save_wanted(row)``: they want a copy as a file.
    ``closed()``: it is gone, and the focus is where it was.
    """

    chosen = Signal(int)
    save_wanted = Signal(int)
    closed = Signal()

    def __init__(self, images: ImageList, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._images = images
        self._look = look
        self._row = -1
        self._before: QWidget | None = None
        self._picture = ViewedPicture(images, look, self)
        self._canvas = self._picture.canvas
        self._count = QLabel(self)
        self._buttons = self._make_buttons()
        self._handlers = self._make_handlers()
        self._set_up()
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over type; and colours, of dark themes."""
        self._look = look
        self.setStyleSheet(night_style(night(look.theme)))
        self._picture.set_look(look)
        self._count.setFont(look.interface(13, SEMIBOLD))
        for button in self._buttons.values():
            button.setFont(look.interface(20))
        self._buttons["fit"].setFont(look.interface(12, MEDIUM))

    def show_picture(self, row: int) -> None:
        """Open over the window with this picture."""
        self._open(row, zoomed=False)

    def show_zoomed(self, row: int) -> None:
        """Open with this picture one step larger than the window."""
        self._open(row, zoomed=True)

    def close_viewer(self) -> None:
        """Uncover the window and give the focus back."""
        if self.isHidden():
            return
        self._picture.clear()
        self._row = -1
        self.hide()
        self._give_focus_back()
        self.closed.emit()

    def choose(self, row: int) -> None:
        """Go to another picture because the person wants it."""
        if 0 <= row < self._images.rowCount():
            self._show_row(row)
            self.chosen.emit(row)

    # what the person does

    def event(self, event: QEvent) -> bool:
        """Keep every key from the window below, but the one that quits."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _quits(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says; a key that says nothing goes no further."""
        meant = picture_key(event, self.layoutDirection())
        if meant in _ASIDE and not self._canvas.is_fitted:
            self._pan(event)
        elif meant is not None:
            self._handlers[meant]()
        elif event.key() == Qt.Key.Key_Escape or event.text() in ("z", "Z"):
            self.close_viewer()
        elif event.text() in _NEIGHBOURS:
            self.choose(self._row + _NEIGHBOURS[event.text()])
        elif event.matches(QKeySequence.StandardKey.Copy):
            copy_picture(self._images, self._row)
        elif not self._pan(event):
            self._picture.scroll_with(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round among the viewer's own buttons: what lies below is not to be reached."""
        stops: list[QWidget] = [self, *(button for button in self._buttons.values() if button.isVisible())]
        here = self.focusWidget()
        at = stops.index(here) if here in stops else 0
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the picture."""
        asked = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = PictureMenu(self._images, self._row, self, viewing=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.save_wanted.connect(self.save_wanted)
        menu.popup(self.mapToGlobal(self._canvas.geometry().center()) if asked else event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let nothing through to the window below."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let nothing through to the window below."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep everything in its place."""
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), night(self._look.theme).ground)

    # what is shown

    def _set_up(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._window.installEventFilter(self)
        self._images.modelReset.connect(self.close_viewer)
        self._picture.changed.connect(self._show_scale)
        for name in ("previous", "next"):
            self._buttons[name].setObjectName("side")

    def _make_buttons(self) -> dict[str, ViewerButton]:
        """In the order in which the keyboard reaches them."""
        return {
            "previous": ViewerButton("‹", "Previous picture", "←  or  [", lambda: self.choose(self._row - 1), self),
            "next": ViewerButton("›", "Next picture", "→  or  ]", lambda: self.choose(self._row + 1), self),
            "smaller": ViewerButton("−", "Smaller", "-", lambda: self._canvas.zoom_by(1 / STEP), self),
            "fit": ViewerButton("", "Whole picture", "0", self._canvas.fit, self),
            "larger": ViewerButton("+", "Larger", "+", lambda: self._canvas.zoom_by(STEP), self),
            "close": ViewerButton("×", "Close", "Esc", self.close_viewer, self),
        }

    def _make_handlers(self) -> dict[PictureKey, Callable[[], None]]:
        return {
            PictureKey.PREVIOUS: lambda: self.choose(self._row - 1),
            PictureKey.NEXT: lambda: self.choose(self._row + 1),
            PictureKey.FULL_SIZE: self._canvas.toggle,
            PictureKey.LARGER: lambda: self._canvas.zoom_by(STEP),
            PictureKey.SMALLER: lambda: self._canvas.zoom_by(1 / STEP),
            PictureKey.FIT: self._canvas.fit,
        }

    def _open(self, row: int, *, zoomed: bool) -> None:
        if not 0 <= row < self._images.rowCount():
            return
        if self.isHidden():
            self._remember_focus()
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_row(row, zoomed=zoomed)

    def _show_row(self, row: int, *, zoomed: bool = False) -> None:
        self._row = row
        self.setAccessibleName(self._images.told(row))
        self._count.setText(f"{row + 1} of {self._images.rowCount()}")
        self._buttons["previous"].setVisible(row > 0)
        self._buttons["next"].setVisible(row + 1 < self._images.rowCount())
        self._picture.show_row(row, zoomed=zoomed)
        self._show_scale()

    def _show_scale(self) -> None:
        self._buttons["fit"].setText(f"{round(100 * self._canvas.scale)} %" if self._canvas.scale else "")
        for name in ("smaller", "fit", "larger"):
            self._buttons[name].setVisible(self._picture.problem is None)

    # where it is shown

    def _lay_out(self) -> None:
        self._picture.setGeometry(QRect(0, _BAR, self.width(), max(1, self.height() - _BAR)))
        self._lay_out_bar((self.height() - SIDE) // 2)

    def _lay_out_bar(self, middle: int) -> None:
        top = (_BAR - SIDE) // 2
        self._place(self._count, QRect(_EDGE + 8, top, 160, SIDE))
        self._place(self._buttons["previous"], QRect(_EDGE, middle, SIDE, SIDE))
        self._place(self._buttons["next"], QRect(self.width() - _EDGE - SIDE, middle, SIDE, SIDE))
        right = self.width() - _EDGE
        for name, room in (("close", SIDE), ("larger", SIDE + 16), ("fit", 56), ("smaller", SIDE)):
            right -= room
            self._place(self._buttons[name], QRect(right, top, min(room, 56 if name == "fit" else SIDE), SIDE))

    def _place(self, widget: QWidget, rect: QRect) -> None:
        """Put a widget where it belongs, mirrored where one reads from the right."""
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))

    def _pan(self, event: QKeyEvent) -> bool:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None or self._canvas.is_fitted:
            return False
        self._canvas.move_by(_PAN * way[0], _PAN * way[1])
        return True

    # the focus of the window below

    def _remember_focus(self) -> None:
        self._before = QApplication.focusWidget()
        if self._before is not None:
            self._before.destroyed.connect(self._lose_before)

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before.destroyed.disconnect(self._lose_before)
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lose_before(self) -> None:
        self._before = None


def _quits(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Q


_ASIDE = (PictureKey.PREVIOUS, PictureKey.NEXT)
_NEIGHBOURS = {"[": -1, "]": 1}
_WAYS = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
