"""The sample articles: each reads as its row in sample_articles/README.md says, and its pictures can be shown."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from reader.article import FigurePlace, Heading, Kept, Paragraph, Quote, body_text, minutes, story_key
from reader.parser import Parsed, Unreadable, parse_file
from scripts.drawing.harbour import marigold_at_the_slip

SAMPLES = Path(__file__).parent.parent / "sample_articles"
FERRY = "The last ferry to Inner Skerry.html"
NIGHT = "Night trains return to the northern line (14_11_2025 21-12-40).html"
ARCHIVE = "How a village archive saved 9,000 letters from the flood.html"
MEADOW = "Lowland meadows bloom early for third year.html"
COUNCIL = "Council withdraws parking plan after 2,000 objections.html"
BENCH = "A short history of the public bench.html"
WEATHER = "Weather station marks its hundredth winter.html"
TYPE = "The typesetter's apprentice.html"
TUBA = "Band appeals for missing tuba (saved 13 Nov).html"
TUBA_AGAIN = "Missing tuba found (saved 14 Nov).html"
PIKE = "Museum hands back stuffed pike.txt"
TIDE = "What the tide table leaves out.txt"
WAVE = "The woman who photographs one wave.html"
CLOCK = "ساعة الميناء.html"
NOTEBOOK = "無人駅のノート.html"
LETTER = "A letter to the next tenant.txt"
BROKEN = "Harbour dredging report.html"


@dataclass(frozen=True, slots=True)
class Story:
    """What one sample must read as. ``pictures`` are three letters each: Beside, Embedded or Nowhere, then c, c."""

    file: str
    title: str
    standfirst: str
    author: str
    published: str
    updated: str
    site: str
    language: str
    minutes: int
    paragraphs: int
    headings: int = 0
    pictures: str = ""


STORIES = (
    Story(FERRY, "The last ferry to Inner Skerry", "After 140 years the island’s only link", "Mara Ellison",
          "2025-11-14T07:34:00+00:00", "2025-11-14T09:08:00+00:00", "Harbour Post", "en-GB", 7, 34, 5, "Bcc Bcc Ncc"),
    Story(NIGHT, "Night trains return to the northern line", "Sleeper carriages will run again", "Idris Calloway",
          "2025-11-14T06:00:00+00:00", "", "Line & Signal", "en-GB", 4, 15, 2, "Ecc Ecc"),
    Story(ARCHIVE, "How a village archive saved 9,000 letters from the flood", "Volunteers formed a chain",
          "Tobias Wren", "2025-11-12T05:45:00+00:00", "", "Harbour Post", "en-GB", 11, 43, 6, "Bcc Bcc"),
    Story(MEADOW, "Lowland meadows bloom early for third year", "Botanists say the change is now beyond argument",
          "Wilhelmina Okafor", "2025-11-11T08:00:00+00:00", "", "Field Notes", "en-GB", 5, 18, 3, "Bcc Bcc Bcc"),
    Story(COUNCIL, "Council withdraws parking plan after 2,000 objections", "The scheme would have covered",
          "Desmond Fairweather", "2025-11-09T10:15:00+00:00", "", "Town Ledger", "en", 3, 17),
    Story(BENCH, "A short history of the public bench", "Where to sit, who may sit, and for how long",
          "Harriet Lomax", "2025-11-07T06:00:00+00:00", "", "The Long Read", "en-GB", 18, 56, 8, "Bcc"),
    Story(WEATHER, "Weather station marks its hundredth winter", "Every morning at seven somebody has walked",
          "Rhys Tennant", "2025-11-02", "", "Field Notes", "en", 6, 21, 4, "Bcc Bcc"),
    Story(TYPE, "The typesetter’s apprentice", "At fifty-six, a retired programmer", "Niall Devereux",
          "2025-10-30T09:00:00+00:00", "2025-10-31T17:25:00+00:00", "Paper & Ink", "en-GB", 6, 24, 4, "Bcc Bcc"),
    Story(TUBA, "Band appeals for missing tuba ahead of Saturday concert", "The instrument, which is 104 years old",
          "Priscilla Nye", "2025-11-13T16:20:00+00:00", "", "Town Ledger", "en", 1, 5),
    Story(TUBA_AGAIN, "Missing tuba found in bottle bank, in tune", "The instrument, which is 104 years old",
          "Priscilla Nye", "2025-11-13T16:20:00+00:00", "2025-11-14T08:05:00+00:00", "Town Ledger", "en", 1, 8),
    Story(PIKE, "Museum hands back stuffed pike stolen from pub in 1961 after rower, 84, confesses",
          "The county museum says that it accepted the fish", "Kit Marlow", "2025-10-22T16:48:00",
          "2025-10-23T07:10:00", "", "en", 2, 15, 0, "-cc -cc -cc"),
    Story(WAVE, "The woman who photographs one wave", "Every day for twenty-six years", "Lachlan Boyd",
          "2025-10-19T07:00:00+01:00", "", "Offing", "en-GB", 3, 13, 0, "Ncc Ncc Ncc Ncc"),
    Story(CLOCK, "الساعاتي الذي أخّر الميناء سبع دقائق", "ظلّت ساعة البرج متأخّرة", "ليلى الحدّاد",
          "2025-11-06T09:30:00+02:00", "", "جريدة المرسى", "ar", 2, 11, 2, "Bcc"),
    Story(NOTEBOOK, "無人駅のノート、三十一冊目へ", "待合室に置かれた一冊の大学ノートが", "佐伯千尋",
          "2025-11-03T10:00:00+09:00", "2025-11-04T08:15:00+09:00", "山あい日報", "ja", 4, 15, 3, "Bcc"),
)  # fmt: skip


def every_story() -> pytest.MarkDecorator:
    """The stories as cases."""
    return pytest.mark.parametrize("story", STORIES, ids=[story.file for story in STORIES])


@cache
def read(file: str) -> Parsed:
    """The sample, read."""
    parsed = parse_file(SAMPLES / file)
    assert isinstance(parsed, Parsed), parsed
    return parsed


@every_story()
def test_every_story_has_its_head(story: Story) -> None:
    article = read(story.file).article
    assert article.title == story.title
    assert article.standfirst.startswith(story.standfirst)
    assert article.authors == (story.author,)
    assert (article.site, article.language) == (story.site, story.language)


@every_story()
def test_every_story_has_its_times(story: Story) -> None:
    article = read(story.file).article
    published = article.published.isoformat() if article.published else ""
    updated = article.updated.isoformat() if article.updated and article.updated != article.published else ""
    assert (published, updated) == (story.published, story.updated)


@every_story()
def test_every_story_is_whole_and_nothing_else(story: Story) -> None:
    article = read(story.file).article
    kinds = Counter(type(block) for block in article.blocks)
    assert (kinds[Paragraph], kinds[Heading]) == (story.paragraphs, story.headings)
    assert minutes(body_text(article)) == story.minutes


@every_story()
def test_every_picture_stands_in_the_story_with_caption_and_credit(story: Story) -> None:
    article = read(story.file).article
    letter = {Kept.BESIDE: "B", Kept.EMBEDDED: "E", Kept.NOWHERE: "N"}
    found = [
        (letter[figure.image.kept] if figure.image else "-") + "c" * bool(figure.caption) + "c" * bool(figure.credit)
        for figure in article.figures
    ]
    assert found == story.pictures.split()
    places = [block.figure for block in article.blocks if isinstance(block, FigurePlace)]
    assert places == list(range(len(found)))


@every_story()
def test_every_saved_picture_can_be_shown_and_is_small(story: Story) -> None:
    parsed = read(story.file)
    for figure in parsed.article.figures:
        if figure.image and figure.image.kept is not Kept.NOWHERE:
            content = parsed.assets.open(figure.image)
            assert content is not None
            assert len(content) <= 250_000
            picture = QImage.fromData(QByteArray(content))
            assert 900 <= picture.width() <= 1600


def test_the_long_read_has_every_kind_of_block() -> None:
    kinds = {type(block).__name__ for block in read(BENCH).article.blocks}
    assert kinds >= {"Paragraph", "Heading", "Quote", "PullQuote", "Listing", "Table", "Code", "Rule", "Footnote"}


def test_the_quote_says_whom_it_is_from() -> None:
    quotes = [block for block in read(BENCH).article.blocks if isinstance(block, Quote)]
    assert len(quotes) == 1
    assert "Walter Gedge" in quotes[0].cite


def test_the_page_saved_whole_says_when_it_was_saved() -> None:
    saved = read(NIGHT).article.saved
    assert saved is not None
    assert saved.isoformat() == "2025-11-14T21:12:40+00:00"


def test_two_saves_of_one_story_are_one_story_and_two_copies() -> None:
    first, second = read(TUBA), read(TUBA_AGAIN)
    assert first.identity != second.identity
    assert story_key(first.article) == story_key(second.article)


@pytest.mark.parametrize("words", ["READ MORE", "Sign up", "Advertisement", "cookies", "fellwalker_dave", "Drizzle"])
def test_the_clutter_stays_out_of_the_story(words: str) -> None:
    assert words not in body_text(read(COUNCIL).article)


@pytest.mark.parametrize("words", ["WATCH NOW", "LATEST DEVELOPMENTS", "You may like"])
def test_the_promotions_of_the_dump_are_set_aside(words: str) -> None:
    article = read(PIKE).article
    assert words not in body_text(article)
    assert any(words in passage.text for passage in article.set_aside)


def test_a_letter_is_shown_line_by_line_with_no_word_lost() -> None:
    written = (SAMPLES / LETTER).read_text(encoding="utf-8")
    shown = body_text(read(LETTER).article)
    assert [line.strip() for line in shown.splitlines() if line.strip()] == [
        line.strip() for line in written.splitlines() if line.strip()
    ]
    assert shown.split() == written.split()


def test_hard_wrapped_lines_are_joined() -> None:
    article = read(TIDE).article
    assert (article.title.casefold(), article.authors) == ("what the tide table leaves out", ("Ellis Penhallow",))
    assert "a small green book which costs two pounds and is right" in body_text(article)


def test_a_small_table_in_wrapped_text_keeps_its_lines() -> None:
    text = body_text(read(TIDE).article)
    assert "00.41    5.1 m\n" in text
    assert "Lady's Aisle: about ten past one" in text


def test_the_broken_file_is_told_in_a_sentence() -> None:
    answer = parse_file(SAMPLES / BROKEN)
    assert isinstance(answer, Unreadable)
    assert BROKEN in answer.problem.message
    assert answer.problem.message.endswith(".")


def test_the_readme_lists_every_sample() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8").replace("(…)", "(14_11_2025 21-12-40)")
    files = {path.name for path in SAMPLES.iterdir() if path.is_file()} - {"README.md"}
    assert {name for name in files if f"| {name} |" not in readme} == set()
    assert len(files) == len(STORIES) + 3


def test_all_samples_together_are_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*")) <= 4_000_000


def test_lines_of_the_wrapped_text_fit_its_measure() -> None:
    lines = (SAMPLES / TIDE).read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 72
    assert any(len(first) > 60 and len(second) > 60 for first, second in pairwise(lines))


def test_a_picture_is_drawn_the_same_every_time() -> None:
    assert marigold_at_the_slip() == marigold_at_the_slip()
