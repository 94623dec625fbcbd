"""The link of a story that the keyboard is at, which Qt keeps as the text's choice."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser


def focused_link(view: QTextBrowser) -> str:
    """Where the link leads that the keyboard is at, or nothing."""
    cursor = view.textCursor()
    return cursor.charFormat().anchorHref() if cursor.hasSelection() else ""


def begin_in_sight(view: QTextBrowser, *, forward: bool) -> None:
    """Have Qt look for links from the first line in sight on, or from the last one back: it begins at a choice."""
    if view.textCursor().hasSelection():
        return
    seen, kept = view.viewport().rect(), view.verticalScrollBar().value()
    cursor = view.cursorForPosition(seen.topLeft() if forward else seen.bottomRight())
    step = QTextCursor.MoveOperation.PreviousCharacter if forward else QTextCursor.MoveOperation.NextCharacter
    cursor.movePosition(step, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.verticalScrollBar().setValue(kept)
