"""The palette of a drawing: seen or chosen, and every change a step that undo takes back."""

import numpy as np
import pytest

from app.document.drawing import Drawing, drawing_of
from app.document.sprite_palette import MOST, MOST_SEEN, SpritePalette, colours_seen
from genmodels.media.sprite import Sprite

RED, SEA, GREY = (255, 0, 16, 255), (0, 120, 200, 255), (90, 90, 90, 255)


@pytest.fixture
def drawing() -> Drawing:
    return drawing_of(Sprite(rgba_HWC=np.array([[RED, SEA], [SEA, (0, 0, 0, 0)]], np.uint8)))


@pytest.fixture
def palette(drawing: Drawing) -> SpritePalette:
    return SpritePalette(lambda: drawing)


def test_as_long_as_none_was_chosen_it_is_what_is_seen(drawing: Drawing, palette: SpritePalette) -> None:
    assert (palette.colours, palette.is_own) == ((RED, SEA), False)
    assert palette.add(GREY, "Add")
    assert (palette.colours, palette.is_own) == ((RED, SEA, GREY), True)
    drawing.undo()
    assert (palette.colours, palette.is_own) == ((RED, SEA), False)
    assert not drawing.dirty


def test_what_changes_nothing_is_no_step(drawing: Drawing, palette: SpritePalette) -> None:
    assert palette.put([RED], "Put")
    assert not palette.put([RED], "Put")
    assert drawing.history.undo_text == "Put"
    drawing.undo()
    assert drawing.history.undo_text == ""


def test_colours_are_removed_set_and_moved(palette: SpritePalette) -> None:
    palette.put([RED, SEA, GREY, RED], "Put")
    palette.move({0, 2}, 4, "Move")
    assert palette.colours == (SEA, RED, RED, GREY)
    palette.move({3}, 0, "Move")
    assert palette.colours == (GREY, SEA, RED, RED)
    palette.remove({0, 3}, "Remove")
    assert palette.colours == (SEA, RED)
    palette.set_at(1, GREY, "Edit")
    assert palette.colours == (SEA, GREY)


def test_no_more_than_files_hold(palette: SpritePalette) -> None:
    palette.put([RED] * (MOST + 1), "Put")
    assert len(palette.colours) == MOST


def test_sprite_and_palette_are_recoloured_in_one_step(drawing: Drawing, palette: SpritePalette) -> None:
    def change(rgba_N4: np.ndarray) -> np.ndarray:
        return np.where((rgba_N4 == SEA).all(axis=1)[:, None], GREY, rgba_N4)

    assert palette.recolour(change, [RED, GREY], "Replace")
    assert drawing.rgba_HWC[0, 1].tolist() == [*GREY]
    assert not palette.recolour(change, [RED, GREY], "Replace")
    drawing.undo()
    assert drawing.rgba_HWC[0, 1].tolist() == [*SEA]
    assert not palette.is_own


def test_of_very_many_colours_the_most_used_are_seen() -> None:
    rgba_HWC = np.full((64, 64, 4), 255, np.uint8)
    rgba_HWC[:32, :, 0], rgba_HWC[:32, :, 1] = np.mgrid[:32, :64]
    kept = colours_seen(rgba_HWC)
    assert len(kept) == MOST_SEEN
    assert (255, 255, 255, 255) in kept
