"""Style: the palette and style sheet of the whole window, from one look."""

from string import Template

from PySide6.QtGui import QColor, QPalette

from reader.app.look import Look
from reader.app.themes import COLOURS

FOUND = 0.22
"""How much of the accent the ground under words that were found has."""

_STYLE = Template("""
QMainWindow, QDialog { background: $page; color: $ink; }
QToolTip { background: $field; color: $ink; border: 1px solid $line; padding: 4px 6px; }
QMenuBar { background: $list; color: $ink; border-bottom: 1px solid $line; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $chosen; }
QMenu { background: $field; color: $ink; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 5px; }
QMenu::item:selected { background: $chosen; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $faint; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 36px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 36px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton { background: $field; color: $ink; border: 1px solid $line; border-radius: 7px; padding: 7px 16px;
  outline: none; }
QPushButton:hover { background: $chosen; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 15px; }
QPushButton:disabled { color: $muted; }
QPushButton:default, QPushButton[recommended="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus, QPushButton[recommended="true"]:focus { border: 2px solid $ink; }
QToolButton { background: transparent; color: $quiet; border: 2px solid transparent; border-radius: 6px;
  padding: 3px 7px; }
QToolButton:hover { background: $chosen; color: $ink; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { color: $ink; }
QToolButton:disabled { color: $faint; }
QLineEdit { background: $field; color: $ink; border: 1px solid $line; border-radius: 7px;
  padding: 5px 9px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $accent; padding: 4px 8px; }
QComboBox QAbstractItemView { background: $field; color: $ink; border: 1px solid $line;
  selection-background-color: $chosen; selection-color: $ink; }
QLabel { color: $ink; }
""")


def palette(look: Look) -> QPalette:
    """The colours Qt itself draws with."""
    theme = look.theme
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in (
        (roles.Window, theme.page),
        (roles.WindowText, theme.ink),
        (roles.Base, theme.page),
        (roles.AlternateBase, theme.list),
        (roles.Text, theme.ink),
        (roles.PlaceholderText, theme.muted),
        (roles.Button, theme.field),
        (roles.ButtonText, theme.ink),
        (roles.BrightText, theme.accent),
        (roles.ToolTipBase, theme.field),
        (roles.ToolTipText, theme.ink),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, on_accent(look)),
        (roles.Link, theme.accent),
        (roles.Mid, theme.line),
    ):
        result.setColor(role, colour)
    return result


def on_accent(look: Look) -> QColor:
    """The colour of words on the accent: the one of page and ink that is farther from it in lightness."""
    theme = look.theme
    return max((theme.page, theme.ink), key=lambda colour: abs(colour.lightnessF() - theme.accent.lightnessF()))


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two: ``share`` of the first, the rest of the second."""
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


def found(look: Look, ground: QColor) -> QColor:
    """The colour under words that were found, where they stand on ``ground``."""
    return mixed(look.theme.accent, ground, FOUND)


def style_sheet(look: Look) -> str:
    """The style sheet of the window."""
    theme = look.theme
    colours = {name: getattr(theme, name).name() for name in COLOURS}
    colours["on_accent"] = on_accent(look).name()
    colours["quiet"] = mixed(theme.ink, theme.muted, 0.35).name()
    colours["faint"] = mixed(theme.muted, theme.page, 0.4).name()
    return _STYLE.substitute(colours)
