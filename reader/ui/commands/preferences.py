"""Type and preferences: what can be chosen there, and what a choice does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from reader.app.actions import Actions
from reader.app.appearance import SYSTEM, Appearance, story_faces
from reader.app.memory import Memory
from reader.app.messages import Messages
from reader.library import Setting
from reader.library.settings import (
    INTERFACE_FACE,
    LINE_HEIGHT,
    MEASURE,
    SETTINGS,
    SINGLE_KEYS,
    STORY_FACE,
    TEXT_SIZE,
    THEME,
)
from reader.ui.commands.folders import FolderCommands
from reader.ui.main_window import MainWindow
from reader.ui.preferences import Preferences

Handlers = dict[str, Callable[[], object]]
_IN_FORM: tuple[Setting[Any], ...] = (
    THEME,
    STORY_FACE,
    INTERFACE_FACE,
    TEXT_SIZE,
    LINE_HEIGHT,
    MEASURE,
    SINGLE_KEYS,
)
_BY_KEY: dict[str, Setting[object]] = {setting.key: setting for setting in SETTINGS}
SETTINGS_FOLDER = "settings_folder"


class PreferenceCommands:
    """The form of settings. ``move`` has everything that is remembered kept in another folder."""

    def __init__(
        self,
        window: MainWindow,
        actions: Actions,
        appearance: Appearance,
        memory: Memory,
        messages: Messages,
        move: Callable[[Path], None],
        folders: FolderCommands,
    ) -> None:
        self._window = window
        self._actions = actions
        self._appearance = appearance
        self._memory = memory
        self._settings = memory.settings
        self._messages = messages
        self._move = move
        self._folders = folders
        self._form: Preferences | None = None
        memory.moved.connect(self._show_moved)

    def handlers(self) -> Handlers:
        """What each of these actions does."""
        return {"preferences": self.show}

    def show(self) -> None:
        """Open the form of settings."""
        if self._form is None:
            self._form = self._make_form()
        self._show_values()
        self._form.show()
        self._form.raise_()
        self._form.activateWindow()

    def _make_form(self) -> Preferences:
        form = Preferences(self._appearance.look, self._window)
        themes = [(name, self._appearance.theme_words(name)) for name in (SYSTEM, *self._appearance.themes)]
        faces = [(name, name) for name in story_faces()]
        get = self._settings.get
        form.add_heading("Type")
        form.add_choice(THEME.key, "Theme", themes, get(THEME))
        form.add_choice(STORY_FACE.key, "Story face", faces, get(STORY_FACE))
        interface = [("Inter", "Inter"), (SYSTEM, "The system’s own"), *faces[2:3]]
        form.add_choice(INTERFACE_FACE.key, "Interface face", interface, get(INTERFACE_FACE))
        form.add_number(TEXT_SIZE.key, "Text size", (12, 40), get(TEXT_SIZE), "px")
        form.add_decimal(LINE_HEIGHT.key, "Line height", (1.2, 2.2), get(LINE_HEIGHT))
        form.add_number(MEASURE.key, "Line length", (45, 90), get(MEASURE), "characters")
        form.add_heading("Keys")
        form.add_switch(SINGLE_KEYS.key, "Single letters are commands", get(SINGLE_KEYS))
        form.add_heading("Library")
        form.add_list("Folders", self._folders.folder_list())
        form.add_folder(SETTINGS_FOLDER, "Marks and settings", self._memory.folder)
        form.changed.connect(self._set)
        form.folder_wanted.connect(lambda _: self._choose_folder())
        self._appearance.changed.connect(form.set_look)
        self._appearance.changed.connect(self._show_values)
        return form

    def _show_values(self, *_: object) -> None:
        """Show in the form what holds now: keys change type and theme, too."""
        if self._form is not None:
            for setting in _IN_FORM:
                self._form.show_value(setting.key, self._settings.get(setting))
            self._form.show_value(SETTINGS_FOLDER, self._memory.folder)

    def _set(self, key: str, value: object) -> None:
        self._settings.set(_BY_KEY[key], value)
        self._appearance.refresh()
        self._actions.set_single_keys(self._settings.get(SINGLE_KEYS))

    def _choose_folder(self) -> None:
        """Let a person choose where marks and settings are kept, such as a folder that is synced between machines."""
        words = "Keep Marks and Settings In"
        name = QFileDialog.getExistingDirectory(self._form or self._window, words, str(self._memory.folder))
        if name and Path(name) != self._memory.folder:
            self._move(Path(name))

    def _show_moved(self, folder: Path, trouble: str) -> None:
        """Say where marks and settings are kept from now on, or why they stay where they were."""
        self._show_values()
        if trouble:
            words = f"Your marks and settings cannot be kept in {folder}: {trouble}. They stay where they were."
            self._messages.warn(words, tag="moved")
        else:
            self._messages.show(
                f"Your marks and settings are kept in {folder} from now on. What was in the old folder is still there.",
                tag="moved",
            )
