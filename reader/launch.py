"""Launch: makes all parts of the program and joins them. The only file that knows every room."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.app.actions import Actions
from reader.app.appearance import Appearance
from reader.app.article_filter import ArticleFilter, Show
from reader.app.article_list import ArticleList
from reader.app.collector import Collector
from reader.app.ending import end_with_signals
from reader.app.holdings import Holdings
from reader.app.image_list import ImageList
from reader.app.jobs import Jobs
from reader.app.librarian import Librarian
from reader.app.list_order import Grouping, Order
from reader.app.look import Look, load_fonts
from reader.app.memory import Memory
from reader.app.messages import Messages
from reader.app.pictures import Pictures
from reader.app.read_ahead import ReadAhead
from reader.app.session import Session
from reader.app.story_loading import StoryLoader
from reader.app.style import palette
from reader.app.themes import bring_themes, load_themes
from reader.app.thumbnails import Thumbnails
from reader.library import Entry, Fact, device_name, thumbnail_bytes
from reader.library.settings import GROUPING, LAST_STORY, ORDER, PANES, PICTURES_SHOWN, SHOW, SINGLE_KEYS, WINDOW
from reader.places import SETTINGS_PATTERN, choose_settings, places, resource, sample_articles
from reader.ui.commands import ChoiceCommands, FileCommands, PreferenceCommands, ReadingCommands, ViewCommands
from reader.ui.context import ContextMenus
from reader.ui.desk import Desk
from reader.ui.image_panel import ImagePanel
from reader.ui.image_viewer import ImageViewer
from reader.ui.list_pane import ListPane
from reader.ui.main_window import MainWindow
from reader.ui.story_pane import StoryPane

WARM_UP_AFTER = 400
"""Milliseconds after which what reading a story takes is loaded, so that the list is there before."""


class Program:
    """Everything that runs while the window is open."""

    def __init__(self, home: Path | None = None) -> None:
        where = places(home)
        load_fonts(resource("fonts"))
        themes, faults = load_themes(resource("themes"), where.settings / "themes")
        self.messages = Messages()
        device = device_name(where.device_file)
        self._where = where
        self.memory = Memory(
            where.settings_file(device), device, SETTINGS_PATTERN, lambda: places(home).settings_file(device)
        )
        settings, read_state = self.memory.settings, self.memory.read_state
        self.actions = Actions()
        self.actions.set_single_keys(settings.get(SINGLE_KEYS))
        self.appearance = Appearance(settings, themes)
        look = self.appearance.look
        self.story_jobs, self.picture_jobs = Jobs(1), Jobs(2)
        self.ahead_jobs, self.loader = Jobs(1), StoryLoader()
        self.session = Session(read_state, self.story_jobs, self.loader.load)
        self.read_ahead = ReadAhead(self.loader, self.ahead_jobs, self.session)
        self.librarian = Librarian(where.index)
        self.librarian.open()
        self.articles = ArticleList(self.librarian, read_state, settings.places)
        self.shown = ArticleFilter(self.articles)
        self.holdings = Holdings(
            self.librarian.path, self.memory, self.session, self.articles, self.messages, self.actions
        )
        self.reading, self.folders, self.shelf = self.holdings.reading, self.holdings.folders, self.holdings.shelf
        self.images = ImageList(Pictures(self.picture_jobs))
        self.thumbnails = Thumbnails(self.picture_jobs)
        self.list_pane = ListPane(self.shown, look, self._thumbnail)
        self.story_pane = StoryPane(self.actions, look)
        self.image_panel = ImagePanel(self.images, look)
        self.window = MainWindow(self.actions, look, self.list_pane, self.story_pane, self.image_panel)
        self.viewer = ImageViewer(self.images, look, self.window)
        self._join()
        for fault in (*faults, *(problem.message for problem in self.memory.store.told)):
            self.messages.warn(fault)

    def open(self, paths: Sequence[Path]) -> None:
        """Show the window, with these files and folders or with those of last time."""
        settings = self.memory.settings
        self.window.restore_from(settings.get(WINDOW), settings.get(PANES))
        self.actions["pictures"].setChecked(settings.get(PICTURES_SHOWN))
        self.window.show_panel(settings.get(PICTURES_SHOWN))
        self.list_pane.set_show(Show(settings.get(SHOW)))
        self.actions["unread_only"].setChecked(settings.get(SHOW) == Show.UNREAD.value)
        self.articles.order = Order(settings.get(ORDER))
        self.articles.grouping = Grouping(settings.get(GROUPING))
        self.list_pane.header.set_order(self.articles.order)
        self.list_pane.header.set_grouping(self.articles.grouping)
        self.articles.load()
        self.window.show()
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
        settings = self.memory.settings
        self.desk.stop()
        self.holdings.close()
        self._remember_story()
        self.session.end()
        settings.set(WINDOW, self.window.geometry_words())
        if all(widths := self.window.pane_widths()):
            settings.set(PANES, widths)
        self.librarian.close()
        for jobs in (self.story_jobs, self.ahead_jobs, self.picture_jobs):
            jobs.close()
        self.memory.close()

    def _remember_story(self) -> None:
        """Remember which story is open, also against a sudden end."""
        entry = self.session.entry
        self.memory.settings.set(LAST_STORY, (entry.path,) if entry is not None else ())

    def _thumbnail(self, entry: Entry) -> QPixmap | None:
        if entry.thumbnail is None:
            return None
        return self.thumbnails.pixmap_for((entry.path, entry.identity), lambda: thumbnail_bytes(entry))

    def _join(self) -> None:
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
            self.window, self.story_pane, self.session, self.articles, files, view, choice
        )
        self.desk = Desk(
            self.window,
            panes,
            self.actions,
            self.session,
            self.shelf,
            self.images,
            self.messages,
            self.viewer,
            self.read_ahead,
        )
        self.list_pane.menu_wanted.connect(self.menus.show_for_articles)
        self.story_pane.context_wanted.connect(self.menus.show_for_story)
        self.story_pane.address_chosen.connect(files.follow)
        self.story_pane.size_wanted.connect(self.appearance.change_size)
        self.window.dropped.connect(files.open)
        self.window.closing.connect(self.close)
        self.appearance.changed.connect(self._set_look)
        self.thumbnails.ready.connect(self.list_pane.view.viewport().update)
        self._join_library()
        self._set_look(self.appearance.look)

    def _join_library(self) -> None:
        settings = self.memory.settings
        self.reading.progressed.connect(self.list_pane.set_progress)
        self.list_pane.stop_wanted.connect(self.reading.stop)
        self.list_pane.pause_wanted.connect(self.reading.set_paused)
        self.reading.paused.connect(self.list_pane.footer.set_paused)
        self.list_pane.show_changed.connect(lambda show: settings.set(SHOW, show.value))
        self.list_pane.order_changed.connect(lambda order: settings.set(ORDER, order.value))
        self.list_pane.grouping_changed.connect(lambda grouping: settings.set(GROUPING, grouping.value))
        self.session.story_changed.connect(self._remember_story)
        self.session.marks_changed.connect(self.articles.refresh_marks)
        self.memory.troubled.connect(self.messages.warn)
        self.memory.news.connect(self._take_news)
        self.memory.begin_looking()

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
            choose_settings(self._where, folder)

        self.memory.move(folder, confirm)

    def _set_look(self, look: Look) -> None:
        QApplication.setPalette(palette(look))
        QApplication.setFont(look.interface(13))
        for part in (self.window, self.list_pane, self.story_pane, self.image_panel, self.viewer):
            part.set_look(look)


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The Qt application with our name, style and icon."""
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("Standfirst")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("standfirst")
    app.setStyle("Fusion")
    icon = QIcon()
    for picture in sorted(resource("icons").glob("standfirst-*.png")):
        icon.addFile(str(picture))
    app.setWindowIcon(icon)
    return app


def run(paths: Sequence[Path], home: Path | None = None) -> int:
    """Open the window and stay until it is closed; the exit status."""
    app = application()
    program = Program(home)
    collector = Collector()
    end_with_signals(program.window.close)
    program.open(paths)
    status = app.exec()
    collector.stop()
    return status
