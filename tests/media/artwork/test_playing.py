"""Frames follow each other in a tag's direction and in true time; tags are added, changed and taken away."""

from dataclasses import replace

import numpy as np
import pytest

from genmodels.media.artwork.artwork import Artwork, Direction, Tag, artwork_of
from genmodels.media.artwork.playing import ordered, round_at, tag_at
from genmodels.media.artwork.tagging import COLOURS, add_tag, change_tag, remove_tag


@pytest.fixture
def film() -> Artwork:
    return artwork_of([np.full((2, 2, 4), i, np.uint8) for i in range(6)], [10, 20, 30, 40, 50, 60], layer="body")


@pytest.mark.parametrize(
    ("direction", "places"),
    [
        (Direction.FORWARD, [1, 2, 3, 4]),
        (Direction.REVERSE, [4, 3, 2, 1]),
        (Direction.PINGPONG, [1, 2, 3, 4, 3, 2]),
        (Direction.PINGPONG_REVERSE, [4, 3, 2, 1, 2, 3]),
    ],
)
def test_directions(direction: Direction, places: list[int]) -> None:
    assert ordered(Tag(name="", first=1, last=4, direction=direction)) == places
    single = Tag(name="", first=2, last=2, direction=direction)
    assert ordered(single) == [2]
    assert sorted(ordered(replace(single, last=3))) == [2, 3]


def test_the_tag_round_a_frame_is_played(film: Artwork) -> None:
    film, walk = add_tag(film, "walk", 1, 4)
    film, step = add_tag(film, "step", 2, 3, Direction.PINGPONG)
    assert tag_at(film.tags, 1) == walk
    assert tag_at(film.tags, 2) == step
    assert round_at(film, 0).places == (0, 1, 2, 3, 4, 5)
    assert round_at(film, 4).places == (1, 2, 3, 4)
    inner = round_at(film, 3)
    assert (inner.places, inner.ends_ms) == ((2, 3), (30, 70))


def test_time_tells_the_step(film: Artwork) -> None:
    whole = round_at(film, 0)
    assert whole.duration_ms == 210
    assert [whole.step_at(ms) for ms in (0, 9.9, 10, 29, 30, 209, 9999)] == [0, 0, 1, 1, 2, 5, 5]
    assert [whole.start_ms(step) for step in range(3)] == [0, 10, 30]
    assert whole.step_of(4) == 4


def test_tags_change_and_go(film: Artwork) -> None:
    film, walk = add_tag(film, "walk", 1, 4)
    film, rest = add_tag(film, "rest", 0, 1)
    assert film.tags == (rest, walk)
    assert {walk.colour, rest.colour} <= set(COLOURS)
    assert walk.colour != rest.colour
    renamed = change_tag(film, walk, replace(walk, name="run", repeat=2))
    assert [tag.name for tag in renamed.tags] == ["rest", "run"]
    assert round_at(renamed, 3).repeat == 2
    assert remove_tag(film, rest).tags == (walk,)
    with pytest.raises(ValueError, match="not there"):
        change_tag(film, walk, replace(walk, last=6))
