"""Menus: ACTIONS as a menu bar, as context menus, and as the cheat sheet's groups."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.app.actions import ACTIONS, MENUS, Actions


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Make one menu for each name in MENUS; answers them by name."""
    menus = {name: bar.addMenu(name) for name in MENUS}
    parts: dict[str, int] = {}
    for spec in ACTIONS:
        menu = menus[spec.menu]
        if parts.setdefault(spec.menu, spec.part) != spec.part:
            menu.addSeparator()
            parts[spec.menu] = spec.part
        menu.addAction(actions[spec.name])
    return menus


def context_menu(parent: QWidget, actions: Actions, names: Iterable[str], *first: QAction) -> QMenu:
    """A menu of some actions; an empty name is a separator. ``first`` stand above them."""
    menu = QMenu(parent)
    for action in first:
        menu.addAction(action)
    for name in names:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
    return menu
