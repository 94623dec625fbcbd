from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QImage, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QScrollBar
from pytestqt.qtbot import QtBot

from reader.app.image_list import ImageList
from reader.ui.film_strip import FilmStrip
from reader.ui.image_panel import ImagePanel
from reader.ui.missing_picture import MissingPicture
from reader.ui.picture_frame import PictureFrame
from reader.ui.picture_text import PictureText
from tests.ui.pictured import ADDRESS, FIGURES, beside, holds, images, look, show

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def model() -> Iterator[ImageList]:
    with images() as made:
        yield made


@pytest.fixture
def panel(model: ImageList, qtbot: QtBot) -> ImagePanel:
    panel = ImagePanel(model, look())
    qtbot.addWidget(panel)
    panel.resize(344, 868)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def shown(panel: ImagePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def frame(panel: ImagePanel) -> PictureFrame:
    return panel.findChildren(PictureFrame)[0]


def text(panel: ImagePanel) -> PictureText:
    return panel.findChildren(PictureText)[0]


def strip(panel: ImagePanel) -> FilmStrip:
    return panel.findChildren(FilmStrip)[0]


def test_without_a_story_the_panel_is_blank(panel: ImagePanel) -> None:
    assert shown(panel) == []
    assert panel.current == -1


def test_a_story_without_pictures_says_so(panel: ImagePanel, model: ImageList) -> None:
    show(model, ())
    assert shown(panel) == ["Pictures", "I  hide", "This story has no pictures"]


def test_the_first_picture_is_shown_with_its_words(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    assert "1 of 5" in shown(panel)
    assert text(panel).toPlainText() == "The Marigold leaves the slip.\nAnna Brodie"
    assert panel.accessibleName().startswith("Picture 1 of 5. A small ferry. The Marigold")
    qtbot.waitUntil(lambda: holds(frame(panel).grab().toImage(), "red"))
    assert frame(panel).size() == QSize(308, 205)


def test_a_tall_picture_takes_little_more_than_half_the_height(
    panel: ImagePanel, model: ImageList, qtbot: QtBot
) -> None:
    show(model)
    panel.set_current(1)
    qtbot.waitUntil(lambda: frame(panel).height() > 400)
    assert frame(panel).height() <= 0.55 * panel.height() + 1
    assert frame(panel).width() * 3 == pytest.approx(frame(panel).height(), abs=3)


def test_following_the_text_says_nothing(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    with qtbot.assertNotEmitted(panel.chosen):
        panel.set_current(2)
        panel.set_current(99)
    assert panel.current == 2


def test_a_chosen_picture_is_told(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.mouseClick(strip(panel).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 30))
    assert chosen.args == [1]
    assert panel.current == 1


def test_a_picture_that_was_not_saved_says_where_it_was(panel: ImagePanel, model: ImageList) -> None:
    show(model)
    panel.set_current(2)
    address = next(label for label in panel.findChildren(QLabel) if label.toolTip())
    assert "Not saved with the story" in shown(panel)
    assert address.toolTip() == ADDRESS
    assert address.text().startswith("post.example\n")
    assert "…" in address.text()
    assert not frame(panel).isVisible()
    assert text(panel).toPlainText() == "A model\nPlanning Office"


def test_a_shortened_address_is_copied_whole(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    panel.set_current(2)
    address = next(label for label in panel.findChildren(QLabel) if label.toolTip())
    address.setSelection(0, 4)
    QTest.keySequence(address, QKeySequence.StandardKey.Copy)
    assert QApplication.clipboard().text() == ADDRESS


@pytest.mark.parametrize(("row", "words"), [(3, "damaged"), (4, "not there any more")])
def test_a_picture_that_cannot_be_shown_says_why(
    panel: ImagePanel, model: ImageList, qtbot: QtBot, row: int, words: str
) -> None:
    show(model)
    panel.set_current(row)
    qtbot.waitUntil(lambda: any(words in label for label in shown(panel)))
    assert panel.findChildren(MissingPicture)[0].isVisible()


def test_arrows_choose_and_enter_opens(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    told: list[tuple[str, int]] = []
    panel.chosen.connect(lambda row: told.append(("chosen", row)))
    panel.viewer_wanted.connect(lambda row: told.append(("viewer", row)))
    panel.zoom_wanted.connect(lambda row: told.append(("zoom", row)))
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Return):
        QTest.keyClick(panel, key)
    QTest.keyClicks(panel, "+0")
    assert told == [("chosen", 1), ("chosen", 2), ("chosen", 1), ("viewer", 1), ("zoom", 1), ("viewer", 1)]


def test_arrows_are_mirrored_where_one_reads_from_the_right(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(model)
    QTest.keyClick(panel, Key.Key_Left)
    assert panel.current == 1


def test_a_click_on_the_picture_opens_it(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    qtbot.waitUntil(lambda: model.at_hand(0) is not None)
    with qtbot.waitSignal(panel.viewer_wanted) as wanted:
        QTest.mouseClick(frame(panel), Qt.MouseButton.LeftButton)
    assert wanted.args == [0]


def test_the_panels_keys_go_before_the_windows_single_keys(model: ImageList, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = ImagePanel(model, look(), window)
    window.setCentralWidget(panel)
    taken: list[str] = []
    for keys in ("Return", "+", "0", "Left", "S"):
        action = QAction(keys, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False, keys=keys: taken.append(keys))
        window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    show(model)
    panel.setFocus()
    for key in (Key.Key_Return, Key.Key_Plus, Key.Key_0, Key.Key_Left, Key.Key_S):
        QTest.keyClick(panel, key)
    assert taken == ["S"]
    model.clear()
    QTest.keyClick(panel, Key.Key_Return)
    assert taken == ["S", "Return"]


def test_the_focus_is_seen(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.setFocus()
    left_of_picture = frame(panel).mapTo(panel, QPoint(-4, 60))
    assert panel.grab().toImage().pixelColor(left_of_picture).name() == "#ff0000"
    panel.clearFocus()
    assert panel.grab().toImage().pixelColor(left_of_picture).name() == "#ffffff"


def test_a_long_caption_scrolls_and_the_film_strip_stays(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model, (beside("slip.png", caption="a word or two more " * 150), *FIGURES[1:]))
    bar: QScrollBar = text(panel).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    assert strip(panel).geometry().bottom() < panel.height() - 30
    assert bar.value() == 0
    QTest.keyClick(panel, Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize("size", [QSize(260, 868), QSize(600, 868), QSize(344, 420), QSize(220, 200)])
def test_nothing_overlaps_at_any_size(panel: ImagePanel, model: ImageList, qtbot: QtBot, size: QSize) -> None:
    show(model)
    qtbot.waitUntil(lambda: model.at_hand(0) is not None)
    panel.resize(size)
    assert frame(panel).width() <= size.width() - 36
    assert frame(panel).height() > 20
    assert text(panel).mapTo(panel, QPoint(0, 0)).y() >= frame(panel).mapTo(panel, QPoint(0, frame(panel).height())).y()
    assert strip(panel).y() >= text(panel).mapTo(panel, QPoint(0, text(panel).height())).y()


def test_another_story_begins_at_its_first_picture(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    panel.set_current(3)
    model.show_story("other", FIGURES[:1], lambda _image: None)
    assert panel.current == 0
    qtbot.waitUntil(lambda: not strip(panel).isVisible())


def test_the_menu_offers_what_can_be_done(panel: ImagePanel, model: ImageList, qtbot: QtBot) -> None:
    show(model)
    panel.set_current(2)
    strip(panel).menu_wanted.emit(2, QPoint(10, 10))
    actions = {action.text(): action for action in panel.findChildren(QMenu)[-1].actions() if action.text()}
    assert [words for words, action in actions.items() if action.isEnabled()] == ["Copy Credit", "Copy Address"]
    actions["Copy Address"].trigger()
    assert QApplication.clipboard().text() == ADDRESS


def test_a_picture_is_copied_in_full_size_and_saving_is_asked_for(
    panel: ImagePanel, model: ImageList, qtbot: QtBot
) -> None:
    show(model)
    strip(panel).menu_wanted.emit(0, QPoint(10, 10))
    actions = {action.text(): action for action in panel.findChildren(QMenu)[-1].actions()}
    with qtbot.waitSignal(panel.save_wanted):
        actions["Save Picture As…"].trigger()
    QApplication.clipboard().clear()
    actions["Copy Picture"].trigger()
    qtbot.waitUntil(lambda: not QApplication.clipboard().image().isNull())
    copied: QImage = QApplication.clipboard().image()
    assert copied.size() == QSize(1200, 800)


def test_the_key_that_hides_is_named_as_it_is(panel: ImagePanel, model: ImageList) -> None:
    show(model)
    panel.set_hide_key("Ctrl+I")
    assert any(words.endswith("Ctrl+I  hide") for words in shown(panel))
    panel.set_hide_key("")
    assert not any("hide" in words for words in shown(panel))


def test_keys_of_the_caption_reach_the_panel(panel: ImagePanel, model: ImageList) -> None:
    show(model)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(text(panel), event)
    assert panel.current == 1


def test_another_look_is_taken_over(panel: ImagePanel, model: ImageList) -> None:
    show(model)
    panel.set_look(look(dark=True))
    assert panel.grab().toImage().pixelColor(2, 2).name() == "#1b1c1f"
