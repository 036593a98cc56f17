"""Steps on a drawing: whatever is done, undo brings back every bit, and redo does it again."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.document.commands import Edit, History, Layers
from app.document.sprite import Drawing, blank
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


def box(drawing: Drawing, corner: tuple[int, int]) -> np.ndarray:
    where = np.zeros(drawing.shape, bool)
    x, y = corner
    where[max(y, 0) : max(y + 3, 0), max(x, 0) : max(x + 4, 0)] = True
    return where


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
            drawing.cover(box(drawing, corner) == value)
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
    drawing = Drawing(Sprite(rgba_HWC=rgba))
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


def test_history_forgets_the_oldest_beyond_its_budget() -> None:
    history = History(budget_bytes=250)
    layers = Layers(rgba_HWC=np.zeros((5, 5, 4), np.uint8))
    for number in range(4):
        history.push(Edit(text=str(number), before=layers, after=Layers()))
    undone = []
    while edit := history.undo():
        undone.append(edit.text)
    assert undone == ["3", "2"]


def test_the_sprite_it_came_from_is_left_alone(rgba: np.ndarray) -> None:
    sprite = Sprite(rgba_HWC=rgba)
    drawing = Drawing(sprite)
    do(drawing, "paint", (0, 0), (1, 2, 3, 4))
    assert not np.array_equal(drawing.rgba_HWC, sprite.rgba_HWC)


def test_a_laid_picture_stands_in_the_middle_keeps_to_the_mask_and_is_one_step(rgba: np.ndarray) -> None:
    drawing = blank(14, 16)
    drawing.begin()
    drawing.paint(np.ones(drawing.shape, bool), (1, 2, 3, 255))
    drawing.commit("fill")
    before = drawing.rgba_HWC.copy()
    assert drawing.lay(rgba, "lay")
    there_HW = rgba[..., 3] > 0
    assert (drawing.rgba_HWC[2:14, 2:12][there_HW] == rgba[there_HW]).all()
    assert (drawing.rgba_HWC[2:14, 2:12][~there_HW] == (1, 2, 3, 255)).all(), "what is clear covers nothing"
    drawing.undo()
    assert (drawing.rgba_HWC == before).all()
    drawing.begin()
    drawing.cover(np.arange(16)[:, None].repeat(14, 1) < 8)
    drawing.commit("mask")
    assert drawing.lay(rgba, "lay")
    assert (drawing.rgba_HWC[8:] == before[8:]).all()
    assert (drawing.rgba_HWC[:8] != before[:8]).any()
    assert not drawing.lay(rgba, "lay"), "it is there already"
    small = blank(4, 4)
    assert small.lay(rgba, "lay")
    assert (small.rgba_HWC[..., 3] > 0).all()
