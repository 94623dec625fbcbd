"""What is remembered: facts on disk, settings, what was read, and the entries of the list. No Qt."""

from reader.library.device import device_name
from reader.library.entries import Entry, entry_of, read_entry, thumbnail_bytes
from reader.library.facts import Fact, Value
from reader.library.read_state import Marks, Position, ReadChange, ReadState
from reader.library.store import Store
from reader.library.writer import Saved

__all__ = [
    "Entry",
    "Fact",
    "Marks",
    "Position",
    "ReadChange",
    "ReadState",
    "Saved",
    "Store",
    "Value",
    "device_name",
    "entry_of",
    "read_entry",
    "thumbnail_bytes",
]
