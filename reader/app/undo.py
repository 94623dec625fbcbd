"""Undo: what a person can take back: marks of stories, and taking them off the list."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QUndoCommand

from reader.article import ArticleId
from reader.library import Entry

Apply = Callable[[Mapping[ArticleId, bool]], None]
Handle = Callable[[Sequence[Entry]], object]


class MarkStep(QUndoCommand):
    """One change of a mark. Takes back to what each article had before, which need not be the same for all."""

    def __init__(self, words: str, before: Mapping[ArticleId, bool], value: bool, apply: Apply) -> None:
        super().__init__(words)
        self._before = dict(before)
        self._after = dict.fromkeys(before, value)
        self._apply = apply

    def redo(self) -> None:
        """Set the marks."""
        self._apply(self._after)

    def undo(self) -> None:
        """Set the marks as they were."""
        self._apply(self._before)


class RemoveStep(QUndoCommand):
    """Articles taken off the list, and put back."""

    def __init__(self, entries: Sequence[Entry], remove: Handle, restore: Handle) -> None:
        super().__init__("Remove from the List")
        self._entries = tuple(entries)
        self._remove = remove
        self._restore = restore

    def redo(self) -> None:
        """Take them off."""
        self._remove(self._entries)

    def undo(self) -> None:
        """Put them back."""
        self._restore(self._entries)
