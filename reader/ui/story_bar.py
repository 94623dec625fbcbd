"""The bar over the story, and the line below it that shows how far one has come."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from reader.app.actions import Actions
from reader.app.look import MEDIUM, Look
from reader.ui.bar_button import BarButton

HEIGHT = 46


class ProgressLine(QWidget):
    """A line two pixels high, filled with the accent as far as one has read."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fraction = 0.0
        self.setFixedHeight(2)

    def set_look(self, look: Look) -> None:
        """Take over colours."""
        self._look = look
        self.update()

    def set_fraction(self, fraction: float) -> None:
        """Fill the line up to this share, 0 to 1."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and its filled part, which begins where the lines of text begin."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.line)
        width = round(self.width() * self._fraction)
        left = self.width() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        painter.fillRect(left, 0, width, self.height(), self._look.theme.accent)


class StoryBar(QWidget):
    """Back and forward at the left; type, star, read, find and pictures at the right."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back = BarButton("\u2039", actions["back"])
        self.forward = BarButton("\u203a", actions["forward"])
        self.type = BarButton("Aa", actions["preferences"])
        self.star = BarButton("\u2606", actions["toggle_star"])
        self.read = BarButton("Mark read", actions["toggle_read"])
        self.search = BarButton("Find", actions["find"])
        self.pictures = BarButton("Pictures", actions["pictures"])
        self.menu = BarButton("\u2261", actions["menu"])
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        for button in (self.type, self.star, self.read, self.search, self.pictures, self.menu):
            row.addWidget(button)
        self.set_look(look)

    def minimumSizeHint(self) -> QSize:
        """Let the pane decide: the bar gives way before the window does."""
        return QSize(0, HEIGHT)

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        for button in (self.type, self.read, self.search, self.pictures):
            button.setFont(look.interface(13, MEDIUM))
        for button in (self.back, self.forward):
            button.setFont(look.interface(22))
        self.menu.setFont(look.interface(18))
        self.star.setFont(look.interface(16))
        self.star.setStyleSheet(f"QToolButton:checked {{ color: {look.theme.accent.name()}; }}")

    def show_marks(self, *, read: bool, starred: bool) -> None:
        """Say with the buttons' words what the story is and what pressing them would do."""
        self.read.setText("Mark unread" if read else "Mark read")
        self.star.setText("\u2605" if starred else "\u2606")
        self.star.setCheckable(True)
        self.star.setChecked(starred)
        for button in (self.read, self.star):
            button.updateGeometry()
