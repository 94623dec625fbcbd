"""Saved articles written into a folder, for tests of the whole window."""

from pathlib import Path

from tests.drawn import drawn

SENTENCE = "The harbour was quiet that morning, and the ferry lay at the slip with her engine cold and her crew asleep."


def saved_page(folder: Path, name: str, paragraphs: int = 4, pictures: int = 0, address: str = "") -> Path:
    """A page with so many paragraphs and, between them, saved pictures with captions and credits."""
    parts = [f"<p>Paragraph {number}. {SENTENCE} {SENTENCE}</p>" for number in range(paragraphs)]
    for number in range(pictures):
        picture = folder / f"{name}-{number}.png"
        picture.write_bytes(drawn(320, 200))
        figure = f'<figure><img src="{picture.name}"><figcaption>Picture {number} of {name}</figcaption></figure>'
        parts.insert((number + 1) * len(parts) // (pictures + 1), figure)
    canonical = f'<link rel="canonical" href="{address}">' if address else ""
    path = folder / f"{name}.html"
    path.write_text(
        f"<!doctype html><html lang=en><head><title>{name}</title>{canonical}</head>"
        f"<body><article><h1>{name}</h1>{''.join(parts)}</article></body></html>",
        "utf-8",
    )
    return path


def library(folder: Path) -> Path:
    """Four stories: Anchor (long, three pictures, an address), Boat (one picture), Crane, Dock."""
    folder.mkdir()
    saved_page(folder, "Anchor", 40, 3, "https://post.example/anchor")
    saved_page(folder, "Boat", 30, 1)
    saved_page(folder, "Crane")
    saved_page(folder, "Dock")
    return folder
