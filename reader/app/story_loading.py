"""Reading a story for the window, on a worker thread: files in, values out."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

from reader.app.decoding import picture_size
from reader.app.story_state import Failed, Showing
from reader.article import body_text, minutes
from reader.parser import Parsed, Source, Unreadable, parse_file, parse_source, read_everything

MOST_BYTES = 24 * 2**20
"""So many bytes of files, as they lie on the disk, are kept as stories at the most."""
MOST_STORIES = 8

Read = Callable[[Path], Showing | Failed]
Stamp = tuple[int, int, int]
_SAMPLE = b"<!doctype html><html lang=en><title>A</title><body><article><h1>A</h1><p>%s</p></article></body>"


def load_story(path: Path) -> Showing | Failed:
    """Read one saved article."""
    return _state(path, parse_file(path))


def everything_in(path: Path) -> Showing | Failed:
    """Show all that a file holds as text, for when the parser did not find the story."""
    state = _state(path, read_everything(path))
    return replace(state, everything=True) if isinstance(state, Showing) else state


def measure_pictures(state: Showing) -> Showing:
    """The same story with the pixel sizes of its saved pictures."""
    sizes = {}
    for number, figure in enumerate(state.parsed.article.figures):
        content = state.parsed.assets.open(figure.image) if figure.image is not None else None
        if content is not None and (size := picture_size(content)) is not None:
            sizes[number] = size
    return replace(state, sizes=sizes, measured=True)


def warm_up() -> None:
    """Have everything at hand that reading a page and a text takes: the first one would wait half a second for it."""
    words = b"The harbour was quiet that morning, and nobody spoke. " * 12
    for content in (_SAMPLE % words, words):
        parse_source(Source(Path("page.html"), content))


@dataclass(frozen=True, slots=True)
class _Kept:
    stamp: Stamp
    bytes: int
    state: Showing | Failed


class StoryLoader:
    """Reads stories and keeps the last few, as long as their files stay as they were. For any number of threads."""

    def __init__(self, read: Read = load_story) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._kept: OrderedDict[Path, _Kept] = OrderedDict()
        self._reading: dict[tuple[Path, Stamp | None], Future[Showing | Failed]] = {}

    def load(self, path: Path) -> Showing | Failed:
        """The story in a file. Of two threads that want the same one at once, one reads and the other waits."""
        stamp, size = _stamp(path)
        key = (path, stamp)
        with self._lock:
            kept = self._kept.get(path)
            if kept is not None and kept.stamp == stamp:
                self._kept.move_to_end(path)
                return kept.state
            reading = self._reading.get(key)
            if reading is None:
                mine = self._reading[key] = Future[Showing | Failed]()
        return reading.result() if reading is not None else self._fulfil(mine, key, size)

    def has(self, path: Path) -> bool:
        """Whether a story is kept; its file may have changed since."""
        with self._lock:
            return path in self._kept

    def _fulfil(self, mine: Future[Showing | Failed], key: tuple[Path, Stamp | None], size: int) -> Showing | Failed:
        try:
            state = self._read(key[0])
        except BaseException as error:
            mine.set_exception(error)
            raise
        else:
            mine.set_result(state)
            self._keep(key, size, state)
            return state
        finally:
            with self._lock:
                del self._reading[key]

    def _keep(self, key: tuple[Path, Stamp | None], size: int, state: Showing | Failed) -> None:
        """Keep a story, unless its file changed while it was read or is too large; drop the oldest ones."""
        path, stamp = key
        if stamp is None or size > MOST_BYTES or _stamp(path)[0] != stamp:
            return
        with self._lock:
            self._kept[path] = _Kept(stamp, size, state)
            self._kept.move_to_end(path)
            while len(self._kept) > MOST_STORIES or sum(kept.bytes for kept in self._kept.values()) > MOST_BYTES:
                self._kept.popitem(last=False)


def _stamp(path: Path) -> tuple[Stamp | None, int]:
    """What changes when a file does, or None where there is no such file; and its size in bytes."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None, 0
    return (found.st_ino, found.st_size, found.st_mtime_ns), found.st_size


def _state(path: Path, answer: Parsed | Unreadable) -> Showing | Failed:
    if isinstance(answer, Unreadable):
        return Failed(path, answer.problem, answer.text)
    return Showing(path, answer, minutes=minutes(body_text(answer.article)))
