"""How long the reading of a page takes, beside the bare parse of it and, where it is installed, beside trafilatura.

extract.py FOLDER [--rounds N] [--pages N]

Pages are all files of the folder and below named ``.html`` or ``.htm``, packed with gzip (``.gz``) or not. They are
read round by round in one process; each page counts with its least processor time.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lxml import etree

from reader.export import as_json
from reader.parser import Parsed, Source, decode, parse_source

Way = Callable[[Source], object]
"""Something that is done to each page."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of processor time for each page."""

    pages: tuple[float, ...]

    @property
    def row(self) -> tuple[float, float, float]:
        """The median, the 95th of 100, and the longest."""
        if len(self.pages) == 1:
            return self.pages * 3
        hundredths = quantiles(self.pages, n=100, method="inclusive")
        return hundredths[49], hundredths[94], max(self.pages)


def read_and_write(source: Source) -> str:
    """What ``standfirst extract`` does to one page, from its bytes to its JSON."""
    answer = parse_source(source)
    return as_json(answer.article) if isinstance(answer, Parsed) else json.dumps(answer.problem.message)


def bare_parse(source: Source) -> object:
    """Decode and build the tree, as any reader must: the floor."""
    content = decode(source.content).text.encode("utf-8", "replace")
    try:
        return etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))
    except etree.XMLSyntaxError:
        return None


def trafilatura() -> Way | None:
    """The other tool with its standard settings, or None where it is not installed."""
    try:
        from trafilatura import bare_extraction  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError:
        return None
    return lambda source: bare_extraction(source.content, include_images=True, with_metadata=True)


def pages_in(folder: Path) -> list[Source]:
    """The pages of a folder and below, in the order of their names."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.with_suffix("") if path.suffix == ".gz" else path
        if name.suffix in (".html", ".htm") and path.is_file():
            content = path.read_bytes()
            found.append(Source(name, gzip.decompress(content) if path.suffix == ".gz" else content))
    return found


FIRST = "first round"


def timed(ways: dict[str, Way], pages: Sequence[Source], rounds: int) -> dict[str, Times]:
    """Every way over all pages in turn, round by round; the first page once before, for what is loaded at first use.

    ``FIRST`` are the times of our own in the first round, when it met each page for the first time.
    """
    least = {name: [float("inf")] * len(pages) for name in ways}
    for way in ways.values():
        way(pages[0])
    for number in range(rounds):
        for name, way in ways.items():
            for place, page in enumerate(pages):
                begun = time.process_time()
                way(page)
                least[name][place] = min(least[name][place], (time.process_time() - begun) * 1000)
        if not number:
            least[FIRST] = least["standfirst"].copy()
    return {name: Times(tuple(times)) for name, times in least.items()}


def table(times: dict[str, Times]) -> str:
    """The figures for the eye: a row a way, then what they are to each other."""
    lines = [f"{'':<14}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}"]
    lines += [f"{name:<14}" + "".join(f"{figure:>9.2f}" for figure in found.row) for name, found in times.items()]
    own, floor = times["standfirst"], times["bare parse"]
    lines.append(f"share of the bare parse: {sum(floor.pages) / sum(own.pages):.0%}")
    if other := times.get("trafilatura"):
        middle, late, _ = (theirs / ours for theirs, ours in zip(other.row, own.row, strict=True))
        lines.append(f"faster than trafilatura: {middle:.1f} times at p50, {late:.1f} times at p95")
    return "\n".join(lines)


def main(given: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit status: 2 where the folder has no pages."""
    command = argparse.ArgumentParser("extract.py", description=__doc__.split("\n", maxsplit=1)[0])
    command.add_argument("folder", type=Path, help="pages, packed with gzip or not")
    command.add_argument("--rounds", type=int, default=3, help="how often each page is read (3)")
    command.add_argument("--pages", type=int, default=None, help="so many pages at most, evenly out of all")
    options = command.parse_args(given)
    pages = pages_in(options.folder)
    if not pages:
        print(f"There are no pages in {options.folder}.", file=sys.stderr)
        return 2
    pages = pages[:: max(1, len(pages) // options.pages)][: options.pages] if options.pages else pages
    ways: dict[str, Way] = {"standfirst": read_and_write, "bare parse": bare_parse}
    if other := trafilatura():
        ways["trafilatura"] = other
    print(
        f"{len(pages)} pages, {sum(len(page.content) for page in pages) / 1e6:.1f} MB, least of {options.rounds} rounds"
    )
    print(table(timed(ways, pages, options.rounds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
