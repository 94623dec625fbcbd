"""Appearance: the look in use: chosen by the person, or following the system."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication

from reader.app.look import Look, TypeFace
from reader.app.themes import Theme
from reader.library import Settings
from reader.library.settings import INTERFACE_FACE, LINE_HEIGHT, MEASURE, STORY_FACE, TEXT_SIZE, THEME

SYSTEM = "system"


class Appearance(QObject):
    """Knows the themes and the settings of type; ``changed`` tells the new Look."""

    changed = Signal(object)

    def __init__(self, settings: Settings, themes: Mapping[str, Theme], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.themes = themes
        self.look = self._make()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Make the look anew from the settings, and tell if it is another."""
        look = self._make()
        if look != self.look:
            self.look = look
            self.changed.emit(look)

    def next_theme(self) -> str:
        """Go on to the theme after the one that is seen, and after the last back to the system's; answers its words."""
        names = [*self.themes, SYSTEM]
        here = self._settings.get(THEME)
        seen = self.look.theme.name if here == SYSTEM else here
        name = names[(names.index(seen) + 1) % len(names)]
        self._settings.set(THEME, name)
        self.refresh()
        return self.theme_words(name)

    def theme_words(self, name: str) -> str:
        """What a theme is called on the screen."""
        return "As the system" if name == SYSTEM else self.themes[name].title

    def change_size(self, step: int) -> None:
        """Make the story's text larger (1) or smaller (-1); nought is the default size."""
        size = self._settings.get(TEXT_SIZE) + step if step else TEXT_SIZE.default
        if TEXT_SIZE.kind.read(size) is not None:
            self._settings.set(TEXT_SIZE, size)
            self.refresh()

    def _make(self) -> Look:
        get = self._settings.get
        interface = get(INTERFACE_FACE)
        face = TypeFace(
            _known(get(STORY_FACE), STORY_FACE.default),
            "" if interface == SYSTEM else _known(interface, INTERFACE_FACE.default),
            get(TEXT_SIZE),
            get(LINE_HEIGHT),
            get(MEASURE),
        )
        return Look(self._theme(), face)

    def _theme(self) -> Theme:
        name = self._settings.get(THEME)
        if name in self.themes:
            return self.themes[name]
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.themes["dark" if dark else "light"]


def _known(family: str, default: str) -> str:
    """The family if it is installed, else the one that ships with the program."""
    return family if family == default or QFontDatabase.hasFamily(family) else default


def story_faces() -> list[str]:
    """The faces a story can be set in: ours first, then the system's own that can be scaled."""
    ours = ["Literata", "Inter", "Atkinson Hyperlegible Next"]
    others = [name for name in QFontDatabase.families() if QFontDatabase.isSmoothlyScalable(name)]
    return ours + [name for name in others if name not in ours and not name.startswith(".")]
