"""Guess: how much room text will take that is not yet set."""

from reader.app.look import Look
from reader.app.story.formats import RAGGED, sign_width
from reader.app.story.parts import Parts


class Guess:
    """Guesses for one story in one look, in a column of that many pixels."""

    def __init__(self, parts: Parts, look: Look, language: str, column: int) -> None:
        self._parts = parts
        width = sign_width(look, language)
        self._signs_in_line = max(1.0, column / width - RAGGED)
        self._line = look.face.size * look.face.line_height
        self._between = self._line / 2 + look.face.size * 0.9

    def height(self, first: int, end: int) -> float:
        """The height of the pieces from one to before another in pixels, as if all were paragraphs.

        The last line of a paragraph is half empty on average.
        """
        lines = self._parts.signs(first, end) / self._signs_in_line
        return lines * self._line + (end - first) * self._between
