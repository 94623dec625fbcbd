"""How long a search takes, from the text to the first 50 articles with their excerpts.

200 queries of one to four words that stand in one article together: half of them of rare words (in less than 1 % of
all articles), a quarter of middling ones (1–20 %), a quarter of common ones (more than 20 %) or beginnings of three
letters.
"""

import random
import sqlite3
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.library.figures import Figure, nearest
from reader.library import Index, understood
from reader.library.folding import parts
from reader.library.search import Search
from reader.library.story_words import unpacked

QUERIES = {"rare": 100, "middling": 50, "common": 25, "beginnings": 25}
SHARES = {"rare": (0.0, 0.01), "middling": (0.01, 0.2), "common": (0.2, 1.0), "beginnings": (0.0, 1.0)}
LIMIT = 50.0
ROUNDS = 3


def measure(folder: Path, index: Path) -> Iterable[Figure]:  # noqa: ARG001  (the files are not opened)
    """The 95th of 100 of all queries and of each kind: wall time, the least of three rounds, and of the first alone.

    Beside it the processor's time, in which other work of the machine hardly matters.
    """
    queries = _queries(index)
    base = Index(index)
    search = base.search
    search.find(understood("standfirst"))  # the catalogue is read with the first search of all
    times: dict[str, list[float]] = {text: [] for texts in queries.values() for text in texts}
    busy: dict[str, list[float]] = {text: [] for text in times}
    for _ in range(ROUNDS):
        for text, taken in times.items():
            wall, processor = _milliseconds(search, text)
            taken.append(wall)
            busy[text].append(processor)
    base.close()
    yield Figure("p95, 200 queries", nearest([min(taken) for taken in times.values()], 0.95), LIMIT, "ms")
    yield Figure(
        "p95, 200 queries, processor time", nearest([min(taken) for taken in busy.values()], 0.95), LIMIT, "ms"
    )
    yield Figure(
        "p95, 200 queries, asked for the first time", nearest([taken[0] for taken in times.values()], 0.95), LIMIT, "ms"
    )
    for kind, texts in queries.items():
        yield Figure(f"p95, {kind}", nearest([min(times[text]) for text in texts], 0.95), LIMIT, "ms")


def _milliseconds(search: Search, text: str) -> tuple[float, float]:
    """Of the clock and of the processor."""
    started, busy = time.perf_counter(), time.process_time()
    search.find(understood(text))
    return (time.perf_counter() - started) * 1000, (time.process_time() - busy) * 1000


def _queries(index: Path) -> dict[str, list[str]]:
    """The queries of each kind: always the same ones for one library."""
    base = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
    counts = _counts(base)
    (total,) = base.execute("SELECT count(*) FROM entries").fetchone()
    chance = random.Random("queries")
    queries: dict[str, list[str]] = {}
    for kind, wanted in QUERIES.items():
        least, most = (share * total for share in SHARES[kind])
        texts = _query(base, chance, {word for word, count in counts.items() if least < count <= most})
        queries[kind] = [
            text if kind != "beginnings" else _begun(text) for text, _ in zip(texts, range(wanted), strict=False)
        ]
    base.close()
    return queries


def _query(base: sqlite3.Connection, chance: random.Random, words: set[str]) -> Iterator[str]:
    """One to four of the words, as they stand together in some article."""
    (last,) = base.execute("SELECT max(id) FROM texts").fetchone()
    while True:
        (packed,) = base.execute("SELECT packed FROM texts WHERE id >= ?", (chance.randint(1, last),)).fetchone()
        there = sorted(words.intersection(parts(unpacked(packed).body)))
        if len(there) >= 4:
            yield " ".join(chance.sample(there, chance.randint(1, 4)))


def _begun(text: str) -> str:
    return " ".join(f"{word[:3]}*" for word in text.split())


def _counts(base: sqlite3.Connection) -> dict[str, int]:
    """In how many articles each word of letters occurs."""
    base.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, fulltext, row)")
    rows = base.execute("SELECT term, doc FROM temp.vocabulary WHERE length(term) >= 3")
    return {word: count for word, count in rows if word.isalpha()}
