"""What the first page promises about keys and files holds."""

import re
from pathlib import Path

import pytest

from reader.app.actions import ACTIONS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
KEYS = {keys.casefold() for spec in ACTIONS for keys in spec.keys}
IN_THE_LIST = {"→", "←"}
"""Keys of the list and the story alone: they open and close a story's copies, and move tables."""
WITH_THE_WHEEL = {"Shift"}


def rows_of_keys() -> list[str]:
    table = README.split("## Keys")[1].split("## ")[0]
    return [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]


def test_every_key_in_the_table_is_one_of_the_programs() -> None:
    named = {keys for row in rows_of_keys() for keys in re.findall(r"`([^`]+)`", row)} - IN_THE_LIST - WITH_THE_WHEEL
    written = {keys.replace("←", "Left").replace("→", "Right").casefold() for keys in named}
    assert len(written) > 30
    assert written - KEYS == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_and_picture_that_is_linked_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_note_that_is_named_is_there(page: Path) -> None:
    named = re.findall(r"docs/notes/[\w-]+\.md", page.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []
