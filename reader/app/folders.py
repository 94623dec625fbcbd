"""Folders: which folders are the library. They are added and removed at will, and each change can be taken back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.app.messages import Messages
from reader.library import Settings
from reader.library.settings import FOLDERS

Paths = tuple[Path, ...]


class Folders(QObject):
    """``changed()``: the library has other folders now. No folder of it lies in another one."""

    changed = Signal()

    def __init__(
        self, settings: Settings, undo_stack: QUndoStack, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._undo_stack = undo_stack
        self._messages = messages

    @property
    def all(self) -> Paths:
        """The library's folders, in the order in which they came."""
        return self._settings.get(FOLDERS)

    def add(self, folders: Sequence[Path]) -> bool:
        """Make folders part of the library; whether any of them was not."""
        before = self.all
        new = [folder for folder in dict.fromkeys(folders) if not _is_among(folder, before)]
        if not new:
            if folders:
                self._messages.show(f"{short(folders[0])} is part of the library already.", tag="folder")
            return False
        after = _outermost((*before, *new))
        if not before:  # the first ones: the list says it, and there is nothing to go back to
            self.set_all(after)
            return True
        self._undo_stack.push(FolderStep("Add Folder", before, after, self))
        words = short(new[0]) if len(new) == 1 else f"{len(new)} folders"
        self._messages.show(f"Added to the library: {words}.", tag="undo", action="undo")
        return True

    def remove(self, folder: Path) -> None:
        """Take a folder out of the library; its files, and what a person did with them, stay."""
        before = self.all
        if folder in before:
            after = tuple(other for other in before if other != folder)
            self._undo_stack.push(FolderStep("Remove Folder", before, after, self))
            words = f"{short(folder)} is no longer part of the library; its files and your marks stay."
            self._messages.show(words, tag="undo", action="undo")

    def set_all(self, folders: Paths) -> None:
        """Let these be the library's folders."""
        if self._settings.set(FOLDERS, folders):
            self.changed.emit()


class FolderStep(QUndoCommand):
    """A change of the library's folders, and back."""

    def __init__(self, words: str, before: Paths, after: Paths, folders: Folders) -> None:
        super().__init__(words)
        self._before, self._after = before, after
        self._folders = folders

    def redo(self) -> None:
        """Change them."""
        self._folders.set_all(self._after)

    def undo(self) -> None:
        """Change them back."""
        self._folders.set_all(self._before)


def short(folder: Path) -> str:
    """A folder as a person writes it, such as ``~/Articles``."""
    home = Path.home()
    return f"~/{folder.relative_to(home).as_posix()}" if folder.is_relative_to(home) and folder != home else str(folder)


def _is_among(folder: Path, folders: Sequence[Path]) -> bool:
    return any(map(folder.is_relative_to, folders))


def _outermost(folders: Paths) -> Paths:
    """The folders without those that lie in another of them."""
    return tuple(folder for folder in folders if not _is_among(folder, [other for other in folders if other != folder]))
