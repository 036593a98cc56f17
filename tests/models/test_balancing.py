"""Colours held to their share of a picture."""

import numpy as np

from genmodels.models.imagevae.balancing import MOST_BIAS, balanced, balancing, shares


def scores(colours: int) -> np.ndarray:
    scores_LSS = np.random.default_rng(1).normal(size=(colours, 16, 16)).astype(np.float32)
    scores_LSS[0] += 1.5  # what a model in doubt falls back on
    return scores_LSS


def test_a_colour_that_floods_gives_way_to_its_share() -> None:
    scores_LSS, wanted_L = scores(3), np.array([0.2, 0.3, 0.5])
    assert shares(scores_LSS)[0] > 0.5
    assert np.allclose(shares(scores_LSS + balancing(scores_LSS, wanted_L)[:, None, None]), wanted_L, atol=0.02)
    assert np.abs(balancing(scores_LSS, np.array([0.0, 0.0, 1.0]))).max() <= MOST_BIAS


def test_a_picture_shows_each_colour_about_as_often_as_the_odds_have_it() -> None:
    scores_LSS = scores(4) * 0.5
    wanted_L = shares(scores_LSS)
    likeliest_L = np.bincount(scores_LSS.argmax(axis=0).ravel(), minlength=4) / 256
    drawn_L = np.bincount(balanced(scores_LSS).ravel(), minlength=4) / 256
    assert np.abs(drawn_L - wanted_L).max() < 0.06
    assert likeliest_L[0] > wanted_L[0] + 0.2, "the likeliest colour alone floods it"


def test_where_there_is_no_doubt_nothing_changes() -> None:
    sure_SS = np.arange(256).reshape(16, 16) % 5
    scores_LSS = np.where(sure_SS == np.arange(5)[:, None, None], 9.0, 0.0).astype(np.float32)
    assert (balanced(scores_LSS) == sure_SS).all()
