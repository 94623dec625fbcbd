"""Reading: all that is learnt from one file when it is read in: its row, its words, and when it was so."""

from dataclasses import dataclass
from pathlib import Path

from reader.library.entries import Entry
from reader.library.entry_making import changed, entry_of
from reader.library.stamps import Stamp
from reader.library.story_words import Searched, StoryWords, searched, story_words


@dataclass(frozen=True, slots=True)
class Reading:
    """What the index keeps of one file; ``stamp`` is that of the file before it was opened."""

    entry: Entry
    stamp: Stamp
    words: Searched


def read_file(path: Path, stamp: Stamp) -> Reading:
    """Parse one file for the list and for search. Never raises for what a file may be or contain."""
    from reader.parser import Parsed, parse_file  # noqa: PLC0415  the list is to appear without the parser

    answer = parse_file(path)
    entry = entry_of(path, answer, changed(path))
    words = story_words(answer.article) if isinstance(answer, Parsed) else StoryWords()
    return reading_of(entry, stamp, words)


def reading_of(entry: Entry, stamp: Stamp, words: StoryWords | None = None) -> Reading:
    """A reading from an entry and the story's words; a title the story lacks is taken from the entry."""
    words = words or StoryWords()
    return Reading(entry, stamp, searched(words._replace(title=words.title or entry.title)))
