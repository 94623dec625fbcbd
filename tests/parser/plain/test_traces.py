import pytest

from reader.article import Found
from reader.parser.plain import read_plain

TITLE = "The bell of the old ferry"
STORY = """\
The bell of the old ferry has been found under the floor of a barn, wrapped in four newspapers of the year it sank.

It was sold for the price of the newspapers, and the buyer threw the bell in, as it was of no use to anybody."""
MENTIONS = "\n\n".join(f"Captain {name}, who sailed on her for a year or two" for name in "ABCDEFGHIJKL")


def is_known(text: str) -> bool:
    """Whether a text is read as what is left of a web page."""
    trust = read_plain(text).trust
    assert trust is not None
    return trust.story is Found.LINES


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{TITLE}\n\nBy\n\n{STORY}", id="a byline whose name was a link"),
        pytest.param(f"{STORY}\n\nUpdated: 4 May 2024 18:45", id="a labelled date at the end"),
        pytest.param(
            f"{TITLE}\n\nThe bell in its barn.\n\nThe bell in its barn. Coast Tribune\n\n{STORY}",
            id="a description said again with its credit",
        ),
        pytest.param(f"{TITLE}\n\nCoast Tribune\n\n{TITLE}\n\n{STORY}", id="the page's title over the story's"),
        pytest.param(f"{TITLE}\n\n{STORY}\n\nRelated", id="a label with nothing under it"),
        pytest.param(f"Skip to content\n\n{TITLE}\n\n{STORY}", id="a way past the menu"),
        pytest.param(f"{TITLE}\n\n{STORY}\n\nWe use cookies to improve your visit.", id="a word on cookies"),
        pytest.param(f"SANDNESS (Reuters) — {STORY}", id="an agency in the dateline"),
    ],
)
def test_a_page_betrays_itself(text: str) -> None:
    assert is_known(text)


def test_a_title_over_prose_betrays_nothing() -> None:
    assert not is_known(f"{TITLE}\n\n{STORY}")


def test_two_traces_make_up_for_little_prose() -> None:
    assert not is_known(f"A bell\n\n4 May 2024\n\n{STORY}\n\n{MENTIONS}")
    assert is_known(f"A bell\n\n4 May 2024\n\n{STORY}\n\n{MENTIONS}\n\nRelated")


@pytest.mark.parametrize("title", ["Hidden under the floor!", "Dearest of all bells:"])
def test_a_headline_is_no_greeting(title: str) -> None:
    assert is_known(f"{title}\n\nBy Mara Quill\n\n{STORY}")


def test_dates_over_and_under_the_title_are_no_diary() -> None:
    assert is_known(f"5 May 2024\n\n{TITLE}\n\n4 May 2024\n\n{STORY}")
    assert not is_known(f"4 May 2024\n\n{STORY}\n\n5 May 2024\n\n{STORY.replace('bell', 'lamp')}")
