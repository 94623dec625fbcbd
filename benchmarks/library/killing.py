"""What is left when the program is killed while it reads in and marks: 50 times, at random moments."""

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.library.figures import Figure
from reader.library import Index, Stamp, read_file

ROUNDS = 50
LONGEST = 0.8
"""Seconds after which the last of them is killed."""
HERE = Path(__file__).parent.parent


def measure(folder: Path, index: Path) -> Iterable[Figure]:  # noqa: ARG001  (it makes an index of its own)
    """In how many rounds the index was not whole, or a mark was gone that the disk was said to have."""
    home = Path(tempfile.mkdtemp(prefix="standfirst-kill-"))
    chance = random.Random("killing")
    broken = lost = first = 0
    for _ in range(ROUNDS):
        acknowledged = _killed(folder, home, first, chance.uniform(0.05, LONGEST))
        broken += not _is_whole(home / "index.sqlite")
        marked = _marked(home)
        lost += not set(acknowledged) <= marked
        first = max(marked, default=-1) + 1
    shutil.rmtree(home)
    yield Figure("rounds of 50 after which the index was not whole", broken, 0)
    yield Figure("rounds of 50 after which a mark was gone", lost, 0)


def _killed(folder: Path, home: Path, first: int, after: float) -> list[int]:
    """Let one process read in and another mark, and kill both; the marks that the disk was said to have."""
    reading = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.library.killing", str(folder), str(home / "index.sqlite")],
        stdout=subprocess.PIPE,
        text=True,
        cwd=HERE.parent,
    )
    marking = subprocess.Popen(
        [sys.executable, str(HERE / "marks.py"), "mark", str(home / "marks.jsonl"), str(first)],
        stdout=subprocess.PIPE,
        text=True,
    )
    for begun in (reading, marking):
        assert begun.stdout is not None
        begun.stdout.readline()
    time.sleep(after)
    for running in (reading, marking):
        running.kill()
    said, _ = marking.communicate()
    reading.communicate()
    return [
        int(line.split()[1]) for line in said.splitlines() if line.startswith("ACK ") and line[4:].strip().isdigit()
    ]


def _is_whole(index: Path) -> bool:
    """Whether the file is sound and has the words of each of its entries."""
    before = index.stat().st_ino
    Index(index).close()
    base = sqlite3.connect(index)
    try:
        sound = base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        base.execute("INSERT INTO fulltext (fulltext) VALUES ('integrity-check')")
        entries, texts, words = (
            base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  own words only
            for table in ("entries", "texts", "fulltext_docsize")
        )
    except sqlite3.DatabaseError:
        return False
    finally:
        base.close()
    return sound and entries == texts == words and index.stat().st_ino == before


def _marked(home: Path) -> set[int]:
    said = subprocess.run(
        [sys.executable, str(HERE / "marks.py"), "dump", str(home / "marks.jsonl")],
        capture_output=True,
        text=True,
        check=True,
    )
    return {int(line) for line in said.stdout.split()}


def read_in(folder: Path, index: Path) -> None:
    """Read the folder's files in, again and again, a few at a time."""
    base = Index(index)
    paths = [path for path, _ in zip(sorted(folder.rglob("*.*ml")), range(60), strict=False)]
    readings = [read_file(path, Stamp(0, 0)) for path in paths]
    print("ready", flush=True)
    while True:
        for start in range(0, len(readings), 7):
            base.keep(readings[start : start + 7])
        base.forget(paths[::3])


if __name__ == "__main__":
    read_in(Path(sys.argv[1]), Path(sys.argv[2]))
