"""Thumbnail files: small pictures kept in the cache folder, so that no page is opened again to show its row."""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice

from reader.app.decoding import Load, Picture, Want, decode
from reader.article import Problem

QUALITY = 85
"""Of JPEG, for pictures without see-through parts: 2 to 4 kB each."""


def fetch(folder: Path, name: str, load: Load, want: Want) -> Picture | Problem:
    """The picture of that name and size from the folder, else from ``load``, and then kept. On a worker thread.

    A folder that cannot be written to only costs the time to make the picture again.
    """
    file = folder / name[:2] / f"{name}-{want.width}"
    kept = _read(file)
    if kept is not None and isinstance(found := decode(kept, want), Picture):
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
    except OSError:  # a full or read-only disk: see ``fetch``
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
