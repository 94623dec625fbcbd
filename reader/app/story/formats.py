"""Formats: the sizes, spaces and colours a story is set with."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextFormat

from reader.app.look import BOLD, MEDIUM, REGULAR, SEMIBOLD, Look, font
from reader.article import Mark

FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
AT_LEAST = QTextBlockFormat.LineHeightTypes.MinimumHeight.value

BAR = QTextFormat.Property.UserProperty.value + 1
"""Block property: how many bars stand at the left of a quotation."""
LINE = QTextFormat.Property.UserProperty.value + 2
"""Block property: the block is a rule across a part of the column."""
ASIDE = QTextFormat.Property.UserProperty.value + 3
"""Block property: the block was set aside and has a dashed bar."""
GROUND = QTextFormat.Property.UserProperty.value + 4
"""Block property: the block stands on a ground of its own, as code does."""
LABEL = QTextFormat.Property.UserProperty.value + 5
"""Block property: the sign or number that stands before the item of a list."""
WIDE = QTextFormat.Property.UserProperty.value + 6
"""Table property: the width of a table that is wider than the text, in pixels."""
LABEL_GAP = 11
"""Space between that and the item's text, in pixels."""

BASE = 19
"""The body size all other sizes are given for, in pixels; another body size scales them."""
CJK_MEASURE = 38
CJK_LANGUAGES = ("ja", "zh", "ko")
RIGHT_TO_LEFT = ("ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv")

_SAMPLE = "the quick brown fox jumps over the lazy dog and runs on "
RAGGED = 4
"""Signs by which lines set ragged right fall short of the column."""

HEADINGS = {2: 23, 3: 20}
"""Heading sizes by level; deeper ones are as large as the text."""


def is_cjk(language: str) -> bool:
    """Whether the language is written in ideographs or their like."""
    return language.partition("-")[0].lower() in CJK_LANGUAGES


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return language.partition("-")[0].lower() in RIGHT_TO_LEFT


def column_width(look: Look, language: str = "") -> int:
    """The width of the text column in pixels, for the measure in characters of running text, spaces counted.

    Lines set ragged right end half a longer word short of the column, so the column is that much wider than the
    measure: the lines one sees have the measure on average.
    """
    if is_cjk(language):
        return round(look.face.size * CJK_MEASURE * look.face.measure / 66)
    return round(sign_width(look, language) * (look.face.measure + RAGGED))


def sign_width(look: Look, language: str = "") -> float:
    """The width of one sign of running text in pixels, spaces counted."""
    if is_cjk(language):
        return look.face.size
    return QFontMetricsF(look.story(look.face.size)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)


@dataclass(frozen=True, slots=True)
class Formats:
    """Every format of one look and one language."""

    look: Look
    language: str = ""

    def px(self, size: float) -> int:
        """A size given for a body of 19 px, for the body in use."""
        return round(size * self.look.face.size / BASE)

    def block(self, line: float, above: float = 0, below: float = 0) -> QTextBlockFormat:
        """A block whose lines are ``line`` pixels apart (for a body of 19 px), with space above and below."""
        result = QTextBlockFormat()
        result.setLineHeight(self.px(line), FIXED)
        result.setTopMargin(self.px(above))
        result.setBottomMargin(self.px(below))
        if is_right_to_left(self.language):
            result.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return result

    def inset(self, block: QTextBlockFormat, pixels: int) -> None:
        """Leave room at the side of a block where its lines begin, in pixels."""
        if is_right_to_left(self.language):
            block.setRightMargin(pixels)
        else:
            block.setLeftMargin(pixels)

    def chars(
        self,
        size: float,
        weight: QFont.Weight = REGULAR,
        colour: QColor | None = None,
        *,
        italic: bool = False,
        interface: bool = False,
    ) -> QTextCharFormat:
        """Signs of a size (for a body of 19 px) in the story's face, or in the interface's.

        Scripts that know no italics are left upright: a slanted ideograph is no italic.
        """
        italic = italic and not (is_cjk(self.language) or is_right_to_left(self.language))
        result = QTextCharFormat()
        face = self.look.face.interface if interface else self.look.face.story
        result.setFont(font(face, self.px(size), weight, italic=italic))
        result.setForeground(colour or self.look.theme.ink)
        return result

    def body(self) -> QTextCharFormat:
        """Running text."""
        return self.chars(BASE)

    def muted(self, size: float = 12, weight: QFont.Weight = MEDIUM) -> QTextCharFormat:
        """Words about the story, in the interface's face."""
        return self.chars(size, weight, self.look.theme.muted, interface=True)

    def kicker(self) -> QTextCharFormat:
        """The source above the title."""
        result = self.chars(11, SEMIBOLD, self.look.theme.accent, interface=True)
        result.setFontCapitalization(QFont.Capitalization.AllUppercase)
        result.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
        result.setFontLetterSpacing(104)
        return result

    def heading(self, level: int) -> QTextCharFormat:
        """A heading inside the story."""
        return self.chars(HEADINGS.get(level, BASE), BOLD)

    def code(self) -> QTextCharFormat:
        """Code, in the system's fixed face."""
        result = self.chars(15)
        result.setFontFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
        result.setFontFixedPitch(True)
        return result

    def marked(self, base: QTextCharFormat, marks: Mark, link: str) -> QTextCharFormat:
        """The base format with a span's marks and link."""
        result = QTextCharFormat(base)
        for mark, change in _MARKS:
            if mark in marks:
                change(self, result)
        if link:
            result.setAnchor(True)
            result.setAnchorHref(link)
            result.setFontUnderline(True)
            result.setUnderlineColor(self.look.theme.accent)
        return result


def _strong(_: Formats, chars: QTextCharFormat) -> None:
    chars.setFontWeight(BOLD)


def _emphasis(_: Formats, chars: QTextCharFormat) -> None:
    chars.setFontItalic(not chars.fontItalic())


def _code(formats: Formats, chars: QTextCharFormat) -> None:
    chars.setFontFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
    chars.setFontFixedPitch(True)
    chars.setProperty(QTextFormat.Property.FontPixelSize, round(chars.font().pixelSize() * 0.84))
    chars.setBackground(formats.look.theme.list)


def _subscript(_: Formats, chars: QTextCharFormat) -> None:
    chars.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)


def _superscript(_: Formats, chars: QTextCharFormat) -> None:
    chars.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)


def _struck(_: Formats, chars: QTextCharFormat) -> None:
    chars.setFontStrikeOut(True)


_MARKS = (
    (Mark.STRONG, _strong),
    (Mark.EMPHASIS, _emphasis),
    (Mark.CODE, _code),
    (Mark.SUBSCRIPT, _subscript),
    (Mark.SUPERSCRIPT, _superscript),
    (Mark.STRUCK, _struck),
)
