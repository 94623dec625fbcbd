"""Settings: every one declared once in SETTINGS, with its default, its words, and what it may be."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar

from reader.library.facts import Fact
from reader.library.setting_kinds import Kind, matching, number, one_of, paths, whole, wholes, yes_or_no
from reader.library.store import Store

T = TypeVar("T")

SETTING = "setting"
"""The kind of fact in the Store that a setting is."""
MOST_RECENT = 12
"""So many recent files, and folders, are remembered."""


class Setting(Generic[T]):
    """One setting; ``words`` say to a person what it does.

    One that belongs ``here`` is this device's own and not shared through a synced folder.
    """

    def __init__(self, key: str, default: T, words: str, kind: Kind[T], *, here: bool = False) -> None:
        self.key, self.default, self.words = key, default, words
        self.kind = kind
        self.here = here


THEME = Setting(
    "theme",
    "system",
    "Colours; `system` follows the desktop's light or dark",
    matching(
        r"[a-z][a-z0-9-]*", "`system`, `light`, `sepia`, `dark`, `contrast`, or the name of a theme file of your own"
    ),
)
STORY_FACE = Setting(
    "story_face", "Literata", "Typeface of the story", matching(r"[^\n]{1,100}", "the name of a typeface")
)
TEXT_SIZE = Setting("text_size", 19, "Size of the story's text in pixels", whole(12, 40))
LINE_HEIGHT = Setting("line_height", 1.6, "Height of a line, in sizes of the text", number(1.2, 2.2))
MEASURE = Setting("measure", 66, "Width of the story's column in characters", whole(45, 90))
INTERFACE_FACE = Setting(
    "interface_face",
    "Inter",
    "Typeface of lists and menus",
    matching(r"[^\n]{1,100}", "the name of a typeface, or `system` for the desktop's own"),
)
SINGLE_KEYS = Setting("single_keys", True, "Whether single letters are commands", yes_or_no())
SHOW = Setting("show", "all", "Which articles the list shows", one_of("unread", "all", "starred"))
ORDER = Setting(
    "order",
    "newest",
    "In which order the list stands",
    one_of("newest", "oldest", "title", "source", "longest", "recent"),
)
GROUPING = Setting("grouping", "none", "What the headings of the list are", one_of("none", "day", "source", "folder"))
PICTURES_SHOWN = Setting("pictures_shown", True, "Whether the panel of pictures is shown", yes_or_no())
PANES = Setting("panes", (), "Widths of list, story and pictures in pixels", wholes(20_000), here=True)
WINDOW = Setting(
    "window",
    "",
    "Size and place of the window, as the toolkit writes it",
    matching(r"[A-Za-z0-9+/=]{0,4000}", "text of the toolkit, in base64"),
    here=True,
)
FOLDERS = Setting("folders", (), "The folders in the list", paths(1000), here=True)
OPENED_FILES = Setting("opened_files", (), "Single files in the list", paths(1000), here=True)
RECENT_FILES = Setting("recent_files", (), "Files opened lately, the last one first", paths(MOST_RECENT), here=True)
RECENT_FOLDERS = Setting(
    "recent_folders", (), "Folders opened lately, the last one first", paths(MOST_RECENT), here=True
)
LAST_STORY = Setting("last_story", (), "The story to come back to at the next start", paths(1), here=True)

SETTINGS: tuple[Setting[Any], ...] = (
    THEME,
    STORY_FACE,
    TEXT_SIZE,
    LINE_HEIGHT,
    MEASURE,
    INTERFACE_FACE,
    SINGLE_KEYS,
    SHOW,
    ORDER,
    GROUPING,
    PICTURES_SHOWN,
    PANES,
    WINDOW,
    FOLDERS,
    OPENED_FILES,
    RECENT_FILES,
    RECENT_FOLDERS,
    LAST_STORY,
)
"""All there are, in the order of docs/settings.md."""


class Settings:
    """Reads and writes settings through the Store; what the file says strangely counts as not said."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, setting: Setting[T]) -> T:
        """What holds: what was chosen, else the default."""
        value = setting.kind.read(self._store.get(SETTING, self._which(setting)))
        return setting.default if value is None else value

    def set(self, setting: Setting[T], value: T) -> bool:
        """Choose; whether that is a change. Raises ValueError for what the setting may not be."""
        written = setting.kind.write(value)
        if setting.kind.read(written) != value:
            raise ValueError(f"{setting.key} may not be {value!r}")
        if value == self.get(setting):
            return False
        self._store.set(SETTING, self._which(setting), written)
        return True

    def remember(self, recent: Setting[tuple[Path, ...]], path: Path) -> None:
        """Put a path at the head of a list of recent ones; the oldest falls off its end."""
        others = [other for other in self.get(recent) if other != path]
        self.set(recent, (path, *others)[:MOST_RECENT])

    def places(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """The library's folders, and the single files opened beside it."""
        return self.get(FOLDERS), self.get(OPENED_FILES)

    def changes(self, facts: Iterable[Fact]) -> list[Setting[Any]]:
        """Which settings the Store's news, from other windows and devices, changed."""
        keys = {fact.which for fact in facts if fact.what == SETTING}
        return [setting for setting in SETTINGS if self._which(setting) in keys]

    def _which(self, setting: Setting[T]) -> str:
        return f"{setting.key}@{self._store.device}" if setting.here else setting.key
