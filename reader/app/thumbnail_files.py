"""Thumbnail files: small pictures kept in the cache folder, so that no page is opened again to show its row."""

import os
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice

from reader.app.decoding import Load, Picture, Want, decode
from reader.article import Problem

QUALITY = 85
"""Of JPEG, for pictures without see-through parts: 2 to 4 kB each."""
MOST_IN_FOLDER = 160
"""Pictures in one of the 256 folders: 40,000 in all, which is the pictures of 100,000 articles, and some 120 MB."""
A_DAY = 24 * 3600.0
"""Seconds for which it is not written down again that a picture was used."""


def fetch(folder: Path, name: str, load: Load, want: Want) -> Picture | Problem:
    """The picture of that name and size from the folder, else from ``load``, and then kept. On a worker thread.

    A folder that cannot be written to only costs the time to make the picture again.
    """
    file = folder / name[:2] / f"{name}-{want.width}"
    kept = _read(file)
    if kept is not None and isinstance(found := decode(kept, want), Picture):
        _note_use(file)
        return found
    found = decode(load(), want)
    if isinstance(found, Picture):
        _keep(file, found)
    return found


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _note_use(file: Path) -> None:
    """Have the file's time say when it was used."""
    with suppress(OSError):
        if time.time() - file.stat().st_mtime > A_DAY:
            os.utime(file)


def _keep(file: Path, picture: Picture) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    see_through = picture.image.hasAlphaChannel()
    picture.image.save(buffer, "PNG" if see_through else "JPEG", -1 if see_through else QUALITY)  # type: ignore[call-overload]  # the stubs want bytes
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(buffer.data().data())
        os.replace(fresh, file)
        _make_room(file.parent)
    except OSError:  # a full or read-only disk: see ``fetch``
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _make_room(folder: Path) -> None:
    """Drop a quarter of the pictures of a folder that is full, those that were not used for longest."""
    with os.scandir(folder) as inside:
        files = list(inside)
    if len(files) > MOST_IN_FOLDER:
        for file in sorted(files, key=_last_used)[: len(files) // 4]:
            Path(file).unlink(missing_ok=True)


def _last_used(file: "os.DirEntry[str]") -> float:
    return file.stat().st_mtime
