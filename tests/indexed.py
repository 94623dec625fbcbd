"""What an index holds, for tests: all of it at once, as the program never wants it."""

from collections.abc import Sequence
from pathlib import Path

from reader.library import Entry, Index, Stamp, read_file


def entries_of(index: Index, ids: Sequence[int]) -> list[Entry]:
    """The entries of these ids in their order, without those that are gone."""
    found = index.entries_by_id(ids)
    return [found[number] for number in ids if number in found]


def everything(index: Index) -> dict[Path, tuple[Entry, Stamp]]:
    """All that is known, by path."""
    stamps = index.stamps()
    entries = sorted(entries_of(index, index.ids("title")), key=lambda entry: entry.path)
    return {entry.path: (entry, stamps[bytes(entry.path)]) for entry in entries}


def entry_in(path: Path) -> Entry:
    """What the list says of a file."""
    return read_file(path, Stamp(0, 0)).entry
