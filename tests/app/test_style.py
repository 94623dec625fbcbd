import pytest
from PySide6.QtGui import QColor, QPalette

from reader.app.look import Look
from reader.app.style import found, mixed, on_accent, palette, style_sheet
from reader.app.themes import Theme

THEMES = ("light", "sepia", "dark", "contrast")


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_of_the_style_sheet_is_filled_in(themes: dict[str, Theme], name: str) -> None:
    sheet = style_sheet(Look(themes[name]))
    assert "$" not in sheet
    assert themes[name].accent.name() in sheet


@pytest.mark.parametrize("name", THEMES)
def test_words_on_the_accent_and_on_the_page_can_be_read(themes: dict[str, Theme], name: str) -> None:
    look = Look(themes[name])
    theme = look.theme
    assert contrast(on_accent(look), theme.accent) >= 4.5
    assert contrast(theme.ink, theme.page) >= 7
    for ground in (theme.page, theme.list, theme.panel):
        assert contrast(theme.muted, ground) >= 4.5
    assert contrast(theme.ink, theme.chosen) >= 4.5
    assert contrast(theme.ink, found(look, theme.page)) >= 7
    assert contrast(mixed(theme.ink, theme.muted, 0.35), theme.page) >= 4.5


def test_the_palette_has_the_colours_of_the_theme(themes: dict[str, Theme], look: Look) -> None:
    roles = QPalette.ColorRole
    dark = palette(look._replace(theme=themes["dark"]))
    assert dark.color(roles.Base) == themes["dark"].page
    assert dark.color(roles.Text) == themes["dark"].ink
    assert dark.color(roles.HighlightedText) != dark.color(roles.Highlight)


def test_a_mix_lies_between_its_colours() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert mixed(black, white, 1) == black
    assert mixed(black, white, 0) == white
    assert mixed(black, white, 0.5).lightness() in range(126, 130)
