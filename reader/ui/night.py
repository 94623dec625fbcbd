"""Night: the colours of the viewer."""

from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor

from reader.app.themes import Theme


@dataclass(frozen=True, slots=True)
class Night:
    """The colours of the viewer: dark in every theme, for nothing beside a picture may be brighter than it."""

    ground: QColor
    ink: QColor
    muted: QColor
    accent: QColor


_NIGHT = Night(QColor("#141518"), QColor("#dcd9d2"), QColor("#a8a49c"), QColor("#ef8a62"))


def night(theme: Theme) -> Night:
    """A dark theme's own colours, else the viewer's."""
    return Night(theme.list, theme.ink, theme.muted, theme.accent) if theme.dark else _NIGHT


def night_style(colours: Night) -> str:
    """The style sheet of the viewer; the buttons at its sides lie over the picture and bring their own ground."""
    return _STYLE.substitute({name: getattr(colours, name).name() for name in Night.__slots__})


_STYLE = Template("""
QToolButton { color: $ink; background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 0; }
QToolButton#side { background: rgba(20, 21, 24, 150); border-radius: 20px; }
QToolButton:hover { background: rgba(90, 90, 90, 200); }
QToolButton:focus { border-color: $accent; }
QLabel { color: $ink; }
""")
