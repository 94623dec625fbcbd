"""The story pane: bar, progress line, the story or a state page, find bar, and how much is left."""

from typing import assert_never

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.app.actions import Actions
from reader.app.look import MEDIUM, Look
from reader.app.story import ASIDE_LINK, EVERYTHING_LINK, PICTURE_LINK, Layout, Place, StoryDocument, column_width, head
from reader.app.story_state import Failed, Loading, Nothing, Showing, StoryState
from reader.article import Article
from reader.library import Matcher
from reader.ui.find_bar import FindBar
from reader.ui.finding import Finding
from reader.ui.state_page import FIRST_RUN, LOADING, NOTHING_CHOSEN, State, StatePage, failed, nothing_found
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
    led_nowhere = Signal()
    aside_toggled = Signal()
    everything_wanted = Signal()
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
        self._awaited_link = ""
        self._reached: int | None = None
        self._choosing = False
        self.bar = StoryBar(actions, look)
        self.line = ProgressLine(look)
        self.view = StoryView(look)
        self.page = StatePage(actions, look)
        self.find_bar = FindBar(actions, look)
        self._finding = Finding(self.view, self.find_bar)
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
        self.view.place_missing.connect(self._set_from)
        self.view.filled.connect(self._go_on_filled)

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
        """Draw a state; a story begins at ``place``, the one that is shown already stays where it is."""
        before, self._state = self._state, state
        self._patience.stop()
        match state:
            case Nothing():
                self._clear()
                self._show_page(self._idle)
            case Loading():
                self._patience.start()
            case Showing(_, parsed):
                same = isinstance(before, Showing) and before.parsed is parsed
                self._show_story(state, self.view.place() if same else place or Place(), other_story=not same)
            case Failed(path, problem, text):
                self._clear()
                self._show_page(failed(path.name, problem, has_text=bool(text)))
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
        if isinstance(self._state, Showing):
            self._show_story(self._state, self.view.place(), other_story=False)

    def _set_from(self, place: Place) -> None:
        """Set a long story anew from a place that was not set yet."""
        if isinstance(self._state, Showing):
            self._show_story(self._state, place, other_story=False)

    def go_to_figure(self, figure: int) -> None:
        """Bring the place of a figure into view."""
        if self._story is not None and (block := self._story.block_of_figure(figure)) is not None:
            self._choosing = True  # the text passes other pictures on its way, and may not come as far as this one
            self.view.go_to_block(block)
            self._choosing = False
        elif self._story is not None and not self._story.is_whole and (place := self._story.place_of_figure(figure)):
            self._set_from(place)

    def set_picture(self, figure: int, picture: QImage) -> None:
        """Show a picture in the text that has just been decoded."""
        self.view.set_picture(f"{PICTURE_LINK}{figure}", picture)

    def begin_find(self) -> None:
        """Open the find bar."""
        if self._story is not None:
            self._finding.begin()

    def close_find(self) -> None:
        """Close the find bar, keep the place, and give the keyboard to the story."""
        self._finding.close()

    def find_next(self, step: int) -> None:
        """Go to the next match (1) or the previous (-1), round the ends."""
        if self._story is not None:
            self._finding.go(step)

    def set_searched(self, matcher: Matcher | None) -> None:
        """Mark the words that the library is searched for, or no longer."""
        self._finding.set_searched(matcher)

    def _show_story(self, state: Showing, place: Place, *, other_story: bool) -> None:
        article = state.parsed.article
        if not article.blocks and not (self._show_set_aside and article.set_aside):
            self._clear()
            self._show_page(nothing_found(article.title or state.path.name, has_rest=bool(article.set_aside)))
            return
        if other_story:
            self._reached, self._awaited_link = None, ""
        self._turn_to(self.view)
        self._set_reading(True)
        if (layout := self.layout()) is not None:
            layout.activate()  # so that the text is laid out once, for the room it will have
        self._set(state, article, place)
        self._finding.again(other_story=other_story)

    def _set(self, state: Showing, article: Article, place: Place) -> None:
        wanted = column_width(self._look, article.language)
        column = self.view.column_for(wanted)
        layout = Layout(
            column, self._pictures_in_text, self._show_set_aside, dict(state.sizes), state.minutes, state.everything
        )
        self._story = StoryDocument(article, self._look, layout, place)
        self.view.show_story(self._story, wanted, place)
        if self._pictures_in_text:
            self.pictures_wanted.emit(self._story.picture_sizes())

    def _clear(self) -> None:
        self._story = None
        self.view.clear_story()
        self.find_bar.hide()
        self._set_reading(False)

    def _show_page(self, state: State) -> None:
        self.page.show_state(state)
        self._turn_to(self.page)
        self._set_reading(False)

    def _turn_to(self, face: QWidget) -> None:
        """Show the story or the state page; a keyboard that is at the one goes on to the other."""
        if face is not self._stack.currentWidget():
            here = self._stack.isAncestorOf(self.window().focusWidget() or self)
            self._stack.setCurrentWidget(face)
            if here:
                self.take_focus()

    def _set_reading(self, on: bool) -> None:
        self.left.setVisible(on)
        if not on:
            self.line.set_fraction(0)

    def _follow(self) -> None:
        if self._story is None:
            return
        fraction = self.view.fraction()
        self.line.set_fraction(fraction)
        rest = round(self._story.minutes * (1 - fraction))
        ending = "end" if self.view.at_end() else head.left(rest)
        self.left.setText(f"{round(100 * fraction)}%  \u00b7  {ending}")
        self._reach(self._figure_here(self._story))
        self.moved.emit()

    def _figure_here(self, story: StoryDocument) -> int | None:
        """The picture that one has come to: before all others the first one; None where that is not known yet."""
        figure = story.figure_at(self.view.block_in_view())
        return 0 if figure is None and story.article.figures and story.is_whole else figure

    def _reach(self, figure: int | None) -> None:
        """Tell that one has come to another picture, unless one went there by choosing a picture."""
        if figure is not None and figure != self._reached:
            self._reached = figure
            if not self._choosing:
                self.picture_reached.emit(figure)

    def _choose_link(self, link: str) -> None:
        if (figure := self._figure_named(link)) is not None:
            self.picture_chosen.emit(figure)
        elif link == ASIDE_LINK:
            self.aside_toggled.emit()
        elif link == EVERYTHING_LINK:
            self.everything_wanted.emit()
        elif link.startswith("#"):
            self._go_to_named(link)
        else:
            self.address_chosen.emit(link)

    def _go_to_named(self, link: str) -> None:
        """Go to a place inside the story, as soon as it is set."""
        if self._story is not None and (block := self._story.block_named(link[1:])) is not None:
            self.view.go_to_block(block)
        elif not self.view.is_whole():
            self._awaited_link = link
        else:
            self.led_nowhere.emit()

    def _go_on_filled(self) -> None:
        """All of a long story is set: do what had to wait for it."""
        self._finding.go_on()
        if link := self._awaited_link:
            self._awaited_link = ""
            self._go_to_named(link)
        if self._story is not None and self._pictures_in_text:
            self.pictures_wanted.emit(self._story.picture_sizes())

    def _figure_named(self, link: str) -> int | None:
        """The figure that a link of ours leads to; a page may have links that merely look like it."""
        number = link.removeprefix(PICTURE_LINK)
        if self._story is None or number == link or not (number.isascii() and number.isdecimal()):
            return None
        return int(number) if len(number) < 6 and int(number) < len(self._story.article.figures) else None
