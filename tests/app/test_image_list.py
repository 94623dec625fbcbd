from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.app.decoding import Picture, Want
from reader.app.image_list import NOT_SAVED, ImageList, Role
from reader.app.jobs import Jobs
from reader.app.pictures import Pictures
from reader.article import Figure, ImageRef, Kept, Problem
from tests.drawn import drawn

SAVED = Figure(
    ImageRef("page_files/slip.jpg", Kept.BESIDE, address="https://post.example/slip.jpg"), "A boat", "Leaving."
)
EMBEDDED = Figure(ImageRef("data:image/jpeg", Kept.EMBEDDED, 0), credit="Anna Brodie")
REMOTE = Figure(ImageRef("https://post.example/a/deck.jpg", Kept.NOWHERE), "A deck", "On deck.", "Anna Brodie")
WORDS_ONLY = Figure(None, caption="Only the caption was kept.")
FIGURES = (SAVED, EMBEDDED, REMOTE, WORDS_ONLY)


@pytest.fixture
def images(qtbot: QtBot) -> Iterator[ImageList]:
    jobs = Jobs()
    images = ImageList(Pictures(jobs))
    QAbstractItemModelTester(images, QAbstractItemModelTester.FailureReportingMode.Fatal, images)
    yield images
    jobs.close()


def test_a_row_for_each_figure(images: ImageList) -> None:
    images.show_story("story", FIGURES, lambda _image: None)
    assert images.rowCount() == 4
    assert images.index(0).data(Role.FIGURE) is SAVED
    assert [images.index(row).data(Role.NUMBER) for row in range(4)] == [1, 2, 3, 4]
    assert [images.index(row).data(Role.SAVED) for row in range(4)] == [True, True, False, False]
    assert images.index(2).data(Role.CAPTION) == "On deck."
    assert images.index(2).data(Role.CREDIT) == "Anna Brodie"
    assert images.index(2).data(Role.ALT) == "A deck"
    assert images.index(2).data(Qt.ItemDataRole.EditRole) is None


def test_no_story_has_no_rows(images: ImageList) -> None:
    images.show_story("story", FIGURES, lambda _image: None)
    images.clear()
    assert images.rowCount() == 0
    assert images.story is None


def test_a_screen_reader_is_told_everything(images: ImageList) -> None:
    images.show_story("story", FIGURES, lambda _image: None)
    assert images.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Picture 3 of 4. A deck. On deck. Credit: Anna Brodie. Not saved with the story."
    )


def test_a_thumbnail_comes_later_and_tells_of_itself(images: ImageList, qtbot: QtBot) -> None:
    images.show_story("story", FIGURES, lambda _image: drawn(600, 400))
    with qtbot.waitSignal(images.dataChanged) as changed:
        assert images.index(0).data(Role.THUMBNAIL) is None
    assert changed.args is not None
    assert changed.args[0].row() == 0
    assert images.index(0).data(Role.THUMBNAIL).image.size() == QSize(93, 62)


def test_thumbnails_are_made_anew_for_a_denser_screen(images: ImageList, qtbot: QtBot) -> None:
    images.show_story("story", FIGURES, lambda _image: drawn(600, 400))
    images.set_thumbnail_box(QSize(186, 124))
    with qtbot.waitSignal(images.dataChanged):
        images.thumbnail(0)
    found = images.thumbnail(0)
    assert found is not None
    assert found.image.size() == QSize(186, 124)


def test_a_picture_that_was_not_saved_is_not_looked_for(images: ImageList) -> None:
    images.show_story("story", FIGURES, lambda _image: pytest.fail("opened"))
    answers: list[Picture | Problem] = []
    assert images.request(2, Want(), answers.append) is None
    assert images.request(3, Want(), answers.append) is None
    assert answers == [NOT_SAVED, NOT_SAVED]
    assert images.thumbnail(2) is None
    assert images.problem(2) is NOT_SAVED


def test_a_file_that_is_gone_counts_as_not_saved(images: ImageList, qtbot: QtBot) -> None:
    images.show_story("story", FIGURES, lambda _image: None)
    with qtbot.waitSignal(images.dataChanged):
        images.thumbnail(0)
    assert not images.saved(0)
    problem = images.problem(0)
    assert problem is not None
    assert problem.code == "picture-missing"


def test_answers_for_the_story_before_are_dropped(images: ImageList, qtbot: QtBot) -> None:
    images.show_story("before", FIGURES, lambda _image: b"no picture")
    images.thumbnail(0)
    images.show_story("after", FIGURES, lambda _image: drawn())
    with qtbot.waitSignal(images.dataChanged):
        images.thumbnail(0)
    assert images.problem(0) is None


def test_two_stories_do_not_share_pictures_of_one_name(images: ImageList, qtbot: QtBot) -> None:
    for story, width in (("one", 90), ("two", 60)):
        images.show_story(story, (EMBEDDED,), lambda _image, width=width: drawn(width, 40))  # type: ignore[misc]
        answers: list[Picture | Problem] = []
        images.request(0, Want(), answers.append)
        qtbot.waitUntil(lambda answers=answers: len(answers) == 1)  # type: ignore[misc]
        assert isinstance(answers[0], Picture)
        assert answers[0].full.width() == width
        assert images.at_hand(0) is answers[0]


def test_where_a_picture_was_and_what_a_copy_is_called(images: ImageList) -> None:
    images.show_story("story", FIGURES, lambda _image: None)
    assert [images.where(row) for row in range(4)] == [
        "https://post.example/slip.jpg",
        "",
        "https://post.example/a/deck.jpg",
        "",
    ]
    assert [images.file_name(row) for row in range(4)] == ["slip.jpg", "picture-2.jpg", "deck.jpg", "picture-4"]


def test_a_copy_of_a_picture_is_written(images: ImageList, qtbot: QtBot, tmp_path: Path) -> None:
    images.show_story("story", FIGURES, lambda _image: b"as saved")
    answers: list[Problem | None] = []
    images.save(0, tmp_path / "copy.jpg", answers.append)
    qtbot.waitUntil(lambda: answers == [None])
    images.save(2, tmp_path / "other.jpg", answers.append)
    assert (tmp_path / "copy.jpg").read_bytes() == b"as saved"
    assert answers == [None, NOT_SAVED]
