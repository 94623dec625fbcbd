"""What every test has at hand: bundled fonts, the themes, a throw-away home, the measuring material."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from reader.app.look import Look, load_fonts
from reader.app.themes import Theme, Themes
from reader.library import Entry
from reader.places import resource
from tests.listed import Listing
from tests.newsrooms import near_newsroom

settings.register_profile("same", derandomize=True)
settings.register_profile("wild", max_examples=2_000)
settings.load_profile("same")


@pytest.fixture(autouse=True)
def collect_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no Qt object die on a worker thread, as the program itself does (reader.app.collector)."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    _let_widgets_go()
    gc.collect()
    gc.freeze()  # what lives on need not be looked at after every other test
    gc.enable()


def _let_widgets_go() -> None:
    """Destroy what the test has shown: each widget that lives on makes every change of style slower."""
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def newsroom_nearby(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in on a thread: processes take a second to begin. Tests marked ``processes`` have real ones."""
    if "qapp" in request.fixturenames and "processes" not in request.keywords:
        monkeypatch.setattr("reader.app.reading_in._hire", near_newsroom)


@pytest.fixture(autouse=True)
def news_soon(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the list gather news for a moment only: every test of the whole program would wait for that."""
    if "qapp" in request.fixturenames:
        monkeypatch.setattr("reader.app.article_list.GATHERED", 10)


@pytest.fixture(scope="session")
def faces(qapp: object) -> None:
    """The bundled fonts."""
    assert load_fonts(resource("fonts")) == []


@pytest.fixture(autouse=True)
def set_in_our_faces(request: pytest.FixtureRequest) -> None:
    """Set every widget in the program's own faces, whichever test comes first."""
    if "qapp" in request.fixturenames:
        request.getfixturevalue("faces")


@pytest.fixture(scope="session")
def themes(faces: None) -> dict[str, Theme]:
    """The themes that ship with the program."""
    loaded = Themes(resource("themes"))
    assert loaded.faults() == []
    return dict(loaded)


@pytest.fixture
def look(themes: dict[str, Theme]) -> Look:
    """The light theme in the default type."""
    return Look(themes["light"])


@pytest.fixture
def listing(tmp_path: Path, qapp: object) -> Iterator[Callable[..., Listing]]:
    """Makes lists of entries, which are loaded and, in the end, closed."""
    made: list[Listing] = []

    def make(*entries: Entry, load: bool = True) -> Listing:
        made.append(Listing(tmp_path / f"list-{len(made)}", *entries))
        if load:
            made[-1].load()
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def material() -> Path:
    """The folder of real pages and texts to measure with; it is no part of the project."""
    named = os.environ.get("STANDFIRST_MATERIAL")
    if not named:
        pytest.skip("STANDFIRST_MATERIAL names no folder of pages to measure with")
    return Path(named)
