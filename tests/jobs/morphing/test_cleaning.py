"""What is taken out of an in-between, and what stays."""

import numpy as np

from genmodels.jobs.morphing.cleaning import crumbs, isolated, joined, least_part


def test_a_pixel_is_isolated_where_none_of_eight_is_like_it():
    colour_HW = np.zeros((5, 5), int)
    colour_HW[2, 2] = 1
    assert np.argwhere(isolated(colour_HW)).tolist() == [[2, 2]]
    colour_HW[3, 3] = 1
    assert not isolated(colour_HW).any()
    assert isolated(np.zeros((1, 1), int)).all()


def test_an_isolated_pixel_takes_the_likeliest_colour_round_it():
    slot_HW = np.zeros((3, 3), int)
    slot_HW[0] = 2
    slot_HW[1, 1] = 1
    scores_LHW = np.zeros((3, 3, 3))
    scores_LHW[:, 1, 1] = (0.1, 0.9, 0.5)
    assert joined(slot_HW, scores_LHW, isolated(slot_HW))[1, 1] == 2
    assert joined(np.ones((1, 1), int), np.zeros((3, 1, 1)), np.ones((1, 1), bool)).tolist() == [[1]]


def test_crumbs_beside_a_figure_go_unless_the_pictures_have_parts_as_small():
    opaque_HW = np.zeros((12, 12), bool)
    opaque_HW[4:9, 4:9] = True
    opaque_HW[0, 0:3] = opaque_HW[1, 11] = opaque_HW[2, 10] = True  # three in a row, two at a corner
    opaque_HW[9, 9] = True  # touches the figure
    opaque_HW[0:2, 6:8] = True  # four
    away_HW = crumbs(opaque_HW, 20)
    assert np.argwhere(away_HW).tolist() == [[0, 0], [0, 1], [0, 2], [1, 11], [2, 10]]
    assert np.argwhere(crumbs(opaque_HW, 3)).tolist() == [[1, 11], [2, 10]]
    assert not crumbs(opaque_HW, 2).any()
    assert least_part(opaque_HW) == 2


def test_what_is_nothing_but_crumbs_stays():
    opaque_HW = np.eye(6, dtype=bool)
    opaque_HW[2:] = False
    assert not crumbs(opaque_HW, 9).any()
    assert not crumbs(np.zeros((3, 3), bool), 9).any()
    assert least_part(np.zeros((3, 3), bool)) == 0
