"""Availability: which actions make sense now; the others are greyed in menus and bars, and their keys do nothing."""

from PySide6.QtCore import QAbstractItemModel, QObject

from reader.app.actions import Actions
from reader.app.image_list import ImageList
from reader.app.session import Session
from reader.app.shelf import Shelf, Stock
from reader.app.story_state import Failed, Loading, Showing


class Availability(QObject):
    """Looks at story, history, marks, library, rows and pictures, and enables the actions accordingly."""

    def __init__(
        self, actions: Actions, session: Session, shelf: Shelf, rows: QAbstractItemModel, images: ImageList
    ) -> None:
        super().__init__(actions)
        self._actions = actions
        self._session = session
        self._shelf = shelf
        self._rows = rows
        self._images = images
        stack = session.undo_stack
        for changed in (
            session.story_changed,
            session.history_changed,
            stack.canUndoChanged,
            stack.canRedoChanged,
            shelf.stock_changed,
            rows.rowsInserted,
            rows.rowsRemoved,
            rows.modelReset,
            rows.layoutChanged,
            images.modelReset,
            actions["focus_mode"].toggled,
            actions["set_aside"].toggled,
        ):
            changed.connect(self.look)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self._watching = True
        self.look()

    def stop(self) -> None:
        """The window closes: what is looked at here goes away, each in its own time."""
        self._watching = False

    def look(self, *_: object) -> None:
        """Enable what can be done now; what can be done with a story stays as it is while the next one is read."""
        if not self._watching:
            return
        of_story = {} if isinstance(self._session.state, Loading) else self._of_story()
        for name, possible in (of_story | self._of_library() | self._of_session()).items():
            self._actions[name].setEnabled(possible)

    def _name_undo(self, words: str) -> None:
        if self._watching:
            self._actions["undo"].setText(f"Undo {words}".strip())

    def _name_redo(self, words: str) -> None:
        if self._watching:
            self._actions["redo"].setText(f"Redo {words}".strip())

    def _of_story(self) -> dict[str, bool]:
        state = self._session.state
        article = state.parsed.article if isinstance(state, Showing) else None
        text = article is not None and bool(article.blocks)
        passages = article is not None and bool(article.set_aside)
        readable = article is not None or (isinstance(state, Failed) and bool(state.text))
        return {
            **dict.fromkeys(("find", "find_next", "find_previous", "copy"), text),
            **dict.fromkeys(("top", "bottom", "page_up"), article is not None),
            "set_aside": passages or self._actions["set_aside"].isChecked(),
            "plain_text": readable,
            "how_read": article is not None and bool(article.trust.story),
            "open_address": article is not None and bool(article.address),
            "view_picture": self._images.rowCount() > 0,
            **dict.fromkeys(("next_picture", "previous_picture"), self._images.rowCount() > 1),
        }

    def _of_library(self) -> dict[str, bool]:
        opened = self._shelf.stock() is not Stock.NOTHING_OPENED
        return {
            **dict.fromkeys(("refresh", "search", "unread_only", "pictures"), opened),
            **dict.fromkeys(("next", "previous", "mark_all_read"), self._rows.rowCount() > 0),
        }

    def _of_session(self) -> dict[str, bool]:
        session, chosen = self._session, self._session.entry is not None
        return {
            **dict.fromkeys(("toggle_read", "toggle_star", "show_file"), chosen),
            "focus_mode": chosen or self._actions["focus_mode"].isChecked(),
            "back": session.can_go(-1),
            "forward": session.can_go(1),
            "undo": session.undo_stack.canUndo(),
            "redo": session.undo_stack.canRedo(),
        }
