"""What every dialog of ours has in common: its title, its colours, its fields, and that it closes with Esc."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from reader.app.look import BOLD, Look
from reader.app.style import mixed

_STYLE = Template("""
QDialog, QScrollArea, QScrollArea > QWidget > QWidget { background: $panel; }
QScrollArea { border: 2px solid transparent; border-radius: 6px; }
QScrollArea:focus { border-color: $accent; }
QLabel { color: $ink; }
QComboBox, QAbstractSpinBox, QListView { background: $field; color: $ink; border: 1px solid $edge; border-radius: 7px;
  selection-background-color: $accent; }
QComboBox { padding: 1px 10px; }
QComboBox:focus, QAbstractSpinBox:focus, QListView:focus { border: 2px solid $accent; }
QComboBox:focus { padding: 0 9px; }
QComboBox::drop-down { border: none; width: 26px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { background: transparent; border: none; padding: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QListView { padding: 3px; outline: none; }
QListView:focus { padding: 2px; }
QListView::item { padding: 4px 7px; border-radius: 5px; color: $ink; }
QListView::item:selected { background: $chosen; }
QComboBox QAbstractItemView { border-radius: 0; }
QToolButton { background: $field; color: $ink; border: 1px solid $edge; border-radius: 7px; padding: 0; }
QToolButton:hover { background: $chosen; }
QCheckBox { color: $ink; spacing: 9px; }
QCheckBox::indicator { width: 16px; height: 16px; background: $field; border: 1px solid $quiet; border-radius: 5px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $ink; width: 14px; height: 14px; }
""")


def dress(dialog: QDialog, title: str, look: Look) -> None:
    """Give a dialog its title, its ground, the interface's face, and a ring round what has the keyboard."""
    dialog.setWindowTitle(title)
    dialog.setFont(look.interface(13))
    theme = look.theme
    colours = {name: getattr(theme, name).name() for name in ("panel", "field", "ink", "accent", "chosen")}
    colours["edge"] = mixed(theme.muted, theme.line, 0.25).name()
    colours["quiet"] = theme.muted.name()
    dialog.setStyleSheet(_STYLE.substitute(colours))


def headed(dialog: QDialog, title: str, heading: str, look: Look) -> QVBoxLayout:
    """Dress a dialog that goes when it is closed, and put its heading into the column that is given back."""
    dress(dialog, title, look)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    label = QLabel(heading)
    label.setFont(look.story(24, BOLD))
    label.setWordWrap(True)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(28, 24, 28, 20)
    column.setSpacing(14)
    column.addWidget(label)
    return column
