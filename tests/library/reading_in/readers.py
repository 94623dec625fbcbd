"""Ways of reading for worker processes, good and bad ones. The file's words say what happens."""

import os
import time
from pathlib import Path

from reader.library import Stamp


def read_words(path: Path, stamp: Stamp) -> str:
    """The words of the file; some of them do harm."""
    words = path.read_text("utf-8")
    if words == "die":
        os._exit(3)
    if words == "hang":
        while True:
            time.sleep(60)
    if words == "fail":
        raise LookupError("no such word")
    if words == "eat":
        bytearray(2**40)
    return words


def whose(path: Path, stamp: Stamp) -> int:
    """Which process reads."""
    return os.getpid()


def loaded(path: Path, stamp: Stamp) -> list[str]:
    """Which modules of the window a worker has loaded."""
    import sys

    return [name for name in sys.modules if name.startswith(("PySide6", "reader.app", "reader.ui"))]
