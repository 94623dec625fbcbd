"""The story the project began with, where the material is at hand: read as a person reads it."""

import json
import os
from pathlib import Path

import pytest

from reader.article import texts
from reader.parser import Parsed, parse_file

MATERIAL = os.environ.get("STANDFIRST_MATERIAL", "")
pytestmark = pytest.mark.skipif(not MATERIAL, reason="STANDFIRST_MATERIAL names no folder with the story")


def test_the_first_story_reads_as_a_person_reads_it() -> None:
    folder = Path(MATERIAL) / "seed"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    answer = parse_file(folder / "story.txt")
    assert isinstance(answer, Parsed)
    article = answer.article
    for name in ("title", "standfirst", "language"):
        assert getattr(article, name) == expected[name]
    assert list(article.authors) == expected["authors"]
    assert [str(moment and moment.isoformat()) for moment in (article.published, article.updated)] == [
        expected["published"],
        expected["updated"],
    ]
    pictures = [(picture["caption"], picture["credit"]) for picture in expected["images"]]
    assert [(figure.caption, figure.credit) for figure in article.figures] == pictures
    paragraphs = list(texts(article.blocks))
    assert len(paragraphs) == expected["paragraphs"]
    assert paragraphs[0].startswith(expected["first_paragraph_starts"])
    assert paragraphs[-1] == expected["last_paragraph"]
    assert [aside.text for aside in article.set_aside] == expected["set_aside"]
