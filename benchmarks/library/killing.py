"""What is left when the program dies in the middle of reading in: the index, and what a person has marked."""

import multiprocessing
import os
import random
import signal
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.library.figures import Figure
from reader.library import Index, ReadState, Store
from reader.library.reading_in import Ended, Look, Newsroom

DEATHS = int(os.environ.get("STANDFIRST_DEATHS", "50"))
LONGEST = 2.5
"""Seconds that the program lives at most, counted from the moment that it has begun to read."""
PATTERN = "standfirst*.jsonl"

_SPAWN = multiprocessing.get_context("spawn")


def measure(folder: Path, index: Path) -> Iterable[Figure]:  # noqa: ARG001  (an index is made)
    """Let it die again and again on one library, and read the rest of it at the end."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as work:
        home = Path(work)
        promised: list[str] = []
        damaged = lost = 0
        for _ in range(DEATHS):
            promised += _live_and_die(home, folder, chance)
            damaged += not _is_whole(home / "index.sqlite")
            lost += _missing(home, promised)
        left = _read_the_rest(home, folder)
    yield Figure(f"indexes that were not whole after one of {DEATHS} deaths", damaged, 0)
    yield Figure(f"marks lost, of {len(promised):,} that were acknowledged", lost, 0)
    yield Figure("files missing when it was let finish", left, 0)


def _live_and_die(home: Path, folder: Path, chance: random.Random) -> list[str]:
    """Run until a sudden end; the marks that were acknowledged as saved."""
    ours, theirs = _SPAWN.Pipe(duplex=False)
    program = _SPAWN.Process(target=_live, args=(home, folder, theirs))
    program.start()
    theirs.close()
    newsroom = ours.recv()
    time.sleep(chance.uniform(0.05, LONGEST))
    for number in chance.choice(((program.pid,), (newsroom,), (newsroom, program.pid))):
        with suppress(ProcessLookupError):
            os.kill(number or 0, signal.SIGKILL)
    program.kill()
    promised: list[str] = []
    with suppress(EOFError):
        while True:
            promised.append(ours.recv())
    program.join()
    return promised


def _live(home: Path, folder: Path, told: Connection) -> None:
    """As the program does: read in, and mark one article after the other; tell what the disk has."""
    newsroom = Newsroom(home / "index.sqlite")
    newsroom.tell(Look(1, (folder,), ()))
    newsroom.hear()
    told.send(newsroom.process_id)
    state, store = _state(home)
    for number in count(time.time_ns()):
        identity = f"{number:032x}"
        state.set_read(identity, True)
        store.set("starred", identity, True).result()
        told.send(identity)


def _state(home: Path) -> tuple[ReadState, Store]:
    store = Store(home / "standfirst-a.jsonl", "a", PATTERN)
    return ReadState(store), store


def _is_whole(index: Path) -> bool:
    if not index.exists():
        return True  # it died before there was one
    base = sqlite3.connect(index)
    try:
        (answer,) = base.execute("PRAGMA integrity_check").fetchone()
        return bool(answer == "ok")
    except sqlite3.Error:
        return False
    finally:
        base.close()


def _missing(home: Path, promised: list[str]) -> int:
    state, store = _state(home)
    read, starred = state.read_identities(), state.starred_identities()
    store.close()
    return sum(identity not in read or identity not in starred for identity in promised)


def _read_the_rest(home: Path, folder: Path) -> int:
    """Let it finish; how many files the index does not have then."""
    newsroom = Newsroom(home / "index.sqlite")
    newsroom.tell(Look(1, (folder,), ()))
    while not isinstance(answer := newsroom.hear(), Ended):
        assert answer is not None, "the process has ended"
    newsroom.end()
    base = Index(home / "index.sqlite")
    known = len(base.stamps())
    base.close()
    return abs(sum(path.suffix in {".html", ".txt"} for path in folder.rglob("*") if path.is_file()) - known)
