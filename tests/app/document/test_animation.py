"""Frames of other pages land behind the frame seen, or become a drawing, in one step."""

from dataclasses import replace

import numpy as np

from app.document.animation import Animation, drawing_of_animation, insert
from app.document.drawing import blank
from genmodels.media.artwork.artwork import Direction
from genmodels.media.artwork.flattening import flattened_frames
from genmodels.media.artwork.layering import change_layer


def one(colour: int, side: int = 4) -> np.ndarray:
    return np.full((side, side, 4), [colour, colour, colour, 255], np.uint8)


WALK = Animation(
    name="walk", frames=[one(1), one(2), one(3, 8)], durations_ms=[40, 50, 60], direction=Direction.PINGPONG
)


def test_frames_come_behind_the_frame_seen() -> None:
    drawing = blank(6, 6)
    before = drawing.artwork
    insert(drawing, WALK, "take")
    assert [frame.duration_ms for frame in drawing.artwork.frames] == [100, 40, 50, 60]
    [tag] = drawing.artwork.tags
    assert (tag.name, tag.first, tag.last, tag.direction) == ("walk", 1, 3, Direction.PINGPONG)
    assert drawing.frame == drawing.artwork.frames[1].key
    seen = list(flattened_frames(drawing.artwork))
    assert seen[1][1:5, 1:5].min() == 1, "small ones lie in the middle"
    assert not seen[1][0].any()
    assert (seen[3][..., 0] == 3).all(), "large ones are cut off"
    drawing.undo()
    assert drawing.artwork is before, "one step"


def test_a_locked_layer_is_left_alone() -> None:
    drawing = blank(4, 4)
    drawing.change(change_layer(drawing.artwork, replace(drawing.drawn_layer, locked=True)), "lock")
    insert(drawing, WALK, "take")
    assert [layer.name for layer in drawing.artwork.layers] == ["Layer 1", "walk"]
    assert drawing.drawn_layer.name == "walk"


def test_a_drawing_of_frames_is_unsaved_and_one_step() -> None:
    drawing = drawing_of_animation(WALK, "take")
    assert drawing.shape == (8, 8)
    assert len(drawing.artwork.frames) == 3
    assert drawing.dirty
    assert drawing.history.undo_text == "take"
