import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from reader.article import Article, Figure, Heading, ImageRef, Kept, Paragraph, Problem, Span
from reader.library import Entry, entry_of, thumbnail_bytes
from reader.library.entry_making import SUMMARY_LENGTH
from reader.parser import Assets, Parsed, Unreadable
from tests.indexed import entry_in

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PATH = Path("/saved/tide.html")


def story(*words: str, **fields: object) -> Article:
    return Article(blocks=tuple(Paragraph((Span(each),)) for each in words), **fields)  # type: ignore[arg-type]


def entry(article: Article, assets: Assets | None = None) -> Entry:
    return entry_of(PATH, Parsed(article, assets or Assets(), "html", "id"), NOON)


def test_an_entry_says_what_a_row_needs() -> None:
    article = story(
        "The tide came in " * 120,
        title="Tide",
        standfirst="It always does",
        site="The Shore",
        authors=("Ann Bay",),
        published=date(2025, 5, 4),
        language="en",
    )
    made = entry(article)
    assert (made.title, made.summary, made.site, made.authors) == ("Tide", "It always does", "The Shore", ("Ann Bay",))
    assert (made.published, made.saved, made.language) == (date(2025, 5, 4), NOON, "en")
    assert (made.words, made.minutes, made.pictures, made.problem) == (480, 2, 0, "")
    assert made.identity == "id"
    assert made.story_key


def test_without_a_standfirst_the_first_paragraph_stands_in_for_it_in_one_line() -> None:
    article = Article(blocks=(Heading(2, (Span("Part one"),)), Paragraph((Span("First\n words."),))))
    assert entry(article).summary == "First words."
    assert entry(Article(blocks=(Heading(2, (Span("Part one"),)),))).summary == "Part one"


def test_a_long_opening_is_cut_between_words() -> None:
    summary = entry(story("word " * 200)).summary
    assert summary.endswith("word…")
    assert len(summary) <= SUMMARY_LENGTH + 1
    assert len(entry(story("字" * 5000)).summary) == SUMMARY_LENGTH + 1


def test_a_story_without_a_title_goes_by_its_files_name() -> None:
    assert entry(story("x")).title == "tide"


def test_a_page_that_says_when_it_was_saved_is_believed() -> None:
    assert entry(story("x", saved=datetime(2024, 1, 2, 3, tzinfo=UTC))).saved == datetime(2024, 1, 2, 3, tzinfo=UTC)
    assert entry(story("x", saved=date(2024, 1, 2))).saved.tzinfo is not None


def test_an_unreadable_file_is_an_entry_with_its_sentence() -> None:
    made = entry_of(PATH, Unreadable(Problem("empty", "tide.html is empty."), "id"), NOON)
    assert (made.title, made.problem, made.identity) == ("tide.html", "tide.html is empty.", "id")


def test_the_lead_picture_that_was_saved_is_the_thumbnail() -> None:
    beside, lead = ImageRef("tide_files/a.jpg", Kept.BESIDE), ImageRef("tide_files/b.jpg", Kept.BESIDE)
    remote = ImageRef("https://shore.example/c.jpg", Kept.NOWHERE)
    figures = (Figure(None), Figure(remote, lead=True), Figure(beside), Figure(lead, lead=True))
    made = entry(story("x", figures=figures))
    assert (made.thumbnail, made.pictures) == (lead, 2)
    assert entry(story("x", figures=(Figure(remote),))).thumbnail is None


def test_a_thumbnail_is_opened_from_the_pages_own_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "tide_files"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"picture")
    (tmp_path / "secret").write_bytes(b"secret")
    inside = ImageRef("tide_files/a.png", Kept.BESIDE)
    outside = ImageRef("tide_files/../secret", Kept.BESIDE)
    assert thumbnail_bytes(Entry(tmp_path / "tide.html", thumbnail=inside, folder=folder)) == b"picture"
    assert thumbnail_bytes(Entry(tmp_path / "tide.html", thumbnail=outside, folder=folder)) is None
    assert thumbnail_bytes(Entry(tmp_path / "tide.html")) is None


def test_a_file_is_read_into_an_entry(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("Only a few words about the harbour.")
    os.utime(file, (NOON.timestamp(), NOON.timestamp()))
    made = entry_in(file)
    assert (made.problem, made.saved, made.path) == ("", NOON, file)
    assert "harbour" in f"{made.title} {made.summary}"


def test_a_file_that_is_not_there_is_an_entry_all_the_same(tmp_path: Path) -> None:
    assert entry_in(tmp_path / "gone.html").problem


def test_the_list_of_known_files_loads_no_parser() -> None:
    code = "import sys, reader.library; print(sorted({'bs4', 'lxml', 'reader.parser', 'filelock'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
