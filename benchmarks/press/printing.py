"""Printing: made-up stories become files in a folder and, where that is wanted, rows of an index."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.press.pages import embedded, page_of, text_of
from benchmarks.press.pictures import picture
from benchmarks.press.stories import Shown, Story, story
from reader.article import Article, Figure, Heading, ImageRef, Kept, Paragraph, Span, article_id
from reader.library import Index, Reading, Stamp, entry_of, reading_of
from reader.library.story_words import story_words
from reader.parser import Assets, Parsed, parse_file

KEPT_AT_ONCE = 500
TEXT_EVERY, BROKEN_EVERY, EMBEDDED_EVERY = 5, 997, 3
"""Every fifth story is a text file; every 997th file is none that can be read; every third page holds its pictures."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One file of the library."""

    story: Story
    path: Path
    content: bytes

    @property
    def is_broken(self) -> bool:
        """Whether the file is no article."""
        return self.story.number % BROKEN_EVERY == BROKEN_EVERY - 1


def print_library(folder: Path, count: int) -> Iterator[Printed]:
    """Write the first ``count`` stories below a folder, each with the time it was saved."""
    for number in range(count):
        printed = _printed(folder, story(number))
        printed.path.parent.mkdir(parents=True, exist_ok=True)
        printed.path.write_bytes(printed.content)
        for shown in _beside(printed):
            file = printed.path.parent / _source(printed.path, shown)
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(picture(shown.number or 0))
        moment = int(printed.story.saved.timestamp())
        os.utime(printed.path, (moment, moment))
        yield printed


def keep_in_index(index: Path, library: Iterator[Printed]) -> int:
    """Keep printed files in an index as if they had been read in, without parsing them; how many."""
    base = Index(index)
    kept = 0
    while readings := [_reading(printed) for printed in islice(library, KEPT_AT_ONCE)]:
        kept += len(base.keep(readings))
    base.close()
    return kept


def _printed(folder: Path, story: Story) -> Printed:
    is_text = story.number % TEXT_EVERY == 0
    slug = "-".join(re.findall(r"\w+", story.title.lower())[:7])[:60]
    name = f"{slug}-{story.number}{'.txt' if is_text else '.html'}"
    path = folder / f"{story.saved:%Y}" / f"{story.saved:%m}" / name
    printed = Printed(story, path, b"")
    if printed.is_broken:
        return Printed(story, path, b"%PDF-1.4\n" + bytes(range(256)) * 8)
    if is_text:
        return Printed(story, path, text_of(story).encode())
    return Printed(story, path, page_of(story, lambda shown: _source(path, shown)).encode())


def _source(page: Path, shown: Shown) -> str:
    """Where a page says that its picture is: on the web, inside the page, or in the folder beside it."""
    if shown.number is None:
        return f"https://pictures.example/{page.stem}.jpg"
    if _number(page) % EMBEDDED_EVERY == 0:
        return embedded(shown)
    return f"{page.stem}_files/picture-{shown.number}.png"


def _number(page: Path) -> int:
    return int(page.stem.rpartition("-")[2])


def _beside(printed: Printed) -> list[Shown]:
    """The pictures that are files of their own."""
    if printed.path.suffix == ".txt" or printed.is_broken or printed.story.number % EMBEDDED_EVERY == 0:
        return []
    return [shown for shown in printed.story.pictures if shown.number is not None]


def _reading(printed: Printed) -> Reading:
    state = printed.path.stat()
    changed = datetime.fromtimestamp(state.st_mtime, UTC)
    stamp = Stamp(state.st_size, state.st_mtime_ns)
    if printed.is_broken:
        return reading_of(entry_of(printed.path, parse_file(printed.path), changed), stamp)
    article = _article(printed)
    own = printed.path.with_name(f"{printed.path.stem}_files") if _beside(printed) else None
    parsed = Parsed(article, Assets(printed.path.parent, own), printed.path.suffix, article_id(printed.content))
    return reading_of(entry_of(printed.path, parsed, changed), stamp, story_words(article))


def _article(printed: Printed) -> Article:
    """What reading the file should give, as far as list and search are concerned."""
    story = printed.story
    blocks: list[Heading | Paragraph] = []
    for place, paragraph in enumerate(story.paragraphs):
        blocks += [Heading(2, (Span(heading),))] if (heading := story.headings.get(place)) else []
        blocks.append(Paragraph((Span(paragraph),)))
    is_text = printed.path.suffix == ".txt"
    return Article(
        title=story.title,
        standfirst=story.standfirst,
        authors=story.authors,
        published=story.published.date() if is_text and story.published else story.published,
        site="" if is_text else story.site,
        address="" if is_text else story.address,
        language=story.language,
        blocks=tuple(blocks),
        figures=() if is_text else tuple(_figure(printed, *numbered) for numbered in enumerate(story.pictures)),
    )


def _figure(printed: Printed, place: int, shown: Shown) -> Figure:
    if shown.number is None:
        image = ImageRef(_source(printed.path, shown), Kept.NOWHERE)
    elif printed.story.number % EMBEDDED_EVERY == 0:
        image = ImageRef("data:image/png", Kept.EMBEDDED, place)
    else:
        image = ImageRef(_source(printed.path, shown), Kept.BESIDE)
    return Figure(image, caption=shown.caption, credit=shown.credit)
