"""Undo: what a person can take back: marks of one story or of many."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QUndoCommand

from reader.article import ArticleId

Apply = Callable[[Mapping[ArticleId, bool]], None]


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
