"""How things are shown: type, theme, panes, pictures, what was set aside; copying; help."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.app.actions import Actions
from reader.app.appearance import Appearance
from reader.app.article_filter import Show
from reader.app.copying import COPIES
from reader.app.messages import Messages
from reader.app.session import Session
from reader.app.story_state import Showing
from reader.article import Article
from reader.library import Settings
from reader.library.settings import (
    PICTURES_SHOWN,
    SHOW,
)
from reader.ui.about import About
from reader.ui.cheat_sheet import CheatSheet
from reader.ui.how_read import HowRead
from reader.ui.image_panel import ImagePanel
from reader.ui.list_pane import ListPane
from reader.ui.main_window import MainWindow
from reader.ui.message_list import MessageList
from reader.ui.story_pane import StoryPane

Handlers = dict[str, Callable[[], object]]


class ViewCommands:
    """The View and Help menus, and what concerns pictures."""

    def __init__(
        self,
        window: MainWindow,
        panes: tuple[ListPane, StoryPane, ImagePanel],
        actions: Actions,
        session: Session,
        appearance: Appearance,
        settings: Settings,
        messages: Messages,
    ) -> None:
        self._window = window
        self._list, self._story, self._panel = panes
        self._actions = actions
        self._session = session
        self._appearance = appearance
        self._settings = settings
        self._messages = messages

    def handlers(self) -> Handlers:
        """What each of these actions does."""
        return {
            "search": self.search,
            "unread_only": self.toggle_unread_only,
            "pictures": self.toggle_panel,
            "focus_mode": self.toggle_alone,
            "larger": lambda: self._appearance.change_size(1),
            "smaller": lambda: self._appearance.change_size(-1),
            "default_size": lambda: self._appearance.change_size(0),
            "theme": self.next_theme,
            "set_aside": self.toggle_set_aside,
            "next_picture": self._panel.choose_next,
            "previous_picture": self._panel.choose_previous,
            "view_picture": self.view_picture,
            "copy": self.choose_copy,
            "how_read": self.show_how_read,
            "cheat_sheet": lambda: CheatSheet(self._actions, self._appearance.look, self._window).open(),
            "messages": lambda: MessageList(self._messages, self._appearance.look, self._window).open(),
            "about": lambda: About(self._appearance.look, self._window).open(),
            "menu": self._window.open_menu,
            "escape": self.back_out,
        }

    def toggle_unread_only(self) -> None:
        """Show unread stories only, or all."""
        show = Show.UNREAD if self._actions["unread_only"].isChecked() else Show.ALL
        self._settings.set(SHOW, show.value)
        self._list.set_show(show)

    def search(self) -> None:
        """Give the keyboard to the search field, and bring the list back where the story is alone."""
        if self._actions["focus_mode"].isChecked():
            self._actions["focus_mode"].trigger()
        self._list.focus_search()

    def toggle_panel(self) -> None:
        """Show or hide the picture panel; pictures then stand in the text."""
        shown = self._actions["pictures"].isChecked()
        self._settings.set(PICTURES_SHOWN, shown)
        self._window.show_panel(shown)
        if shown and not self._window.panel_is_shown():
            self._messages.show(
                "The window is too narrow for the pictures beside the story; they stand in it.", tag="panel"
            )
        elif shown and not self._panel.isVisible() and isinstance(self._session.state, Showing):
            self._messages.show("This story has no pictures; its text has their room.", tag="panel")

    def toggle_alone(self) -> None:
        """Show the story alone, or everything."""
        self._window.show_alone(self._actions["focus_mode"].isChecked())
        self._story.take_focus()

    def toggle_set_aside(self) -> None:
        """Show what was set aside in its place, or hide it."""
        self._story.set_show_set_aside(self._actions["set_aside"].isChecked())

    def next_theme(self) -> None:
        """Go on to the next theme."""
        self._messages.show(f"Theme: {self._appearance.next_theme()}", tag="theme")

    def view_picture(self) -> None:
        """Show the current picture in the full window."""
        if self._panel.current >= 0:
            self._panel.viewer_wanted.emit(self._panel.current)

    def choose_copy(self) -> None:
        """Offer the forms in which the story can be copied."""
        if isinstance(self._session.state, Showing):
            menu = QMenu(self._window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.copy_actions(menu))
            menu.setActiveAction(menu.actions()[0])
            menu.popup(self._story.mapToGlobal(QPoint(self._story.width() // 2 - 60, 90)))

    def show_how_read(self) -> None:
        """Tell how the open story was read, and offer all of its file."""
        if isinstance(state := self._session.state, Showing):
            dialog = HowRead(state.parsed.article, self._appearance.look, self._window)
            dialog.everything_wanted.connect(self._actions["plain_text"].trigger)
            dialog.open()

    def copy_actions(self, parent: QMenu) -> list[QAction]:
        """One action for each form."""
        actions = []
        for words, _ in COPIES:
            action = QAction(f"Copy as &{words}", parent)
            action.triggered.connect(self._copier(words))
            actions.append(action)
        return actions

    def back_out(self) -> None:
        """Leave what is open, from the innermost outwards: message, find, story alone, search; then go to the list."""
        if self._window.message_bar.isVisible():
            self._window.message_bar.dismiss()
        elif self._story.find_bar.isVisible():
            self._story.close_find()
        elif self._actions["focus_mode"].isChecked():
            self._actions["focus_mode"].trigger()
        else:
            self._list.header.search.clear()
            self._window.next_pane(0)

    def _copier(self, words: str) -> Callable[[], None]:
        def copy() -> None:
            state = self._session.state
            if isinstance(state, Showing):
                self.copy_as(words, state.parsed.article)

        return copy

    def copy_as(self, words: str, article: Article) -> None:
        """Put an article on the clipboard in the form of that name."""
        QGuiApplication.clipboard().setText(dict(COPIES)[words](article))
        self._messages.show(f"Copied as {words.lower()}.", tag="copied")
