"""A name for this device among those that share a synced folder."""

import os
import re
from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{12}")


def device_name(file: Path) -> str:
    """The random name kept in the file, made at the first call.

    Where it cannot be kept, every start has a new one: the marks of all are read all the same.
    """
    try:
        return _kept(file) or _made(file)
    except OSError:
        return os.urandom(6).hex()


def _kept(file: Path) -> str:
    try:
        name = file.read_text("ascii", "replace").strip()
    except FileNotFoundError:
        return ""
    return name if _NAME.fullmatch(name) else ""


def _made(file: Path) -> str:
    """Keep a new name, whole or not at all; of two windows that do so at once, both take the one that stayed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.urandom(6).hex()}")
    fresh.write_text(os.urandom(6).hex(), "ascii")
    os.replace(fresh, file)
    return _kept(file)
