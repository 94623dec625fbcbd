"""From the start of the program to its painted list, beside a bare window with list, text pane and label."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.library.figures import Figure
from reader.library import Settings, Store, device_name
from reader.library.settings import FOLDERS
from reader.places import places

ROUNDS = 20
FEW = 20_000
"""Articles up to which the stricter limits hold."""

_TELL = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

def tell():
    rollup = "/proc/self/smaps_rollup"
    lines = open(rollup).read().splitlines() if os.path.exists(rollup) else []
    memory = next((int(line.split()[1]) for line in lines if line.startswith("Rss:")), 0)
    print(time.process_time(), time.time(), memory, flush=True)
    os._exit(0)

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, tell)
        return False
"""

_BARE = (
    _TELL
    + """
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMainWindow, QSplitter, QTextEdit
app = QApplication(sys.argv)
window, splitter, rows = QMainWindow(), QSplitter(), QListView()
rows.setModel(QStringListModel([f"Row {number}" for number in range(20)]))
for pane in (rows, QTextEdit("Text"), QLabel("Label")):
    splitter.addWidget(pane)
window.setCentralWidget(splitter)
window.resize(1440, 900)
watch = Watch()
rows.viewport().installEventFilter(watch)
window.show()
app.exec()
"""
)

_OURS = (
    _TELL
    + """
import gc
from pathlib import Path
gc.disable()  # as the command does
from reader import launch
app = launch.application()
front = launch.Front(Path(sys.argv[1]))
watch = Watch()
front.list_pane.view.viewport().installEventFilter(watch)
front.show()
opening = launch.Opening(front, [])
app.exec()
"""
)


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds of processor time and of the clock, and resident memory in kB, when the list was painted."""

    processor: float
    clock: float
    memory: int


def measure(folder: Path, index: Path) -> Iterator[Figure]:
    """Both windows in turn, the least of several rounds."""
    with tempfile.TemporaryDirectory() as home:
        count = _prepare(Path(home), folder, index)
        _start(_OURS, home)  # writes the bytecode that an installed program has
        rounds = [(_start(_BARE), _start(_OURS, home)) for _ in range(ROUNDS)]
    bare, ours = (tuple(starts) for starts in zip(*rounds, strict=True))
    times, room = (1.5, 1.6) if count <= FEW else (2.0, 2.5)
    words = f"start to painted list, {count:,} articles, against a bare window: "
    yield Figure(words + "processor", _least(ours, "processor") / _least(bare, "processor"), times, "×")
    yield Figure(words + "clock", _least(ours, "clock") / _least(bare, "clock"), times, "×")
    if _least(bare, "memory"):
        yield Figure(words + "memory", _least(ours, "memory") / _least(bare, "memory"), room, "×")


def _prepare(home: Path, folder: Path, index: Path) -> int:
    """A home whose library is the folder, with its index; how many articles that has."""
    where = places(home)
    where.index_file.parent.mkdir(parents=True)
    shutil.copyfile(index, where.index_file)
    device = device_name(where.device_file)
    store = Store(where.settings_file(device), device)
    Settings(store).set(FOLDERS, (folder,))
    store.close()
    from reader.library import Index  # noqa: PLC0415  one word of it

    base = Index(where.index_file)
    count = base.first("newest", 1)[1]
    base.close()
    return count


def _start(program: str, *arguments: str) -> Start:
    begun = time.time()
    bytecode = {"PYTHONDONTWRITEBYTECODE": ""}
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **bytecode}
    command = [sys.executable, "-c", program, *arguments]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout
    processor, now, memory = told.split()
    return Start(float(processor), float(now) - begun, int(memory))


def _least(starts: tuple[Start, ...], what: str) -> float:
    return min(float(getattr(start, what)) for start in starts)
