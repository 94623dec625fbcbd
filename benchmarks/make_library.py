"""Make a library of made-up articles: pages and text files of 350 words and more, some with pictures.

make_library.py FOLDER COUNT [--index FILE]

The same COUNT gives the same files, and a larger one the same and more. ``--index`` keeps all articles in an index too,
without parsing them: measures of list and search need not wait for the reading in.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.press.printing import Printed, keep_in_index, print_library


def main() -> None:
    """Make the library that the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("count", type=int)
    asked.add_argument("--index", type=Path)
    wanted = asked.parse_args()
    started = time.monotonic()
    library = _telling(print_library(wanted.folder.absolute(), wanted.count), wanted.count)
    count = keep_in_index(wanted.index, library) if wanted.index else sum(1 for _ in library)
    print(f"{count:,} articles in {wanted.folder}, {time.monotonic() - started:.0f} s")


def _telling(library: Iterator[Printed], count: int) -> Iterator[Printed]:
    for done, printed in enumerate(library):
        if done and done % 5_000 == 0:
            print(f"{done:,} of {count:,}", file=sys.stderr, flush=True)
        yield printed


if __name__ == "__main__":
    main()
