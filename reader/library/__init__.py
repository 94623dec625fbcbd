"""What is remembered: facts on disk, settings, what was read, and the entries of the list. No Qt."""

from typing import TYPE_CHECKING

from reader.door import door

if TYPE_CHECKING:
    from reader.library import settings
    from reader.library.device import device_name
    from reader.library.entries import Entry
    from reader.library.entry_making import entry_of, thumbnail_bytes
    from reader.library.facts import Fact, Value
    from reader.library.flag import Flag
    from reader.library.index import Index
    from reader.library.index_ids import Ids
    from reader.library.matches import Excerpt, Match, Matcher
    from reader.library.query import Query, understood
    from reader.library.read_state import UNTOUCHED, Marks, Position, ReadChange, ReadState
    from reader.library.readings import Reading, read_file, reading_of
    from reader.library.scan import Scanned, walk
    from reader.library.search import Hits
    from reader.library.settings import SETTINGS, Setting, Settings
    from reader.library.stamps import Stamp
    from reader.library.store import Store
    from reader.library.story_words import StoryWords
    from reader.library.writer import Saved, Whereabouts
else:
    __getattr__ = door(
        __name__,
        {
            "flag": "Flag",
            "device": "device_name",
            "entries": "Entry",
            "entry_making": "entry_of thumbnail_bytes",
            "facts": "Fact Value",
            "index": "Index",
            "index_ids": "Ids",
            "matches": "Excerpt Match Matcher",
            "query": "Query understood",
            "read_state": "UNTOUCHED Marks Position ReadChange ReadState",
            "readings": "Reading read_file reading_of",
            "scan": "Scanned walk",
            "search": "Hits",
            "settings": "SETTINGS Setting Settings",
            "stamps": "Stamp",
            "store": "Store",
            "story_words": "StoryWords",
            "writer": "Saved Whereabouts",
        },
    )

__all__ = [
    "SETTINGS",
    "UNTOUCHED",
    "Entry",
    "Excerpt",
    "Fact",
    "Flag",
    "Hits",
    "Ids",
    "Index",
    "Marks",
    "Match",
    "Matcher",
    "Position",
    "Query",
    "ReadChange",
    "ReadState",
    "Reading",
    "Saved",
    "Scanned",
    "Setting",
    "Settings",
    "Stamp",
    "Store",
    "StoryWords",
    "Value",
    "Whereabouts",
    "device_name",
    "entry_of",
    "read_file",
    "reading_of",
    "settings",
    "thumbnail_bytes",
    "understood",
    "walk",
]
