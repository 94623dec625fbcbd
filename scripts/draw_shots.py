"""Draws the window in every theme and state at several sizes, as PNG."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QItemSelectionModel, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from reader.app.article_filter import Show
from reader.app.list_order import Grouping
from reader.app.rows import found_in
from reader.app.story_state import Loading
from reader.front import Front
from reader.launch import application
from reader.library import Entry
from reader.library.settings import LAST_STORY, THEME
from reader.places import sample_articles
from reader.program import Program

SIZES = {"1440x900": (1440, 900), "1024x700": (1024, 700)}
THEMES = ("light", "sepia", "dark", "contrast")
FERRY = "The last ferry to Inner Skerry.html"
LONG_READ = "A short history of the public bench.html"
FAR_AWAY = "The woman who photographs one wave.html"
RIGHT_TO_LEFT = "ساعة الميناء.html"
JAPANESE = "無人駅のノート.html"
READ = 4
"""As many samples are marked as read, so that both kinds of rows are seen."""


def wait_until(true: Callable[[], bool], seconds: float = 30) -> None:
    """Let the window live until something holds."""
    loop, limit, look = QEventLoop(), QTimer(), QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    look.timeout.connect(lambda: loop.quit() if true() else None)
    limit.start(round(seconds * 1000))
    look.start(20)
    loop.exec()
    if not true():
        raise SystemExit("The window did not come to rest.")


def rest(milliseconds: int = 350) -> None:
    """Let pictures arrive and timers end."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Studio:
    """One window with the samples open."""

    def __init__(self, home: Path) -> None:
        self.program = Program(Front(home))
        self.program.memory.settings.set(THEME, "light")
        self.program.appearance.refresh()
        self.folder = home / "Articles"
        shutil.copytree(sample_articles(), self.folder)
        self.program.open([self.folder])
        wait_until(lambda: not self.program.shelf.is_looking())
        articles = self.program.articles
        wait_until(lambda: articles.is_settled and articles.counts.all > 0)
        rest()
        identities = [entry.identity for entry in self.entries()]
        self.program.session.set_read(identities[-READ:], True)
        self.program.session.set_starred([identities[0], identities[5]], True)

    def entries(self) -> list[Entry]:
        """The articles of the list in their order."""
        ids = self.program.articles.contents.ids
        found = self.program.librarian.answer(lambda index: found_in(index, ids))
        return [entry for _, entry in found]

    def open(self, name: str, fraction: float = 0.0) -> None:
        """Open a sample and scroll to a share of it."""
        program = self.program
        entry = next((entry for entry in self.entries() if entry.path == self.folder / name), None)
        if entry is None:
            raise SystemExit(f"There is no sample {name}.")
        program.list_pane.choose(entry.path)
        program.session.open(entry)
        wait_until(lambda: not isinstance(program.session.state, Loading))
        rest()
        bar = program.story_pane.view.verticalScrollBar()
        bar.setValue(round(bar.maximum() * fraction))
        rest(200)

    def set_theme(self, name: str) -> None:
        """Change the colours."""
        self.program.memory.settings.set(THEME, name)
        self.program.appearance.refresh()
        rest(200)


class States:
    """Every state of the window, one after the other; each method brings it there and answers what is to be drawn."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.program = studio.program
        self.window = studio.program.window

    def trigger(self, *names: str) -> None:
        """Do what actions do."""
        for name in names:
            self.program.actions[name].trigger()
            rest(250)

    def reading(self) -> QWidget:
        """Reading."""
        self.studio.open(FERRY)
        return self.window

    def middle(self) -> QWidget:
        """Middle."""
        self.studio.open(LONG_READ, 0.4)
        return self.window

    def missing_picture(self) -> QWidget:
        """Missing picture."""
        self.studio.open(FAR_AWAY)
        return self.window

    def arabic(self) -> QWidget:
        """Arabic."""
        self.studio.open(RIGHT_TO_LEFT)
        return self.window

    def japanese(self) -> QWidget:
        """Japanese."""
        self.studio.open(JAPANESE)
        return self.window

    def without_panel(self) -> QWidget:
        """Without panel."""
        self.studio.open(FERRY, 0.15)
        self.trigger("pictures")
        rest(600)
        return self.window

    def with_panel_again(self) -> QWidget:
        """With panel again."""
        self.trigger("pictures", "set_aside")
        self.studio.open(FERRY, 1.0)
        return self.window

    def alone(self) -> QWidget:
        """Alone."""
        self.trigger("set_aside", "focus_mode")
        return self.window

    def finding(self) -> QWidget:
        """Finding."""
        self.trigger("focus_mode", "find")
        self.program.story_pane.find_bar.field.setText("the")
        rest()
        return self.window

    def viewer(self) -> QWidget:
        """Viewer."""
        self.program.story_pane.close_find()
        self.trigger("view_picture")
        rest(600)
        return self.window

    def unreadable(self) -> QWidget:
        """Unreadable."""
        self.program.viewer.close_viewer()
        broken = [entry for entry in self.studio.entries() if entry.problem]
        self.studio.open(broken[0].path.name)
        return self.window

    def nothing_matches(self) -> QWidget:
        """Nothing matches."""
        self.program.list_pane.header.search.setText("zebra crossing")
        rest()
        return self.window

    def nothing_chosen(self) -> QWidget:
        """Nothing chosen."""
        self.program.list_pane.header.search.clear()
        self.program.session.close_story()
        self.program.list_pane.choose(None)
        rest()
        return self.window

    def message(self) -> QWidget:
        """Message."""
        self.studio.open(FERRY)
        self.trigger("mark_all_read")
        return self.window

    def by_day(self) -> QWidget:
        """By day."""
        self.trigger("undo")
        self.window.message_bar.hide()
        self.program.list_pane.set_grouping(Grouping.DAY)
        rest()
        return self.window

    def by_source(self) -> QWidget:
        """By source."""
        self.program.list_pane.set_grouping(Grouping.SOURCE)
        rest()
        return self.window

    def searching(self) -> QWidget:
        """Searching."""
        self.program.list_pane.set_grouping(Grouping.NONE)
        rest()
        self.program.list_pane.header.search.setText("ferry")
        rest(600)
        self.studio.open(FERRY)
        return self.window

    def several_chosen(self) -> QWidget:
        """Several chosen."""
        self.program.list_pane.header.search.clear()
        rest(600)
        view = self.program.list_pane.view
        for row in range(3):
            view.selectionModel().select(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)
        return self.window

    def how_it_was_read(self) -> QWidget:
        """How it was read."""
        self.trigger("how_read")
        return QApplication.activeModalWidget() or self.window

    def nothing_unread(self) -> QWidget:
        """Nothing unread."""
        if (sheet := QApplication.activeModalWidget()) is not None:
            sheet.close()
        self.program.list_pane.set_show(Show.STARRED)
        rest()
        return self.window

    def cheat_sheet(self) -> QWidget:
        """Cheat sheet."""
        self.program.list_pane.set_show(Show.ALL)
        self.trigger("cheat_sheet")
        return QApplication.activeModalWidget() or self.window

    def preferences(self) -> QWidget:
        """Preferences."""
        if (sheet := QApplication.activeModalWidget()) is not None:
            sheet.close()
        self.trigger("preferences")
        return next(
            (one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window), self.window
        )


ORDER = (
    States.reading,
    States.middle,
    States.missing_picture,
    States.arabic,
    States.japanese,
    States.without_panel,
    States.with_panel_again,
    States.alone,
    States.finding,
    States.viewer,
    States.unreadable,
    States.nothing_matches,
    States.nothing_chosen,
    States.message,
    States.by_day,
    States.by_source,
    States.searching,
    States.several_chosen,
    States.how_it_was_read,
    States.nothing_unread,
    States.cheat_sheet,
    States.preferences,
)


def draw(widget: QWidget, path: Path) -> None:
    """Write what is seen of a widget."""
    widget.grab().save(str(path))
    print(path)


def main() -> None:
    """Draw everything."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--scale", type=int, default=1)
    command.add_argument("--out", type=Path, default=Path("shots"))
    options = command.parse_args()
    options.out.mkdir(exist_ok=True)
    app = application()
    with tempfile.TemporaryDirectory() as home:
        first = Program(Front(Path(home) / "first"))
        first.open([])
        rest()
        draw(first.window, options.out / f"first-run@{options.scale}x.png")
        first.window.close()
        os.environ["HOME"] = str(Path(home) / "studio")  # so that the folder is shown as a person's own
        studio = Studio(Path(home) / "studio")
        for size, (width, height) in SIZES.items():
            studio.program.window.resize(width, height)
            rest()
            for theme in THEMES:
                studio.set_theme(theme)
                studio.open(FERRY, 0.0)
                draw(studio.program.window, options.out / f"{theme}-{size}@{options.scale}x.png")
        if options.scale == 1:
            studio.set_theme("light")
            studio.program.window.resize(1440, 900)
            states = States(studio)
            for number, state in enumerate(ORDER, start=1):
                draw(state(states), options.out / f"state-{number:02d}-{state.__name__}.png")
        studio.program.memory.settings.set(LAST_STORY, ())
        studio.program.window.close()
    app.quit()


if __name__ == "__main__":
    main()
