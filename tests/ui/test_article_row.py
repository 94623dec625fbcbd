"""The row is painted into a picture and looked at where the parts must stand."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from reader.app.article_filter import Line
from reader.app.row_words import row_words, with_copies
from reader.app.rows import Row
from reader.library import Entry, Marks
from reader.ui.article_row import DOT_X, DOT_Y, INDENT, THUMBNAIL, THUMBNAIL_TOP, ArticleRow, Manner
from reader.ui.list_geometry import HEADING_HEIGHT, ROW_HEIGHT
from tests.listed import PICTURE, TODAY, entry, fraction, look, november

WIDTH = 348
DOT = (round(DOT_X), int(DOT_Y))
GROUND = (12, 90)
"""A place within the row's card that nothing else is painted on."""
MIDDLE_OF_PICTURE = (WIDTH - 21 - THUMBNAIL // 2, THUMBNAIL_TOP + 20)
RED = QColor("#ff0000")
NO_MARKS = Marks()
PLAIN = Manner()

Paint = Callable[..., QImage]


def red_square(_: Entry) -> QPixmap:
    pixmap = QPixmap(60, 60)
    pixmap.fill(RED)
    return pixmap


def nothing_yet(_: Entry) -> None:
    return None


@pytest.fixture
def paint(qtbot: QtBot) -> Paint:
    def painted(
        story: Entry, marks: Marks = NO_MARKS, *, manner: Manner = PLAIN, theme: str = "light",
        thumbnail_of: Callable[[Entry], QPixmap | None] = red_square, scale: int = 1,
        copies: int = 0, older: bool = False,
    ) -> QImage:  # fmt: skip
        words = with_copies(row_words(story, TODAY), copies)
        unread = not (marks.read or story.problem or older)
        line = Line(row=Row(1, story), marks=marks, words=words, unread=unread, copies=copies, older=older)
        image = QImage(QSize(WIDTH, ROW_HEIGHT) * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(look(theme).theme.list)
        painter = QPainter(image)
        ArticleRow(look(theme), thumbnail_of).paint(painter, QRect(0, 0, WIDTH, ROW_HEIGHT), line, manner)
        painter.end()
        return image

    return painted


def colour(image: QImage, place: tuple[int, int]) -> str:
    return image.pixelColor(*place).name()


def has_ink(image: QImage, area: QRect, ground: str) -> bool:
    columns, rows = range(area.left(), area.right()), range(area.top(), area.bottom())
    return any(colour(image, (x, y)) != ground for x in columns for y in rows)


FERRY = entry("ferry", "The last ferry", summary="A bridge comes", site="Post", day=november(14), words=1700)
PICTURED = entry("ferry", "The last ferry", thumbnail=PICTURE)


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
def test_an_unread_story_has_a_dot_in_the_accent(paint: Paint, theme: str) -> None:
    colours = look(theme).theme
    assert colour(paint(FERRY, theme=theme), DOT) == colours.accent.name()
    assert colour(paint(FERRY, Marks(read=True), theme=theme), DOT) == colours.list.name()


def test_a_chosen_row_has_a_ground_of_its_own(paint: Paint) -> None:
    theme = look().theme
    assert colour(paint(FERRY), GROUND) == theme.list.name()
    chosen = paint(FERRY, manner=Manner(selected=True))
    assert colour(chosen, GROUND) == theme.chosen.name()
    assert colour(chosen, (3, 50)) == colour(chosen, (100, 1)) == theme.list.name()


def test_the_row_under_the_pointer_is_marked_more_quietly(paint: Paint) -> None:
    theme = look().theme
    found = colour(paint(FERRY, manner=Manner(hovered=True)), GROUND)
    assert found not in (theme.list.name(), theme.chosen.name())


def test_the_row_the_keys_speak_to_has_a_ring(paint: Paint) -> None:
    ring = paint(FERRY, manner=Manner(current=True, selected=True))
    assert colour(ring, (9, 50)) == colour(ring, (WIDTH - 10, 50)) == look().theme.accent.name()
    assert colour(paint(FERRY, manner=Manner(selected=True)), (9, 50)) == look().theme.chosen.name()


def test_the_thumbnail_stands_at_the_right_with_round_corners(paint: Paint) -> None:
    image = paint(PICTURED)
    left, top = WIDTH - 21 - THUMBNAIL, THUMBNAIL_TOP
    assert colour(image, MIDDLE_OF_PICTURE) == RED.name()
    assert colour(image, (left + 1, top + 30)) == colour(image, (left + 30, top + THUMBNAIL - 2)) == RED.name()
    assert colour(image, (left, top)) == look().theme.list.name()


def test_the_thumbnail_fills_its_place_on_a_dense_screen(paint: Paint) -> None:
    def dense(_: Entry) -> QPixmap:
        pixmap = QPixmap(120, 120)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(RED)
        return pixmap

    image = paint(PICTURED, thumbnail_of=dense, scale=2)
    x, y = 2 * (WIDTH - 21 - THUMBNAIL), 2 * THUMBNAIL_TOP
    corners = [(x + 8, y + 8), (x + 112, y + 8), (x + 8, y + 112), (x + 112, y + 112)]
    assert {colour(image, corner) for corner in corners} == {RED.name()}


def test_a_thumbnail_that_is_not_there_yet_leaves_a_plain_ground(paint: Paint) -> None:
    assert colour(paint(PICTURED, thumbnail_of=nothing_yet), MIDDLE_OF_PICTURE) == look().theme.line.name()


def test_text_uses_the_place_of_a_picture_that_is_not_there(paint: Paint) -> None:
    long = "The last ferry to the island leaves at dawn and never once comes back to harbour"
    beside = QRect(WIDTH - 80, 14, 55, 40)
    assert has_ink(paint(entry("a", long)), beside, look().theme.list.name())


def test_how_far_one_read_stands_on_the_picture_or_beside_the_facts(paint: Paint) -> None:
    theme = look().theme
    marks = Marks(read=True, position=fraction(0.5))
    on_picture = paint(PICTURED, marks)
    y = THUMBNAIL_TOP + THUMBNAIL - 7
    assert colour(on_picture, (WIDTH - 21 - 50, y)) == theme.accent.name()
    assert colour(on_picture, (WIDTH - 21 - 10, y)) == theme.line.name()
    beside = paint(FERRY, marks)
    assert colour(beside, (WIDTH - 21 - 50, 63)) == theme.accent.name()
    assert colour(beside, (WIDTH - 21 - 10, 63)) == theme.line.name()


@pytest.mark.parametrize("share", [0.0, 0.005, 1.0])
def test_a_story_hardly_begun_or_finished_has_no_bar(paint: Paint, share: float) -> None:
    image = paint(PICTURED, Marks(position=fraction(share)))
    assert colour(image, (WIDTH - 21 - 54, THUMBNAIL_TOP + THUMBNAIL - 7)) == RED.name()


def test_a_star_leads_the_facts(paint: Paint) -> None:
    star = (35, 63)
    assert colour(paint(FERRY, Marks(starred=True)), star) == look().theme.accent.name()
    assert colour(paint(FERRY), star) != look().theme.accent.name()


def test_an_unreadable_file_has_a_quiet_mark_and_no_dot(paint: Paint) -> None:
    image = paint(entry("a.pdf", problem="a.pdf is a PDF document."))
    accent, muted = look().theme.accent, look().theme.muted
    around = [(x, y) for x in range(10, 28) for y in range(14, 33)]
    assert accent.name() not in {colour(image, place) for place in around}
    assert min(abs(image.pixelColor(*place).lightness() - muted.lightness()) for place in around) < 12


def test_titles_in_arabic_stand_at_the_right(paint: Paint) -> None:
    ground = look().theme.list.name()
    image = paint(entry("a", "המעבורת"), Marks(read=True))
    assert has_ink(image, QRect(WIDTH - 80, 14, 60, 22), ground)
    assert not has_ink(image, QRect(26, 14, 120, 22), ground)


def test_an_older_copy_stands_further_in(paint: Paint) -> None:
    ground = look().theme.list.name()
    before_words = QRect(26, 14, INDENT, 50)
    assert has_ink(paint(FERRY), before_words, ground)
    assert not has_ink(paint(FERRY, older=True), before_words, ground)


def test_a_story_with_copies_says_how_many(paint: Paint) -> None:
    assert paint(FERRY, copies=3) != paint(FERRY)


def test_a_heading_and_a_row_that_is_still_to_come_are_quiet() -> None:
    theme = look().theme
    for line, height in ((Line(heading="Yesterday", inside=12), HEADING_HEIGHT), (Line(), ROW_HEIGHT)):
        image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
        image.fill(theme.list)
        painter = QPainter(image)
        ArticleRow(look(), nothing_yet).paint(painter, QRect(0, 0, WIDTH, height), line, PLAIN)
        painter.end()
        assert has_ink(image, QRect(28, 5, 100, height - 10), theme.list.name())
        assert theme.accent.name() not in {colour(image, (x, y)) for x in range(WIDTH) for y in range(height)}
