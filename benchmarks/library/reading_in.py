"""How long the reading-in of pages takes, index and all, beside trafilatura's extraction of the same pages.

STANDFIRST_PAGES names a folder of saved pages, packed with gzip or not; without it the library's own are taken. They
are repeated until there are enough, each time with another last line, so that no two are the same. Both sides have two
processes that let others go first. Beside wall time stands processor time, which other work on the machine disturbs
less.
"""

import gzip
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

from benchmarks.library.figures import Figure
from reader.library.reading_in import Ended, Look, Newsroom, Taken

PAGES = int(os.environ.get("STANDFIRST_PAGES_READ", "1000"))
SIDE_BY_SIDE = 2
FASTER = 3.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the clock and of the processors."""

    wall: float
    cpu: float


def measure(folder: Path, index: Path) -> Iterable[Figure]:  # noqa: ARG001  (an index is made)
    """How many times faster the whole reading-in is than the other tool's extraction alone."""
    with tempfile.TemporaryDirectory() as work:
        pages = Path(work) / "pages"
        count = _lay_out(folder, pages)
        ours = _read_in(pages, Path(work) / "index.sqlite", count)
        each = f"{ours.cpu / count * 1000:.1f} ms of the processors, {ours.wall / count * 1000:.1f} of the clock"
        print(f"    reading in {count:,} pages: {each} a page", flush=True)
        if find_spec("trafilatura") is None:
            print("  trafilatura is not installed: nothing to compare with", flush=True)
            return
        theirs = _extract(pages)
        yield Figure(
            "faster than trafilatura, by processor time", theirs.cpu / ours.cpu, FASTER, "times", at_least=True
        )
        yield Figure("faster than trafilatura, by the clock", theirs.wall / ours.wall, FASTER, "times", at_least=True)


def _lay_out(library: Path, pages: Path) -> int:
    """Write the pages, 200 to a folder."""
    source = Path(os.environ.get("STANDFIRST_PAGES", str(library)))
    found = sorted([*source.rglob("*.html"), *source.rglob("*.html.gz")])
    for number, path in enumerate(islice(cycle(found), PAGES)):
        content = path.read_bytes()
        goal = pages / f"{number // 200:03}" / f"{number:05}.html"
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_bytes((gzip.decompress(content) if path.suffix == ".gz" else content) + b"<!-- %d -->" % number)
    return PAGES if found else 0


def _read_in(pages: Path, index: Path, count: int) -> Cost:
    began = time.perf_counter()
    newsroom = Newsroom(index, most_workers=SIDE_BY_SIDE)
    newsroom.tell(Look(1, (pages,), ()))
    kept = 0
    while not isinstance(answer := newsroom.hear(), Ended):
        assert answer is not None, "the process has ended"
        kept += len(answer.new) if isinstance(answer, Taken) else 0
    wall = time.perf_counter() - began
    cpu = sum(map(_processor_seconds, _with_children(newsroom.process_id)))
    newsroom.end()
    assert kept == count, f"{kept} of {count} pages are in the index"
    return Cost(wall, cpu)


def _extract(pages: Path) -> Cost:
    paths = [str(path) for path in sorted(pages.rglob("*.html"))]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(SIDE_BY_SIDE, _step_back) as pool:
        for _ in pool.imap_unordered(_extract_one, paths, chunksize=4):
            pass
        wall = time.perf_counter() - began
        pool.close()
        pool.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _step_back() -> None:
    os.nice(15)


def _extract_one(path: str) -> None:
    from trafilatura import bare_extraction  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    bare_extraction(Path(path).read_bytes(), include_images=True, with_metadata=True)


def _with_children(number: int) -> Iterator[int]:
    yield number
    for child in Path(f"/proc/{number}/task/{number}/children").read_text("ascii").split():
        yield from _with_children(int(child))


def _processor_seconds(number: int) -> float:
    fields = Path(f"/proc/{number}/stat").read_text("ascii", "replace").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
