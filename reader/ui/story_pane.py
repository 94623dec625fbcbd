"""The story pane: bar, progress line, the story or a state page, find bar, and how much is left."""

from typing import assert_never

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.app.actions import Actions
from reader.app.look import MEDIUM, Look
from reader.app.story import ASIDE_LINK, PICTURE_LINK, Layout, Place, StoryDocument, column_width
from reader.app.story.find import matches
from reader.app.story_state import Failed, Loading, Nothing, Showing, StoryState
from reader.article import body_text, minutes
from reader.ui.find_bar import FindBar
from reader.ui.state_page import FIRST_RUN, LOADING, NOTHING_CHOSEN, State, StatePage
from reader.ui.story_bar import ProgressLine, StoryBar
from reader.ui.story_view import StoryView

PATIENCE = 200
"""Milliseconds before a file that is being read gets a page of its own: most are shown sooner."""


class StoryPane(QWidget):
    """Draws one StoryState."""

    moved = Signal()
    picture_chosen = Signal(int)
    picture_reached = Signal(int)
    pictures_wanted = Signal(object)
    address_chosen = Signal(str)
    aside_toggled = Signal()
    context_wanted = Signal(QPoint, str)
    size_wanted = Signal(int)

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state: StoryState = Nothing()
        self._idle = NOTHING_CHOSEN
        self._story: StoryDocument | None = None
        self._pictures_in_text = False
        self._show_set_aside = False
        self._found: list[tuple[int, int]] = []
        self._current = -1
        self._minutes = 0
        self.bar = StoryBar(actions, look)
        self.line = ProgressLine(look)
        self.view = StoryView(look)
        self.page = StatePage(actions, look)
        self.find_bar = FindBar(actions, look)
        self.left = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.left.setFixedHeight(28)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.page)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._show_page(LOADING))
        self._relay = QTimer(self, singleShot=True, interval=80)
        self._relay.timeout.connect(self.set_anew)
        self._lay_out()
        self._connect()
        self.set_look(look)
        self._show_page(FIRST_RUN)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.line, self.find_bar):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.left)
        self.find_bar.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("story_pane")

    def _connect(self) -> None:
        self.view.moved.connect(self._follow)
        self.view.column_changed.connect(self._relay.start)
        self.view.link_chosen.connect(self._choose_link)
        self.view.context_wanted.connect(self.context_wanted)
        self.view.size_wanted.connect(self.size_wanted)
        self.find_bar.words_changed.connect(self._look_for)
        self.find_bar.next_wanted.connect(self.find_next)
        self.find_bar.closed.connect(self.close_find)

    def set_look(self, look: Look) -> None:
        """Set everything anew with another look, at the same place."""
        self._look = look
        for part in (self.bar, self.line, self.view, self.page, self.find_bar):
            part.set_look(look)
        self.left.setFont(look.interface(11, MEDIUM))
        theme = look.theme
        self.setStyleSheet(f"#story_pane {{ background: {theme.page.name()}; }}")
        self.left.setStyleSheet(f"color: {theme.muted.name()};")
        self.set_anew()

    def set_idle(self, state: State) -> None:
        """What to show while no story is chosen."""
        self._idle = state
        if isinstance(self._state, Nothing):
            self._show_page(state)

    def set_pictures_in_text(self, on: bool) -> None:
        """Let pictures stand in the text, or a line in their place."""
        if on != self._pictures_in_text:
            self._pictures_in_text = on
            self.set_anew()

    def set_show_set_aside(self, on: bool) -> None:
        """Show what was set aside in its place, or hide it."""
        if on != self._show_set_aside:
            self._show_set_aside = on
            self.set_anew()

    def show_state(self, state: StoryState, place: Place | None = None) -> None:
        """Draw a state; a story begins at ``place``."""
        self._state = state
        self._patience.stop()
        match state:
            case Nothing():
                self._clear()
                self._show_page(self._idle)
            case Loading():
                self._patience.start()
            case Showing():
                self._show_story(state, place or Place())
            case Failed(path, problem, text):
                self._clear()
                offers = (("Show as Plain Text", "plain_text"), ("Show File in Its Folder", "show_file"))
                self._show_page(State(path.name, problem.message, offers if text else offers[1:]))
            case _:
                assert_never(state)

    def take_focus(self) -> None:
        """Give the keyboard to the story, or to the first thing that can be done."""
        if self._stack.currentWidget() is self.page:
            self.page.focus_first()
        else:
            self.view.setFocus()

    def set_anew(self) -> None:
        """Lay the story out again, at the same place."""
        if isinstance(self._state, Showing) and self._story is not None:
            self._set(self._state, self.view.place())

    def go_to_figure(self, figure: int) -> None:
        """Bring the place of a figure into view."""
        if self._story is not None and (block := self._story.block_of_figure(figure)) is not None:
            self.view.go_to_block(block)

    def set_picture(self, figure: int, picture: QImage) -> None:
        """Show a picture in the text that has just been decoded."""
        self.view.set_picture(f"{PICTURE_LINK}{figure}", picture)

    def begin_find(self) -> None:
        """Open the find bar."""
        if self._story is not None:
            self.find_bar.begin()

    def close_find(self) -> None:
        """Close the find bar, keep the place, and give the keyboard to the story."""
        self.find_bar.hide()
        self.view.highlight([], -1)
        self.view.setFocus()

    def find_next(self, step: int) -> None:
        """Go to the next match (1) or the previous (-1), round the ends."""
        if not self.find_bar.isVisible():
            self.begin_find()
        if self._found:
            self._show_match((self._current + step) % len(self._found))

    def _show_story(self, state: Showing, place: Place) -> None:
        self._minutes = minutes(body_text(state.parsed.article))
        self._stack.setCurrentWidget(self.view)
        self._set_reading(True)
        if (layout := self.layout()) is not None:
            layout.activate()  # so that the text is laid out once, for the room it will have
        self._set(state, place)

    def _set(self, state: Showing, place: Place) -> None:
        article = state.parsed.article
        wanted = column_width(self._look, article.language)
        layout = Layout(self.view.column_for(wanted), self._pictures_in_text, self._show_set_aside, dict(state.sizes))
        self._story = StoryDocument(article, self._look, layout)
        self.view.show_story(self._story, wanted, place)
        if self._pictures_in_text:
            self.pictures_wanted.emit(self._story.picture_sizes())
        if self.find_bar.isVisible():
            self._look_for(self.find_bar.field.text())

    def _clear(self) -> None:
        self._story = None
        self.view.clear_story()
        self.find_bar.hide()
        self._set_reading(False)

    def _show_page(self, state: State) -> None:
        self.page.show_state(state)
        self._stack.setCurrentWidget(self.page)
        self._set_reading(False)

    def _set_reading(self, on: bool) -> None:
        self.left.setVisible(on)
        self.line.set_fraction(0)

    def _follow(self) -> None:
        if self._story is None:
            return
        fraction = self.view.fraction()
        self.line.set_fraction(fraction)
        rest = round(self._minutes * (1 - fraction))
        ending = "end" if self.view.at_end() else f"{max(1, rest)} min left"
        self.left.setText(f"{round(100 * fraction)}%  \u00b7  {ending}")
        if (figure := self._story.figure_at(self.view.block_in_view())) is not None:
            self.picture_reached.emit(figure)
        self.moved.emit()

    def _choose_link(self, link: str) -> None:
        if link.startswith(PICTURE_LINK):
            self.picture_chosen.emit(int(link.removeprefix(PICTURE_LINK)))
        elif link == ASIDE_LINK:
            self.aside_toggled.emit()
        elif link.startswith("#"):
            if self._story is not None and (block := self._story.block_named(link[1:])) is not None:
                self.view.go_to_block(block)
        else:
            self.address_chosen.emit(link)

    def _look_for(self, words: str) -> None:
        text = self.view.document().toPlainText() if self._story is not None else ""
        self._found = matches(text, words)
        here = self.view.cursorForPosition(QPoint(2, 6)).position()
        ahead = [number for number, (start, _) in enumerate(self._found) if start >= here]
        self._show_match(ahead[0] if ahead else 0)

    def _show_match(self, current: int) -> None:
        self._current = current
        self.view.highlight(self._found, current)
        self.find_bar.show_count(current, len(self._found))
