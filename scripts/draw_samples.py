#!/usr/bin/env python3
"""Draw every picture of the sample articles anew: ``.venv/bin/python -m scripts.draw_samples [FOLDER]``.

The pictures are the same on every run with the same Qt. Those of the page that carries its pictures inside itself
are written into it, and the broken file gets its bytes. FOLDER is where the articles lie, ``sample_articles`` if not
given.
"""

import base64
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage

from scripts.drawing import abroad, archive, badges, bench, charts, harbour, meadow, night_train, type_case, weather
from scripts.drawing.canvas import save

FERRY = "The last ferry to Inner Skerry_files"
ARCHIVE = "How a village archive saved 9,000 letters from the flood_files"
MEADOW = "Lowland meadows bloom early for third year_files"
WEATHER = "Weather station marks its hundredth winter_files"
TYPE = "The typesetter's apprentice_files"
NIGHT = "Night trains return to the northern line (14_11_2025 21-12-40).html"
BROKEN = "Harbour dredging report.html"
DAMAGED_PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pa"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: where it goes, who draws it, and at which quality (0 to 100) it is written."""

    place: str
    draw: Callable[[], QImage]
    quality: int = 82


@dataclass(frozen=True, slots=True)
class Inside:
    """A picture that a page carries inside itself: the page, the mark on its ``img``, its format and quality."""

    page: str
    mark: str
    draw: Callable[[], QImage]
    format: str
    quality: int = 78


PICTURES = (
    Picture(f"{FERRY}/harbour-post.png", badges.harbour_post),
    Picture(f"{FERRY}/marigold-slip-1500.jpg", harbour.marigold_at_the_slip),
    Picture(f"{FERRY}/upper-deck-1500.jpg", harbour.upper_deck),
    Picture(f"{ARCHIVE}/harbour-post.png", badges.harbour_post),
    Picture(f"{ARCHIVE}/archive-shelves-1400.webp", archive.archive_shelves, 84),
    Picture(f"{ARCHIVE}/letters-on-a-line-900.webp", archive.letters_on_a_line, 84),
    Picture(f"{MEADOW}/meadow-dawn@1500.jpg", meadow.meadow_at_dawn, 76),
    Picture(f"{MEADOW}/first-flowers-chart.png", charts.first_flowers, 10),
    Picture(f"{MEADOW}/long-mead-panorama@1600.jpg", meadow.long_mead_panorama),
    Picture(f"{WEATHER}/station-in-snow.jpg", weather.station_in_snow),
    Picture(f"{WEATHER}/hundred-winters.png", charts.hundred_winters, 10),
    Picture("A short history of the public bench_files/bench-autumn-1500.jpg", bench.bench_in_autumn),
    Picture(f"{TYPE}/type-case-1400.jpg", type_case.type_case, 58),
    Picture(f"{TYPE}/letter-g.png", charts.parts_of_a_sort, 10),
    Picture("ساعة الميناء_files/clock-tower-1400.jpg", abroad.clock_tower),
    Picture("無人駅のノート_files/柚木沢駅-1400.jpg", abroad.hill_station),
)
INSIDE = (
    Inside(NIGHT, "night-train", night_train.night_train, "jpeg"),
    Inside(NIGHT, "route-diagram", charts.route_diagram, "png", 10),
)


def put_inside(folder: Path, inside: Inside) -> None:
    """Write the picture into its page as a ``data:`` address, in place of the one that is there."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    inside.draw().save(buffer, inside.format.upper(), inside.quality)  # type: ignore[call-overload]
    letters = base64.b64encode(held.data()).decode("ascii")
    path = folder / inside.page
    place = re.compile(rf'(data-draw={inside.mark} [^>]*src="data:image/{inside.format};base64,)[^"]*')
    page, found = place.subn(lambda match: match[1] + letters, path.read_text(encoding="utf-8"))
    if found != 1:
        message = f"{inside.page} has {found} places for {inside.mark}"
        raise ValueError(message)
    path.write_text(page, encoding="utf-8", newline="\n")
    print(f"{held.size() / 1000:6.0f} kB  inside {inside.page}: {inside.mark}")


def main() -> None:
    """Draw them all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    painters = QGuiApplication([])
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "sample_articles"
    for picture in PICTURES:
        path = folder / picture.place
        save(picture.draw(), path, picture.quality)
        print(f"{path.stat().st_size / 1000:6.0f} kB  {picture.place}")
    for inside in INSIDE:
        put_inside(folder, inside)
    (folder / BROKEN).write_bytes(DAMAGED_PDF)
    painters.quit()


if __name__ == "__main__":
    main()
