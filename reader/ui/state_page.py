"""State pages: what stands in the story pane where no story is: a title, a sentence or two, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.app.actions import Actions
from reader.app.look import BOLD, Look
from reader.article import Problem
from reader.ui.focus_mark import LENGTH, MARK_GAP, WIDTH
from reader.ui.pressing import pressed

LONGEST = 16
"""Signs of a word after which it may break."""


@dataclass(frozen=True, slots=True)
class State:
    """The words of one state; ``offers`` are (words, action name), the first is the one to recommend."""

    title: str
    words: str
    offers: tuple[tuple[str, str], ...] = ()
    hint: str = ""


FIRST_RUN = State(
    "Read what you have saved",
    "Standfirst reads the web pages and text files you keep in a folder: as a list, as clean stories, with their "
    "pictures and captions beside them. Your files are only read, never changed, and nothing leaves this computer.",
    (("Choose a Folder…", "open_folder"), ("Open Files…", "open_files"), ("Try the Sample Articles", "open_samples")),
    "Or drop files and folders anywhere on this window.",
)
NOTHING_CHOSEN = State("Nothing chosen", "Choose a story in the list: j and k go down and up, n to the next unread.")
EMPTY_FOLDER = State(
    "No articles here yet",
    "This folder holds no saved web pages (.html) or text files (.txt). Save a page from your browser into it and "
    "look again, or choose another folder.",
    (("Choose Another Folder…", "open_folder"), ("Look Again", "refresh"), ("Try the Sample Articles", "open_samples")),
)
LOOKING = State("Looking through the folder…", "The first articles will be here in a moment.")
LOADING = State("Opening…", "")


def failed(name: str, problem: Problem, *, has_text: bool) -> State:
    """The state of a file that could not be read; what is recommended first depends on why."""
    as_text, in_folder = ("Show as Plain Text", "plain_text"), ("Show File in Its Folder", "show_file")
    if not has_text:
        return State(name, problem.message, (in_folder,))
    offers = (in_folder, as_text) if problem.code == "foreign" else (as_text, in_folder)
    return State(name, problem.message, offers)


def nothing_found(name: str, *, has_rest: bool) -> State:
    """The state of a page in which there is no story; ``has_rest``: passages were set aside."""
    words = f"“{name}” has no text that reads like a story. Nothing is lost: you can see all it says."
    offers = (("Show Everything", "plain_text"), ("Show What Was Set Aside", "set_aside"))
    return State("No story was found in this page", words, offers if has_rest else offers[:1])


class OfferButton(QPushButton):
    """One thing that can be done here."""

    def event(self, event: QEvent) -> bool:
        """Keep Space and Enter from the window while the button has the focus."""
        return pressed(self, event) or super().event(event)


class StatePage(QWidget):
    """Draws one State in the middle of the pane."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._look = look
        self._state: State | None = None
        self._title, self._words, self._hint = (_label() for _ in range(3))
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        inner = QWidget()
        inner.setMaximumWidth(560)
        column = QVBoxLayout(inner)
        column.setSpacing(14)
        for label in (self._title, self._words):
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(self._row)
        column.addWidget(self._hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(40, 20, 40, 60)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inner, 20)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over type and colours."""
        self._look = look
        self._title.setFont(look.story(28, BOLD))
        self._words.setFont(look.story(17))
        self._hint.setFont(look.interface(12))
        for label in (self._words, self._hint):
            label.setStyleSheet(f"color: {look.theme.muted.name()};")
        for button in self._buttons:
            button.setFont(look.interface(13))

    def show_state(self, state: State) -> None:
        """Show this state and what can be done in it."""
        if state == self._state:
            return
        self._state = state
        self._title.setText(_breakable(state.title))
        self._words.setText(_breakable(state.words))
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self.setAccessibleName(f"{state.title}. {state.words}")
        self._show_offers(state.offers)

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that can be done, or to the page itself."""
        first = self._buttons[0] if self._buttons else self
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show that the keyboard is here where there is nothing that could be done."""
        super().paintEvent(event)
        if self.hasFocus():
            title = QRect(self._title.mapTo(self, QPoint()), self._title.size())
            mark = QRect(title.left() - MARK_GAP, title.center().y() - LENGTH // 2, WIDTH, LENGTH)
            QPainter(self).fillRect(mark, self._look.theme.accent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop showing the focus."""
        super().focusOutEvent(event)
        self.update()

    def _show_offers(self, offers: Sequence[tuple[str, str]]) -> None:
        here = any(button.hasFocus() for button in self._buttons) or self.hasFocus()
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = [self._button(words, name) for words, name in offers]
        if self._buttons:
            self._buttons[0].setProperty("recommended", True)
        for button in self._buttons:
            self._row.addWidget(button)
            button.show()  # at once, not when the layout comes to it: it may have to take the keyboard
        self._row.addStretch(1)
        if here:
            self.focus_first()

    def _button(self, words: str, name: str) -> QPushButton:
        button = OfferButton(words)
        button.setFont(self._look.interface(13))
        button.clicked.connect(self._actions[name].trigger)
        return button


def _breakable(text: str) -> str:
    """The text with places to break in endless words, such as names of files: they would widen the window."""
    return " ".join(
        "\u200b".join(word[at : at + LONGEST] for at in range(0, len(word), LONGEST)) for word in text.split(" ")
    )


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
