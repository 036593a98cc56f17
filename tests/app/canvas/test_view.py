"""The canvas under pointer, wheel and keys."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from app.canvas.viewport import Viewport
from app.main_window import MainWindow

Drag = Callable[..., None]
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.MouseButton.RightButton


def wheel(window: MainWindow, point: QPointF, turn: int) -> None:
    canvas = window.page.canvas
    canvas.wheelEvent(
        QWheelEvent(
            point, canvas.mapToGlobal(point), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )
    )  # fmt: skip


def test_rectangle_replaces_adds_and_takes_away(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_M)
    drag(window, (0, 0), (3, 3))
    drag(window, (1, 1), (2, 2))
    assert window.page.drawing.mask_HW.sum() == 4, "a plain rectangle replaces"
    drag(window, (5, 5), (6, 6), held=SHIFT)
    assert window.page.drawing.mask_HW.sum() == 8
    drag(window, (1, 1), (1, 2), held=ALT | SHIFT)
    assert window.page.drawing.mask_HW.sum() == 6
    drag(window, (2, 1), (2, 2), button=RIGHT)
    assert window.page.drawing.mask_HW.sum() == 4
    drag(window, (0, 0), (5, 9), held=SHIFT | CTRL)
    assert window.page.drawing.mask_HW.sum() == 2, "both keep what lies in both"


def test_lasso_selects_its_inside(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_Q)
    drag(window, (2, 2), (6, 2), (6, 6), (2, 6), (2, 2))
    assert window.page.drawing.mask_HW[2:7, 2:7].all()
    assert window.page.drawing.mask_HW.sum() == 25


def test_selection_brush_adds_and_erases_at_its_size(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    canvas, drawing = window.page.canvas, window.page.drawing
    qtbot.keyClick(canvas, Qt.Key.Key_K)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_BracketLeft)
    drag(window, (1, 1), (4, 1))
    assert drawing.mask_HW.sum() == 4
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    drag(window, (1, 5))
    assert drawing.mask_HW.sum() == 8
    drag(window, (1, 1), button=RIGHT)
    assert drawing.mask_HW.sum() == 6


def test_whole_selection_commands(qtbot: QtBot, window: MainWindow) -> None:
    canvas, drawing = window.page.canvas, window.page.drawing
    held = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(canvas, Qt.Key.Key_A, held)
    assert drawing.mask_HW.all()
    qtbot.keyClick(canvas, Qt.Key.Key_I, held | SHIFT)
    assert not drawing.mask_HW.any()
    qtbot.keyClick(canvas, Qt.Key.Key_Z, held)
    assert drawing.mask_HW.all(), "the selection is undone as well"
    qtbot.keyClick(canvas, Qt.Key.Key_D, held)
    assert not drawing.mask_HW.any()


def test_drawing_tools(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    canvas, drawing = window.page.canvas, window.page.drawing
    qtbot.keyClick(canvas, Qt.Key.Key_I)
    red = tuple(drawing.rgba_HWC[6, 2].tolist())
    drag(window, (2, 6))
    qtbot.keyClick(canvas, Qt.Key.Key_B)
    drag(window, (0, 0), (4, 0))
    assert (drawing.rgba_HWC[0, :5] == red).all()
    qtbot.keyClick(canvas, Qt.Key.Key_X)
    drag(window, (0, 1))
    assert drawing.rgba_HWC[1, 0].tolist() == [255, 255, 255, 255]
    qtbot.keyClick(canvas, Qt.Key.Key_E)
    drag(window, (0, 0), (1, 0))
    assert (drawing.rgba_HWC[0, :2] == 0).all()
    qtbot.keyClick(canvas, Qt.Key.Key_G)
    drag(window, (3, 0), button=RIGHT)
    assert (drawing.rgba_HWC[0, 2:5] == red).all(), "the second hand holds red after the swap"
    before = drawing.rgba_HWC.copy()
    qtbot.keyClick(canvas, Qt.Key.Key_B)
    drag(window, (2, 6), held=ALT)
    assert np.array_equal(drawing.rgba_HWC, before), "Alt picks"


def test_escape_takes_a_stroke_back(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    canvas, drawing = window.page.canvas, window.page.drawing
    before = drawing.rgba_HWC.copy()
    qtbot.keyClick(canvas, Qt.Key.Key_B)
    point = canvas.viewport.rect_of((1, 1, 2, 2)).center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=point)
    assert not np.array_equal(drawing.rgba_HWC, before)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=point)
    assert np.array_equal(drawing.rgba_HWC, before)
    assert drawing.history.undo_text == ""


def test_wheel_zooms_round_the_pointer(window: MainWindow) -> None:
    canvas = window.page.canvas
    point = QPointF(canvas.viewport.rect_of((3, 4, 4, 5)).center())
    zoom = canvas.viewport.zoom
    wheel(window, point, 120)
    assert canvas.viewport.zoom > zoom
    assert canvas.viewport.cell_at(point) == (3, 4)
    wheel(window, point, -240)
    assert canvas.viewport.zoom < zoom


@pytest.mark.parametrize(("key", "zoom"), [("1", 1), ("2", 2), ("4", 8), ("6", 32)])
def test_number_keys_zoom(qtbot: QtBot, window: MainWindow, key: str, zoom: int) -> None:
    qtbot.keyClick(window.page.canvas, key)
    assert window.page.canvas.viewport.zoom == zoom


def test_fit_and_pan(qtbot: QtBot, window: MainWindow) -> None:
    canvas = window.page.canvas
    fitted = canvas.viewport.sprite_rect()
    assert canvas.rect().contains(fitted)
    origin = QPoint(canvas.viewport.origin)
    qtbot.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(130, 90))
    qtbot.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(130, 90))
    assert canvas.viewport.origin - origin == QPoint(30, -10)
    qtbot.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert canvas.viewport.sprite_rect() == fitted
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(90, 100))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 100))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.viewport.origin - fitted.topLeft() == QPoint(-10, 0)
    assert not window.page.drawing.mask_HW.any(), "the hand paints nothing"


def test_what_is_painted_is_what_the_pixels_say(window: MainWindow) -> None:
    canvas, drawing = window.page.canvas, window.page.drawing
    canvas.set_grid(False)
    shown = canvas.grab().toImage()
    for x, y in ((4, 2), (2, 6)):
        middle = canvas.viewport.rect_of((x, y, x + 1, y + 1)).center()
        assert list(shown.pixelColor(middle).getRgb()) == drawing.rgba_HWC[y, x].tolist()


def test_selected_pixels_look_different(qtbot: QtBot, window: MainWindow) -> None:
    canvas = window.page.canvas
    before = canvas.grab().toImage()
    qtbot.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    after = canvas.grab().toImage()
    middle = canvas.viewport.rect_of((2, 6, 3, 7)).center()
    assert before.pixelColor(middle) != after.pixelColor(middle)


def test_viewport_never_loses_the_sprite(window: MainWindow) -> None:
    viewport, widget = Viewport(), window.page.canvas.size()
    viewport.sprite = widget
    viewport.origin = QPoint(100_000, -100_000)
    viewport.keep_reachable(widget)
    assert viewport.sprite_rect().intersects(window.page.canvas.rect())


def test_canvas_tells_where_its_cursor_is(qtbot: QtBot, window: MainWindow) -> None:
    canvas = window.page.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Left, SHIFT)
    assert canvas.accessibleDescription() == "Column 1, row 7"
    assert canvas.accessibleName()
