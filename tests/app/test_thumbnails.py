from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPixmap
from pytestqt.qtbot import QtBot

from reader.app.jobs import Jobs
from reader.app.thumbnails import MOST_WAITING, Thumbnails
from tests.drawn import drawn, encoded, line_art


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def made(thumbnails: Thumbnails, qtbot: QtBot, content: bytes) -> QPixmap:
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.pixmap_for("key", lambda: content) is None
    pixmap = thumbnails.pixmap_for("key", lambda: pytest.fail("read twice"))
    assert pixmap is not None
    return pixmap


def test_a_thumbnail_is_a_square_out_of_the_middle(jobs: Jobs, qtbot: QtBot) -> None:
    pixmap = made(Thumbnails(jobs), qtbot, drawn(600, 400))
    assert (pixmap.width(), pixmap.height()) == (60, 60)
    assert pixmap.toImage().pixelColor(1, 1) == QColor("red")


def test_a_dense_screen_has_dense_thumbnails(jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "devicePixelRatio", lambda _: 2.0)
    pixmap = made(Thumbnails(jobs), qtbot, drawn(600, 400))
    assert (pixmap.width(), pixmap.height()) == (120, 120)


def test_line_art_stands_on_a_plate(jobs: Jobs, qtbot: QtBot) -> None:
    pixmap = made(Thumbnails(jobs), qtbot, encoded(line_art(120, 120, "black")))
    assert pixmap.toImage().pixelColor(1, 1).lightness() > 240


def test_a_damaged_picture_is_asked_for_once(jobs: Jobs, qtbot: QtBot) -> None:
    thumbnails = Thumbnails(jobs)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.pixmap_for("key", lambda: b"no picture")
    assert thumbnails.pixmap_for("key", lambda: pytest.fail("read twice")) is None


@pytest.mark.parametrize("content", [drawn(600, 400), encoded(line_art(120, 120, "black"))])
def test_a_thumbnail_is_kept_from_one_start_to_the_next(
    jobs: Jobs, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    first = Thumbnails(jobs, folder=tmp_path)
    with qtbot.waitSignal(first.ready):
        first.pixmap_for("key", lambda: content, "ab12")
    again = Thumbnails(jobs, folder=tmp_path)
    with qtbot.waitSignal(again.ready):
        again.pixmap_for("key", lambda: pytest.fail("the page was opened again"), "ab12")
    kept, fresh = (each.pixmap_for("key", lambda: None) for each in (again, first))
    assert kept is not None
    assert fresh is not None
    colours = [pixmap.toImage().pixelColor(4, 4).lightness() for pixmap in (kept, fresh)]
    assert abs(colours[0] - colours[1]) < 10
    assert kept.size() == fresh.size()


def test_a_cache_that_cannot_be_written_costs_no_picture(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "ab").write_text("a file where a folder should be", "utf-8")
    thumbnails = Thumbnails(jobs, folder=tmp_path)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.pixmap_for("key", lambda: drawn(600, 400), "ab12")
    assert thumbnails.pixmap_for("key", lambda: None) is not None


def test_a_damaged_file_of_the_cache_is_made_again(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "ab").mkdir()
    (tmp_path / "ab" / "ab12-60").write_bytes(b"no picture")
    thumbnails = Thumbnails(jobs, folder=tmp_path)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.pixmap_for("key", lambda: drawn(600, 400), "ab12")
    assert thumbnails.pixmap_for("key", lambda: None) is not None


def test_rows_that_were_scrolled_past_are_given_up(jobs: Jobs, qtbot: QtBot) -> None:
    jobs.close()
    thumbnails = Thumbnails(jobs)
    asked: list[int] = []
    for row in range(MOST_WAITING + 5):
        thumbnails.pixmap_for(row, lambda row=row: asked.append(row))  # type: ignore[misc]
    waiting = [job for job in jobs._waiting if not job.cancelled]
    assert len(waiting) == MOST_WAITING
