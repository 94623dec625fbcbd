"""Look: the theme and the type that everything on the screen is drawn with."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from reader.app.themes import Theme

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


class TypeFace(NamedTuple):
    """How the story is set: size in pixels, line height in ems, measure in characters."""

    story: str = "Literata"
    interface: str = "Inter"
    size: int = 19
    line_height: float = 1.6
    measure: int = 66


class Look(NamedTuple):
    """One theme with one way of setting type."""

    theme: Theme
    face: TypeFace = TypeFace()

    def interface(self, pixels: int, weight: QFont.Weight = REGULAR) -> QFont:
        """The interface's face at a size in pixels."""
        return font(self.face.interface, pixels, weight)

    def story(self, pixels: int, weight: QFont.Weight = REGULAR) -> QFont:
        """The story's face at a size in pixels."""
        return font(self.face.story, pixels, weight)


def font(family: str, pixels: int, weight: QFont.Weight = REGULAR, *, italic: bool = False) -> QFont:
    """A font of the family; an empty family is the system's own. Pixels, for all our measures are pixels."""
    result = QFont(family) if family else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    result.setPixelSize(max(1, pixels))
    result.setWeight(weight)
    result.setItalic(italic)
    return result


OF_LIST = ("inter/*Regular.ttf", "inter/*Medium.ttf", "inter/*SemiBold.ttf")
"""The files of the faces that the list is set in."""
OF_STORY = ("inter/*Italic.ttf", "inter/*_700Bold.ttf", "literata/*.ttf", "atkinson-hyperlegible-next/*.ttf")
"""The files of all others."""


def load_fonts(folder: Path, *patterns: str) -> list[str]:
    """Make bundled fonts known to Qt, those of some patterns alone where any are named; the files it would not take."""
    found = (path for pattern in patterns or ("*/*.ttf",) for path in sorted(folder.glob(pattern)))
    return [path.name for path in found if QFontDatabase.addApplicationFont(str(path)) < 0]
