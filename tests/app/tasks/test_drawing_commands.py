"""The commands on the drawing: flips, turns, sizes, colours, the clipboard, symmetry and tiling."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from app.document.candidates import Candidate, Recipe
from app.main_window import MainWindow
from app.widgets.drawing.axes_dialog import AxesDialog
from app.widgets.drawing.canvas_dialog import CanvasDialog
from app.widgets.drawing.replace_dialog import ReplaceDialog
from genmodels.media.artwork.layering import change_layer

Drag = Callable[..., None]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def run(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, f"draw.{name}")
    assert action is not None, name
    action.trigger()


def select(window: MainWindow, left: int, top: int, right: int, bottom: int) -> None:
    drawing = window.page.drawing
    mask_HW = np.zeros(drawing.shape, bool)
    mask_HW[top:bottom, left:right] = True
    drawing.begin()
    drawing.cover(mask_HW)
    drawing.commit("select")


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("flip_across", lambda rgba: rgba[:, ::-1]),
        ("flip_down", lambda rgba: rgba[::-1]),
        ("turn_right", lambda rgba: np.rot90(rgba, -1)),
        ("turn_left", np.rot90),
        ("turn_half", lambda rgba: rgba[::-1, ::-1]),
        ("enlarge_3", lambda rgba: rgba.repeat(3, 0).repeat(3, 1)),
        ("reduce_2", lambda rgba: rgba[::2, ::2]),
    ],
)
def test_the_whole_is_reshaped_in_one_step(
    window: MainWindow, name: str, change: Callable[[np.ndarray], np.ndarray]
) -> None:
    drawing = window.page.drawing
    before = drawing.rgba_HWC.copy()
    run(window, name)
    assert np.array_equal(drawing.rgba_HWC, change(before))
    drawing.undo()
    assert np.array_equal(drawing.rgba_HWC, before)
    assert drawing.history.undo_text == ""


def test_only_what_is_selected_is_flipped(qtbot: QtBot, window: MainWindow) -> None:
    drawing = window.page.drawing
    before = drawing.rgba_HWC.copy()
    select(window, 0, 3, 5, 6)
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_H, SHIFT)
    visible = before[3:6, 0:5, 3:] > 0
    flipped = np.where(visible, before[3:6, 0:5], 0)[:, ::-1]
    assert np.array_equal(drawing.rgba_HWC[3:6, 0:5, 3], flipped[..., 3])
    assert np.array_equal(drawing.rgba_HWC[:3], before[:3])
    assert np.array_equal(drawing.rgba_HWC[:, 5:], before[:, 5:])


def test_crop_trim_and_reduce_say_why_they_cannot(window: MainWindow) -> None:
    drawing, bar = window.page.drawing, window.bar
    run(window, "crop")
    assert "Nothing is selected" in bar.text
    select(window, 1, 2, 6, 9)
    before = drawing.rgba_HWC.copy()
    run(window, "crop")
    assert np.array_equal(drawing.rgba_HWC, before[2:9, 1:6])
    run(window, "reduce_2")
    assert "5×7 cannot be divided by 2" in bar.text
    drawing.undo()
    run(window, "trim")
    assert drawing.rgba_HWC[..., 3].any(axis=1)[[0, -1]].all()
    assert drawing.rgba_HWC[..., 3].any(axis=0)[[0, -1]].all()
    drawing.change(replace(drawing.artwork, cels={}), "clear")
    run(window, "trim")
    assert "Nothing is drawn" in bar.text


def test_the_canvas_grows_away_from_its_anchor(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = window.page.drawing
    before = drawing.rgba_HWC.copy()
    monkeypatch.setattr(CanvasDialog, "exec", lambda _: CanvasDialog.DialogCode.Accepted)
    monkeypatch.setattr(CanvasDialog, "sides", lambda _: (13, 15))
    monkeypatch.setattr(CanvasDialog, "anchor", lambda _: (2, 0))
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_C)
    assert drawing.shape == (15, 13)
    assert np.array_equal(drawing.rgba_HWC[:12, 3:], before)


def test_fill_clear_and_a_layer_in_the_way(qtbot: QtBot, window: MainWindow) -> None:
    drawing, canvas = window.page.drawing, window.page.canvas
    select(window, 1, 1, 4, 3)
    qtbot.keyClick(canvas, Qt.Key.Key_F)
    assert (drawing.rgba_HWC[1:3, 1:4] == (0, 0, 0, 255)).all()
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert not drawing.rgba_HWC[1:3, 1:4].any()
    drawing.change(change_layer(drawing.artwork, replace(drawing.drawn_layer, locked=True)), "lock")
    before = drawing.rgba_HWC.copy()
    qtbot.keyClick(canvas, Qt.Key.Key_F)
    assert "locked" in window.bar.text
    assert np.array_equal(drawing.rgba_HWC, before)


def test_replace_colour_keeps_to_the_selection(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing, red, green = window.page.drawing, (220, 40, 50, 255), (0, 200, 0, 255)
    was_red = (drawing.rgba_HWC == red).all(axis=2)
    monkeypatch.setattr(ReplaceDialog, "exec", lambda _: ReplaceDialog.DialogCode.Accepted)
    monkeypatch.setattr(ReplaceDialog, "colours", lambda _: (red, green))
    select(window, 0, 0, 5, 12)
    run(window, "replace_colour")
    is_green = (drawing.rgba_HWC == green).all(axis=2)
    assert np.array_equal(is_green[:, :5], was_red[:, :5])
    assert not is_green[:, 5:].any()
    monkeypatch.setattr(ReplaceDialog, "colours", lambda _: ((1, 2, 3, 255), green))
    run(window, "replace_colour")
    assert "No pixel" in window.bar.text


def test_copy_and_paste_bring_a_layer_to_the_same_place(qtbot: QtBot, window: MainWindow) -> None:
    drawing, canvas = window.page.drawing, window.page.canvas
    before = drawing.rgba_HWC.copy()
    select(window, 2, 3, 6, 8)
    qtbot.keyClick(canvas, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(canvas, Qt.Key.Key_V, CTRL)
    assert len(drawing.artwork.layers) == 2
    assert drawing.drawn_layer.name == "Pasted"
    assert not drawing.mask_HW.any()
    assert np.array_equal(drawing.cel_HWC[3:8, 2:6], before[3:8, 2:6])
    assert not drawing.cel_HWC[8:].any()
    drawing.undo()
    assert len(drawing.artwork.layers) == 1, "one step"


def test_cut_takes_the_pixels_along(qtbot: QtBot, window: MainWindow) -> None:
    drawing, canvas = window.page.drawing, window.page.canvas
    select(window, 2, 3, 6, 8)
    qtbot.keyClick(canvas, Qt.Key.Key_X, CTRL)
    assert not drawing.cel_HWC[3:8, 2:6].any()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (4, 5)


def test_a_picture_of_another_program_comes_in_the_middle(qtbot: QtBot, window: MainWindow) -> None:
    drawing, canvas = window.page.drawing, window.page.canvas
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(0x80FF0000)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(canvas, Qt.Key.Key_V, CTRL)
    assert drawing.cel_HWC[4:8, 3:7].tolist() == [[[255, 0, 0, 128]] * 4] * 4
    assert (drawing.cel_HWC[..., 3] > 0).sum() == 16
    QGuiApplication.clipboard().setText("words")
    qtbot.keyClick(canvas, Qt.Key.Key_V, CTRL)
    assert "no picture" in window.bar.text
    QGuiApplication.clipboard().setImage(image.scaled(40, 40))
    qtbot.keyClick(canvas, Qt.Key.Key_V, CTRL)
    assert "40×40" in window.bar.text


def a_candidate(window: MainWindow) -> Candidate:
    """Return a finished candidate over the whole sprite, of random colours."""
    drawing = window.page.drawing
    mask_HW = np.ones(drawing.shape, bool)
    recipe = Recipe(pack=window.page.panel.picker.pack.folder, temperature=1.0, palette="pack")
    rng = np.random.default_rng(1)
    rgba_HWC = rng.integers(0, 256, (*drawing.shape, 4), np.uint8)
    candidate = Candidate(seed=1, recipe=recipe, mask_HW=mask_HW, rgba_HWC=rgba_HWC)
    candidate.finish(rgba_HWC)
    return candidate


def test_delete_discards_while_a_candidate_is_looked_at(qtbot: QtBot, window: MainWindow) -> None:
    page, strip = window.page, window.page.audition.strip
    before = page.drawing.rgba_HWC.copy()
    strip.add_set([a_candidate(window)])
    strip.look_at(strip.candidates[0])
    qtbot.keyClick(page.canvas, Qt.Key.Key_Delete)
    assert strip.candidates == []
    assert np.array_equal(page.drawing.rgba_HWC, before)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Delete)
    assert not page.drawing.rgba_HWC.any()


def test_symmetry_holds_for_tools_selections_and_results(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    drawing = page.drawing
    run(window, "symmetry_across")
    qtbot.keyClick(page.canvas, Qt.Key.Key_B)
    drag(window, (1, 1))
    assert (drawing.rgba_HWC[1, [1, 8]] == (0, 0, 0, 255)).all()
    qtbot.keyClick(page.canvas, Qt.Key.Key_M)
    drag(window, (0, 5), (2, 7))
    assert np.argwhere(drawing.mask_HW.any(axis=0)).ravel().tolist() == [0, 1, 2, 7, 8, 9]
    page.audition.apply_candidate(a_candidate(window))
    assert np.array_equal(drawing.rgba_HWC, drawing.rgba_HWC[:, ::-1])
    run(window, "symmetry_down")
    assert drawing.symmetry.across
    assert drawing.symmetry.down


def test_an_axis_is_dragged_to_half_a_pixel(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    canvas, drawing = window.page.canvas, window.page.drawing
    run(window, "symmetry_across")
    sprite, zoom = canvas.viewport.sprite_rect(), canvas.viewport.zoom
    start = QPointF(sprite.left() + 5 * zoom, sprite.top() - 10).toPoint()
    end = QPointF(sprite.left() + 3.5 * zoom, sprite.top() - 10).toPoint()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert drawing.symmetry.axis_x == 7
    qtbot.keyClick(canvas, Qt.Key.Key_B)
    drag(window, (1, 1))
    assert (drawing.rgba_HWC[1, [1, 5]] == (0, 0, 0, 255)).all()


def test_axes_can_be_typed(qtbot: QtBot, window: MainWindow) -> None:
    dialog = AxesDialog(window.page.drawing.symmetry, window.page.drawing.shape)
    qtbot.addWidget(dialog)
    dialog._x.setValue(2.5)
    assert dialog.symmetry().axis_x == 5
    assert dialog.symmetry().axis_y is None, "in the middle it stays there"


def test_a_stroke_wraps_round_a_tiled_sprite(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    run(window, "tiled_across")
    page.canvas.zoom_to(8)
    qtbot.keyClick(page.canvas, Qt.Key.Key_B)
    drag(window, (8, 1), (12, 1))
    assert (page.drawing.rgba_HWC[1, [8, 9, 0, 1, 2]] == (0, 0, 0, 255)).all()
    page.canvas.set_grid(False)
    shown = page.canvas.grab().toImage()
    here, beside = (page.canvas.viewport.rect_of((x, 1, x + 1, 2)).center() for x in (9, -1))
    assert shown.pixelColor(here) == shown.pixelColor(beside)


def test_the_grid_of_cells_is_drawn(qtbot: QtBot, window: MainWindow) -> None:
    canvas = window.page.canvas
    canvas.set_grid(False)
    before = canvas.grab().toImage()
    run(window, "cell_grid")
    assert canvas.grab().toImage() != before
