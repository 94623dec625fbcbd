"""The libraries that measures are taken on: always the same, varied, and read as they were printed."""

from pathlib import Path

from benchmarks.press.printing import keep_in_index, print_library
from benchmarks.press.stories import LEAST_WORDS, story
from reader.library import Index, Stamp, read_file, understood
from tests.indexed import entries_of

COUNT = 60


def test_a_story_follows_from_its_number() -> None:
    stories = [story(number) for number in range(COUNT)]
    assert story(7) == stories[7]
    assert len({each.title for each in stories}) == COUNT
    assert {each.language for each in stories} >= {"en", "de", "fr"}


def test_printed_stories_are_read_as_they_were_meant(tmp_path: Path) -> None:
    printed = list(print_library(tmp_path, 20))
    for one in printed:
        entry = read_file(one.path, Stamp(0, 0)).entry
        assert (entry.title, entry.problem) == (one.story.title, "")
        assert entry.words >= LEAST_WORDS


def test_an_index_filled_without_parsing_finds_what_parsing_would(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    assert keep_in_index(path, print_library(tmp_path / "articles", COUNT)) == COUNT
    base = Index(path)
    wanted = story(3)
    (entry,) = entries_of(base, base.search.find(understood(f'title:"{wanted.title}"')).ids)
    assert entry.title == wanted.title
    stamp = base.stamps()[str(entry.path).encode()]
    assert stamp == Stamp(entry.path.stat().st_size, entry.path.stat().st_mtime_ns)
    base.close()
