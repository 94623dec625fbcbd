"""A story with pictures for tests of the panel and the viewer: two saved, one not, one damaged, one gone."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage

from reader.app.image_list import ImageList
from reader.app.jobs import Jobs
from reader.app.look import Look
from reader.app.pictures import Pictures
from reader.app.themes import Theme
from reader.article import Figure, ImageRef, Kept
from reader.ui.image_panel import TURNS
from tests.drawn import drawn

ADDRESS = "https://www.post.example/media/2025/11/14/originals/model-of-the-bridge.jpg?w=1500"


def beside(name: str, alt: str = "", caption: str = "", credit: str = "") -> Figure:
    return Figure(ImageRef(name, Kept.BESIDE), alt, caption, credit)


FIGURES = (
    beside("slip.png", "A small ferry", "The Marigold leaves the slip.", "Anna Brodie"),
    beside("deck.png", "A deck", "Passengers on the upper deck."),
    Figure(ImageRef(ADDRESS, Kept.NOWHERE), "A model", "", "Planning Office"),
    beside("torn.png", caption="Torn."),
    beside("gone.png", caption="Gone."),
)
BYTES = {"slip.png": drawn(1200, 800), "deck.png": drawn(300, 900), "torn.png": b"GIF89a torn"}


def look(*, dark: bool = False) -> Look:
    colours = {
        name: QColor("#1b1c1f" if dark else "#ffffff") for name in ("page", "list", "panel", "line", "chosen", "field")
    }
    ink = QColor("#ffffff" if dark else "#000000")
    return Look(Theme("test", "Test", 1, dark, ink=ink, muted=QColor("#777777"), accent=QColor("#ff0000"), **colours))


@contextmanager
def images() -> Iterator[ImageList]:
    """A model to be filled by the test; its workers end with it."""
    jobs = Jobs()
    yield ImageList(Pictures(jobs))
    jobs.close()


def show(model: ImageList, figures: tuple[Figure, ...] = FIGURES) -> None:
    model.show_story("story", figures, lambda image: BYTES.get(image.source))
    for _ in range(TURNS + 1):
        QCoreApplication.processEvents()


def holds(image: QImage, colour: str) -> bool:
    wanted = QColor(colour)
    return any(image.pixelColor(x, y) == wanted for x in range(0, image.width(), 3) for y in range(image.height()))
