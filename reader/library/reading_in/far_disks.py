"""Far disks: which folders lie on other machines, where changes are not told of and have to be looked for."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

_FAR = {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "davfs", "fuse", "ncpfs", "webdav"}
"""Kinds of disks; those called ``fuse.…`` may be anything and count as far."""


def any_is_far(folders: Iterable[Path], mounts: str | None = None) -> bool:
    """Whether one of the folders is on another machine, as far as the system says; ``mounts`` is /proc/mounts."""
    if sys.platform == "win32":
        return any(str(folder).startswith("\\\\") for folder in folders)
    kinds = _kinds(mounts if mounts is not None else _mounts())
    return any(_kind(os.path.realpath(folder), kinds) for folder in folders)


def _kind(folder: str, kinds: dict[str, bool]) -> bool:
    """Whether the disk is far that is mounted nearest above the folder."""
    while folder not in kinds and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return kinds.get(folder, False)


def _kinds(mounts: str) -> dict[str, bool]:
    """Where disks are mounted, and whether each is far."""
    kinds = {}
    for line in mounts.splitlines():
        _, place, kind, *_ = [*line.split(" "), "", "", ""]
        kinds[place.replace("\\040", " ")] = kind in _FAR or kind.startswith("fuse.")
    return kinds


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return ""
