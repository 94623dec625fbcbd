"""Measure a large library; each figure stands beside its limit, and a cross before it where it does not hold.

python -m benchmarks.library FOLDER INDEX [MEASURE...]

FOLDER and INDEX are what ``make_library.py FOLDER COUNT --index INDEX`` has made. MEASURE names modules of this
package; without any, all are taken. Ends with 1 where a figure does not hold.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from benchmarks.library.figures import Figure

Measure = Callable[[Path, Path], Iterable[Figure]]


def main() -> int:
    """Print all figures; the exit status."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("index", type=Path)
    asked.add_argument("measures", nargs="*", metavar="MEASURE")
    wanted = asked.parse_args()
    failed = 0
    for name, measure in _measures(wanted.measures):
        print(name, flush=True)
        for figure in measure(wanted.folder.absolute(), wanted.index.absolute()):
            print(f"  {figure}", flush=True)
            failed += not figure.holds
    return 1 if failed else 0


def _measures(names: list[str]) -> Iterator[tuple[str, Measure]]:
    for name in names or [module.name for module in iter_modules([str(Path(__file__).parent)])]:
        if name != "__main__" and hasattr(module := import_module(f"benchmarks.library.{name}"), "measure"):
            yield name, module.measure


if __name__ == "__main__":
    sys.exit(main())
