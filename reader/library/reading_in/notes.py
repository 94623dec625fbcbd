"""Notes: what the window and the process that reads in write to each other. Values only: they travel as bytes."""

from array import array
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from reader.article import ArticleId

Ids: TypeAlias = "array[int]"

UNKNOWN = -1
"""No state of the index: those count from 0."""


@dataclass(frozen=True, slots=True)
class Look:
    """Look at these folders and single files, and bring the index up to date; ends the look before.

    ``number`` comes back with every answer. A ``patient`` look waits for files that are still being written.
    ``seen`` is the state of the index that the window knows of, UNKNOWN for whatever it is now.
    """

    number: int
    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    patient: bool = False
    seen: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class Pause:
    """Read no more for now, or go on."""

    on: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Read no more in this look."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The folders were looked at: so many files are to be read, so many are still being written.

    ``folders`` are all that were looked into; ``problems`` tell of the others. ``stale``: others have written to the
    index, and what the window shows of it must be fetched anew. ``is_remote``: some lie on other machines.
    """

    number: int
    waiting: int
    hot: int
    folders: tuple[str, ...]
    problems: tuple[str, ...]
    stale: bool
    is_remote: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """Rows of the index that are new, have changed and are gone; how far it has come, and the seconds left, if known.

    ``renewed`` are files whose bytes have changed: which article each was, and which it is now. ``moved`` are files
    that lie elsewhere or have another name: where they were, and are.
    """

    number: int
    new: Ids = field(default_factory=lambda: array("q"))
    changed: Ids = field(default_factory=lambda: array("q"))
    gone: Ids = field(default_factory=lambda: array("q"))
    renewed: tuple[tuple[Path, ArticleId, ArticleId], ...] = ()
    moved: tuple[tuple[Path, Path], ...] = ()
    done: int = 0
    total: int = 0
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The look is over; ``left`` files were not read. ``problem`` says why not, where it was not the person's wish.

    ``seen`` is the state of the index.
    """

    number: int
    left: int = 0
    problem: str = ""
    seen: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class Stale:
    """Another window is reading in, and has written to the index."""

    number: int


Order = Look | Pause | Stop
Answer = Looked | Taken | Stale | Ended
