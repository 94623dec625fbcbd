"""What every dialog of ours has in common: its title, its colours, and that it closes with Esc."""

from PySide6.QtWidgets import QDialog

from reader.app.look import Look


def dress(dialog: QDialog, title: str, look: Look) -> None:
    """Give a dialog its title, its ground and the interface's face."""
    dialog.setWindowTitle(title)
    dialog.setFont(look.interface(13))
    theme = look.theme
    dialog.setStyleSheet(
        f"QDialog, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.panel.name()}; }}"
        f"QLabel {{ color: {theme.ink.name()}; }}"
    )
