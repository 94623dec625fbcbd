"""How long the window's thread does not answer while files are read in and one scrolls, searches and opens stories.

A timer of 5 ms gives signs of life; where none comes for 50 ms, a thread beside takes the stack. A bare window with
list, text and label beats in the same way while the same files are read in beside it. Both windows are processes of
their own, which this module is as a program. STANDFIRST_FILES_READ says how many files (2,000).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.library.figures import Figure, nearest
from reader.library.reading_in import Ended, Look, Newsroom

FILES = int(os.environ.get("STANDFIRST_FILES_READ", "2000"))
TIMES, LONGEST = 1.5, 50
"""The limits: so many times the bare window's gaps, and milliseconds."""
SETTLED = 1000
"""Milliseconds that a new window is left to itself."""


def measure(folder: Path, index: Path) -> Iterable[Figure]:  # noqa: ARG001  (an index is made)
    """The 99th of 100 gaps beside that of the bare window, and the longest of all."""
    with tempfile.TemporaryDirectory() as work:
        pages = Path(work) / "pages"
        count = _lay_out(folder, pages)
        ours = _ask(_open("ours", str(pages), str(Path(work) / "home")))
        bare = _beside(pages, Path(work) / "index.sqlite")
    clock, processor = ([gap[place] for gap in ours["gaps"]] for place in (0, 1))
    print(f"    {count:,} files read in, {ours['stories']} stories shown, {ours['searches']} searches")
    print(f"    {len(clock):,} gaps, a bare window's: {len(bare['gaps']):,}, longest {max(bare['gaps'])[0]:.0f} ms")
    print(f"    p99 of the processor time of the window's thread between two signs: {nearest(processor, 0.99):.1f} ms")
    _print_stretches(ours["gaps"])
    limit = nearest([gap[0] for gap in bare["gaps"]], 0.99) * TIMES
    yield Figure("p99 of the gaps between two signs of life, beside a bare window", nearest(clock, 0.99), limit, "ms")
    yield Figure("the longest gap, by the clock", max(clock), LONGEST, "ms")
    yield Figure("the longest gap, processor time of the window's thread", max(processor), LONGEST, "ms")


def _lay_out(folder: Path, pages: Path) -> int:
    """Copy so many of the files, as they lie in their folders."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in {".html", ".txt"})[:FILES]
    for path in found:
        goal = pages / path.relative_to(folder)
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, goal)
    return len(found)


def _open(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "benchmarks.library.answering", *arguments]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)


def _ask(window: "subprocess.Popen[str]") -> Any:
    """End the window where it does not end by itself; what it has found."""
    told, _ = window.communicate("end\n")
    assert window.returncode == 0, "the window has failed"
    return json.loads(told.splitlines()[-1])


def _beside(pages: Path, index: Path) -> Any:
    """Read in beside a bare window; what that has found."""
    window = _open("bare")
    assert window.stdout is not None
    window.stdout.readline()
    newsroom = Newsroom(index)
    newsroom.tell(Look(1, (pages,), ()))
    while not isinstance(answer := newsroom.hear(), Ended):
        assert answer is not None, "the process has ended"
    newsroom.end()
    return _ask(window)


def _print_stretches(gaps: list[list[Any]]) -> None:
    """Where the thread was in the long gaps, those together that were at the same."""
    places: dict[str, list[list[Any]]] = defaultdict(list)
    for gap in gaps:
        if gap[0] > LONGEST:
            places[next(filter(None, gap[2]), "nothing of ours")].append(gap)
    for stack, those in islice(sorted(places.items(), key=lambda place: -max(place[1])[0]), 20):
        clock, processor = (max(gap[place] for gap in those) for place in (0, 1))
        print(f"    {len(those)} × up to {clock:.0f} ms ({processor:.0f} ms busy): {stack}")


def main() -> None:
    """Be one of the windows, and print all gaps as one line of JSON."""
    found = _ours(*map(Path, sys.argv[2:])) if sys.argv[1] == "ours" else _bare()
    print(json.dumps(found))


def _ours(pages: Path, home: Path) -> dict[str, Any]:
    """The program's window, in use until all is read in."""
    from benchmarks.library.hand import Hand  # noqa: PLC0415  (Qt is for the process of its own)
    from benchmarks.library.heartbeat import Heartbeat  # noqa: PLC0415
    from benchmarks.library.stage import Stage  # noqa: PLC0415

    stage = Stage(home)
    heart, hand = Heartbeat(watched=True), Hand(stage.program)
    heart.begin()
    hand.begin()
    stage.read_in(pages)
    hand.end()
    gaps = heart.end()
    stage.close()
    return {
        "gaps": [(gap.clock, gap.processor, gap.stacks) for gap in gaps],
        "stories": hand.stories,
        "searches": hand.searches,
    }


def _bare() -> dict[str, Any]:
    """A window of Qt's own parts, until it is told on the standard input to end."""
    from PySide6.QtCore import QStringListModel, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QLabel, QListView, QMainWindow, QSplitter, QTextEdit  # noqa: PLC0415

    from benchmarks.library.heartbeat import Heartbeat  # noqa: PLC0415

    app = QApplication([])
    window, splitter, rows = QMainWindow(), QSplitter(), QListView()
    rows.setModel(QStringListModel([f"Row {number}" for number in range(FILES)]))
    for pane in (rows, QTextEdit("Text"), QLabel("Label")):
        splitter.addWidget(pane)
    window.setCentralWidget(splitter)
    window.resize(1440, 900)
    window.show()
    heart, ended = Heartbeat(), threading.Event()
    asking = QTimer(interval=50)
    asking.timeout.connect(lambda: app.exit() if ended.is_set() else None)

    def wait() -> None:
        sys.stdin.readline()
        ended.set()

    def begin() -> None:
        heart.begin()
        print("ready", flush=True)
        asking.start()
        threading.Thread(target=wait, daemon=True).start()

    QTimer.singleShot(SETTLED, begin)
    app.exec()
    return {"gaps": [(gap.clock, gap.processor) for gap in heart.end()]}


if __name__ == "__main__":
    main()
