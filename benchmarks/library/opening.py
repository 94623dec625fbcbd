"""How long it takes from selecting a story to its being painted, and how the window answers while a long one fills in.

Pages of the usual size, from a file that the system has forgotten and read ahead; and a text, a wrapped text and a
page of 200,000 words each. The window is opened in a process of its own, which this module is as a program.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.library.figures import Figure, nearest
from benchmarks.library.saved_pages import write_books, write_pages

PAGES, WORDS, ROUNDS = 40, 200_000, 3
COLD, AHEAD, FIRST_SCREEN, GAP = 60, 25, 150, 50
"""Limits in milliseconds."""


def measure(folder: Path, index: Path) -> Iterable[Figure]:  # noqa: ARG001  (the index is not asked)
    """The 95th of 100 of the pages, and the long ones each for itself: wall time, the least of three rounds."""
    command = [sys.executable, "-m", "benchmarks.library.opening", str(folder)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    found = json.loads(told.stdout.splitlines()[-1])
    yield Figure("selecting to painted, p95, from a cold file", nearest(found["cold"], 0.95), COLD, "ms")
    yield Figure("selecting to painted, p95, read ahead", nearest(found["ahead"], 0.95), AHEAD, "ms")
    for name, rounds in found["long"].items():
        first, gap = map(min, zip(*rounds, strict=True))
        yield Figure(f"{WORDS:,} words, {name}: selecting to first screen", first, FIRST_SCREEN, "ms")
        yield Figure(f"{WORDS:,} words, {name}: worst gap until all is set", gap, GAP, "ms")


def main() -> None:
    """Open everything in a window, and print what it took as one line of JSON."""
    from benchmarks.library.stage import Stage  # noqa: PLC0415  (Qt is for the process of its own)

    with tempfile.TemporaryDirectory() as work:
        pages = list(write_pages(Path(sys.argv[1]), Path(work), PAGES))
        books = list(write_books(Path(sys.argv[1]), Path(work), WORDS))
        stage = Stage(Path(work) / "home")
        stage.opened(pages[0])  # the first of all waits for fonts
        found = {
            "cold": [min(stage.opened(page, cold=True)[0] for _ in range(ROUNDS)) for page in pages],
            "ahead": [min(stage.opened(page, ahead=True)[0] for _ in range(ROUNDS)) for page in pages],
            "long": {name: [stage.opened(path) for _ in range(ROUNDS)] for name, path in books},
        }
        stage.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
