"""Holdings: what the library has, and everything that keeps it true, made and joined: folders, reading in, watching."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from reader.app.actions import Actions
from reader.app.article_list import ArticleList
from reader.app.folders import Folders
from reader.app.jobs import Jobs
from reader.app.memory import Memory
from reader.app.messages import Messages
from reader.app.new_day import NewDay
from reader.app.newer_copy import NewerCopy
from reader.app.reading_in import ReadingIn
from reader.app.refreshing import Refreshing
from reader.app.session import Session
from reader.app.shelf import Shelf
from reader.app.watching import Watching
from reader.library import Setting
from reader.library.reading_in.notes import Looked
from reader.library.settings import FOLDERS, OPENED_FILES


class Holdings(QObject):
    """The parts, each under its own name; ``index`` is the file of the cache."""

    def __init__(
        self,
        index: Path,
        memory: Memory,
        session: Session,
        articles: ArticleList,
        messages: Messages,
        actions: Actions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        settings, read_state = memory.settings, memory.read_state
        self._jobs = Jobs(2)  # one hears what the process that reads in has to say
        self.folders = Folders(settings, session.undo_stack, messages)
        self.reading = ReadingIn(index, self._jobs)
        self.shelf = Shelf(settings, self.folders, read_state, articles, self.reading, self._jobs)
        self.refreshing = Refreshing(self.shelf, self.reading, messages)
        self.watching = Watching(self._jobs)
        self.newer_copy = NewerCopy(session, read_state, articles, messages, actions["load_newer"])
        self._new_day = NewDay(parent=self)
        self._new_day.came.connect(articles.reload)
        self.reading.taken.connect(self.newer_copy.take)
        self.reading.looked.connect(self._watch)
        self.reading.troubled.connect(messages.warn)
        self.watching.stirred.connect(self.reading.prepare)
        self.watching.look_wanted.connect(self.shelf.look_again)

    def take_news(self, changed: Iterable[Setting[Any]]) -> None:
        """Another window has changed these settings."""
        if {FOLDERS.key, OPENED_FILES.key} & {setting.key for setting in changed}:
            self.shelf.refresh()

    def close(self) -> None:
        """End all of it at once; what was read in stays."""
        self.watching.close()
        self.reading.close()
        self._jobs.close()

    def _watch(self, looked: Looked) -> None:
        self.watching.take(looked, list(map(str, self.shelf.files)))
