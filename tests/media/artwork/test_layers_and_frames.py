"""Layers and frames are added, moved and taken away; tags follow their frames, and what is seen stays as it should."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genmodels.media.artwork import framing, layering
from genmodels.media.artwork.artwork import Artwork, Tag, artwork_of
from genmodels.media.artwork.flattening import flatten, flattened_frames
from genmodels.media.artwork.plane import plane_of


def one(colour: int) -> np.ndarray:
    return np.full((4, 3, 4), [colour, colour, colour, 255], np.uint8)


@pytest.fixture
def film() -> Artwork:
    return artwork_of([one(i) for i in range(5)], layer="body")


def shades(artwork: Artwork) -> list[int]:
    return [int(seen[0, 0, 0]) for seen in flattened_frames(artwork)]


def test_merging_keeps_what_is_seen(film: Artwork) -> None:
    film, upper = layering.add_layer(film, "hat")
    hat = np.zeros((4, 3, 4), np.uint8)
    hat[0] = [200, 10, 10, 120]
    for frame in film.frames[:3]:
        film = film.with_cel(upper, frame.key, plane_of(hat))
    film = layering.change_layer(film, replace(film.layers[1], opacity=99))
    before = list(flattened_frames(film))
    for merged in (layering.merge_down(film, upper), layering.merge_visible(film, "all")):
        assert len(merged.layers) == 1
        assert all((a == b).all() for a, b in zip(before, flattened_frames(merged), strict=True))


def test_a_copied_layer_can_be_moved_and_removed(film: Artwork) -> None:
    copied, key = layering.duplicate_layer(film, film.layers[0].key, "copy")
    assert [layer.name for layer in copied.layers] == ["body", "copy"]
    assert copied.cels[key, 0] is copied.cels[0, 0]
    moved = layering.move_layer(copied, key, 0)
    assert [layer.name for layer in moved.layers] == ["copy", "body"]
    assert shades(layering.remove_layer(moved, 0)) == [0, 1, 2, 3, 4]
    with pytest.raises(ValueError, match="only layer"):
        layering.remove_layer(film, 0)


def test_a_copied_frame_shares_its_pixels_and_tags_grow(film: Artwork) -> None:
    film = framing.tag_frames(film, [Tag(name="walk", first=1, last=2), Tag(name="rest", first=3, last=4)])
    more, key = framing.add_frame(film, film.frames[2].key, copy=True)
    assert shades(more) == [0, 1, 2, 2, 3, 4]
    assert more.cels[0, key].bytes_beside(more.cels[0, 2]) == 0
    assert more.cels[0, key] is not more.cels[0, 2], "a copy is not linked"
    assert [(tag.first, tag.last) for tag in more.tags] == [(1, 3), (4, 5)]


@given(st.lists(st.integers(0, 4), unique=True, max_size=4))
def test_tags_follow_the_frames_that_stay(gone: list[int]) -> None:
    film = artwork_of([one(i) for i in range(5)], layer="body")
    film = framing.tag_frames(film, [Tag(name="walk", first=1, last=3)])
    less = framing.remove_frames(film, [film.frames[i].key for i in gone])
    kept = [i for i in range(5) if i not in gone]
    assert shades(less) == kept
    named = [kept[i] for tag in less.tags for i in range(tag.first, tag.last + 1)]
    assert named == [i for i in kept if 1 <= i <= 3]


def test_frames_move_turn_round_and_are_timed(film: Artwork) -> None:
    assert shades(framing.move_frames(film, [film.frames[4].key], 0)) == [4, 0, 1, 2, 3]
    assert shades(framing.move_frames(film, [0, 3], 2)) == [1, 0, 3, 2, 4]
    assert shades(framing.reverse_frames(film, 1, 3)) == [0, 3, 2, 1, 4]
    timed = framing.time_frames(film, [film.frames[1].key], 40)
    assert [frame.duration_ms for frame in timed.frames] == [100, 40, 100, 100, 100]
    assert framing.time_frames(film, [0], 10**9).frames[0].duration_ms == framing.MOST_MS
    with pytest.raises(ValueError, match="no frame"):
        framing.remove_frames(film, [frame.key for frame in film.frames])


def test_an_empty_cel_takes_no_place(film: Artwork) -> None:
    cleared = film.with_cel(0, 0, plane_of(np.zeros((4, 3, 4), np.uint8)))
    assert (0, 0) not in cleared.cels
    assert not flatten(cleared, 0).any()
