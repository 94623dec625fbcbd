"""The main window: three panes, splitters, the message bar. It arranges; it decides nothing."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from reader.app.look import Look
from reader.app.style import style_sheet
from reader.ui.ground import set_ground, set_lines
from reader.ui.list_pane import ListPane

if TYPE_CHECKING:
    from reader.app.actions import Actions
    from reader.ui.image_panel import ImagePanel
    from reader.ui.message_bar import MessageBar
    from reader.ui.story_pane import StoryPane

LIST_WIDTH, PANEL_WIDTH = 348, 344
LEAST_STORY = 440
_BOUNDS = ((260, 480), (LEAST_STORY, 16_777_215), (260, 600))
"""The least and the most width of list, story and pictures, in pixels."""
STORY_WANTS = 700
"""Width of the story below which its lines are shorter than they should be."""
PANEL_FITS = 980
"""Width of the window in pixels below which the picture panel gives way to the story."""


class MainWindow(QMainWindow):
    """Holds the list, the story and the picture panel."""

    dropped = Signal(list)
    closing = Signal()
    panel_shown = Signal(bool)

    _story: "StoryPane"
    _panel: "ImagePanel"
    message_bar: "MessageBar"
    menus: dict[str, QMenu]
    _menu: QMenu

    def __init__(self, look: Look, list_pane: ListPane) -> None:
        super().__init__()
        self._list = list_pane
        self._filled = False
        self._want_panel = True
        self._alone = False
        self._welcome = False
        self._has_story = True
        self._has_pictures = True
        self._told = True
        self.may_close: Callable[[], bool] = lambda: True
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self._panes: list[QWidget] = [list_pane, QWidget(), QWidget()]
        for pane in self._panes:
            self.splitter.addWidget(pane)
        self._set_bounds()
        self._widths = (LIST_WIDTH, 1440 - LIST_WIDTH - PANEL_WIDTH - 2, PANEL_WIDTH)
        self.splitter.setSizes(self._widths)
        central = QWidget()
        self._column = QVBoxLayout(central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.splitter, 1)
        self.setCentralWidget(central)
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.resize(1440, 900)
        self.setWindowTitle("Standfirst")
        self._paint_grounds(look)

    def fill(
        self,
        actions: "Actions",
        menus: dict[str, QMenu],
        message_bar: "MessageBar",
        story_pane: "StoryPane",
        image_panel: "ImagePanel",
    ) -> None:
        """Put the other panes into the places kept for them, and everything else a window has around them."""
        sizes = self.splitter.sizes() if self.isVisible() else self._widths  # what was never shown has none of its own
        sizes = [size or usual for size, usual in zip(sizes, self._widths, strict=True)]
        self._story, self._panel, self.message_bar, self.menus = story_pane, image_panel, message_bar, menus
        panes: tuple[QWidget, ...] = (story_pane, image_panel)
        for place, pane in enumerate(panes, 1):
            pane.setVisible(not self._panes[place].isHidden())
            self.splitter.replaceWidget(place, pane)
            self._panes[place].deleteLater()
            self._panes[place] = pane
        self._set_bounds()
        self.splitter.setSizes(sizes)
        self._column.addWidget(message_bar)
        self._menu = QMenu(self)
        for menu in menus.values():
            self._menu.addMenu(menu)
            if sys.platform == "darwin":  # there the menu bar is the desktop's, and expected
                self.menuBar().addMenu(menu)
        self.addActions(actions.all())  # for their keys
        message_bar.left.connect(lambda: self.next_pane(0))
        self._filled = True

    def _set_bounds(self) -> None:
        bounds = zip(self._panes, _BOUNDS, (0, 1, 0), strict=True)
        for number, (pane, (least, most), stretch) in enumerate(bounds):
            pane.setMinimumWidth(least)
            pane.setMaximumWidth(most)
            self.splitter.setStretchFactor(number, stretch)

    def _paint_grounds(self, look: Look) -> None:
        """Paint the places of the panes that are still to come as those will be."""
        for pane, colour in zip(self._panes[1:], (look.theme.page, look.theme.panel), strict=True):
            set_ground(pane, colour)
        set_lines(self.splitter, look.theme.line)

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        self.setStyleSheet(style_sheet(look))
        self.setFont(look.interface(13))
        set_lines(self.splitter, look.theme.line)
        for menu in (self._menu, *self.menus.values()):
            menu.setFont(look.interface(13))
        self.message_bar.set_look(look)

    def show_panel(self, on: bool) -> None:
        """Show the picture panel, as far as the window is wide enough for it."""
        self._want_panel = on
        self._arrange()

    def show_alone(self, on: bool) -> None:
        """Show the story alone, or with list and pictures."""
        self._alone = on
        self._arrange()

    def show_welcome(self, on: bool) -> None:
        """Show the first page alone: there is no list yet."""
        if on != self._welcome:
            self._welcome = on
            self._arrange()
            self.next_pane(0)

    def show_story_parts(self, on: bool, *, pictures: bool = True) -> None:
        """Show what belongs to a story, or leave the room to a page that says why there is none.

        A story without ``pictures`` has the room of their panel as well, where its lines are too short without it.
        """
        if (on, pictures) != (self._has_story, self._has_pictures):
            self._has_story, self._has_pictures = on, pictures
            self._arrange()

    def panel_is_shown(self) -> bool:
        """Whether pictures have their place beside a story, not in its text."""
        return self._want_panel and not (self._alone or self._welcome) and self.width() >= PANEL_FITS

    def open_menu(self) -> None:
        """Open the menu of everything, below its button."""
        button = self._story.bar.menu
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        self._menu.setActiveAction(self._menu.actions()[0])

    def next_pane(self, step: int) -> None:
        """Give the keyboard to the next pane (1), the previous (-1), or the first (0)."""
        stops = [(pane, target) for pane, target in self._stops() if pane.isVisible()]
        here = [number for number, (pane, _) in enumerate(stops) if pane.isAncestorOf(self.focusWidget() or self)]
        number = (here[0] + step) % len(stops) if here and step else 0
        if stops:
            stops[number][1]()

    def _stops(self) -> tuple[tuple[QWidget, Callable[[], None]], ...]:
        """The panes, and how each takes the keyboard."""
        if not self._filled:
            return ((self._list, self._list.focus_list),)
        return (
            (self._list, self._list.focus_list),
            (self._story, self._story.take_focus),
            (self._panel, self._panel.setFocus),
            (self.message_bar, self.message_bar.take_focus),
        )

    def geometry_words(self) -> str:
        """The window's size and place as text, to be kept."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def pane_widths(self) -> tuple[int, ...]:
        """The widths of the panes in pixels, to be kept; a hidden pane's is nought."""
        return tuple(self.splitter.sizes())

    def restore_from(self, geometry: str, widths: tuple[int, ...]) -> None:
        """Take the geometry of last time; what is empty or strange changes nothing."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        if len(widths) == self.splitter.count():
            wanted = zip(widths, self._widths, self._bounds(), strict=True)
            self.splitter.setSizes([max(least, min(width or usual, most)) for width, usual, (least, most) in wanted])
        self._arrange()

    def _bounds(self) -> list[tuple[int, int]]:
        """The least and the most width of each pane in this window, in pixels."""
        return [(least, min(most, self.width())) for least, most in _BOUNDS]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the story room before the pictures."""
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard belongs to a pane, not to the window."""
        super().focusInEvent(event)
        self.next_pane(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything be remembered before the window goes, where it may."""
        event.setAccepted(self.may_close())
        if event.isAccepted():
            self.closing.emit()

    def _arrange(self) -> None:
        shown, listed = self.panel_is_shown(), not (self._alone or self._welcome)
        panel = self._panes[2]
        beside = shown and self._has_story and (self._has_pictures or self._has_room())
        going = [pane for pane, stays in ((self._list, listed), (panel, beside)) if not stays]
        if self._filled and any(pane.isAncestorOf(self.focusWidget() or self) for pane in going):
            self._story.take_focus()  # else the keyboard would fall to any field that comes next
        self._list.setVisible(listed)
        panel.setVisible(beside)
        if shown != self._told:
            self._told = shown
            self.panel_shown.emit(shown)

    def _has_room(self) -> bool:
        """Whether an empty panel takes nothing from the story."""
        taken = PANEL_WIDTH if self._panes[2].isHidden() else self._panes[2].width()
        return self.width() - self._list.width() - taken >= STORY_WANTS
