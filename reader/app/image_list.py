"""ImageList: the pictures of the story that is open, as a Qt model."""

from collections.abc import Callable, Hashable
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from reader.app.decoding import Picture, Want
from reader.app.jobs import Job
from reader.app.picture_words import file_name, told, where
from reader.app.pictures import Answer, Pictures
from reader.article import Figure, ImageRef, Kept, Problem

OpenPicture = Callable[[ImageRef], bytes | None]
"""The bytes of a picture, such as ``Assets.open``; called on a worker thread."""

NOT_SAVED = Problem("picture-not-saved", "Not saved with the story")
THUMBNAIL = QSize(93, 62)

_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What can be asked of a row, beside Qt's own display, tool tip and accessibility roles."""

    FIGURE = Qt.ItemDataRole.UserRole + 1  # Figure
    NUMBER = Qt.ItemDataRole.UserRole + 2  # int, from 1
    CAPTION = Qt.ItemDataRole.UserRole + 3  # str
    CREDIT = Qt.ItemDataRole.UserRole + 4  # str
    ALT = Qt.ItemDataRole.UserRole + 5  # str
    SAVED = Qt.ItemDataRole.UserRole + 6  # bool, False too once its file proved to be missing
    THUMBNAIL = Qt.ItemDataRole.UserRole + 7  # Picture | None; asked for when first wanted
    PROBLEM = Qt.ItemDataRole.UserRole + 8  # Problem | None, why there is no picture


class ImageList(QAbstractListModel):
    """One row for each figure of the story, in the story's order. No story: no rows, and ``story`` is None."""

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._figures: tuple[Figure, ...] = ()
        self._open: OpenPicture = _no_bytes
        self._box = THUMBNAIL
        self._asked: dict[int, Job] = {}
        self._problems: dict[int, Problem] = {}
        self.story: Hashable | None = None

    def show_story(self, story: Hashable, figures: tuple[Figure, ...], open_picture: OpenPicture) -> None:
        """Take another story's figures. ``story`` names the saved copy, so that its pictures are known again."""
        self.beginResetModel()
        self._forget()
        self.story, self._figures, self._open = story, figures, open_picture
        self.endResetModel()

    def clear(self) -> None:
        """Have no story."""
        self.show_story(None, (), _no_bytes)

    def set_thumbnail_box(self, box: QSize) -> None:
        """How large thumbnails are made, in device pixels."""
        if box != self._box:
            self._box = box
            self._forget()
            self._tell(0, len(self._figures) - 1)

    def figure(self, row: int) -> Figure:
        """The figure of a row. Raises IndexError where there is none."""
        return self._figures[row]

    def request(self, row: int, want: Want, answer: Answer) -> Job | None:
        """The picture of a row through ``answer``: at once where it is at hand or cannot be had; else with a job."""
        image = self._figures[row].image
        if image is None or image.kept is Kept.NOWHERE:
            answer(NOT_SAVED)
            return None
        opened = self._open
        return self._pictures.request((self.story, image), lambda: opened(image), want, answer)

    def at_hand(self, row: int) -> Picture | None:
        """What can be shown of a picture until a better one comes."""
        image = self._figures[row].image
        return None if image is None else self._pictures.at_hand((self.story, image))

    def save(self, row: int, path: Path, answer: Callable[[Problem | None], None]) -> None:
        """Write the picture's own bytes to a file, off-thread; ``answer`` is told what went wrong, if anything."""
        image = self._figures[row].image
        if image is None or image.kept is Kept.NOWHERE:
            answer(NOT_SAVED)
            return
        opened = self._open
        self._pictures.save(lambda: opened(image), path, answer)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many pictures there are."""
        return 0 if parent.isValid() else len(self._figures)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What ``Role`` says of a row."""
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid() or index.row() >= len(self._figures):
            return None
        return answer(self, index.row())

    def roleNames(self) -> dict[int, Any]:
        """Qt's own names and ours."""
        return super().roleNames() | {int(role): role.name.lower().encode() for role in Role}

    def told(self, row: int) -> str:
        """All there is to say of a picture, as a screen reader says it."""
        return told(self._figures[row], row + 1, len(self._figures), saved=self.saved(row))

    def saved(self, row: int) -> bool:
        """Whether the picture was saved with the story, as far as is known by now."""
        image = self._figures[row].image
        problem = self._problems.get(row)
        missing = problem is not None and problem.code == "picture-missing"
        return image is not None and image.kept is not Kept.NOWHERE and not missing

    def where(self, row: int) -> str:
        """Where the picture is, or was to be found; empty where unknown."""
        return where(self._figures[row].image)

    def file_name(self, row: int) -> str:
        """A name for a copy of the picture."""
        return file_name(self._figures[row].image, row + 1)

    def thumbnail(self, row: int) -> Picture | None:
        """The small picture of a row; None until ``dataChanged`` tells of it."""
        image = self._figures[row].image
        want = Want(self._box.width(), self._box.height(), cover=True)
        found = None if image is None else self._pictures.cached((self.story, image), want)
        if found is None and self.problem(row) is None and row not in self._asked:
            self._ask(row, want)
        return found

    def problem(self, row: int) -> Problem | None:
        """Why there is no picture, as far as is known by now."""
        image = self._figures[row].image
        return NOT_SAVED if image is None or image.kept is Kept.NOWHERE else self._problems.get(row)

    def _ask(self, row: int, want: Want) -> None:
        def answer(found: Picture | Problem) -> None:
            self._asked.pop(row, None)
            if isinstance(found, Problem):
                self._problems[row] = found
            self._tell(row, row)

        job = self.request(row, want, answer)
        if job is not None:
            self._asked[row] = job

    def _tell(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            roles = [Role.THUMBNAIL, Role.PROBLEM, Role.SAVED, Qt.ItemDataRole.AccessibleTextRole]
            self.dataChanged.emit(self.index(first), self.index(last), [int(role) for role in roles])

    def _forget(self) -> None:
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()
        self._problems.clear()


def _no_bytes(_image: ImageRef) -> bytes | None:
    return None


_ANSWERS: dict[int, Callable[[ImageList, int], Any]] = {
    Role.FIGURE: ImageList.figure,
    Role.NUMBER: lambda _images, row: row + 1,
    Role.CAPTION: lambda images, row: images.figure(row).caption,
    Role.CREDIT: lambda images, row: images.figure(row).credit,
    Role.ALT: lambda images, row: images.figure(row).alt,
    Role.SAVED: ImageList.saved,
    Role.THUMBNAIL: ImageList.thumbnail,
    Role.PROBLEM: ImageList.problem,
    Qt.ItemDataRole.DisplayRole: lambda images, row: images.figure(row).caption or images.figure(row).alt,
    Qt.ItemDataRole.ToolTipRole: lambda images, row: images.figure(row).caption or images.figure(row).alt,
    Qt.ItemDataRole.AccessibleTextRole: ImageList.told,
}
