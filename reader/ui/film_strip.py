"""Film strip: the small pictures of the story in one row, a ring round the current one."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.app.image_list import THUMBNAIL, ImageList, Role
from reader.app.look import Look
from reader.ui.picture_paint import paint_blank, paint_dashes, paint_picture, paint_ring

SLOT = QSize(97, 66)
"""A thumbnail with room for its ring."""
GAP = 8
_BAR = 14

_Index = QModelIndex | QPersistentModelIndex


class FilmStrip(QListView):
    """``chosen(row)`` says which picture the person chose; ``menu_wanted(row, place)`` that they ask what can be done.

    It takes no focus: the panel it stands in has the keys.
    """

    chosen = Signal(int)
    menu_wanted = Signal(int, object)

    def __init__(self, images: ImageList, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self.setModel(images)
        self.setItemDelegate(_Frames(look, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("All pictures of the story")
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self._fit_screen()

    def set_look(self, look: Look) -> None:
        """Take over colours."""
        self.setItemDelegate(_Frames(look, self))

    def set_current(self, row: int) -> None:
        """Put the ring round this picture and bring it and its neighbours into sight."""
        self.setCurrentIndex(self._images.index(row))
        self._centre()

    def height_for(self, width: int) -> int:
        """The height it needs at this width: with its scroll bar where not all pictures fit."""
        count = self._images.rowCount()
        needed = count * SLOT.width() + (count - 1) * GAP
        return SLOT.height() + (_BAR if needed > width else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current picture in sight."""
        super().resizeEvent(event)
        self._centre()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the picture below the mouse."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_wanted.emit(index.row(), event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Make the thumbnails anew for another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit_screen()
        return super().event(event)

    def _centre(self) -> None:
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def _fit_screen(self) -> None:
        self._images.set_thumbnail_box(THUMBNAIL * self.devicePixelRatioF())


class _Frames(QStyledItemDelegate):
    """Paints one thumbnail: the picture, the dashed place of one that is not there, or the blank of one to come."""

    def __init__(self, look: Look, parent: FilmStrip) -> None:
        super().__init__(parent)
        self._look = look
        self._strip = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A slot, and a gap behind all but the last."""
        last = index.row() == index.model().rowCount() - 1
        return SLOT if last else SLOT + QSize(GAP, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the slot."""
        slot = QRectF(option.rect.topLeft(), SLOT.toSizeF())
        if option.direction == Qt.LayoutDirection.RightToLeft:
            slot.moveRight(option.rect.right() + 1)
        theme = self._look.theme
        current = index == self._strip.currentIndex()
        picture = index.data(Role.THUMBNAIL)
        painter.save()
        if picture is not None:
            paint_picture(painter, _inner(slot), picture, on_dark=theme.dark, corner=5)
        elif index.data(Role.PROBLEM) is not None:
            self._paint_missing(painter, slot, index, current)
        else:
            paint_blank(painter, _inner(slot), theme.chosen)
        if current:
            paint_ring(painter, slot, theme.accent)
        painter.restore()

    def _paint_missing(self, painter: QPainter, slot: QRectF, index: _Index, current: bool) -> None:
        if not current:
            paint_dashes(painter, slot, self._look.theme.muted)
        painter.setFont(self._look.interface(10))
        painter.setPen(self._look.theme.muted)
        words = "not shown" if index.data(Role.SAVED) else "not saved"
        painter.drawText(slot, Qt.AlignmentFlag.AlignCenter, words)


def _inner(slot: QRectF) -> QRectF:
    return slot.adjusted(2, 2, -2, -2)
