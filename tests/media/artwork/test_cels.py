"""Linked cels change together, copies do not; cels move, are copied, cleared and freed."""

import numpy as np
import pytest

from genmodels.media.artwork import cels, framing, layering
from genmodels.media.artwork.artwork import Artwork, artwork_of
from genmodels.media.artwork.flattening import flattened_frames
from genmodels.media.artwork.plane import plane_of


def one(colour: int) -> np.ndarray:
    return np.full((4, 3, 4), [colour, colour, colour, 255], np.uint8)


@pytest.fixture
def film() -> Artwork:
    return artwork_of([one(i) for i in range(1, 5)], layer="body")


def shades(artwork: Artwork) -> list[int]:
    return [int(seen[0, 0, 0]) for seen in flattened_frames(artwork)]


def test_linked_cels_are_drawn_on_together(film: Artwork) -> None:
    linked = cels.link_cels(film, 0, [1, 3])
    assert shades(linked) == [1, 2, 3, 2]
    assert cels.linked_frames(linked, 0, 3) == [1, 3]
    drawn = cels.draw_cel(linked, 0, 3, plane_of(one(9)))
    assert shades(drawn) == [1, 9, 3, 9]
    freed = cels.draw_cel(cels.unlink_cels(drawn, [(0, 1)]), 0, 3, plane_of(one(7)))
    assert shades(freed) == [1, 9, 3, 7]
    wiped = cels.draw_cel(drawn, 0, 1, plane_of(np.zeros((4, 3, 4), np.uint8)))
    assert shades(wiped) == [1, 0, 3, 0]


def test_equal_pictures_are_not_linked_by_that() -> None:
    film = artwork_of([one(5), one(5)], layer="body")
    assert cels.linked_frames(film, 0, 0) == [0]
    assert film.cels[0, 1].bytes_beside(film.cels[0, 0]) == 0, "but they share their tiles"


def test_a_new_frame_is_linked_where_that_is_asked_for(film: Artwork) -> None:
    copied, key = framing.add_frame(film, 1, copy=True)
    assert cels.linked_frames(copied, 0, key) == [key]
    linked, key = framing.add_frame(film, 1, copy=True, linked=True)
    assert cels.linked_frames(linked, 0, key) == [1, key]


def test_cels_move_and_are_copied(film: Artwork) -> None:
    film, upper = layering.add_layer(film, "hat")
    moved, places = cels.shift_cels(film, [(0, 0), (0, 1)], layers=1, frames=2, copy=False)
    assert places == [(upper, 2), (upper, 3)]
    assert shades(moved) == [0, 0, 1, 2]
    copied, places = cels.shift_cels(film, [(0, 2), (0, 3)], layers=0, frames=1, copy=True)
    assert places == [(0, 3)], "what would leave the artwork stays"
    assert shades(copied) == [1, 2, 3, 3]
    assert cels.linked_frames(copied, 0, 2) == [2]
    pushed, _ = cels.shift_cels(film, [(0, 0), (0, 1), (0, 2)], layers=0, frames=1, copy=False)
    assert shades(pushed) == [0, 1, 2, 3]
    emptied, _ = cels.shift_cels(film, [(upper, 0)], layers=-1, frames=0, copy=False)
    assert shades(emptied) == [0, 2, 3, 4], "an empty cel clears what it lands on"
    with pytest.raises(ValueError, match="no cel"):
        cels.shift_cels(film, [(0, 0)], layers=0, frames=-1, copy=False)


def test_clearing_leaves_the_others(film: Artwork) -> None:
    linked = cels.link_cels(film, 0, [0, 1])
    assert shades(cels.clear_cels(linked, [(0, 0)])) == [0, 1, 3, 4]
    assert cels.link_cels(cels.clear_cels(film, [(0, 0)]), 0, [0]).cels.keys() == {(0, 1), (0, 2), (0, 3)}
