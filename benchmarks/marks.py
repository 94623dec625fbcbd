"""Mark items through the program's own Store, or print the marks: for tests that kill the program at random moments.

marks.py mark STATE FIRST    mark FIRST, FIRST + 1 … without end; a line ``ACK n`` when the disk has mark n
marks.py dump STATE          print every marked item, one a line
"""

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.library.store import Store


def mark(state: Path, first: int) -> None:
    """Mark one item after another, each told of when the disk has it.

    Between two marks the reading position moves, as it does in life, so that the file is rewritten now and then.
    """
    store = Store(state, "bench")
    for item in count(first):
        for line in range(5):
            store.set("position", "open", [item, line, 0.5])
        store.set("read", str(item), True).result()
        print(f"ACK {item}", flush=True)


def dump(state: Path) -> None:
    """Print the marks there are; what a person would be told goes to standard error."""
    store = Store(state, "bench", tell=lambda problem: print(problem.message, file=sys.stderr))
    for item, read in store.of("read").items():
        if read is True:
            print(item)
    store.close()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["mark", state, first]:
            mark(Path(state), int(first))
        case ["dump", state]:
            dump(Path(state))
        case _:
            sys.exit(__doc__)
