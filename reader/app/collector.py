"""Collector: frees what Python's cycles hold, on the window's thread alone.

Python collects on whichever thread happens to allocate. A Qt object that dies on a worker thread takes its timers and
connections down there, which Qt does not allow.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two looks."""


class Collector(QObject):
    """Takes the automatic collection over, with Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.collect()
        gc.freeze()  # what the program itself is made of need not be looked at again
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is full."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        full = [generation for generation, (count, most) in enumerate(counts) if count > most]
        if full:
            gc.collect(max(full))

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()
