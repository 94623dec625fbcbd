"""Work: what a worker process does: it reads one file after the other until nobody wants any more."""

import contextlib
import faulthandler
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.library.stamps import Stamp

if TYPE_CHECKING:
    from reader.library.readings import Reading

GRACE = 5.0
"""Seconds after which a worker ends itself when nobody did that once its time was up."""
MOST_MEMORY = 3 * 2**30
"""Bytes of addresses a worker may take up, on Linux: a page that wants more is not read."""
COLLECT_EVERY = 256
"""Files after which what Python's cycles hold, next to nothing, is freed: looking for it all the time is a tenth of
the reading."""


READY = "ready"
"""The first thing a worker says: its time for a file begins then, not while the process is made."""


Wanted = tuple[Path, Stamp]
"""A file to be read, and its stamp when it was found."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that a worker did not get through, and why, as the end of a sentence."""

    file: Wanted
    why: str


T = TypeVar("T")

Read = Callable[[Path, Stamp], T]
"""Reads one file; its module and name travel to the worker, so it must be a function that can be imported."""


def read_article(path: Path, stamp: Stamp) -> "Reading":
    """Read one saved article. Loads what that takes only where it is done."""
    from reader.library.readings import read_file  # noqa: PLC0415

    return read_file(path, stamp)


def serve(wanted: Connection, read: Read[T], longest: float) -> None:
    """Say READY, then answer each path that comes with what ``read`` gives or a Failed; end when nobody is there.

    A file may take ``longest`` seconds; that is watched from outside, and, should the outside be dead, from inside.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window
    _limit_memory()
    gc.disable()
    number = 0
    with open(os.devnull, "w") as nowhere, contextlib.suppress(EOFError, OSError):
        wanted.send(READY)
        while True:
            file = wanted.recv()
            faulthandler.dump_traceback_later(longest + GRACE, exit=True, file=nowhere)
            answer = _answer(read, file)
            faulthandler.cancel_dump_traceback_later()
            wanted.send(answer)
            number += 1
            if number == 1:
                gc.freeze()  # the parser and its tables: they stay
            elif number % COLLECT_EVERY == 0:
                gc.collect()


def be_humble() -> None:
    """Let everything else on the machine go first; processes begun from here on do the same."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        os.nice(15)


def _answer(read: Read[T], file: Wanted) -> T | Failed:
    try:
        return read(*file)
    except MemoryError:
        return Failed(file, "it takes more memory than an article may")
    except Exception as fault:  # a fault of ours must not cost the files that follow; it is told in the file's row
        traceback.print_exc()
        return Failed(file, f"this program failed on it ({type(fault).__name__})")


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  there is none on Windows

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
