"""Program: everything behind the list, made and joined after the window was painted. It knows every room."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from reader.app.actions import Actions
from reader.app.article_filter import Show
from reader.app.holdings import Holdings
from reader.app.image_list import ImageList
from reader.app.jobs import Jobs
from reader.app.look import OF_STORY, Look, load_fonts
from reader.app.messages import Messages
from reader.app.pictures import Pictures
from reader.app.read_ahead import ReadAhead
from reader.app.session import Session
from reader.app.story_loading import StoryLoader
from reader.app.style import palette
from reader.app.themes import bring_themes
from reader.app.thumbnails import Thumbnails
from reader.front import Front
from reader.library import Entry, Fact, thumbnail_bytes
from reader.library.settings import GROUPING, LAST_STORY, ORDER, PICTURES_SHOWN, SHOW, SINGLE_KEYS
from reader.places import choose_settings, resource, sample_articles
from reader.ui.commands import ChoiceCommands, FileCommands, PreferenceCommands, ReadingCommands, ViewCommands
from reader.ui.context import ContextMenus
from reader.ui.desk import Desk
from reader.ui.image_panel import ImagePanel
from reader.ui.image_viewer import ImageViewer
from reader.ui.menus import make_menus
from reader.ui.message_bar import MessageBar
from reader.ui.story_pane import StoryPane
from reader.ui.unsaved import Unsaved

WARM_UP_AFTER = 400
"""Milliseconds after which what reading a story takes is loaded, so that the list is there before."""


class Program:
    """Everything that runs while the window is open. Made whole, or by ``begun`` in small steps."""

    def __init__(self, front: Front) -> None:
        for _ in self._make(front):
            pass

    @classmethod
    def begun(cls, front: Front) -> tuple["Program", Iterator[None]]:
        """A program that is whole when the steps are done; between them the window can answer."""
        program = cls.__new__(cls)
        return program, program._make(front)

    def _make(self, front: Front) -> Iterator[None]:
        self.front, self._given_up = front, False
        self.memory, self.appearance, self.window = front.memory, front.appearance, front.window
        self.librarian, self.articles, self.shown = front.librarian, front.articles, front.shown
        self.list_pane = front.list_pane
        load_fonts(resource("fonts"), *OF_STORY)
        self.appearance.refresh()
        yield
        self._make_parts()
        yield
        look = self.appearance.look
        self.story_pane = StoryPane(self.actions, look)
        yield
        self.image_panel = ImagePanel(self.images, look)
        yield
        self.window.fill(
            self.actions, make_menus(self.window, self.actions), MessageBar(self.actions, look),
            self.story_pane, self.image_panel,
        )  # fmt: skip
        self.window.set_look(look)
        yield
        self.viewer = ImageViewer(self.images, look, self.window)
        yield
        self._join()
        yield
        self._join_library()
        self._tell_early_troubles()

    def open(self, paths: Sequence[Path]) -> None:
        """Open these files and folders, or those of last time."""
        settings = self.memory.settings
        if not self.window.isVisible():
            self.front.show()
            self.articles.reload()
        self.actions["pictures"].setChecked(settings.get(PICTURES_SHOWN))
        self.actions["unread_only"].setChecked(settings.get(SHOW) == Show.UNREAD.value)
        last = settings.get(LAST_STORY)
        if last and not paths:
            self.shelf.wait_for(last[0])
        if paths:
            self.shelf.open(paths)
        else:
            self.shelf.refresh()
        self.window.next_pane(0)
        QTimer.singleShot(WARM_UP_AFTER, self.read_ahead.warm_up)

    def close(self) -> None:
        """Remember everything, and end all work."""
        self.desk.stop()
        self.holdings.close()
        if self.session.entry is not None:  # its file may lie elsewhere by now; what is not back yet stays remembered
            self._remember_story()
        self.session.end()
        for jobs in (self.story_jobs, self.ahead_jobs, self.picture_jobs):
            jobs.close()

    def _may_close(self) -> bool:
        """Whether the window may go; where something would be lost with it, the person is asked."""
        if self._given_up or not self.memory.store.is_behind:
            return True
        question = Unsaved(self.memory.folder, self.appearance.look, self.window)
        question.given_up.connect(self._give_up)
        question.open()
        return False

    def _give_up(self) -> None:
        self._given_up = True
        self.window.close()

    def _make_parts(self) -> None:
        settings, read_state = self.memory.settings, self.memory.read_state
        self.messages = Messages()
        self.actions = Actions()
        self.actions.set_single_keys(settings.get(SINGLE_KEYS))
        self.story_jobs, self.picture_jobs = Jobs(1), Jobs(2)
        self.ahead_jobs, self.loader = Jobs(1), StoryLoader()
        self.session = Session(read_state, self.story_jobs, self.loader.load)
        self.read_ahead = ReadAhead(self.loader, self.ahead_jobs, self.session)
        self.holdings = Holdings(
            self.librarian.path, self.memory, self.session, self.articles, self.messages, self.actions
        )
        self.reading, self.folders, self.shelf = self.holdings.reading, self.holdings.folders, self.holdings.shelf
        self.images = ImageList(Pictures(self.picture_jobs))
        self.thumbnails = Thumbnails(self.picture_jobs, folder=self.front.places.cache / "thumbnails")

    def _remember_story(self) -> None:
        """Remember which story is open, also against a sudden end."""
        entry = self.session.entry
        self.memory.settings.set(LAST_STORY, (entry.path,) if entry is not None else ())

    def _thumbnail(self, entry: Entry) -> QPixmap | None:
        if entry.thumbnail is None:
            return None
        return self.thumbnails.pixmap_for((entry.path, entry.identity), lambda: thumbnail_bytes(entry), entry.identity)

    def _join(self) -> None:
        self._join_commands()
        self.desk = Desk(
            self.window,
            (self.list_pane, self.story_pane, self.image_panel),
            self.actions,
            self.session,
            self.shelf,
            self.images,
            self.messages,
            self.viewer,
            self.read_ahead,
        )
        self.story_pane.size_wanted.connect(self.appearance.change_size)
        self.window.closing.disconnect(self.front.close)
        self.window.closing.connect(self.close)
        self.window.closing.connect(self.front.close)
        self.window.may_close = self._may_close
        self.appearance.changed.connect(self._set_look)

    def _join_commands(self) -> None:
        panes = (self.list_pane, self.story_pane, self.image_panel)
        files = FileCommands(
            self.window,
            self.shelf,
            self.folders,
            self.holdings.refreshing,
            self.session,
            self.memory.settings,
            self.messages,
            sample_articles(),
        )
        reading = ReadingCommands(self.window, self.list_pane, self.story_pane, self.session, self.shown, self.messages)
        view = ViewCommands(
            self.window, panes, self.actions, self.session, self.appearance, self.memory.settings, self.messages
        )
        choice = ChoiceCommands(self.list_pane.view, self.shown, self.session, self.shelf, self.messages)
        preferences = PreferenceCommands(
            self.window, self.actions, self.appearance, self.memory, self.messages, self._move_settings, files.folders
        )
        for commands in (files, reading, view, choice, preferences):
            self.actions.connect_all(commands.handlers())
        self.menus = ContextMenus(  # kept, for a signal holds its receivers but weakly
            self.window, self.actions, self.story_pane, self.session, self.articles, files, view, choice
        )
        self.list_pane.menu_wanted.connect(self.menus.show_for_articles)
        self.story_pane.context_wanted.connect(self.menus.show_for_story)
        self.story_pane.address_chosen.connect(files.follow)
        self.window.dropped.connect(files.open)

    def _join_library(self) -> None:
        settings = self.memory.settings
        self.thumbnails.ready.connect(lambda key: self.list_pane.view.show_picture(key[0]))
        self.list_pane.view.set_thumbnails(self._thumbnail)
        self.reading.progressed.connect(self.list_pane.set_progress)
        self.list_pane.stop_wanted.connect(self.reading.stop)
        self.list_pane.pause_wanted.connect(self.reading.set_paused)
        self.list_pane.look_wanted.connect(self.shelf.refresh)
        self.reading.paused.connect(self.list_pane.footer.set_paused)
        self.reading.stopped.connect(self.list_pane.footer.set_left)
        self.list_pane.show_changed.connect(lambda show: settings.set(SHOW, show.value))
        self.list_pane.order_changed.connect(lambda order: settings.set(ORDER, order.value))
        self.list_pane.grouping_changed.connect(lambda grouping: settings.set(GROUPING, grouping.value))
        self.session.story_changed.connect(self._remember_story)
        self.session.marks_changed.connect(self.articles.refresh_marks)
        for troubled in (self.librarian.troubled, self.memory.troubled):
            troubled.connect(self.messages.warn)
        self.memory.news.connect(self._take_news)
        self.memory.begin_looking()

    def _tell_early_troubles(self) -> None:
        """What went wrong before there was a bar to say it in."""
        early = (*self.front.themes.faults(), *(problem.message for problem in self.memory.store.told))
        for fault in (*early, self.librarian.problem):
            if fault:
                self.messages.warn(fault)

    def _take_news(self, facts: list[Fact]) -> None:
        """Show what another window or device has changed."""
        changes = self.memory.read_state.changes(facts)
        self.articles.refresh_marks({change.identity for change in changes})
        self.desk.show_marks()
        if changed := self.memory.settings.changes(facts):
            self.appearance.refresh()
            self.holdings.take_news(changed)

    def _move_settings(self, folder: Path) -> None:
        """Keep marks, settings and themes in another folder, and know it at the next start."""
        own = self.memory.folder

        def confirm() -> None:
            bring_themes(own / "themes", folder / "themes")
            choose_settings(self.front.places, folder)

        self.memory.move(folder, confirm)

    def _set_look(self, look: Look) -> None:
        QApplication.setPalette(palette(look))
        QApplication.setFont(look.interface(13))
        for part in (self.window, self.list_pane, self.story_pane, self.image_panel, self.viewer):
            part.set_look(look)
