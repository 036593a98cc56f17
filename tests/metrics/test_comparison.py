"""The table of measures: known-bad models must look bad in it, and real pictures must not."""

import numpy as np
import pytest

from genmodels.api.errors import InputError
from genmodels.data.steps import finished
from genmodels.metrics.arms import all_arms
from genmodels.metrics.comparison import Measured, compare
from genmodels.metrics.random_net import random_net

NAMES = [
    "fd", "kid", "precision", "recall", "density", "coverage", "one_nn", "c2st", "ct_auc", "colours_p99", "speckle",
]  # fmt: skip


@pytest.fixture(scope="module")
def table(creatures: np.ndarray) -> dict[str, dict[str, Measured]]:
    """Each arm's measures, and those of real pictures that were neither held out nor trained on."""
    fresh_NHW4, held_NHW4, trained_NHW4 = np.split(creatures, 3)
    sides = {"real": fresh_NHW4, **all_arms(trained_NHW4, 120)}
    return {name: finished(compare(made, held_NHW4, trained_NHW4, draws=2)) for name, made in sides.items()}


def test_real_pictures_reach_the_floor(table: dict[str, dict[str, Measured]]) -> None:
    real = table["real"]
    assert set(NAMES) <= set(real)
    for name in ("precision", "recall", "coverage", "one_nn", "c2st", "ct_auc"):
        assert real[name].value == pytest.approx(real[name].floor, abs=0.12), name
    assert real["fd"].value < 1.5 * real["fd"].floor
    assert abs(real["kid"].value) < 0.02
    assert real["speckle"].value == pytest.approx(real["speckle"].floor, abs=0.03)
    assert real["colours_p99"].value == real["colours_p99"].floor


def test_copies_are_caught_even_mirrored(table: dict[str, dict[str, Measured]]) -> None:
    assert table["copies"]["ct_auc"].value < 0.02
    assert table["flipped copies"]["ct_auc"].value < 0.02
    # Nothing else sees a plain copy.
    assert table["copies"]["fd"].value == pytest.approx(table["copies"]["fd"].floor)


def test_collapse_shows_in_coverage_and_recall(table: dict[str, dict[str, Measured]]) -> None:
    for name in ("coverage", "recall"):
        bad, floor = table["collapse to 20"][name].value, table["collapse to 20"][name].floor
        assert bad < 0.7 * floor, name
        assert bad < table["collapse to 100"][name].value <= floor + 0.02, name
    assert table["collapse to 20"]["one_nn_made"].value > 0.9


def test_independent_pixels_are_far_off_and_specked(table: dict[str, dict[str, Measured]]) -> None:
    noise = table["independent pixels"]
    assert noise["speckle"].value > 3 * noise["speckle"].floor
    assert noise["fd"].value > 3 * noise["fd"].floor
    assert noise["one_nn"].value > 0.9
    assert noise["colours_p99"].value > 3 * noise["colours_p99"].floor


def test_chimeras_are_told_apart_by_the_classifier(table: dict[str, dict[str, Measured]]) -> None:
    chimeras = table["chimeras"]
    assert chimeras["c2st"].value > chimeras["c2st"].floor + 0.15


def test_the_random_net_ranks_alike(creatures: np.ndarray) -> None:
    fresh_NHW4, held_NHW4, trained_NHW4 = np.split(creatures, 3)
    arms = {"real": fresh_NHW4, **all_arms(trained_NHW4, 120)}
    fd = {
        name: finished(compare(arms[name], held_NHW4, trained_NHW4, describe=random_net, draws=1))["fd"].value
        for name in ("real", "collapse to 20", "independent pixels")
    }
    assert fd["real"] < fd["collapse to 20"] < fd["independent pixels"]


def test_the_same_seed_gives_the_same_figures(creatures: np.ndarray) -> None:
    sides = np.split(creatures[:90], 3)
    assert finished(compare(*sides, draws=1, seed=3)) == finished(compare(*sides, draws=1, seed=3))


def test_too_few_pictures_are_refused(creatures: np.ndarray) -> None:
    with pytest.raises(InputError, match="One side has 9 different pictures; the measures need 10 on each"):
        finished(compare(creatures[:9], creatures, creatures))


@pytest.mark.parametrize("side", [20, 64])
def test_flat_pictures_of_any_size_are_measured(side: int) -> None:
    flat_NHW4 = np.full((12, side, side, 4), 255, np.uint8)
    figures = finished(compare(flat_NHW4, flat_NHW4, flat_NHW4, draws=1))
    assert all(np.isfinite([m.value, m.floor, m.value_sd, m.floor_sd]).all() for m in figures.values())
    assert figures["fd"].value == pytest.approx(0, abs=1e-6)


def test_twins_among_the_held_out_do_not_make_real_pictures_look_far(creatures: np.ndarray) -> None:
    held, trained = creatures[:60], creatures[60:]
    twins = np.concatenate([held, held[..., [1, 2, 0, 3]]])
    families = [str(n % 60) for n in range(120)]
    together = finished(compare(trained, twins, trained, draws=2))
    apart = finished(compare(trained, twins, trained, draws=2, families=families))
    assert together["one_nn_real"].floor > apart["one_nn_real"].floor + 0.1
    assert apart["one_nn_real"].floor == pytest.approx(0.5, abs=0.15)
