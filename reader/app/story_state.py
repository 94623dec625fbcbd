"""StoryState: what the story pane shows, one of four."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize

from reader.article import Problem
from reader.parser import Parsed


@dataclass(frozen=True, slots=True)
class Nothing:
    """No story is chosen."""


@dataclass(frozen=True, slots=True)
class Loading:
    """A file is being read."""

    path: Path


@dataclass(frozen=True, slots=True)
class Showing:
    """A story. ``sizes`` are the pixel sizes of its saved pictures, by figure, once they are ``measured``.

    ``minutes`` is how long it takes to read; 0 is not known yet. ``everything``: all that the file holds is shown,
    and not the story that was found in it.
    """

    path: Path
    parsed: Parsed
    sizes: dict[int, QSize] = field(default_factory=dict)
    measured: bool = False
    minutes: int = 0
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read; ``text`` is what it holds as plain text, where it is text at all."""

    path: Path
    problem: Problem
    text: str = ""


StoryState = Nothing | Loading | Showing | Failed
