"""Refining codes and straightening ways do what they promise, whatever the model."""

import itertools

import numpy as np
import pytest
import torch
from small_vaes import noise, png, vae_pack

from genmodels.data.steps import finished
from genmodels.jobs.coding.codes import read_picture
from genmodels.jobs.loading import load_image_vae
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.path import Way, drawn, start, straighten
from genmodels.models.imagevae.refining import Refinement, distance

TAG_1 = torch.zeros(1, dtype=torch.long)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> ImageVAE:
    return load_image_vae(vae_pack(tmp_path_factory.mktemp("packs") / "morpher"))[0]


@pytest.fixture(scope="module")
def codes(model: ImageVAE) -> Refinement:
    colours = colours_of(model)
    tokens_BSS = torch.stack([read_picture(model, colours, png(noise(seed))).tokens_SS for seed in (1, 2)])
    allowed_K = torch.ones(len(colours), dtype=torch.bool)
    return finished(Refinement.reading(model, tokens_BSS.clone(), TAG_1.repeat(2), allowed_K))


def colours_of(model: ImageVAE) -> tuple[str, ...]:
    values_K4 = model.value_K4.numpy()
    return tuple(bytes(np.rint((row + 1) * 127.5).astype(np.uint8)).hex() for row in values_K4)


def energy(model: ImageVAE, way: Way) -> float:
    shares = [logits.softmax(0) for logits in drawn(model, way, TAG_1, torch.arange(8))]
    return sum(float(((one - other) ** 2).sum()) for one, other in itertools.pairwise(shares))


def nats(model: ImageVAE, codes: Refinement) -> float:
    with torch.no_grad():
        logits_BKSS = model.decode(codes.z_BN, codes.s_BCQQ, TAG_1.repeat(2))
    return float(torch.nn.functional.cross_entropy(logits_BKSS, codes.tokens_BHW))


def test_refined_codes_draw_the_pictures_better_and_leave_the_weights_alone(model, codes):
    weights = {name: value.clone() for name, value in model.state_dict().items()}
    before = nats(model, codes)
    assert sum(1 for _ in codes.steps(10)) == 20
    assert nats(model, codes) < before
    assert all(torch.equal(value, weights[name]) for name, value in model.state_dict().items())
    assert all(parameter.grad is None for parameter in model.parameters())


def test_a_straightened_way_changes_less_from_node_to_node_and_keeps_its_ends(model, codes):
    way = start(model, codes.z_BN, codes.s_BCQQ, TAG_1, count=6, shrink=0.5)
    ends, before = way.z_PN[[0, -1]].clone(), energy(model, way)
    calls = sum(1 for _ in straighten(model, way, TAG_1, torch.arange(8), 4))
    assert calls == 6 + 4 * 4
    assert energy(model, way) < before
    assert torch.equal(way.z_PN[[0, -1]], ends)
    assert torch.allclose(ends, codes.z_BN, atol=1e-5)


def test_the_distance_of_a_picture_is_always_the_same_and_leaves_the_random_state(model, codes):
    state = torch.get_rng_state()
    first, again = (distance(model, codes.tokens_BHW[0], TAG_1) for _ in range(2))
    assert first == again > 0
    assert torch.equal(torch.get_rng_state(), state)
