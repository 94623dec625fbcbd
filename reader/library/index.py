"""Index: the entries and the words of all files read so far. A cache: delete it any day, and it is made anew."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.article import ArticleId
from reader.library import index_places, index_rows
from reader.library.entries import Entry
from reader.library.index_file import IndexFile
from reader.library.index_ids import Ids, ids_of
from reader.library.index_rows import path_bytes
from reader.library.sections import SECTIONS, Sections
from reader.library.stamps import Stamp

if TYPE_CHECKING:
    from reader.library.readings import Reading
    from reader.library.search import Search

ORDERS = {
    "newest": ("SELECT id FROM entries ORDER BY undated, moment DESC",),
    "oldest": (
        "SELECT id FROM entries WHERE undated = 0 ORDER BY moment",
        "SELECT id FROM entries WHERE undated = 1 ORDER BY moment",
    ),
    "title": ("SELECT id FROM entries ORDER BY title_key",),
    "source": ("SELECT id FROM entries ORDER BY source_key, undated, moment DESC",),
    "longest": ("SELECT id FROM entries ORDER BY words DESC",),
}
"""The orders the list can be read in: one statement after the other."""

_ENTRY = ", ".join(index_rows.COLUMNS)
PAGES_AT_ONCE = 500
"""Pages of the full-text table merged in one go."""
AT_ONCE = 500
"""Values in one statement: SQLite takes so many everywhere."""


class Index:
    """Belongs to the thread that opened it; two windows may share the file.

    An entry's id stays while its file is known, whatever becomes of the content. A damaged file is replaced by an
    empty one. Every method raises sqlite3.Error where the disk will not have it (full, read-only, locked): the
    program goes on without an index.
    """

    def __init__(self, path: Path) -> None:
        self._file = IndexFile(path)

    @cached_property
    def search(self) -> "Search":
        """Finds articles by their words."""
        from reader.library.search import Search  # noqa: PLC0415  the list is to appear without it

        return Search(self._file)

    def keep(self, readings: "Iterable[Reading]") -> list[int]:
        """Keep what was read in place of what was known of the same files, all or nothing; the ids, in order."""
        from reader.library.index_keeping import keep, row_of  # noqa: PLC0415  the list is to appear without it

        rows = [(row_of(each), each.words) for each in readings]
        return self._file.write(lambda base: keep(base, rows))

    def forget(self, paths: Iterable[Path]) -> list[int]:
        """Drop what is known of files that are gone; the ids they had."""
        from reader.library.index_keeping import forget  # noqa: PLC0415  as above

        gone = [path_bytes(path) for path in paths]
        return self._file.write(lambda base: forget(base, gone))

    def move(self, places: Mapping[Path, Path]) -> list[int]:
        """Have rows follow files that were moved, from where they were to where they are; the ids."""
        from reader.library.index_keeping import move  # noqa: PLC0415  as above

        return self._file.write(lambda base: move(base, places))

    def identities_of_paths(self, paths: Iterable[Path]) -> dict[Path, ArticleId]:
        """Which article each file was when it was read, of those that are known."""
        return self._file.read(lambda base: index_places.identities_of_paths(base, paths))

    def state(self) -> int:
        """A number that ``count_change`` makes another: whoever keeps rows calls it, whoever shows them may compare."""
        return self._file.read(index_places.state)

    def count_change(self) -> int:
        """Say that rows are others now; the new state."""
        return self._file.write(index_places.count_change)

    def stamps(self) -> dict[bytes, Stamp]:
        """When each file was read in, by its path as ``os.fsencode`` gives it."""
        return self._file.read(index_places.stamps)

    def ids(self, order: str) -> Ids:
        """All entries in one of ORDERS."""
        return self._file.read(
            lambda base: array("q", chain.from_iterable(ids_of(base, each) for each in ORDERS[order]))
        )

    def first(self, order: str, count: int) -> tuple[Ids, int]:
        """The first ids of an order, and how many there are in all: quick, however many that is."""

        def work(base: sqlite3.Connection) -> tuple[Ids, int]:
            ids = (row[0] for row in chain.from_iterable(map(base.execute, ORDERS[order])))
            ((total,),) = base.execute("SELECT count(*) FROM entries")
            return array("q", islice(ids, count)), total

        return self._file.read(work)

    def sections(self, kind: str) -> Sections:
        """All entries in the sections of one of SECTIONS."""
        return self._file.read(SECTIONS[kind])

    def entries_by_id(self, ids: Sequence[int]) -> dict[int, Entry]:
        """The entries of these ids, as far as they are there."""

        def work(base: sqlite3.Connection) -> dict[int, Entry]:
            rows = _in_parts(base, f"SELECT id, {_ENTRY} FROM entries WHERE id IN", ids)  # noqa: S608  as above
            return {row[0]: _entry(row[1:]) for row in rows}

        return self._file.read(work)

    def ids_of_paths(self, paths: Iterable[Path]) -> dict[Path, int]:
        """The ids of those files that are known."""
        asked = {path_bytes(path): path for path in paths}
        return {
            asked[content]: number
            for number, content in self._file.read(
                lambda base: list(_in_parts(base, "SELECT id, path FROM entries WHERE path IN", list(asked)))
            )
        }

    def ids_of_identities(self, identities: Iterable[ArticleId]) -> Ids:
        """The ids of all copies of these articles, in no order."""
        asked = list(identities)
        return self._file.read(
            lambda base: array(
                "q", chain.from_iterable(_in_parts(base, "SELECT id FROM entries WHERE identity IN", asked))
            )
        )

    def identities_of(self, ids: Sequence[int]) -> dict[int, ArticleId]:
        """The identity of each of these entries, as far as it has one."""
        question = "SELECT id, identity FROM entries WHERE identity <> '' AND id IN"
        return self._file.read(lambda base: dict(_in_parts(base, question, ids)))

    def unreadable(self) -> Ids:
        """The ids of files that could not be read."""
        return self._file.read(lambda base: array("q", ids_of(base, "SELECT id FROM entries WHERE problem <> ''")))

    def copies(self) -> list[Ids]:
        """The ids of each story of which there are several copies, the newest first."""
        rows = self._file.read(
            lambda base: base.execute(
                "SELECT story_key, id FROM entries WHERE story_key IN"
                " (SELECT story_key FROM entries WHERE story_key <> '' GROUP BY story_key HAVING count(*) > 1)"
                " ORDER BY story_key, undated, moment DESC, changed DESC"
            ).fetchall()
        )
        return [array("q", [number for _, number in copies]) for _, copies in groupby(rows, itemgetter(0))]

    def tidy(self) -> bool:
        """Bring the full-text table into fewer parts, for some 50 ms; whether there is more to do."""
        return self._file.write(_merged)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _merged(base: sqlite3.Connection) -> bool:
    """Merge some pages of parts; SQLite says by what it changed whether there was anything to do."""
    before = base.total_changes
    base.execute(f"INSERT INTO fulltext (fulltext, rank) VALUES ('merge', {PAGES_AT_ONCE})")  # noqa: S608  as above
    return base.total_changes - before >= 2


def _entry(row: tuple[Any, ...]) -> Entry:
    try:
        return index_rows.entry_of(row)
    except (ValueError, TypeError, OverflowError) as error:  # what we never wrote
        raise sqlite3.DatabaseError("a row of the index is damaged") from error


def _in_parts(base: sqlite3.Connection, question: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
    """The rows for all values, a statement for each part of them."""
    for start in range(0, len(values), AT_ONCE):
        part = values[start : start + AT_ONCE]
        yield from base.execute(f"{question} ({', '.join('?' * len(part))})", part).fetchall()
