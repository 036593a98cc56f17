"""What evaluate tells of an image VAE: names and shapes of the figures, and the laws that hold for any weights."""

import itertools
import json

import numpy as np
import pytest

from genmodels.api.messages import Cancelled, Done, Log, Progress, Started
from genmodels.data.sprites.colours import tokens
from genmodels.jobs.evaluate import Strips, evaluate
from genmodels.jobs.evaluate.reconstruction import accuracy, in_own_colours
from genmodels.jobs.loading import load_image_vae
from genmodels.jobs.morphing.ways import MorphRecipe
from genmodels.media.colours import from_hex
from genmodels.media.sprite import read_sprite
from genmodels.models.imagevae.training import held_out
from genmodels.runner import drive

QUICK = MorphRecipe(refine_steps=2, geodesic_steps=1, nodes=4, rough_nodes=2)
FIGURES = [
    "ends_exact",
    "foreign_colours",
    "kid",
    "speckle",
    "speckle_over_real",
    "max_step_over_mean",
    "max_step_over_mean_p95",
    "path_over_straight",
]


def quick(**fields) -> Strips:
    return Strips(**{"pairs": 6, "frames": 4, "recipe": QUICK} | fields)


@pytest.fixture(scope="module")
def told(pack, data, lecture_pack) -> list:
    return list(evaluate(pack, data, strips=quick(against=lecture_pack)))


def test_names_are_stable_and_json_holds_all(told, data):
    *before, done = told
    assert isinstance(done, Done)
    assert {type(event) for event in before} == {Progress}
    values = json.loads(json.dumps(done.values, allow_nan=False))
    assert list(values) == ["pack", "family", "data", "count", "metrics"]
    assert (values["pack"], values["family"], values["data"], values["count"]) == (
        "morpher", "image-vae", str(data), 20,
    )  # fmt: skip
    metrics = values["metrics"]
    assert list(metrics) == [
        "reconstruction", "elbo_bits_per_pixel", "kl_nats", "active_units", "pairs", "frames", "in_betweens", "real",
    ]  # fmt: skip
    assert {name: list(of) for name, of in metrics["reconstruction"].items()} == {
        "from_mean_code": ["all", "foreground", "kid"],
        "refined": ["all", "foreground", "kid"],
        "with_anchors": ["all", "foreground"],
    }
    assert list(metrics["kl_nats"]) == ["numbers", "detail"]
    assert (metrics["pairs"], metrics["frames"]) == (6, 4)
    assert list(metrics["in_betweens"]) == ["cross_fade", "lecture", "without_anchors", "ours"]
    assert all(list(of) == FIGURES for of in metrics["in_betweens"].values())
    assert list(metrics["real"]) == ["kid", "speckle"]
    numbers = [number for of in metrics["in_betweens"].values() for number in of.values()]
    assert all(isinstance(number, int | float) for number in numbers)


def test_our_ends_are_exact_and_in_their_own_colours_and_those_of_others_are_not(told):
    between = told[-1].values["metrics"]["in_betweens"]
    assert {name: of["ends_exact"] for name, of in between.items()} == {
        "cross_fade": 6, "lecture": 0, "without_anchors": 0, "ours": 6,
    }  # fmt: skip
    assert between["ours"]["foreign_colours"] == between["without_anchors"]["foreign_colours"] == 0
    assert between["cross_fade"]["foreign_colours"] > 0.5
    assert between["lecture"]["foreign_colours"] > 0.3
    assert between["cross_fade"]["path_over_straight"] == pytest.approx(1, abs=0.05)
    for of in between.values():
        assert 1 <= of["max_step_over_mean"] <= of["max_step_over_mean_p95"]
        assert of["speckle_over_real"] == of["speckle"] / told[-1].values["metrics"]["real"]["speckle"]


def test_what_is_given_back_is_told_apart_and_agrees_with_a_trainings_figures(told, pack, data):
    metrics = told[-1].values["metrics"]
    back = metrics["reconstruction"]
    assert back["with_anchors"] == {"all": 1, "foreground": 1}
    assert back["from_mean_code"]["foreground"] < back["refined"]["foreground"] < 1
    model, card = load_image_vae(pack)
    pictures_NSS4 = np.stack([read_sprite(file).rgba_HWC for file in sorted(data.rglob("*.png"))])
    true_NSS = tokens(pictures_NSS4, from_hex(card.colours))
    tags_N = np.array([1 + (file.parent.name == "fish") for file in sorted(data.rglob("*.png"))])
    ground = int(np.bincount(true_NSS[:, 0].ravel()).argmax())
    held = held_out(model, true_NSS, tags_N, ground)
    assert back["from_mean_code"]["all"] == pytest.approx(held.accuracy)
    assert back["from_mean_code"]["foreground"] == pytest.approx(held.foreground)
    assert metrics["active_units"] == pytest.approx(held.active)
    assert metrics["kl_nats"] == pytest.approx({"numbers": held.kl_numbers, "detail": held.kl_detail}, rel=0.05)
    assert metrics["elbo_bits_per_pixel"] == pytest.approx(held.elbo, rel=0.05)  # other draws of the codes


def test_figures_repeat_to_the_bit(pack, data, lecture_pack, told):
    again = list(evaluate(pack, data, strips=quick(against=lecture_pack)))
    assert again[-1] == told[-1]


def test_valid_keeps_the_held_out_pictures_and_the_rest_is_the_floor(pack, data, tmp_path):
    (tmp_path / "valid.txt").write_text("a\nc\ne\nh\nj\n", encoding="utf-8")
    *_, done = evaluate(pack, data, valid=str(tmp_path / "valid.txt"), strips=quick(pairs=2, frames=3))
    assert done.values["count"] == 10
    assert list(done.values["metrics"]["in_betweens"]) == ["cross_fade", "without_anchors", "ours"]
    assert done.values["metrics"]["real"]["kid"] is not None
    *_, done = evaluate(pack, data, valid="last-8", strips=quick(pairs=2, frames=3))
    assert done.values["count"] == 8


def test_fewer_pairs_than_asked_for_are_told(pack, data):
    *before, done = evaluate(pack, data, valid="last-5", strips=quick(pairs=100, frames=3))
    assert done.values["metrics"]["pairs"] == 10
    assert [event.text for event in before if isinstance(event, Log)] == [
        "These pictures make 10 different pairs, not 100."
    ]


def test_the_lectures_pack_is_measured_too(lecture_pack, data):
    *_, done = evaluate(lecture_pack, data, strips=quick(pairs=2, frames=3, against=lecture_pack))
    assert done.values["metrics"]["kl_nats"]["detail"] == 0
    assert done.values["metrics"]["in_betweens"]["ours"]["ends_exact"] == 2


def test_it_can_be_cancelled_between_any_two_words(pack, data):
    for moment in (1, 5, 12):
        calls = itertools.count()
        events = list(drive(evaluate(pack, data, strips=quick()), lambda m=moment, c=calls: next(c) >= m))
        assert isinstance(events[0], Started)
        assert isinstance(events[-1], Cancelled)


def test_tokens_come_in_the_colour_they_most_often_stand_for() -> None:
    dark, light, other = [10, 0, 0, 255], [20, 0, 0, 255], [0, 200, 0, 255]
    rgba_NSS4 = np.array([[[dark, light, light, other]]], np.uint8)
    true_NSS = np.array([[[3, 3, 3, 5]]])
    assert in_own_colours(np.array([[[5, 5, 3, 3]]]), true_NSS, rgba_NSS4).tolist() == [[[other, other, light, light]]]
    assert accuracy(np.array([[[5, 3, 3, 3]]]), true_NSS, 5) == {"all": 0.5, "foreground": pytest.approx(2 / 3)}
