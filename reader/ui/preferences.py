"""Type and preferences: theme, faces, size, line height, measure, keys. Every change shows at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.app.look import BOLD, SEMIBOLD, Look
from reader.ui.dialog import dress
from reader.ui.fields import HEIGHT, ChoiceBox, Steps, TickBox

Choices = Sequence[tuple[object, str]]


class Preferences(QDialog):
    """A form of settings. ``changed`` tells the setting's name and its new value."""

    changed = Signal(str, object)
    folder_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, tuple[QWidget, Callable[[Any], object]]] = {}
        self._headings: list[QLabel] = []
        self._look = look
        self._title = QLabel("Type and preferences")
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(22)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addWidget(buttons)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        self.setMinimumWidth(520)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        self._look = look
        dress(self, "Type and Preferences", look)
        self._title.setFont(look.story(24, BOLD))
        self._set_headings()

    def show_value(self, name: str, value: object) -> None:
        """Show the value a setting has now; says nothing of it."""
        box, show = self._boxes[name]
        with QSignalBlocker(box):
            show(value)

    def add_heading(self, words: str) -> None:
        """Begin another part of the form."""
        heading = QLabel(words)
        heading.setContentsMargins(0, 14 if self._headings else 0, 0, 0)
        self._headings.append(heading)
        self._form.addRow(heading)
        self._set_headings()

    def add_choice(self, name: str, words: str, choices: Choices, value: object) -> None:
        """Offer one of several values."""
        box = ChoiceBox()
        for choice, label in choices:
            box.addItem(label, choice)
        self._add(name, words, box, lambda value: box.setCurrentIndex(max(0, box.findData(value))), value)
        box.activated.connect(lambda row: self.changed.emit(name, box.itemData(row)))

    def add_number(self, name: str, words: str, bounds: tuple[int, int], value: int, unit: str) -> None:
        """Offer a whole number."""
        box = QSpinBox()
        box.setRange(*bounds)
        box.setSuffix(f" {unit}")
        self._add(name, words, box, box.setValue, value, Steps(box, words))
        box.valueChanged.connect(self._teller(name))

    def add_decimal(self, name: str, words: str, bounds: tuple[float, float], value: float) -> None:
        """Offer a number with one decimal."""
        box = QDoubleSpinBox()
        box.setRange(*bounds)
        box.setDecimals(2)
        box.setSingleStep(0.05)
        self._add(name, words, box, box.setValue, value, Steps(box, words))
        box.valueChanged.connect(self._teller(name))

    def add_switch(self, name: str, words: str, value: bool) -> None:
        """Offer on and off."""
        box = TickBox(words)
        self._add(name, "", box, box.setChecked, value)
        box.toggled.connect(self._teller(name))

    def add_list(self, words: str, rows: QWidget) -> None:
        """Offer a list of things that has ways of its own to be changed."""
        self._form.addRow(words, rows)

    def add_folder(self, name: str, words: str, folder: Path) -> None:
        """Show a folder, and offer to choose another."""
        box, path, other = QWidget(), QLabel(), QPushButton("Choose…")
        path.setMaximumWidth(260)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(path, 1)
        row.addWidget(other)

        def show(folder: object) -> None:
            room = path.maximumWidth()
            path.setText(path.fontMetrics().elidedText(str(folder), Qt.TextElideMode.ElideMiddle, room))
            path.setToolTip(str(folder))
            path.setAccessibleName(f"{words}: {folder}")

        other.setAccessibleName(f"Choose another: {words}")
        other.clicked.connect(lambda: self.folder_wanted.emit(name))
        self._add(name, words, box, show, folder)

    def _set_headings(self) -> None:
        for heading in self._headings:
            heading.setFont(self._look.interface(13, SEMIBOLD))
            heading.setStyleSheet(f"color: {self._look.theme.accent.name()};")

    def _add(
        self,
        name: str,
        words: str,
        box: QWidget,
        show: Callable[[Any], object],
        value: object,
        around: QWidget | None = None,
    ) -> None:
        """Show the value in a box, which stands in the row itself or in another widget ``around`` it."""
        self._boxes[name] = (box, show)
        box.setMinimumHeight(HEIGHT)
        self._form.addRow(words, around or box)
        show(value)

    def _teller(self, name: str) -> Callable[[object], None]:
        def tell(value: object) -> None:
            self.changed.emit(name, value)

        return tell
