"""The main window: three panes, splitters, the message bar. It arranges; it decides nothing."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from reader.app.actions import Actions
from reader.app.look import Look
from reader.app.style import style_sheet
from reader.ui.image_panel import ImagePanel
from reader.ui.list_pane import ListPane
from reader.ui.menus import make_menus
from reader.ui.message_bar import MessageBar
from reader.ui.story_pane import StoryPane

LIST_WIDTH, PANEL_WIDTH = 348, 344
LEAST_STORY = 440
PANEL_FITS = 980
"""Width of the window in pixels below which the picture panel gives way to the story."""


class MainWindow(QMainWindow):
    """Holds the list, the story and the picture panel."""

    dropped = Signal(list)
    closing = Signal()
    panel_shown = Signal(bool)

    def __init__(
        self, actions: Actions, look: Look, list_pane: ListPane, story_pane: StoryPane, image_panel: ImagePanel
    ) -> None:
        super().__init__()
        self._list, self._story, self._panel = list_pane, story_pane, image_panel
        self._want_panel = True
        self._alone = False
        self._welcome = False
        self._has_story = True
        self._told = True
        self.message_bar = MessageBar(actions, look)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (list_pane, story_pane, image_panel):
            self.splitter.addWidget(pane)
        self._set_widths()
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.message_bar)
        self.setCentralWidget(central)
        self.menus = make_menus(self, actions)
        self._menu = QMenu(self)
        for menu in self.menus.values():
            self._menu.addMenu(menu)
            if sys.platform == "darwin":  # there the menu bar is the desktop's, and expected
                self.menuBar().addMenu(menu)
        self.addActions(actions.all())  # for their keys
        self.setAcceptDrops(True)
        self.message_bar.left.connect(lambda: self.next_pane(0))
        self.setMinimumSize(720, 480)
        self.resize(1440, 900)
        self.setWindowTitle("Standfirst")
        self.set_look(look)

    def _set_widths(self) -> None:
        self._list.setMinimumWidth(260)
        self._list.setMaximumWidth(480)
        self._panel.setMinimumWidth(260)
        self._panel.setMaximumWidth(600)
        self._story.setMinimumWidth(LEAST_STORY)
        for number, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(number, stretch)
        self._widths = (LIST_WIDTH, 1440 - LIST_WIDTH - PANEL_WIDTH - 2, PANEL_WIDTH)
        self.splitter.setSizes(self._widths)

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        self.setStyleSheet(style_sheet(look))
        self.setFont(look.interface(13))
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

    def show_story_parts(self, on: bool) -> None:
        """Show what belongs to a story, or leave the room to a page that says why there is none."""
        if on != self._has_story:
            self._has_story = on
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
        panes = (self._list, self._story, self._panel)
        return [(pane.minimumWidth(), min(pane.maximumWidth(), self.width())) for pane in panes]

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
        """Let everything be remembered before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _arrange(self) -> None:
        shown = self.panel_is_shown()
        listed = not (self._alone or self._welcome)
        going = [pane for pane, stays in ((self._list, listed), (self._panel, shown and self._has_story)) if not stays]
        if any(pane.isAncestorOf(self.focusWidget() or self) for pane in going):
            self._story.take_focus()  # else the keyboard would fall to any field that comes next
        self._list.setVisible(listed)
        self._panel.setVisible(shown and self._has_story)
        if shown != self._told:
            self._told = shown
            self.panel_shown.emit(shown)
