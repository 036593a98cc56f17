"""The timeline on the Draw page: it comes when there is more than one frame, and its commands are single steps."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.document.animation import Animation
from app.main_window import MainWindow
from app.widgets.timeline.duration_dialog import DurationDialog
from app.widgets.timeline.layer_dialog import LayerDialog
from app.widgets.timeline.tag_dialog import TagDialog
from app.widgets.timeline.timeline_panel import TimelinePanel
from genmodels.media.artwork.artwork import Direction

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Drag = Callable[..., None]


def panel_of(window: MainWindow) -> TimelinePanel:
    panel = window.page.animating.panel
    assert panel is not None
    return panel


def frame_keys(window: MainWindow) -> list[int]:
    return [frame.key for frame in window.page.drawing.artwork.frames]


@pytest.fixture
def film(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with four frames, the first seen."""
    for _ in range(3):
        qtbot.keyClick(window.page.canvas, Qt.Key.Key_N, ALT)
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_Home)
    return window


def test_it_comes_with_the_second_frame_and_goes_with_tab(qtbot: QtBot, window: MainWindow) -> None:
    page = window.page
    assert page.animating.panel is None, "a start shows no timeline"
    qtbot.keyClick(page.canvas, Qt.Key.Key_N, ALT)
    assert panel_of(window).isVisible()
    assert not page.audition.strip.isVisible(), "an empty strip makes room"
    qtbot.keyClick(page.canvas, Qt.Key.Key_Tab)
    assert not panel_of(window).isVisible()
    assert page.audition.strip.isVisible()
    qtbot.keyClick(page.canvas, Qt.Key.Key_N, ALT)
    assert not panel_of(window).isVisible(), "a person has hidden it"
    qtbot.keyClick(page.canvas, Qt.Key.Key_Tab)
    assert panel_of(window).isVisible()


def test_frames_by_keys_are_single_steps(qtbot: QtBot, film: MainWindow) -> None:
    drawing, canvas = film.page.drawing, film.page.canvas
    before = frame_keys(film)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    assert drawing.frame == before[1]
    qtbot.keyClick(canvas, Qt.Key.Key_B, ALT)
    assert len(drawing.artwork.frames) == 5
    assert not drawing.rgba_HWC.any()
    qtbot.keyClick(canvas, Qt.Key.Key_C, ALT)
    assert frame_keys(film) == before
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert drawing.frame == before[-1]
    qtbot.keyClick(canvas, Qt.Key.Key_Left, CTRL | SHIFT)
    assert frame_keys(film) == [before[0], before[1], before[3], before[2]]
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Z, CTRL)
    assert frame_keys(film) == before


def test_chosen_frames_are_timed_reversed_moved_and_deleted(
    qtbot: QtBot, film: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, view, frames = film.page.drawing, panel_of(film).view, film.page.animating.frames
    keys = frame_keys(film)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.chosen_frames == keys[:2]

    def answer(dialog: DurationDialog) -> int:
        dialog.field.setValue(250)
        return DurationDialog.DialogCode.Accepted

    monkeypatch.setattr(DurationDialog, "exec", answer)
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert [frame.duration_ms for frame in drawing.artwork.frames] == [250, 250, 100, 100]
    frames.reverse.trigger()
    assert frame_keys(film) == [keys[1], keys[0], keys[2], keys[3]]
    assert set(view.chosen_frames) == set(keys[:2])
    frames.later.trigger()
    assert frame_keys(film) == [keys[2], keys[1], keys[0], keys[3]]
    frames.remove.trigger()
    assert frame_keys(film) == [keys[2], keys[3]]
    view.choose_frames(frame_keys(film))
    frames.remove.trigger()
    assert "has to stay" in film.bar.text


def test_frames_are_dragged_in_the_head(qtbot: QtBot, film: MainWindow) -> None:
    view, keys = panel_of(film).view, frame_keys(film)
    head = view.frames

    def middle(column: int) -> QPoint:
        return QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) // 2, head.height() - 8)

    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle(1))
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, SHIFT, middle(2))
    assert view.chosen_frames == keys[1:3]
    qtbot.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=middle(2))
    qtbot.mouseMove(head.viewport(), middle(3))
    qtbot.mouseMove(head.viewport(), middle(3) + QPoint(10, 0))
    qtbot.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=middle(3) + QPoint(10, 0))
    assert frame_keys(film) == [keys[0], keys[3], keys[1], keys[2]]
    assert view.chosen_frames == keys[1:3]
    film.page.drawing.undo()
    assert frame_keys(film) == keys


def test_layers_by_keys_and_mouse(qtbot: QtBot, film: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing, canvas, view = film.page.drawing, film.page.canvas, panel_of(film).view
    qtbot.keyClick(canvas, Qt.Key.Key_N, SHIFT)
    assert [layer.name for layer in drawing.artwork.layers] == ["Layer 1", "Layer 2"]
    assert drawing.drawn_layer.name == "Layer 2"
    head = view.layers
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 13))
    assert not drawing.drawn_layer.visible
    assert drawing.history.undo_text == "Hide layer"
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(36, 13))
    assert drawing.drawn_layer.locked

    def answer(dialog: LayerDialog) -> int:
        dialog.name.setText("Hat")
        dialog.opacity.setValue(128)
        dialog.visible.setChecked(True)
        return LayerDialog.DialogCode.Accepted

    monkeypatch.setattr(LayerDialog, "exec", answer)
    qtbot.keyClick(canvas, Qt.Key.Key_F2)
    layer = drawing.drawn_layer
    assert (layer.name, layer.opacity, layer.visible, layer.locked) == ("Hat", 128, True, True)
    qtbot.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, 13))
    qtbot.mouseMove(head.viewport(), QPoint(80, 40))
    qtbot.mouseMove(head.viewport(), QPoint(80, 50))
    qtbot.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, 50))
    assert [layer.name for layer in drawing.artwork.layers] == ["Hat", "Layer 1"]
    qtbot.keyClick(canvas, Qt.Key.Key_Up, CTRL)
    assert drawing.drawn_layer.name == "Layer 1"
    film.page.animating.layers.merge.trigger()
    assert [layer.name for layer in drawing.artwork.layers] == ["Hat"]
    film.page.animating.layers.remove.trigger()
    assert "only layer" in film.bar.text


def test_a_layer_is_renamed_in_its_place(qtbot: QtBot, film: MainWindow) -> None:
    view, drawing = panel_of(film).view, film.page.drawing
    for typed, key, name in (("Body", Qt.Key.Key_Escape, "Layer 1"), ("Body", Qt.Key.Key_Return, "Body")):
        qtbot.mouseDClick(view.layers.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, 13))
        editor = view.layers._editor
        assert editor is not None
        editor.setText(typed)
        qtbot.keyClick(editor, key)
        assert drawing.drawn_layer.name == name


def test_cels_are_linked_drawn_on_and_copied(qtbot: QtBot, film: MainWindow, drag: Drag) -> None:
    page, view, keys = film.page, panel_of(film).view, frame_keys(film)
    drawing, layer = page.drawing, page.drawing.layer
    view.choose_cels([(layer, keys[0]), (layer, keys[2])])
    page.animating.cels.link.trigger()
    assert drawing.artwork.cels[layer, keys[0]] is drawing.artwork.cels[layer, keys[2]]
    before = drawing.artwork.cels[layer, keys[1]]
    qtbot.keyClick(page.canvas, Qt.Key.Key_B)
    drag(film, (1, 1), (3, 3))
    assert drawing.artwork.cels[layer, keys[0]] is drawing.artwork.cels[layer, keys[2]], "drawn on together"
    assert drawing.artwork.cels[layer, keys[1]] is before
    page.animating.cels.copy_on.trigger()
    assert drawing.frame == keys[1]
    assert drawing.artwork.cels[layer, keys[1]].same(drawing.artwork.cels[layer, keys[0]])
    page.animating.cels.clear.trigger()
    assert not drawing.rgba_HWC.any()


def test_cels_are_dragged(qtbot: QtBot, film: MainWindow) -> None:
    view, drawing, keys = panel_of(film).view, film.page.drawing, frame_keys(film)
    layer, plane = drawing.layer, drawing.artwork.cels[drawing.layer, keys[0]]
    port = view.viewport()
    start, end = (view.visualRect(view.cels.index(0, column)).center() for column in (0, 3))
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert drawing.artwork.cels[layer, keys[3]] is plane
    assert (layer, keys[0]) not in drawing.artwork.cels
    assert drawing.frame == keys[3]
    drawing.undo()
    assert drawing.artwork.cels[layer, keys[0]] is plane, "one step"


def test_tags_are_put_round_the_chosen_frames(qtbot: QtBot, film: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing, view, tags = film.page.drawing, panel_of(film).view, film.page.animating.tags

    def answer(dialog: TagDialog) -> int:
        dialog.name.setText("walk")
        dialog.direction.setCurrentIndex(2)
        dialog.repeat.setValue(3)
        return TagDialog.DialogCode.Accepted

    monkeypatch.setattr(TagDialog, "exec", answer)
    view.choose_frames(frame_keys(film)[:3])
    tags.new.trigger()
    [tag] = drawing.artwork.tags
    assert (tag.name, tag.first, tag.last) == ("walk", 0, 2)
    assert (tag.direction, tag.repeat) == (Direction.PINGPONG, 3)
    assert view.frames.tag_under(QPoint(5, 5)) == tag
    tags.remove.trigger()
    assert not drawing.artwork.tags
    tags.open(None)
    assert "no tag" in film.bar.text


def test_a_cel_says_what_it_is(film: MainWindow) -> None:
    cels = panel_of(film).view.cels
    spoken = cels.data(cels.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Layer 1, frame 2: drawn"
    assert cels.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole) == "Frame 3, 100 ms"
    film.page.animating.layers.toggle_locked(film.page.drawing.layer)
    assert cels.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole) == "Layer 1, locked"


def test_onion_skin_shows_the_frames_beside(qtbot: QtBot, film: MainWindow, drag: Drag) -> None:
    page = film.page
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right, CTRL)
    page.animating.cels.clear.trigger()
    bare = page.canvas.grab().toImage()
    qtbot.keyClick(page.canvas, Qt.Key.Key_F3)
    assert len(page.canvas._scene.onion) == 2
    assert page.canvas.grab().toImage() != bare
    assert not page.drawing.rgba_HWC.any(), "it is no part of the drawing"
    qtbot.keyClick(page.canvas, Qt.Key.Key_F3)
    assert page.canvas.grab().toImage() == bare


def test_undo_brings_back_rows_and_columns(qtbot: QtBot, film: MainWindow) -> None:
    view, drawing = panel_of(film).view, film.page.drawing
    qtbot.keyClick(film.page.canvas, Qt.Key.Key_N, SHIFT)
    assert (view.cels.rowCount(), view.cels.columnCount()) == (2, 4)
    while drawing.history.undo_text:
        drawing.undo()
    assert (view.cels.rowCount(), view.cels.columnCount()) == (1, 1)
    while drawing.history.redo_text:
        drawing.redo()
    assert (view.cels.rowCount(), view.cels.columnCount()) == (2, 4)
    assert np.array_equal(view.cels.place(view.currentIndex()), (drawing.layer, drawing.frame))


def test_frames_of_other_pages_come_to_the_timeline(qtbot: QtBot, film: MainWindow) -> None:
    page, keys = film.page, frame_keys(film)
    walk = Animation(name="walk", frames=[np.full((4, 4, 4), 255, np.uint8)] * 2, durations_ms=[40, 50])
    film.pages._take_frames(walk, False)
    assert [frame.duration_ms for frame in page.drawing.artwork.frames] == [100, 40, 50, 100, 100, 100]
    assert [tag.name for tag in page.drawing.artwork.tags] == ["walk"]
    assert "walk" in film.bar.text
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, CTRL)
    assert frame_keys(film) == keys, "one step"
    page.drawing.mark_saved(Path("film.png"))
    film.pages._take_frames(walk, True)
    assert page.drawing.shape == (4, 4)
    assert len(page.drawing.artwork.frames) == 2
