"""Front: the window with its list, which stand before anything else of the program is loaded."""

from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from reader.app.appearance import Appearance
from reader.app.article_filter import ArticleFilter, Show
from reader.app.article_list import ArticleList
from reader.app.librarian import Librarian
from reader.app.list_order import Grouping, Order
from reader.app.look import OF_LIST, load_fonts
from reader.app.memory import Memory
from reader.app.style import palette
from reader.app.themes import Themes
from reader.library import Entry, device_name
from reader.library.settings import GROUPING, LAST_STORY, ORDER, PANES, PICTURES_SHOWN, SHOW, WINDOW
from reader.places import SETTINGS_PATTERN, places, resource
from reader.ui.list_pane import ListPane
from reader.ui.main_window import MainWindow


class Front:
    """What a person sees first. The rest of the program (program.py) joins it as soon as it is painted."""

    def __init__(self, home: Path | None = None) -> None:
        self.places = where = places(home)
        load_fonts(resource("fonts"), *OF_LIST)
        device = device_name(where.device_file)
        self.memory = Memory(
            where.settings_file(device), device, SETTINGS_PATTERN, lambda: places(home).settings_file(device)
        )
        settings = self.memory.settings
        self.themes = Themes(resource("themes"), where.settings / "themes")
        self.appearance = Appearance(settings, self.themes)
        look = self.appearance.look
        QApplication.setPalette(palette(look))
        QApplication.setFont(look.interface(13))
        self.librarian = Librarian(where.index_file)
        self.librarian.open()
        self.articles = ArticleList(self.librarian, self.memory.read_state, settings.places)
        self.shown = ArticleFilter(self.articles)
        self.list_pane = ListPane(self.shown, look, _none_yet)
        self.window = MainWindow(look, self.list_pane)
        self.window.closing.connect(self.close)

    def show(self) -> None:
        """Show the window as it was left, with the list."""
        settings = self.memory.settings
        self.articles.order = Order(settings.get(ORDER))
        self.articles.grouping = Grouping(settings.get(GROUPING))
        self.list_pane.restore(Show(settings.get(SHOW)), self.articles.order, self.articles.grouping)
        self.articles.load()
        folders, files = settings.places()
        self.window.show_welcome(not (folders or files))
        self.window.show_story_parts(bool(settings.get(LAST_STORY)))
        self.window.show_panel(settings.get(PICTURES_SHOWN))
        self.window.restore_from(settings.get(WINDOW), settings.get(PANES))
        self.window.show()
        self.window.next_pane(0)

    def close(self) -> None:
        """Remember how the window stands, and end all work."""
        settings = self.memory.settings
        settings.set(WINDOW, self.window.geometry_words())
        if all(widths := self.window.pane_widths()):
            settings.set(PANES, widths)
        self.librarian.close()
        self.memory.close()


def _none_yet(_: Entry) -> QPixmap | None:
    """Pictures come with the rest of the program."""
    return None
