"""Reading a story for the window, on a worker thread: files in, values out."""

from dataclasses import replace
from pathlib import Path

from reader.app.decoding import picture_size
from reader.app.story_state import Failed, Showing
from reader.article import body_text, minutes
from reader.parser import Parsed, Unreadable, parse_file, read_everything


def load_story(path: Path) -> Showing | Failed:
    """Read one saved article."""
    return _state(path, parse_file(path))


def plain_story(path: Path) -> Showing | Failed:
    """Show all that a file holds as text, for when the parser did not find the story."""
    return _state(path, read_everything(path))


def measure_pictures(state: Showing) -> Showing:
    """The same story with the pixel sizes of its saved pictures."""
    sizes = {}
    for number, figure in enumerate(state.parsed.article.figures):
        content = state.parsed.assets.open(figure.image) if figure.image is not None else None
        if content is not None and (size := picture_size(content)) is not None:
            sizes[number] = size
    return replace(state, sizes=sizes, measured=True)


def _state(path: Path, answer: Parsed | Unreadable) -> Showing | Failed:
    if isinstance(answer, Unreadable):
        return Failed(path, answer.problem, answer.text)
    return Showing(path, answer, minutes=minutes(body_text(answer.article)))
