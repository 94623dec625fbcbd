"""How long the program takes to remember a hundred thousand marks at its start, and until two windows agree."""

import hashlib
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from benchmarks.library.figures import Figure
from reader.app.memory import Memory
from reader.library import Position, ReadState, Store

MARKS, OPENED, ROUNDS = 100_000, 5_000, 5
START, AGREE = 250, 1_000
"""Limits in milliseconds."""
PATTERN = "standfirst*.jsonl"


def measure(folder: Path, index: Path) -> Iterable[Figure]:  # noqa: ARG001  (only marks are measured)
    """The least of some rounds of a start, in processor time, and the longest of as many marks on their way."""
    with tempfile.TemporaryDirectory() as work:
        file = Path(work) / "standfirst-a.jsonl"
        _mark(file)
        starts = [_started(file) for _ in range(ROUNDS)]
        yield Figure(f"start with {MARKS:,} read, {OPENED:,} of them with place and day", min(starts), START, "ms")
        yield Figure("a mark until another window knows it, the longest", max(_agreed(file)), AGREE, "ms")


def _mark(file: Path) -> None:
    """Mark as a person does in the course of years: most all at once, many one by one."""
    store = Store(file, "a", PATTERN)
    state = ReadState(store)
    identities = [hashlib.sha256(str(number).encode()).hexdigest()[:32] for number in range(MARKS)]
    state.set_all_read(identities[OPENED:], True)
    for number, identity in enumerate(identities[:OPENED]):
        state.set_position(identity, Position(number % 90, number % 70, 0.5))
        state.set_read(identity, True)
        store.set("opened", identity, "2026-03-01T18:24:41+00:00")
    store.close(60)


def _started(file: Path) -> float:
    began = time.process_time()
    store = Store(file, "a", PATTERN)
    read = len(ReadState(store).read_identities())
    taken = (time.process_time() - began) * 1000
    store.close()
    assert read == MARKS, read
    return taken


def _agreed(file: Path) -> Iterable[float]:
    """Mark in one window, and wait until the other one tells of it."""
    app = QCoreApplication.instance() or QCoreApplication([])
    one, other, loop = Memory(file, "a", PATTERN), Memory(file, "a", PATTERN), QEventLoop(app)
    other.news.connect(loop.quit)
    for memory in (one, other):
        memory.begin_looking()
    for number in range(ROUNDS):
        QTimer.singleShot(130 * number, loop.quit)  # so that the looks fall here and there
        loop.exec()
        QTimer.singleShot(10_000, loop.quit)
        began = time.perf_counter()
        one.read_state.set_starred(f"article {number}", True)
        loop.exec()
        yield (time.perf_counter() - began) * 1000
    for memory in (one, other):
        memory.close()
