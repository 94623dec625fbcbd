"""NewerCopy: story and history follow their files, where they were moved to and, if a person wants, to a newer copy."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from reader.app.article_list import ArticleList
from reader.app.messages import Level, Messages
from reader.app.session import Session
from reader.app.story_state import Failed, StoryState
from reader.library import Entry, ReadState
from reader.library.reading_in.notes import Taken


class NewerCopy(QObject):
    """Offers the newer copy by ``action``; what is on the screen stays until it is loaded.

    Files that have changed keep their star and the place in them, open or not.
    """

    def __init__(
        self, session: Session, read_state: ReadState, articles: ArticleList, messages: Messages, action: QAction
    ) -> None:
        super().__init__()
        self._session = session
        self._read_state = read_state
        self._articles = articles
        self._messages = messages
        self._action = action
        self._offered: Path | None = None
        action.setEnabled(False)
        action.triggered.connect(self.load)
        session.story_changed.connect(self._see)

    def take(self, taken: Taken) -> None:
        """See what has become of files."""
        self._session.keep_place()
        carried = [now for _, was, now in taken.renewed if self._read_state.carry(was, now)]
        if carried:
            self._articles.refresh_marks(carried)
        for before, now in taken.moved:
            self._session.history.follow(before, now)
        entry = self._session.entry
        if entry is None:
            return
        for before, now in taken.moved:
            if entry.path == before:
                entry = entry._replace(path=now)
                self._session.follow(entry)
        for path, was, identity in taken.renewed:
            if entry.path == path and entry.identity == was:
                self._session.follow(entry._replace(identity=identity))
                self._offer(path)

    def load(self, _checked: bool = False) -> None:
        """Show the newer copy, at the same place."""
        if self._offered is not None:
            self._articles.find_entry(self._offered, self._reload)

    def _offer(self, path: Path) -> None:
        if isinstance(self._session.state, Failed):  # there is nothing on the screen that one would lose
            self._session.reload()
            return
        self._offered = path
        self._action.setEnabled(True)
        words = "A newer copy of this story was saved."
        self._messages.show(words, Level.WARNING, tag="newer", action=self._action.objectName())

    def _reload(self, entry: Entry | None) -> None:
        path = self._offered
        if path is None or self._session.entry is None or self._session.entry.path != path:
            return
        if entry is not None:
            self._session.follow(entry)
        self._session.reload()

    def _see(self, _state: StoryState) -> None:
        """Another story is shown, or the newer copy is."""
        if self._offered is not None:
            self._offered = None
            self._action.setEnabled(False)
            self._messages.withdraw(self._action.objectName())
