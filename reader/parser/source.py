"""Source: the bytes of one saved file and what lies beside it. The one place of this room that reads the disk."""

import os
from dataclasses import dataclass
from pathlib import Path

from reader.parser.file_names import FOLDER_SUFFIXES

MAXIMUM_BYTES = 64 * 1024 * 1024
"""Larger files are no articles; a SingleFile page with many photographs stays well below."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was read. ``folder`` is the page's own folder of pictures (``…_files``), where there is one."""

    path: Path
    content: bytes
    folder: Path | None = None


class TooLargeError(Exception):
    """The file is larger than ``MAXIMUM_BYTES``; its argument is the size in bytes."""


def read_source(path: Path) -> Source:
    """Read one file whole. Raises OSError as the system does, TooLargeError for files beyond the limit."""
    with path.open("rb") as file:
        length = os.fstat(file.fileno()).st_size
        content = file.read(min(length, MAXIMUM_BYTES) + 1)
    if len(content) > MAXIMUM_BYTES:
        raise TooLargeError(path.stat().st_size)
    return Source(path, content, _own_folder(path))


def _own_folder(path: Path) -> Path | None:
    """The folder that browsers save beside a page: ``NAME_files``, ``NAME_fichiers``, ``NAME-Dateien`` …"""
    beside = os.path.join(path.parent, path.stem)
    found = next((suffix for suffix in FOLDER_SUFFIXES if os.path.isdir(beside + suffix)), None)
    return path.with_name(path.stem + found) if found else None
