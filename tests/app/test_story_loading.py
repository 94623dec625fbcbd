from pathlib import Path

from PySide6.QtCore import QSize

from reader.app.story_loading import everything_in, load_story, measure_pictures
from reader.app.story_state import Failed, Showing
from tests.saved import saved_page


def test_a_page_becomes_a_story(tmp_path: Path) -> None:
    state = load_story(saved_page(tmp_path, "Anchor", 6, 2))
    assert isinstance(state, Showing)
    assert state.parsed.article.title == "Anchor"
    assert len(state.parsed.article.figures) == 2


def test_a_file_that_cannot_be_read_becomes_a_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    for name, words in (("gone.html", "is not there"), ("empty.html", "is empty")):
        state = load_story(tmp_path / name)
        assert isinstance(state, Failed)
        assert words in state.problem.message


def test_everything_of_a_page_is_shown_under_its_files_name(tmp_path: Path) -> None:
    state = everything_in(saved_page(tmp_path, "Anchor"))
    assert isinstance(state, Showing)
    assert state.parsed.article.title == "Anchor.html"
    assert isinstance(everything_in(tmp_path / "gone.html"), Failed)


def test_saved_pictures_are_measured_and_missing_ones_left_out(tmp_path: Path) -> None:
    path = saved_page(tmp_path, "Anchor", 6, 3)
    (tmp_path / "Anchor-0.png").write_bytes(b"GIF89a torn")
    state = load_story(path)
    (tmp_path / "Anchor-2.png").unlink()
    assert isinstance(state, Showing)
    measured = measure_pictures(state)
    assert measured.sizes == {1: QSize(320, 200)}
    assert measured.parsed is state.parsed
