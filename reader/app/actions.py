"""ACTIONS: everything a person can do, declared once: words, menu and keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do. ``keys`` are portable key sequences, the first is the one shown.

    ``menu`` is the menu it stands in, if any; another ``part`` than its forerunner's begins a new part of the menu.
    """

    name: str
    words: str
    menu: str
    keys: tuple[str, ...] = ()
    part: int = 0
    checkable: bool = False


ACTIONS = (
    ActionSpec("open_files", "Open Files…", "File", ("Ctrl+O",)),
    ActionSpec("open_folder", "Add Folder to the Library…", "File", ("Ctrl+Shift+O",)),
    ActionSpec("open_samples", "Open the Sample Articles", "File"),
    ActionSpec("refresh", "Look for New Articles", "File", ("F5", "Ctrl+R"), part=1),
    ActionSpec("quit", "Quit", "File", ("Ctrl+Q",), part=2),
    ActionSpec("undo", "Undo", "Edit", ("Ctrl+Z",)),
    ActionSpec("redo", "Redo", "Edit", ("Ctrl+Shift+Z",)),
    ActionSpec("copy", "Copy Story As…", "Edit", ("C",), part=1),
    ActionSpec("find", "Find in Story", "Edit", ("Ctrl+F",), part=2),
    ActionSpec("find_next", "Find Next", "Edit", ("F3",), part=2),
    ActionSpec("find_previous", "Find Previous", "Edit", ("Shift+F3",), part=2),
    ActionSpec("search", "Search the List", "Edit", ("/", "Ctrl+L"), part=3),
    ActionSpec("next", "Next Story", "Go", ("J",)),
    ActionSpec("previous", "Previous Story", "Go", ("K",)),
    ActionSpec("next_unread", "Next Unread Story", "Go", ("N",)),
    ActionSpec("previous_unread", "Previous Unread Story", "Go", ("P",)),
    ActionSpec("choose_next", "Choose the Next Story Too", "Go", ("Shift+J",), part=4),
    ActionSpec("choose_previous", "Choose the Previous Story Too", "Go", ("Shift+K",), part=4),
    ActionSpec("copies", "Show the Story’s Copies", "Go", ("V",), part=4),
    ActionSpec("back", "Back", "Go", ("Alt+Left",), part=1),
    ActionSpec("forward", "Forward", "Go", ("Alt+Right",), part=1),
    ActionSpec("read", "Read", "Go", ("Return", "Enter"), part=2),
    ActionSpec("page_down", "Page Down, Then on to the Next Unread", "Go", ("Space",), part=2),
    ActionSpec("page_up", "Page Up", "Go", ("Shift+Space",), part=2),
    ActionSpec("top", "To the Beginning, of Story or List", "Go", ("Home",), part=2),
    ActionSpec("bottom", "To the End, of Story or List", "Go", ("End",), part=2),
    ActionSpec("next_pane", "Next Pane", "Go", ("F6",), part=3),
    ActionSpec("previous_pane", "Previous Pane", "Go", ("Shift+F6",), part=3),
    ActionSpec("escape", "Back Out", "Go", ("Esc",), part=3),
    ActionSpec("toggle_read", "Mark as Read", "Story", ("M",)),
    ActionSpec("toggle_star", "Star", "Story", ("S",)),
    ActionSpec("mark_all_read", "Mark All as Read", "Story", ("Shift+A",)),
    ActionSpec("remove", "Remove from the List", "Story", ("Del",)),
    ActionSpec("next_picture", "Next Picture", "Story", ("]",), part=1),
    ActionSpec("previous_picture", "Previous Picture", "Story", ("[",), part=1),
    ActionSpec("view_picture", "Picture Full Size", "Story", ("Z",), part=1),
    ActionSpec("set_aside", "Show What Was Set Aside", "Story", ("X",), part=2, checkable=True),
    ActionSpec("plain_text", "Show as Plain Text", "Story", ("Ctrl+E",), part=2),
    ActionSpec("how_read", "How It Was Read…", "Story", part=2),
    ActionSpec("open_address", "Open Original Address", "Story", part=3),
    ActionSpec("show_file", "Show File in Its Folder", "Story", part=3),
    ActionSpec("load_newer", "Load the Newer Copy", "Story", ("R",), part=3),
    ActionSpec("unread_only", "Unread Only", "View", ("U",), checkable=True),
    ActionSpec("pictures", "Picture Panel", "View", ("I",), checkable=True),
    ActionSpec("focus_mode", "Story Alone", "View", ("F", "F11"), checkable=True),
    ActionSpec("larger", "Larger Text", "View", ("+", "=", "Ctrl++", "Ctrl+="), part=1),
    ActionSpec("smaller", "Smaller Text", "View", ("-", "Ctrl+-"), part=1),
    ActionSpec("default_size", "Default Text Size", "View", ("0", "Ctrl+0"), part=1),
    ActionSpec("theme", "Next Theme", "View", ("T",), part=2),
    ActionSpec("preferences", "Type and Preferences…", "View", ("Ctrl+,",), part=2),
    ActionSpec("menu", "Menu", "", ("F10",)),
    ActionSpec("cheat_sheet", "Keyboard Cheat Sheet", "Help", ("?", "F1")),
    ActionSpec("messages", "Messages", "Help"),
    ActionSpec("about", "About Standfirst", "Help"),
)

MENUS = ("File", "Edit", "Go", "Story", "View", "Help")


def is_single(keys: str) -> bool:
    """Whether the keys are one sign alone, which a person may want switched off."""
    return len(keys.removeprefix("Shift+")) == 1


class Actions(QObject):
    """The QActions of all ACTIONS, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._single_keys = True
        self._actions = {spec.name: self._make(spec) for spec in ACTIONS}

    def __getitem__(self, name: str) -> QAction:
        """The action of that name."""
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Every action, in the order of ACTIONS."""
        return list(self._actions.values())

    def connect_all(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Join each action with what it does. Raises KeyError where a handler has no action."""
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(_without_arguments(handler))

    def set_single_keys(self, on: bool) -> None:
        """Switch the keys that are one letter alone on or off."""
        self._single_keys = on
        for spec in ACTIONS:
            self._actions[spec.name].setShortcuts(self._sequences(spec))

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.words, self)
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable)
        action.setShortcuts(self._sequences(spec))
        return action

    def _sequences(self, spec: ActionSpec) -> list[QKeySequence]:
        return [QKeySequence(keys) for keys in spec.keys if self._single_keys or not is_single(keys)]


def _without_arguments(handler: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        handler()

    return call
