"""Figures of real critics: one that was trained on twenty pictures with nothing to hide behind, and others."""

from pathlib import Path

import numpy as np
import pytest
import torch
from small_gans import gan
from torch import Tensor
from torch.nn import functional as fn

from genmodels.api.health import Verdict
from genmodels.metrics.copying import ct_auc, rough
from genmodels.models.spritegan import SpriteGAN, build_critic
from genmodels.models.spritegan.lights import KNOWN, lights
from genmodels.models.spritegan.measuring import roughly_far, usually_far
from genmodels.models.spritegan.network import Critic, Generator
from genmodels.models.spritegan.notes import PATIENCE, Notes
from genmodels.models.spritegan.vitals import Vitals
from genmodels.runtime import rng, seed_torch

STEPS = 40
SAMPLED = {"coverage": 0.5, "coverage_floor": 0.9, "spread": 0.9, "one_nn": 0.8, "kid": 0.1, "ct_auc": 0.5}


@pytest.fixture
def model(tmp_path: Path) -> SpriteGAN:
    return gan(tmp_path / "morpher")[0]


def pictures(seed: int, count: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 8, (count, 8, 8))


class Master(Generator):
    """Makes codes of new pictures of the same kind, as a perfect generator would."""

    def __init__(self, model: SpriteGAN) -> None:
        super().__init__(6, 8, 4, 4, 2)
        self._model = (model,)

    def forward(self, e_BE: Tensor) -> tuple[Tensor, Tensor]:
        return self._model[0].standard(torch.from_numpy(pictures(99, len(e_BE))))


def critic_for(model: SpriteGAN) -> Critic:
    assert model.config.vae is not None
    return build_critic(model.config, model.config.vae)


def watched(model: SpriteGAN, trained: int, seed: int = 1) -> Vitals:
    """Train a critic to tell so many pictures from ever new ones of the same kind.

    All that it can learn is which pictures it was trained on.
    """
    seed_torch(seed)
    critic, known_NHW = critic_for(model), pictures(seed, trained)
    adam = torch.optim.Adam(critic.parameters(), lr=1e-3, betas=(0.0, 0.99))
    for step in range(STEPS):
        chosen_BHW = known_NHW[rng(step).permutation(trained)[:20]]
        with torch.no_grad():
            seen = [model.standard(torch.from_numpy(one_BHW)) for one_BHW in (chosen_BHW, pictures(1000 + step, 20))]
        score = [critic(*codes) for codes in seen]
        adam.zero_grad()
        fn.softplus(score[1] - score[0]).mean().backward()
        adam.step()
    return Vitals(critic, Master(model), model, known_NHW, pictures(77, 40))


def test_twenty_pictures_with_nothing_to_hide_behind_are_learnt_by_heart(model: SpriteGAN) -> None:
    one = watched(model, 20)
    figures = dict(one.figures(0.0))
    assert figures["memorised"] > KNOWN
    assert figures == dict(one.figures(0.0)), "the same again"
    loud = dict(one.figures(5.0))
    assert loud == dict(one.figures(5.0))
    assert abs(loud["lead"]) < figures["lead"], "noise that hides all codes hides what it knows"
    notes = Notes()
    for _ in range(PATIENCE):
        notes = notes.with_figures(SAMPLED | figures)
    balance = lights(SAMPLED | figures, notes, trained=20)[0]
    assert balance.verdict is Verdict.BAD
    assert "by heart" in balance.reason


def test_many_pictures_are_not(model: SpriteGAN) -> None:
    figures = dict(watched(model, 1000).figures(0.0))
    assert figures.get("memorised", 0.0) < KNOWN, "a critic that cannot learn them has no lead to speak of"
    assert abs(figures["doubt"] - 1) < 0.3


def test_few_held_out_pictures_tell_nothing_about_memory(model: SpriteGAN) -> None:
    critic = critic_for(model)
    vitals = Vitals(critic, model.generator, model, pictures(1, 18), pictures(2, 2))
    assert set(dict(vitals.figures(0.25))) == {"lead", "doubt", "gap", "push"}
    for part in (critic, model.generator):
        assert all(weight.requires_grad and weight.grad is None for weight in part.parameters())


def test_copies_are_nearer_than_new_pictures_whether_these_are_held_out_or_not(model: SpriteGAN) -> None:
    table_K4 = ((model.vae.value_K4.numpy() + 1) * 127.5).round().astype(np.uint8)
    trained, held, new = (table_K4[pictures(*which)] for which in ((1, 30), (2, 20), (3, 40)))
    original_MR = rough(trained)
    for others in (held, held[:2]):
        usual_N = usually_far(trained, others, original_MR)
        assert len(usual_N) == (20 if len(others) == 20 else 30)
        assert ct_auc(roughly_far(trained, original_MR), usual_N) == 0
        assert 0.25 < ct_auc(roughly_far(new, original_MR), usual_N) < 0.75
