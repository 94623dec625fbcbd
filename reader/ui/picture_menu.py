"""Picture menu: what can be done with one picture."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reader.app.decoding import FULL_SIZE, Picture
from reader.app.image_list import ImageList
from reader.article import Problem


class PictureMenu(QMenu):
    """Copying is done here; looking and saving are only asked for."""

    view_wanted = Signal(int)
    save_wanted = Signal(int)

    def __init__(self, images: ImageList, row: int, parent: QWidget, *, viewing: bool = False) -> None:
        super().__init__(parent)
        figure, address = images.figure(row), images.where(row)
        there = images.problem(row) is None
        if not viewing:
            self._offer("View Full Size", there, lambda: self.view_wanted.emit(row))
        self._offer("Copy Picture", there, lambda: copy_picture(images, row))
        self._offer("Save Picture As…", there, lambda: self.save_wanted.emit(row))
        self.addSeparator()
        self._offer("Copy Caption", bool(figure.caption), lambda: _copy_text(figure.caption))
        self._offer("Copy Credit", bool(figure.credit), lambda: _copy_text(figure.credit))
        self._offer("Copy Address", bool(address), lambda: _copy_text(address))

    def _offer(self, words: str, can: bool, handler: Callable[[], object]) -> None:
        action = self.addAction(words)
        action.setEnabled(can)
        action.triggered.connect(lambda _checked=False: handler())


def copy_picture(images: ImageList, row: int) -> None:
    """Put the picture in its full size on the clipboard, as soon as it is decoded."""

    def answer(found: Picture | Problem) -> None:
        if isinstance(found, Picture):
            QApplication.clipboard().setImage(found.image)

    images.request(row, FULL_SIZE, answer)


def _copy_text(words: str) -> None:
    QApplication.clipboard().setText(words)
