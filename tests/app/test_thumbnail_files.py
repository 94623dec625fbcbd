import os
import time
from pathlib import Path

import pytest

from reader.app.decoding import Picture, Want
from reader.app.thumbnail_files import A_DAY, MOST_IN_FOLDER, fetch
from tests.drawn import drawn

WANT = Want(60, 60, cover=True)


def filled(folder: Path, count: int) -> list[Path]:
    """So many files of one folder of the cache, each used a day after the one before it; the last one now."""
    inside = folder / "ab"
    inside.mkdir()
    files = [inside / f"ab{number:04}-60" for number in range(count)]
    for age, file in enumerate(reversed(files)):
        file.write_bytes(b"")
        os.utime(file, (time.time() - age * A_DAY,) * 2)
    return files


def kept(folder: Path, name: str) -> None:
    """A picture of that name is asked for, and found."""
    assert isinstance(fetch(folder, name, lambda: drawn(600, 400), WANT), Picture)


def test_a_full_folder_loses_the_pictures_that_were_not_used_for_longest(tmp_path: Path) -> None:
    files = filled(tmp_path, MOST_IN_FOLDER)
    kept(tmp_path, "abnew")
    here = set((tmp_path / "ab").iterdir())
    assert len(here) < MOST_IN_FOLDER
    assert files[0] not in here
    assert files[-1] in here
    assert tmp_path / "ab" / "abnew-60" in here


def test_a_folder_that_is_not_full_loses_none(tmp_path: Path) -> None:
    filled(tmp_path, MOST_IN_FOLDER - 1)
    kept(tmp_path, "abnew")
    assert len(list((tmp_path / "ab").iterdir())) == MOST_IN_FOLDER


def test_a_picture_that_is_seen_again_stays_longer(tmp_path: Path) -> None:
    kept(tmp_path, "abold")
    old = tmp_path / "ab" / "abold-60"
    os.utime(old, (0, 0))
    found = fetch(tmp_path, "abold", lambda: pytest.fail("the page was opened again"), WANT)
    assert isinstance(found, Picture)
    assert time.time() - old.stat().st_mtime < A_DAY
