"""Launch: opens the window with its list, and makes the rest of the program behind it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.front import Front
from reader.places import resource
from reader.ui.early_keys import EarlyKeys
from reader.ui.main_window import MainWindow

if TYPE_CHECKING:
    from reader.program import Program

TURN = 0.001
"""Seconds after which a thread that works gives way to the window's: with Python's own 5 ms a story that is read
beside the window keeps it waiting five times as long."""


class Opening(QObject):
    """Puts the rest of the program behind a window that is shown: its code is loaded on another thread, then its parts
    are made one after the other, so that the list can be scrolled all the while. Keys typed meanwhile are kept.

    ``done()``: the program is whole.
    """

    done = Signal()
    _loaded = Signal()

    def __init__(self, front: Front, paths: Sequence[Path]) -> None:
        super().__init__(front.window)
        self.program: Program | None = None
        self._front = front
        self._paths = paths
        self._steps: Iterator[None] = iter(())
        self._closed = False
        self._keys = EarlyKeys(front.window)
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._go_on)
        self._loaded.connect(self._begin)
        front.window.closing.connect(self._stop)

    def begin(self) -> None:
        """Go on once the window is painted."""
        self._front.articles.reload()
        Thread(target=self._load, daemon=True).start()

    def _load(self) -> None:
        import reader.program  # noqa: F401, PLC0415  what takes most of the time, and needs no window

        self._loaded.emit()

    def _begin(self) -> None:
        from reader.program import Program  # noqa: PLC0415  loaded by now

        if not self._closed:
            self.program, self._steps = Program.begun(self._front)
            self._step.start()

    def _go_on(self) -> None:
        for _ in self._steps:
            return
        self._step.stop()
        if self.program is not None and not self._closed:
            self.program.open(self._paths)
            self._keys.give_back(self.program.actions.all())
            self.done.emit()

    def _stop(self) -> None:
        """The window closes before all is there."""
        self._closed = True
        self._step.stop()


def application() -> QApplication:
    """The Qt application with our name and style."""
    sys.setswitchinterval(TURN)
    app = QApplication([sys.argv[0], "-style", "Fusion"])  # setStyle would answer a QStyle: 9 ms of enums
    app.setApplicationName("Standfirst")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("standfirst")
    return app


def run(paths: Sequence[Path], home: Path | None = None) -> int:
    """Open the window and stay until it is closed; the exit status."""
    app = application()
    front = Front(home)
    front.show()
    opening = Opening(front, paths)
    QTimer.singleShot(0, opening.begin)  # the first painting comes before it
    QTimer.singleShot(0, lambda: _settle(front.window))
    opening.done.connect(lambda: _keep_order(app))
    return app.exec()


def _end(window: MainWindow) -> None:
    """Remember everything and end, without a question: nobody may be there to answer."""
    window.closing.emit()
    QApplication.exit()


def _settle(window: MainWindow) -> None:
    """What the first frame need not wait for, 6 ms: the icon, and an end in good order whoever asks for it."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415

    from reader.app.ending import end_with_signals  # noqa: PLC0415

    end_with_signals(lambda: _end(window))
    icon = QIcon()
    for picture in sorted(resource("icons").glob("standfirst-*.png")):
        icon.addFile(str(picture))
    QApplication.setWindowIcon(icon)


def _keep_order(app: QApplication) -> None:
    """Let no Qt object die on a worker thread, from the first story on."""
    from reader.app.collector import Collector  # noqa: PLC0415  not for the list alone

    app.aboutToQuit.connect(Collector().stop)
