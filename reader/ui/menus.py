"""Menus: ACTIONS as menus, by the name of the menu they stand in."""

from PySide6.QtWidgets import QMenu, QWidget

from reader.app.actions import ACTIONS, MENUS, Actions


def make_menus(parent: QWidget, actions: Actions) -> dict[str, QMenu]:
    """One menu for each name in MENUS, by name."""
    menus = {name: QMenu(name, parent) for name in MENUS}
    parts: dict[str, int] = {}
    for spec in ACTIONS:
        if spec.menu not in menus:
            continue
        menu = menus[spec.menu]
        if parts.setdefault(spec.menu, spec.part) != spec.part:
            menu.addSeparator()
            parts[spec.menu] = spec.part
        menu.addAction(actions[spec.name])
    return menus
