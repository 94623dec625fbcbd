#!/usr/bin/env python3
"""Draw every picture of the sample articles anew: ``.venv/bin/python -m scripts.draw_samples [FOLDER]``.

The pictures are the same on every run. FOLDER is where the articles lie, ``sample_articles`` if not given.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from scripts.drawing import badges, harbour
from scripts.drawing.canvas import save


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: where it goes, who draws it, and at which quality (0 to 100) it is written."""

    place: str
    draw: Callable[[], QImage]
    quality: int = 82


PICTURES = (
    Picture("The last ferry to Inner Skerry_files/harbour-post.png", badges.harbour_post),
    Picture("The last ferry to Inner Skerry_files/marigold-slip-1500.jpg", harbour.marigold_at_the_slip),
    Picture("The last ferry to Inner Skerry_files/upper-deck-1500.jpg", harbour.upper_deck),
)


def main() -> None:
    """Draw them all."""
    root = Path(__file__).parent.parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else root / "sample_articles"
    for picture in PICTURES:
        path = folder / picture.place
        save(picture.draw(), path, picture.quality)
        print(f"{path.stat().st_size / 1000:6.0f} kB  {picture.place}")


if __name__ == "__main__":
    main()
