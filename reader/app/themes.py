"""Themes: the colours of the window, from small data files, checked for contrast when they are loaded."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor

from reader.app.plain_toml import plain_toml

BODY_CONTRAST = 7.0
TEXT_CONTRAST = 4.5
"""Least contrast of running text and of all other text: WCAG 2.2, success criteria 1.4.6 and 1.4.3."""

LAST = 99
"""The rank of a theme that gives none."""


class ThemeError(Exception):
    """A theme file that cannot be used; its argument is a sentence for a person."""


class Theme(NamedTuple):
    """The colours of one theme. ``name`` is its file's stem, ``title`` what a person reads, ``rank`` orders themes."""

    name: str
    title: str
    rank: int
    dark: bool
    page: QColor
    list: QColor
    panel: QColor
    ink: QColor
    muted: QColor
    line: QColor
    accent: QColor
    chosen: QColor
    field: QColor


COLOURS = Theme._fields[4:]

_MUST_DIFFER = (
    *(("ink", ground, BODY_CONTRAST) for ground in ("page", "list", "panel", "field", "chosen")),
    *(("muted", ground, TEXT_CONTRAST) for ground in ("page", "list", "panel", "field", "chosen")),
    *(("accent", ground, TEXT_CONTRAST) for ground in ("page", "list", "panel", "chosen")),
)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21: WCAG 2.2, definition of contrast ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1: WCAG 2.2, definition of relative luminance."""
    red, green, blue = (_linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def load_theme(path: Path) -> Theme:
    """Read one theme file. Raises ThemeError with a sentence where it is damaged or too faint to be read."""
    try:
        data = _said(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ThemeError(f"The theme {path.name} could not be read: {error}.") from error
    colours = {name: QColor(str(data.get(name, ""))) for name in COLOURS}
    for name, colour in colours.items():
        if not colour.isValid():
            raise ThemeError(f"The theme {path.name} gives no colour for “{name}”; write it as #rrggbb.")
    for text, ground, least in _MUST_DIFFER:
        if (found := contrast(colours[text], colours[ground])) < least:
            raise ThemeError(
                f"The theme {path.name} is too faint: “{text}” on “{ground}” has a contrast of {found:.1f}, "
                f"and it needs {least:.1f}."
            )
    rank = data.get("rank")
    return Theme(
        path.stem,
        str(data.get("title", path.stem)),
        rank if isinstance(rank, int) else LAST,
        bool(data.get("dark", False)),
        **colours,
    )


def _said(text: str) -> Mapping[str, object]:
    """What a theme file says. Raises ValueError where it is no TOML."""
    if (plain := plain_toml(text)) is not None:
        return plain
    import tomllib  # noqa: PLC0415  not for our own themes

    return tomllib.loads(text)


def bring_themes(old: Path, new: Path) -> None:
    """Copy a person's own themes to another folder; what is there already stays. Raises OSError as the system does."""
    import shutil  # noqa: PLC0415  it loads every packer there is

    for theme in old.glob("*.toml"):
        new.mkdir(parents=True, exist_ok=True)
        if not (new / theme.name).exists():
            shutil.copyfile(theme, new / theme.name)


class Themes(Mapping[str, Theme]):
    """All usable themes of some folders by name, in the order of their ranks; one of a later folder comes before an
    earlier one of the same name. A theme is read when it is asked for, all of them when one goes through them.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._read: dict[str, Theme | None] = {}
        self._faults: dict[str, str] = {}

    def __getitem__(self, name: str) -> Theme:
        if name not in self._read:
            self._read[name] = self._found(name)
        theme = self._read[name]
        if theme is None:
            raise KeyError(name)
        return theme

    def __iter__(self) -> Iterator[str]:
        names = {path.stem for folder in self._folders for path in folder.glob("*.toml")}
        themes = [self[name] for name in names if name in self]
        return iter([theme.name for theme in sorted(themes, key=lambda theme: (theme.rank, theme.title))])

    def __len__(self) -> int:
        return len(list(iter(self)))

    def faults(self) -> list[str]:
        """A sentence for each theme that is unusable."""
        return [self._faults[name] for name in sorted({*self, *self._faults}) if name in self._faults]

    def _found(self, name: str) -> Theme | None:
        """The last usable theme of that name."""
        for folder in reversed(self._folders):
            path = folder / f"{name}.toml"
            try:
                if os.path.isfile(path):
                    return load_theme(path)
            except ThemeError as error:
                self._faults[name] = str(error)
        return None
