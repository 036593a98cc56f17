"""The drawing tools in a person's hands: shapes, straight lines, moves, quick tools."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from genmodels.media.artwork.layering import change_layer

Drag = Callable[..., None]
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
BLACK, WHITE = (0, 0, 0, 255), (255, 255, 255, 255)


@pytest.fixture
def blank(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window on an empty sprite of the same size."""
    drawing = window.page.drawing
    drawing.change(replace(drawing.artwork, cels={}), "clear")
    return window


def move(window: MainWindow, cell: tuple[int, int], held: Qt.KeyboardModifier = NONE) -> None:
    """Move the pointer to the cell with the left button down and these keys held."""
    canvas = window.page.canvas
    point = QPointF(canvas.viewport.rect_of((cell[0], cell[1], cell[0] + 1, cell[1] + 1)).center())
    canvas.mouseMoveEvent(
        QMouseEvent(QEvent.Type.MouseMove, point, canvas.mapToGlobal(point), LEFT, LEFT, held)
    )  # fmt: skip


def press(qtbot: QtBot, window: MainWindow, cell: tuple[int, int], held: Qt.KeyboardModifier = NONE) -> None:
    canvas = window.page.canvas
    qtbot.mousePress(canvas, LEFT, held, canvas.viewport.rect_of((*cell, cell[0] + 1, cell[1] + 1)).center())


def release(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseRelease(window.page.canvas, LEFT)


def drawn(window: MainWindow) -> set[tuple[int, int]]:
    """Return the cells that are opaque."""
    return {(x, y) for y, x in np.argwhere(window.page.drawing.rgba_HWC[..., 3] == 255).tolist()}


def use(qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(window.page.canvas, key, held)


def choose(window: MainWindow, **choices: object) -> None:
    ink = window.page._ink
    ink.choose(replace(ink.choices, **choices))


def test_a_line_follows_the_pointer_and_is_one_step(qtbot: QtBot, blank: MainWindow) -> None:
    use(qtbot, blank, Qt.Key.Key_L)
    press(qtbot, blank, (1, 1))
    move(blank, (5, 8))
    assert (5, 8) in drawn(blank)
    move(blank, (4, 1))
    assert drawn(blank) == {(x, 1) for x in range(1, 5)}, "what was shown before is taken back"
    release(qtbot, blank)
    assert blank.page.drawing.history.undo_text == "Line"
    blank.page.drawing.undo()
    assert drawn(blank) == set()


def test_shift_makes_a_shape_regular_while_it_is_drawn(qtbot: QtBot, blank: MainWindow) -> None:
    use(qtbot, blank, Qt.Key.Key_U)
    press(qtbot, blank, (1, 1))
    move(blank, (4, 2))
    flat = drawn(blank)
    qtbot.keyPress(blank.page.canvas, Qt.Key.Key_Shift)
    assert {x for x, _ in drawn(blank)} == {y for _, y in drawn(blank)} == {1, 2, 3, 4}
    qtbot.keyRelease(blank.page.canvas, Qt.Key.Key_Shift, SHIFT)
    assert drawn(blank) == flat
    move(blank, (3, 4), SHIFT)
    assert {x for x, _ in drawn(blank)} == {1, 2, 3, 4}
    release(qtbot, blank)


def test_shapes_are_outlined_or_filled(qtbot: QtBot, blank: MainWindow, drag: Drag) -> None:
    use(qtbot, blank, Qt.Key.Key_U, SHIFT)
    drag(blank, (1, 1), (5, 5))
    assert (3, 1) in drawn(blank)
    assert (3, 3) not in drawn(blank)
    blank.page.drawing.undo()
    choose(blank, filled=True)
    drag(blank, (1, 1), (5, 5), button=RIGHT)
    assert (blank.page.drawing.rgba_HWC[3, 3] == WHITE).all(), "the right button draws with the second colour"
    assert (1, 1) not in drawn(blank)


def test_a_pixel_perfect_stroke_has_no_corners(qtbot: QtBot, blank: MainWindow, drag: Drag) -> None:
    use(qtbot, blank, Qt.Key.Key_B)
    stairs = [(1, 1), (2, 1), (2, 2), (3, 2), (3, 3)]
    drag(blank, *stairs)
    assert drawn(blank) == set(stairs)
    blank.page.drawing.undo()
    choose(blank, pixel_perfect=True)
    drag(blank, *stairs)
    assert drawn(blank) == {(1, 1), (2, 2), (3, 3)}
    drag(blank, (5, 3), (5, 5), (6, 6), (7, 5), (6, 4), (5, 4), (5, 5))
    assert (5, 4) in drawn(blank), "a corner that the stroke has drawn elsewhere on its way stays"


def test_shift_draws_a_straight_line_from_the_last_stroke(qtbot: QtBot, blank: MainWindow, drag: Drag) -> None:
    use(qtbot, blank, Qt.Key.Key_B)
    drag(blank, (1, 1), held=SHIFT)
    assert drawn(blank) == {(1, 1)}, "nothing to come from yet"
    drag(blank, (1, 6), held=SHIFT)
    assert drawn(blank) == {(1, y) for y in range(1, 7)}


def test_bucket_keeps_to_what_is_connected_and_to_the_selection(qtbot: QtBot, blank: MainWindow, drag: Drag) -> None:
    use(qtbot, blank, Qt.Key.Key_L)
    drag(blank, (3, 0), (3, 11))
    use(qtbot, blank, Qt.Key.Key_G)
    drag(blank, (0, 0))
    assert {x for x, _ in drawn(blank)} == {0, 1, 2, 3}
    blank.page.drawing.undo()
    choose(blank, contiguous=False)
    drag(blank, (0, 0))
    assert len(drawn(blank)) == 120
    blank.page.drawing.undo()
    use(qtbot, blank, Qt.Key.Key_M)
    drag(blank, (5, 5), (7, 6))
    use(qtbot, blank, Qt.Key.Key_G)
    drag(blank, (5, 5))
    assert len(drawn(blank)) == 12 + 6


def test_move_carries_what_is_selected_and_its_selection(qtbot: QtBot, blank: MainWindow, drag: Drag) -> None:
    use(qtbot, blank, Qt.Key.Key_L)
    drag(blank, (1, 1), (4, 1))
    use(qtbot, blank, Qt.Key.Key_M)
    drag(blank, (1, 1), (2, 3))
    use(qtbot, blank, Qt.Key.Key_V)
    drag(blank, (1, 1), (3, 4))
    assert drawn(blank) == {(3, 1), (4, 1), (3, 4), (4, 4)}
    assert np.argwhere(blank.page.drawing.mask_HW).min(axis=0).tolist() == [4, 3]
    blank.page.drawing.undo()
    assert drawn(blank) == {(x, 1) for x in range(1, 5)}


def test_nudged_pixels_take_nothing_along_on_their_way(qtbot: QtBot, blank: MainWindow, drag: Drag) -> None:
    use(qtbot, blank, Qt.Key.Key_B)
    drag(blank, (1, 1))
    drag(blank, (3, 1))
    use(qtbot, blank, Qt.Key.Key_M)
    drag(blank, (1, 1))
    use(qtbot, blank, Qt.Key.Key_V)
    qtbot.keyClick(blank.page.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(blank.page.canvas, Qt.Key.Key_Right)
    assert drawn(blank) == {(3, 1)}
    qtbot.keyClick(blank.page.canvas, Qt.Key.Key_Down)
    assert drawn(blank) == {(3, 1), (3, 2)}, "what was covered for a while is there again"
    blank.page.drawing.undo()
    blank.page.drawing.undo()
    blank.page.drawing.undo()
    assert drawn(blank) == {(1, 1), (3, 1)}
    qtbot.keyClick(blank.page.canvas, Qt.Key.Key_Down)
    assert drawn(blank) == {(1, 2), (3, 1)}


def test_without_a_selection_the_layer_moves_and_comes_back_whole(qtbot: QtBot, blank: MainWindow, drag: Drag) -> None:
    use(qtbot, blank, Qt.Key.Key_B)
    drag(blank, (0, 4))
    use(qtbot, blank, Qt.Key.Key_V)
    qtbot.keyClick(blank.page.canvas, Qt.Key.Key_Left)
    assert drawn(blank) == set()
    qtbot.keyClick(blank.page.canvas, Qt.Key.Key_Right)
    assert drawn(blank) == {(0, 4)}
    assert not blank.page.drawing.mask_HW.any()


def test_held_keys_call_other_tools(qtbot: QtBot, blank: MainWindow, drag: Drag) -> None:
    use(qtbot, blank, Qt.Key.Key_B)
    drag(blank, (2, 2))
    use(qtbot, blank, Qt.Key.Key_X)
    drag(blank, (2, 2), held=ALT)
    assert blank.page._ink.foreground == BLACK, "Alt picks"
    drag(blank, (2, 2), (5, 5), held=CTRL)
    assert drawn(blank) == {(5, 5)}, "Ctrl moves"
    use(qtbot, blank, Qt.Key.Key_Z)
    zoom = blank.page.canvas.viewport.zoom
    drag(blank, (5, 5))
    nearer = blank.page.canvas.viewport.zoom
    assert nearer > zoom
    drag(blank, (5, 5), button=RIGHT)
    assert blank.page.canvas.viewport.zoom < nearer


@pytest.mark.parametrize(
    ("flags", "word", "offer"), [({"locked": True}, "locked", "Unlock"), ({"visible": False}, "hidden", "Show")]
)
def test_a_layer_in_the_way_is_told_of(
    qtbot: QtBot, blank: MainWindow, drag: Drag, flags: dict[str, bool], word: str, offer: str
) -> None:
    drawing = blank.page.drawing
    drawing.change(change_layer(drawing.artwork, replace(drawing.drawn_layer, **flags)), "flag")
    use(qtbot, blank, Qt.Key.Key_B)
    drag(blank, (2, 2))
    assert word in blank.bar.text
    assert "Layer 1" in blank.bar.text
    assert offer in blank.bar.offer_button.text()
    blank.bar.offer_button.click()
    drag(blank, (2, 2))
    assert drawn(blank) == {(2, 2)}
    drawing.undo()
    drawing.undo()
    assert drawing.obstacle is not None, "what was offered is a step"


def test_choices_are_remembered(blank: MainWindow) -> None:
    choose(blank, filled=True, tolerance=9, brush=5)
    assert blank.page._settings.tools == blank.page._ink.choices
