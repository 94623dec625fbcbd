"""What every dialog of ours has in common: its title, its colours, and that it closes with Esc."""

from PySide6.QtWidgets import QDialog

from reader.app.look import Look


def dress(dialog: QDialog, title: str, look: Look) -> None:
    """Give a dialog its title, its ground, the interface's face, and a ring round a page that has the keyboard."""
    dialog.setWindowTitle(title)
    dialog.setFont(look.interface(13))
    theme = look.theme
    dialog.setStyleSheet(
        f"QDialog, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.panel.name()}; }}"
        f"QScrollArea {{ border: 2px solid transparent; border-radius: 6px; }}"
        f"QScrollArea:focus {{ border-color: {theme.accent.name()}; }}"
        f"QLabel {{ color: {theme.ink.name()}; }}"
    )
