"""The small steps of drawing an in-between."""

import numpy as np
import torch
from small_vaes import COLOURS, noise

from genmodels.api.messages import MorphPalette
from genmodels.data.steps import finished
from genmodels.jobs.canvases import view_of
from genmodels.jobs.morphing import tweening
from genmodels.jobs.morphing.colouring import colouring
from genmodels.jobs.morphing.slots import inks_of, pair
from genmodels.jobs.morphing.tweening import enlarged, tween
from genmodels.media.colours import from_hex
from genmodels.models.imagevae.path import passed, straight


def test_scores_are_enlarged_smoothly_about_the_centres_of_pixels():
    scores_1SS = np.arange(4, dtype=np.float32)[None, None] * np.ones((1, 4, 1), np.float32)
    place = (np.arange(12) + 0.5) / 3 - 0.5
    wide_1HW = enlarged(scores_1SS, place, place)
    assert wide_1HW.shape == (1, 12, 12)
    assert np.allclose(wide_1HW[0, 0], place.clip(0, 3))
    assert np.array_equal(enlarged(scores_1SS, np.arange(4.0), np.arange(4.0)), scores_1SS)


def test_places_are_passed_evenly_by_change():
    t_F = passed(np.array([0.0, 0.0, 1.0, 1.0]), np.array([0.0, 0.5, 1.0]))
    assert (t_F[0], t_F[2]) == (0, 1)
    assert 0.7 < t_F[1] < 0.78
    assert np.allclose(passed(np.zeros(4), np.linspace(0, 1, 5)), np.linspace(0, 1, 5))


def test_a_large_picture_is_drawn_band_by_band_and_comes_out_the_same(monkeypatch):
    pictures = [noise(seed, 90, 70, colours=12) for seed in (1, 2)]
    view = view_of(pictures, 8)
    slots = pair(*(inks_of(picture, from_hex(COLOURS)) for picture in pictures))
    used_U = np.unique(slots.token_2L)
    logits_PUSS = np.random.default_rng(3).normal(size=(5, len(used_U), 8, 8)).astype(np.float32)
    colours = colouring(slots, MorphPalette.BLEND, ())
    whole, bands = (
        tween(slots, colours, view, logits_PUSS, used_U, anchors=True, balance=0.5, clean=True) for _ in range(2)
    )
    whole = finished(whole)
    one_HW4 = whole.draw(0.4)
    monkeypatch.setattr(tweening, "AT_ONCE", 7 * 70 * len(slots.a_L4))  # seven rows
    made, yields = counted(bands)
    assert (made.strength, yields) == (whole.strength, 2 * 13)
    banded_HW4, yields = counted(made.drawing(0.4))
    assert yields == 13
    assert np.array_equal(banded_HW4, one_HW4)


def counted(work):
    """Return the result of work, and how often it yielded."""
    yields = 0
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return stop.value, yields
        yields += 1


def test_a_way_keeps_its_distance_from_the_centre():
    z_2N = torch.tensor([[3.0, 0.0], [0.0, 4.0]])
    z_PN = straight(z_2N, 5)
    assert torch.allclose(z_PN[[0, -1]], z_2N)
    assert torch.allclose(z_PN.norm(dim=1), torch.linspace(3, 4, 5))
    assert torch.isfinite(straight(torch.stack([z_2N[0], -z_2N[0]]), 5)).all()
