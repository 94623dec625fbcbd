"""Ending: closes in good order when the desktop or a terminal ends the program."""

import signal
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer


def end_with_signals(close: Callable[[], object]) -> None:
    """Call ``close`` when the system asks the program to end."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: close())
    timer = QTimer(QCoreApplication.instance(), interval=300)
    timer.timeout.connect(lambda: None)  # lets Python run now and then, for its signal handlers to be called
    timer.start()
