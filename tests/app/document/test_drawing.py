"""Steps on a drawing: whatever is done, undo brings back every bit, and redo does it again."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.document.drawing import Drawing, blank, drawing_of
from app.document.raster import Patch, patch_of
from genmodels.media.artwork.flattening import flatten
from genmodels.media.artwork.framing import add_frame, remove_frames
from genmodels.media.artwork.layering import add_layer, change_layer
from genmodels.media.sprite import Sprite

cells = st.tuples(st.integers(-2, 12), st.integers(-2, 12))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("paint"), cells, st.tuples(*[st.integers(0, 255)] * 4)),
        st.tuples(st.just("cover"), cells, st.booleans()),
        st.tuples(st.just("resize"), st.tuples(st.integers(8, 14), st.integers(8, 14)), st.none()),
        st.tuples(st.just("abort"), cells, st.none()),
    ),
    max_size=8,
)


def box(drawing: Drawing, corner: tuple[int, int]) -> Patch:
    where = np.zeros(drawing.shape, bool)
    x, y = corner
    where[max(y, 0) : max(y + 3, 0), max(x, 0) : max(x + 4, 0)] = True
    return patch_of(where)


def do(drawing: Drawing, name: str, corner: tuple[int, int], value: object) -> bool:
    """Do one step; returns whether it became one."""
    match name:
        case "resize":
            changed = corner != (drawing.width, drawing.height)
            drawing.resize(*corner, "resize")
            return changed
        case "paint":
            drawing.begin()
            drawing.paint(box(drawing, corner), value)
            return drawing.commit("paint")
        case "cover":
            drawing.begin()
            drawing.cover(box(drawing, corner).onto(drawing.shape) == value)
            return drawing.commit("cover")
        case _:
            drawing.begin()
            drawing.paint(box(drawing, corner), (1, 2, 3, 4))
            drawing.abort()
            return False


def state(drawing: Drawing) -> tuple[bytes, bytes, tuple[int, int]]:
    return drawing.rgba_HWC.tobytes(), drawing.mask_HW.tobytes(), drawing.shape


@given(steps)
def test_undo_and_redo_are_exact(todo: list[tuple[str, tuple[int, int], object]]) -> None:
    drawing = blank(10, 9)
    states = [state(drawing)]
    for name, corner, value in todo:
        if do(drawing, name, corner, value):
            states.append(state(drawing))
        assert state(drawing) == states[-1]
    for expected in reversed(states[:-1]):
        drawing.undo()
        assert state(drawing) == expected
    drawing.undo()
    assert state(drawing) == states[0], "nothing before the beginning"
    for expected in states[1:]:
        drawing.redo()
        assert state(drawing) == expected


def test_dirty_compares_with_the_file(rgba: np.ndarray) -> None:
    drawing = drawing_of(Sprite(rgba_HWC=rgba))
    do(drawing, "cover", (1, 1), True)
    assert not drawing.dirty, "the mask is not part of the file"
    do(drawing, "paint", (1, 1), (9, 9, 9, 9))
    assert drawing.dirty
    drawing.mark_saved(Path("a.png"))
    assert not drawing.dirty
    drawing.undo()
    assert drawing.dirty, "the file has what was undone"


def test_a_new_step_forgets_what_was_undone() -> None:
    drawing = blank(10, 10)
    do(drawing, "paint", (0, 0), (1, 1, 1, 255))
    drawing.undo()
    do(drawing, "paint", (4, 4), (2, 2, 2, 255))
    assert drawing.history.redo_text == ""


def test_listeners_hear_the_box_that_changed() -> None:
    drawing, boxes = blank(10, 10), []
    drawing.subscribe(boxes.append)
    drawing.begin()
    drawing.paint(box(drawing, (2, 3)), (5, 5, 5, 255))
    assert boxes == [(2, 3, 6, 6)]


def test_the_sprite_it_came_from_is_left_alone(rgba: np.ndarray) -> None:
    sprite = Sprite(rgba_HWC=rgba)
    drawing = drawing_of(sprite)
    do(drawing, "paint", (0, 0), (1, 2, 3, 4))
    assert not np.array_equal(drawing.rgba_HWC, sprite.rgba_HWC)


def fill(drawing: Drawing, colour: tuple[int, int, int, int]) -> None:
    drawing.begin()
    drawing.paint(patch_of(np.ones(drawing.shape, bool)), colour)
    assert drawing.commit("fill")


def select(drawing: Drawing, mask_HW: np.ndarray) -> None:
    drawing.begin()
    drawing.cover(mask_HW)
    assert drawing.commit("select")


def test_tools_keep_to_what_is_selected() -> None:
    drawing = blank(10, 10)
    select(drawing, np.arange(10)[:, None].repeat(10, 1) < 3)
    fill(drawing, (1, 2, 3, 255))
    assert (drawing.rgba_HWC[:3] == (1, 2, 3, 255)).all()
    assert not drawing.rgba_HWC[3:].any()


def test_a_locked_or_hidden_layer_is_left_alone() -> None:
    for flags in ({"locked": True}, {"visible": False}):
        drawing = blank(4, 4)
        layer = replace(drawing.drawn_layer, **flags)
        drawing.change(change_layer(drawing.artwork, layer), "flag")
        drawing.begin()
        drawing.paint(patch_of(np.ones((4, 4), bool)), (1, 1, 1, 255))
        assert not drawing.commit("paint")
        assert not drawing.cel_HWC.any()


def two_layers_two_frames() -> Drawing:
    drawing = blank(6, 5)
    fill(drawing, (10, 20, 30, 255))
    artwork, upper = add_layer(drawing.artwork, "upper")
    drawing.change(artwork, "add", layer=upper)
    artwork, frame = add_frame(drawing.artwork, drawing.frame, copy=True)
    drawing.change(artwork, "frame", frame=frame)
    return drawing


def test_what_is_seen_is_the_artwork_flattened() -> None:
    drawing = two_layers_two_frames()
    do(drawing, "paint", (1, 1), (200, 0, 0, 128))
    assert (drawing.rgba_HWC == flatten(drawing.artwork, drawing.frame)).all()
    assert (drawing.rgba_HWC[1, 1] != (10, 20, 30, 255)).any()
    drawing.go_to(layer=drawing.artwork.layers[0].key)
    do(drawing, "paint", (0, 0), (0, 0, 200, 255))
    assert (drawing.rgba_HWC == flatten(drawing.artwork, drawing.frame)).all(), "the layer above still lies above"
    drawing.go_to(frame=drawing.artwork.frames[0].key)
    assert (drawing.rgba_HWC == (10, 20, 30, 255)).all()


def test_undo_goes_to_the_layer_and_frame_it_changes() -> None:
    drawing = two_layers_two_frames()
    do(drawing, "paint", (0, 0), (9, 9, 9, 255))
    place = drawing.layer, drawing.frame
    drawing.go_to(layer=drawing.artwork.layers[0].key, frame=drawing.artwork.frames[0].key)
    drawing.undo()
    assert (drawing.layer, drawing.frame) == place
    while drawing.history.undo_text:
        drawing.undo()
    assert len(drawing.artwork.layers) == len(drawing.artwork.frames) == 1
    assert not drawing.rgba_HWC.any()
    while drawing.history.redo_text:
        drawing.redo()
    assert (drawing.rgba_HWC[0, 0] == (9, 9, 9, 255)).all()


def test_where_the_seen_frame_goes_the_nearest_is_seen() -> None:
    drawing = two_layers_two_frames()
    followed = []
    drawing.follow(lambda: followed.append(drawing.frame))
    drawing.change(remove_frames(drawing.artwork, [drawing.frame]), "remove")
    assert drawing.frame == drawing.artwork.frames[0].key
    assert followed[-1] == drawing.frame


def test_listeners_hear_what_a_hidden_layer_changes() -> None:
    drawing, boxes = two_layers_two_frames(), []
    do(drawing, "paint", (1, 1), (200, 0, 0, 255))
    drawing.subscribe(boxes.append)
    drawing.change(change_layer(drawing.artwork, replace(drawing.drawn_layer, visible=False)), "hide")
    assert boxes == [(1, 1, 5, 4)]
    assert (drawing.rgba_HWC == (10, 20, 30, 255)).all()
