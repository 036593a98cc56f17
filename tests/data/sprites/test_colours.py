"""Colour clusters: exact where there are few colours, close where there are many, and hue rotation of tokens."""

import math

import numpy as np
import pytest

from genmodels.api.errors import ConfigError, InputError
from genmodels.data.sprites import colours
from genmodels.data.sprites.colours import MAX_COLOURS, Clusters, counted, given, tokens, turned
from genmodels.data.sprites.masking import random_mask
from genmodels.data.sprites.picture import packed
from genmodels.data.steps import finished


def cluster(rgba_X4: np.ndarray, limit: int = 0) -> Clusters:
    return finished(colours.cluster(*counted(packed(rgba_X4)), limit=limit))


def test_few_colours_are_kept_exactly_the_most_used_first() -> None:
    rgba_HW4 = np.zeros((4, 4, 4), np.uint8)
    rgba_HW4[0] = (200, 0, 0, 255)
    rgba_HW4[1, :2] = (0, 0, 200, 255)
    clusters = cluster(rgba_HW4)
    assert clusters.table_K4.tolist() == [[0, 0, 0, 0], [200, 0, 0, 255], [0, 0, 200, 255]]
    assert clusters.error == 0
    assert tokens(rgba_HW4[None], clusters.table_K4)[0, :, 0].tolist() == [1, 2, 0, 0]


def test_many_colours_are_clustered_to_colours_that_were_there() -> None:
    rgba_HW4 = np.random.default_rng(0).integers(0, 256, (40, 40, 4), np.uint8)
    rgba_HW4[..., 3] = 255
    clusters = cluster(rgba_HW4, limit=24)
    assert len(clusters.table_K4) == 24
    there = {tuple(colour) for colour in rgba_HW4.reshape(-1, 4).tolist()}
    assert {tuple(colour) for colour in clusters.table_K4.tolist()} <= there
    assert 0.01 < clusters.error < 0.12
    assert clusters.error < clusters.worst
    chosen = cluster(rgba_HW4 // 64 * 64 + 63)
    assert len(chosen.table_K4) <= MAX_COLOURS
    assert chosen.error <= 0.02


def test_pictures_of_nothing_are_refused() -> None:
    with pytest.raises(InputError):
        cluster(np.zeros((4, 4, 4), np.uint8))
    half_HW4 = np.zeros((4, 4, 4), np.uint8)
    half_HW4[:2] = (1, 2, 3, 255)
    with pytest.raises(ConfigError):
        cluster(half_HW4, limit=1)


def test_transparency_reads_as_the_first_colour_where_a_table_has_none() -> None:
    table_K4 = np.array([[255, 255, 255, 255], [0, 0, 0, 255]], np.uint8)
    assert tokens(np.zeros((1, 2, 2, 4), np.uint8), table_K4).tolist() == [[[0, 0], [0, 0]]]


def test_turning_hues_keeps_greys_and_transparency() -> None:
    table_K4 = np.array(
        [[0, 0, 0, 0], [128, 128, 128, 255], [200, 60, 60, 255], [60, 170, 60, 255], [80, 80, 220, 255]], np.uint8
    )
    third_K = turned(table_K4, 2 * math.pi / 3)
    assert third_K[:2].tolist() == [0, 1]
    assert third_K[2] == 3  # a third of a turn from red is green
    assert turned(table_K4, 0.0).tolist() == [0, 1, 2, 3, 4]


def test_random_masks_cover_what_people_hide() -> None:
    rng = np.random.default_rng(4)
    masks_NHW = np.stack([random_mask(rng, 20) for _ in range(400)])
    share_N = masks_NHW.mean((1, 2))
    assert masks_NHW.any((1, 2)).all()
    assert 0.2 < (share_N == 1).mean() < 0.4
    lower = (masks_NHW[:, -1].all(1) & ~masks_NHW[:, 0].any(1)).mean()
    right = (masks_NHW[:, :, -1].all(1) & ~masks_NHW[:, :, 0].any(1)).mean()
    assert lower > 0.1
    assert right > 0.01
    assert (share_N < 0.2).mean() > 0.1


def test_colours_are_counted_in_parts_as_at_once() -> None:
    rgba_NHW4 = np.random.default_rng(3).integers(0, 3, (6, 5, 5, 4), np.uint8)
    number_M, count_M = counted(packed(rgba_NHW4[:2]))
    for part_NHW4 in (rgba_NHW4[2:5], rgba_NHW4[5:]):
        more_M, more_count_M = counted(packed(part_NHW4))
        number_M, count_M = counted(np.concatenate([number_M, more_M]), np.concatenate([count_M, more_count_M]))
    whole_M, whole_count_M = np.unique(packed(rgba_NHW4), return_counts=True)
    assert number_M.tolist() == whole_M.tolist()
    assert count_M.tolist() == whole_count_M.tolist()


def test_the_shades_of_photos_are_clustered_in_bounded_time() -> None:
    rgba_HW4 = np.random.default_rng(0).integers(0, 256, (200, 200, 4), np.uint8)
    rgba_HW4[..., 3] = 255
    rgba_HW4[:40] = (12, 34, 56, 255)
    clusters = cluster(rgba_HW4, limit=16)
    assert clusters.table_K4[0].tolist() == [12, 34, 56, 255]
    assert clusters.error < 0.12


def test_a_table_that_is_given_stays_as_it_is_and_its_error_is_told() -> None:
    rgba_NHW4 = np.zeros((1, 2, 2, 4), np.uint8)
    rgba_NHW4[0, 0] = (200, 0, 0, 255), (0, 0, 200, 255)
    numbers = counted(packed(rgba_NHW4))
    table_K4 = np.array([[0, 0, 200, 255], [0, 0, 0, 0], [200, 0, 0, 255], [9, 9, 9, 255]], np.uint8)
    assert given(table_K4, *numbers).error == 0
    assert np.array_equal(given(table_K4, *numbers).table_K4, table_K4)
    poor = given(table_K4[[1, 2]], *numbers)
    assert poor.error > 0.1
    assert poor.worst >= poor.error
    with pytest.raises(InputError, match="wholly transparent"):
        given(table_K4, *counted(packed(rgba_NHW4[:, 1:])))
