from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from reader.app.image_list import ImageList
from reader.ui.image_viewer import ImageViewer
from reader.ui.missing_picture import MissingPicture
from reader.ui.picture_canvas import PictureCanvas
from reader.ui.viewer_button import ViewerButton
from tests.ui.pictured import holds, images, look, show

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def model() -> Iterator[ImageList]:
    with images() as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 600)
    line = QLineEdit()
    window.setCentralWidget(line)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    return window


@pytest.fixture
def viewer(model: ImageList, window: QMainWindow) -> ImageViewer:
    viewer = ImageViewer(model, look(), window)
    show(model)
    return viewer


def canvas(viewer: ImageViewer) -> PictureCanvas:
    return viewer.findChildren(PictureCanvas)[0]


def opened(viewer: ImageViewer, qtbot: QtBot, row: int = 0) -> PictureCanvas:
    viewer.show_picture(row)
    qtbot.waitUntil(lambda: canvas(viewer).scale > 0)
    return canvas(viewer)


def test_it_covers_the_window_and_gives_the_focus_back(viewer: ImageViewer, window: QMainWindow, qtbot: QtBot) -> None:
    assert viewer.isHidden()
    opened(viewer, qtbot)
    assert viewer.geometry() == window.rect()
    window.resize(700, 500)
    assert viewer.geometry() == window.rect()
    assert QApplication.focusWidget() is viewer
    with qtbot.waitSignal(viewer.closed):
        QTest.keyClick(viewer, Key.Key_Escape)
    assert viewer.isHidden()
    assert QApplication.focusWidget() is window.centralWidget()


def test_z_closes_as_it_opened(viewer: ImageViewer, qtbot: QtBot) -> None:
    opened(viewer, qtbot)
    QTest.keyClick(viewer, Key.Key_Z)
    assert viewer.isHidden()


def test_the_picture_is_fitted_with_as_many_pixels_as_are_shown(viewer: ImageViewer, qtbot: QtBot) -> None:
    shown = opened(viewer, qtbot)
    assert shown.is_fitted
    assert shown.scale == pytest.approx(min(shown.width() / 1200, shown.height() / 800))
    qtbot.waitUntil(lambda: holds(viewer.grab().toImage(), "yellow"))


def test_plus_minus_and_nought_zoom(viewer: ImageViewer, qtbot: QtBot) -> None:
    shown = opened(viewer, qtbot)
    whole = shown.scale
    QTest.keyClicks(viewer, "++-")
    assert shown.scale == pytest.approx(whole * 1.25)
    QTest.keyClicks(viewer, "0")
    assert shown.is_fitted


def test_a_zoomed_picture_gets_its_own_pixels(viewer: ImageViewer, model: ImageList, qtbot: QtBot) -> None:
    shown = opened(viewer, qtbot)
    QTest.keyClick(viewer, Key.Key_Return)
    assert shown.scale == 1
    qtbot.waitUntil(lambda: (found := model.at_hand(0)) is not None and found.image.width() == 1200)


def test_the_wheel_zooms_about_the_mouse(viewer: ImageViewer, qtbot: QtBot) -> None:
    shown = opened(viewer, qtbot)
    whole = shown.scale
    place = QPointF(300, 200)
    no, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(place, place, QPoint(), QPoint(0, 240), no, none, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(shown, turn)
    assert shown.scale == pytest.approx(whole * 1.25**2)


def test_arrows_move_a_zoomed_picture_and_else_go_on(viewer: ImageViewer, qtbot: QtBot) -> None:
    shown = opened(viewer, qtbot)
    QTest.keyClicks(viewer, "+++++")
    before = shown.grab().toImage()
    with qtbot.assertNotEmitted(viewer.chosen):
        for _ in range(9):
            QTest.keyClick(viewer, Key.Key_Left)
    assert shown.grab().toImage() != before
    QTest.keyClicks(viewer, "0")
    with qtbot.waitSignal(viewer.chosen) as chosen:
        QTest.keyClick(viewer, Key.Key_Right)
    assert chosen.args == [1]


def test_a_zoomed_picture_is_dragged(viewer: ImageViewer, qtbot: QtBot) -> None:
    shown = opened(viewer, qtbot)
    QTest.keyClicks(viewer, "++++++")
    before = shown.grab().toImage()
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    QTest.mouseMove(shown, QPoint(400, 260))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=QPoint(400, 260))
    assert shown.grab().toImage() != before


def test_brackets_go_on_though_zoomed(viewer: ImageViewer, qtbot: QtBot) -> None:
    opened(viewer, qtbot)
    QTest.keyClicks(viewer, "++]")
    assert "2 of 5" in [label.text() for label in viewer.findChildren(QLabel)]
    qtbot.waitUntil(lambda: canvas(viewer).scale > 0)
    assert canvas(viewer).is_fitted


def test_it_opens_one_step_larger_when_asked(viewer: ImageViewer, qtbot: QtBot) -> None:
    viewer.show_zoomed(0)
    qtbot.waitUntil(lambda: canvas(viewer).scale > 0 and not canvas(viewer).is_fitted)


def test_a_picture_that_was_not_saved_has_its_frame(viewer: ImageViewer) -> None:
    viewer.show_picture(2)
    assert viewer.findChildren(MissingPicture)[0].isVisible()
    assert not canvas(viewer).isVisible()


def test_a_damaged_picture_says_so(viewer: ImageViewer, qtbot: QtBot) -> None:
    viewer.show_picture(3)
    qtbot.waitUntil(viewer.findChildren(MissingPicture)[0].isVisible)


def test_no_key_reaches_the_window_below(viewer: ImageViewer, window: QMainWindow, qtbot: QtBot) -> None:
    taken: list[str] = []
    for keys in ("J", "Space", "F6", "Ctrl+F", "Esc", "Ctrl+Q"):
        action = QAction(keys, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False, keys=keys: taken.append(keys))
        window.addAction(action)
    opened(viewer, qtbot)
    for key in (Key.Key_J, Key.Key_Space, Key.Key_F6):
        QTest.keyClick(viewer, key)
    QTest.keyClick(viewer, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(viewer, Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["Ctrl+Q"]
    assert viewer.isVisible()


def test_tab_goes_round_among_the_buttons(viewer: ImageViewer, qtbot: QtBot) -> None:
    opened(viewer, qtbot)
    reached = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or viewer, Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        reached.append(here.accessibleName())
    assert reached[:5] == ["Next picture", "Smaller", "Whole picture", "Larger", "Close"]
    assert reached[5].startswith("Picture 1 of 5")


def test_enter_presses_the_button_that_has_the_focus(viewer: ImageViewer, qtbot: QtBot) -> None:
    opened(viewer, qtbot)
    close = next(button for button in viewer.findChildren(ViewerButton) if button.accessibleName() == "Close")
    QTest.keyClick(close, Key.Key_Return)
    assert viewer.isHidden()


def test_another_story_closes_it(viewer: ImageViewer, model: ImageList, qtbot: QtBot) -> None:
    opened(viewer, qtbot)
    model.clear()
    assert viewer.isHidden()


def test_the_focus_is_not_given_to_what_is_gone(viewer: ImageViewer, window: QMainWindow, qtbot: QtBot) -> None:
    opened(viewer, qtbot)
    window.setCentralWidget(QLineEdit())
    qtbot.wait(1)
    QTest.keyClick(viewer, Key.Key_Escape)
    assert viewer.isHidden()
