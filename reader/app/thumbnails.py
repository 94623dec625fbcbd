"""Thumbnails: the small square pictures of the list, decoded off the window's thread as they come into sight."""

from collections import OrderedDict
from collections.abc import Hashable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPixmap

from reader.app.decoding import Load, Picture, Want, decode
from reader.app.jobs import Job, Jobs
from reader.app.picture_cache import PictureCache
from reader.app.plate import on_plate
from reader.app.thumbnail_files import fetch
from reader.article import Problem

EDGE = 60
"""Side of a thumbnail in logical pixels."""
CACHE_BYTES = 16 * 1024 * 1024
MOST_WAITING = 48
"""More rows than a window shows: of those that were scrolled past, the oldest are given up."""


class Thumbnails(QObject):
    """``ready(key)`` says that the thumbnail of that key can be had now, or that there is none to be had."""

    ready = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = jobs
        self._ratio = _densest()
        self._cache: PictureCache[QPixmap | None] = PictureCache(CACHE_BYTES)
        self._waiting: OrderedDict[Hashable, Job] = OrderedDict()

    def pixmap_for(self, key: Hashable, load: Load, name: str = "") -> QPixmap | None:
        """The thumbnail, centre-cropped; None until ``ready`` has named the key, and where it cannot be shown.

        It has the device pixels of ``EDGE`` but no ratio of its own, for Qt misplaces brushes made of pixmaps that
        have one: draw it into its place. ``load`` is called on a worker thread. A key must name one picture for good,
        and so must ``name``, under which it is kept in the cache folder from one start to the next.
        """
        if key in self._cache:
            return self._cache.get(key)
        if key not in self._waiting:
            self._ask(key, load, name)
        return None

    def _ask(self, key: Hashable, load: Load, name: str) -> None:
        side = round(EDGE * self._ratio)
        want = Want(side, side, cover=True)

        def done(found: Picture | Problem) -> None:
            self._keep(key, found)

        def failed(error: Exception) -> None:
            self._keep(key, Problem("picture-failed", str(error)))

        def work() -> Picture | Problem:
            return decode(load(), want) if folder is None or not name else fetch(folder, name, load, want)

        folder = self._folder
        self._waiting[key] = self._jobs.run(work, done, failed)
        if len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)[1].cancel()

    def _keep(self, key: Hashable, found: Picture | Problem) -> None:
        self._waiting.pop(key, None)
        pixmap = None
        if isinstance(found, Picture):
            pixmap = QPixmap.fromImage(on_plate(found))
        self._cache.keep(key, pixmap, _weight(pixmap))
        self.ready.emit(key)


def _densest() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _weight(pixmap: QPixmap | None) -> int:
    return 64 if pixmap is None else pixmap.width() * pixmap.height() * 4
