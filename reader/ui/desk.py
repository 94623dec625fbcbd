"""Desk: joins list, story and pictures, so that each follows what the others show."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog

from reader.app.actions import Actions
from reader.app.article_filter import Show
from reader.app.decoding import Picture, Want
from reader.app.image_list import ImageList
from reader.app.messages import Messages
from reader.app.plate import on_plate
from reader.app.read_ahead import ReadAhead
from reader.app.session import Session
from reader.app.shelf import Shelf, Stock
from reader.app.story_state import Failed, Loading, Nothing, Showing, StoryState
from reader.article import Problem
from reader.library import Entry
from reader.ui.availability import Availability
from reader.ui.image_panel import ImagePanel
from reader.ui.image_viewer import ImageViewer
from reader.ui.list_pane import ListPane
from reader.ui.main_window import MainWindow
from reader.ui.state_page import EMPTY_FOLDER, FIRST_RUN, LOADING, LOOKING, NOTHING_CHOSEN
from reader.ui.story_pane import StoryPane

_PAGES = {
    Stock.NOTHING_OPENED: FIRST_RUN,
    Stock.LOOKING: LOOKING,
    Stock.EMPTY: EMPTY_FOLDER,
    Stock.SOME: NOTHING_CHOSEN,
}


class Desk:
    """Knows the three panes and the session; every signal between them is connected here."""

    def __init__(
        self,
        window: MainWindow,
        panes: tuple[ListPane, StoryPane, ImagePanel],
        actions: Actions,
        session: Session,
        shelf: Shelf,
        images: ImageList,
        messages: Messages,
        viewer: ImageViewer,
        read_ahead: ReadAhead,
    ) -> None:
        self._window = window
        self._list, self._story, self._panel = panes
        self._actions = actions
        self._session = session
        self._shelf = shelf
        self._images = images
        self._messages = messages
        self._viewer = viewer
        self._read_ahead = read_ahead
        self._parsed: object = None
        self._reading_wanted = False
        self._join_list()
        self._join_story()
        self._join_pictures()
        messages.shown.connect(window.message_bar.show_message)
        messages.withdrawn.connect(window.message_bar.withdraw)
        session.faulted.connect(messages.warn)
        session.undo_stack.indexChanged.connect(window.message_bar.withdraw_undo)
        self._availability = Availability(actions, session, shelf, self._list.view.model(), images)
        self._show_stock(shelf.stock())
        self.show_marks()

    def stop(self) -> None:
        """The window closes."""
        self._availability.stop()
        self._read_ahead.stop()

    # The list

    def _join_list(self) -> None:
        self._list.opening.connect(self._take_choice)
        self._list.opened.connect(self._session.open)
        self._list.reading_wanted.connect(self._story.take_focus)
        self._list.show_changed.connect(self._show_filter)
        self._list.searched.connect(self._story.set_searched)
        self._list.set_place(self._shelf.place_words(), self._shelf.all_places())
        self._shelf.stock_changed.connect(self._show_stock)
        self._shelf.found.connect(self._open_found)
        self._shelf.listed.connect(self._choose_open)
        for name in ("search", "pictures"):
            self._actions[name].changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        """Name the keys that hold now where the panes name any."""
        native = QKeySequence.SequenceFormat.NativeText
        self._list.header.search.set_key(self._actions["search"].shortcut().toString(native))
        self._panel.set_hide_key(self._actions["pictures"].shortcut().toString(native))

    def _take_choice(self) -> None:
        """What the person chooses in the list comes before what is still waited for, and the keyboard stays there."""
        self._shelf.wait_for(None)
        self._reading_wanted = False

    def _open_found(self, entry: Entry) -> None:
        """Open what was asked for on the command line or was open last time; the keyboard goes to its text."""
        self._list.choose(entry.path)
        self._reading_wanted = True
        self._session.open(entry)

    def _choose_open(self) -> None:
        if self._shelf.stock() is Stock.EMPTY:
            self._session.close_story()  # of a library that is left: what the new one says is to be seen
        if self._session.entry is None and not self._shelf.is_waiting():
            self._window.show_story_parts(False)
        if not self._list.view.is_opening():
            self._list.choose(self._session.entry.path if self._session.entry is not None else None)

    def _show_filter(self, show: Show) -> None:
        self._actions["unread_only"].setChecked(show is Show.UNREAD)

    def _show_stock(self, stock: Stock) -> None:
        self._window.show_welcome(stock is Stock.NOTHING_OPENED)
        looking = stock is Stock.LOOKING
        self._list.set_looking(looking)
        self._story.set_idle(LOADING if looking and not self._shelf.folders else _PAGES[stock])
        self._list.set_place(self._shelf.place_words(), self._shelf.all_places())

    # The story

    def _join_story(self) -> None:
        self._session.story_changed.connect(self._show_state)
        self._session.marks_changed.connect(self.show_marks)
        self._story.moved.connect(self._follow)
        self._story.led_nowhere.connect(self._say_nowhere)
        self._story.aside_toggled.connect(self._actions["set_aside"].trigger)
        self._story.everything_wanted.connect(self._actions["plain_text"].trigger)
        self._story.pictures_wanted.connect(self._load_pictures)
        self._window.panel_shown.connect(self._show_pictures_in_text)

    def _show_state(self, state: StoryState) -> None:
        if not isinstance(state, Loading):
            pictures = isinstance(state, Showing) and bool(state.parsed.article.figures)
            self._window.show_story_parts(isinstance(state, Showing), pictures=pictures)
        match state:
            case Showing(path, parsed) if parsed is not self._parsed:
                self._parsed = parsed
                self._images.show_story(parsed.identity, parsed.article.figures, parsed.assets.open)
                self._window.setWindowTitle(f"{parsed.article.title or path.name} \u2013 Standfirst")
            case Nothing() | Failed():
                self._parsed = None
                self._images.clear()
                self._window.setWindowTitle("Standfirst")
            case Showing() | Loading():
                pass
        self._story.show_state(state, self._session.start_place())
        self.show_marks()
        self._read_ahead.wish(entry.path for entry in self._list.view.coming())
        if isinstance(state, Showing) and not self._window.panel_is_shown():
            self._session.measure_pictures()
        if self._reading_wanted and not isinstance(state, Loading):
            self._reading_wanted = False
            self._story.take_focus()

    def _follow(self) -> None:
        view = self._story.view
        self._session.move(view.place(), view.fraction(), at_end=view.at_end())

    def _say_nowhere(self) -> None:
        self._messages.show("The place that this link leads to is not part of the story.", tag="link")

    def show_marks(self) -> None:
        """Say in the bar and the menus what the open story is."""
        marks = self._session.marks()
        self._story.bar.show_marks(read=marks.read, starred=marks.starred)
        self._actions["toggle_read"].setText("Mark as Unread" if marks.read else "Mark as Read")
        self._actions["toggle_star"].setText("Take Star" if marks.starred else "Star")
        state = self._session.state
        everything = isinstance(state, Showing) and state.everything
        self._actions["plain_text"].setText("Back to the Story" if everything else "Show as Plain Text")

    # Pictures

    def _join_pictures(self) -> None:
        self._story.picture_reached.connect(self._panel.set_current)
        self._story.picture_chosen.connect(self._choose_picture)
        self._panel.chosen.connect(self._story.go_to_figure)
        self._panel.viewer_wanted.connect(self._viewer.show_picture)
        self._panel.zoom_wanted.connect(self._viewer.show_zoomed)
        self._panel.save_wanted.connect(self._save_picture)
        self._viewer.save_wanted.connect(self._save_picture)
        self._viewer.chosen.connect(self._panel.choose)

    def _choose_picture(self, figure: int) -> None:
        """A picture's line in the text was chosen: show the picture beside it, or large where there is no panel."""
        self._panel.set_current(figure)
        if not self._window.panel_is_shown():
            self._viewer.show_picture(figure)

    def _show_pictures_in_text(self, panel: bool) -> None:
        self._story.set_pictures_in_text(not panel)
        if not panel:
            self._session.measure_pictures()

    def _load_pictures(self, sizes: dict[int, QSize]) -> None:
        ratio = self._story.devicePixelRatioF()
        for figure, size in sizes.items():
            want = Want(round(size.width() * ratio), round(size.height() * ratio))
            self._images.request(figure, want, self._placer(figure, ratio))

    def _placer(self, figure: int, ratio: float) -> Callable[[Picture | Problem], None]:
        story = self._images.story

        def place(found: Picture | Problem) -> None:
            if isinstance(found, Picture) and self._images.story == story:
                image = on_plate(found)
                image.setDevicePixelRatio(ratio)
                self._story.set_picture(figure, image)

        return place

    def _save_picture(self, figure: int) -> None:
        start = str(Path.home() / self._images.file_name(figure))
        name, _ = QFileDialog.getSaveFileName(self._window, "Save Picture As", start)
        if name:
            self._images.save(figure, Path(name), lambda fault: self._say_saved(Path(name), fault))

    def _say_saved(self, path: Path, fault: Problem | None) -> None:
        if fault is None:
            self._messages.show(f"The picture was saved as {path.name}.", tag="saved")
        else:
            self._messages.warn(fault.message, tag="saved")
