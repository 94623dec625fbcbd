from collections.abc import Mapping, Sequence

from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from reader.app.undo import MarkStep, RemoveStep
from reader.article import ArticleId
from reader.library import Entry
from tests.listed import entry


def test_marks_go_back_to_what_each_article_had(qtbot: QtBot) -> None:
    applied: list[Mapping[ArticleId, bool]] = []
    stack = QUndoStack()
    stack.push(MarkStep("Mark as Read", {"a": False, "b": True}, True, applied.append))
    stack.undo()
    stack.redo()
    assert applied == [{"a": True, "b": True}, {"a": False, "b": True}, {"a": True, "b": True}]
    assert stack.undoText() == "Mark as Read"


def test_a_step_keeps_what_was_although_its_source_changes(qtbot: QtBot) -> None:
    applied: list[Mapping[ArticleId, bool]] = []
    before = {"a": False}
    stack = QUndoStack()
    stack.push(MarkStep("Star", before, True, applied.append))
    before["a"] = True
    stack.undo()
    assert applied[-1] == {"a": False}


def test_what_was_taken_off_is_put_back(qtbot: QtBot) -> None:
    removed: list[Sequence[Entry]] = []
    restored: list[Sequence[Entry]] = []
    entries = [entry("a"), entry("b")]
    stack = QUndoStack()
    stack.push(RemoveStep(entries, removed.append, restored.append))
    stack.undo()
    stack.redo()
    assert removed == [tuple(entries), tuple(entries)]
    assert restored == [tuple(entries)]
