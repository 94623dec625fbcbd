"""Tail: what was added to a file since the last look, noticed cheaply and read once."""

import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

_EDGE = 64
"""So many bytes before the place read up to are remembered: where they differ, the file was rewritten in place."""


class Added(NamedTuple):
    """What a look brought. ``rest`` is a last line without its end, to be read again at the next look.

    ``afresh`` says that the file was read from its start, for it is new, was replaced, rewritten, or is gone.
    """

    lines: tuple[bytes, ...] = ()
    rest: bytes = b""
    afresh: bool = False


class Tail:
    """Follows one file that others may append to, replace or remove. Raises OSError as the system does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._look: tuple[int, int, int] | None = None
        self._offset = 0
        self._edge = b""

    def changed(self) -> bool:
        """Whether another look is worth it; costs one stat call."""
        try:
            return _look(os.stat(self.path)) != self._look
        except FileNotFoundError:
            return self._look is not None

    def read(self, *, to_end: bool = False) -> Added:
        """The lines added since the last look; with ``to_end`` an unfinished last line is one of them."""
        try:
            with self.path.open("rb") as file:
                return self._read(file, to_end)
        except FileNotFoundError:
            self._forget()
            return Added(afresh=True)

    def step_over(self, content: bytes) -> None:
        """Count as read what was just added by ourselves to a file that had been read to its end."""
        self._look = _look(os.stat(self.path))
        self._offset += len(content)
        self._edge = (self._edge + content[-_EDGE:])[-_EDGE:]

    def _forget(self) -> None:
        self._look = None
        self._offset = 0
        self._edge = b""

    def _read(self, file: BinaryIO, to_end: bool) -> Added:
        state = os.fstat(file.fileno())
        if not self._continues(file, state):
            self._forget()
        afresh = self._offset == 0
        file.seek(self._offset)
        content = file.read()
        *lines, rest = content.split(b"\n")
        if to_end and rest:
            lines, rest = [*lines, rest], b""
        done = content[: len(content) - len(rest)]
        self._offset += len(done)
        self._edge = (self._edge + done[-_EDGE:])[-_EDGE:]
        self._look = _look(state)
        return Added(tuple(lines), rest, afresh)

    def _continues(self, file: BinaryIO, state: os.stat_result) -> bool:
        """Whether the file still holds what was read of it."""
        if self._look is None or state.st_ino != self._look[0] or state.st_size < self._offset:
            return False
        file.seek(self._offset - len(self._edge))
        return file.read(len(self._edge)) == self._edge


def _look(state: os.stat_result) -> tuple[int, int, int]:
    return state.st_ino, state.st_size, state.st_mtime_ns
