"""Laws of the GAN: what the two parts are made of, that batches repeat, that a row never depends on the others."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from small_gans import gan
from torch import nn

from genmodels.api.configs import Family as Families
from genmodels.api.configs import GANConfig, Preset, TrainConfig
from genmodels.api.errors import ConfigError
from genmodels.api.presets import preset_configs
from genmodels.media.colours import from_hex
from genmodels.models.spritegan import SpriteGAN, build, build_critic
from genmodels.models.spritegan.augmenting import HOLE, by_chance, shown
from genmodels.models.spritegan.directions import NoiseAxes
from genmodels.models.spritegan.drawing import CHUNK, drawn, noise, tokens
from genmodels.models.spritegan.measuring import Yardstick, originals
from genmodels.models.spritegan.network import Critic, Generator
from genmodels.models.spritegan.notes import Notes
from genmodels.models.spritegan.preview import preview
from genmodels.models.spritegan.training import Batches, Codes, CriticPart, GeneratorPart, loudness
from genmodels.runtime import rng, seed_torch

COURSE = TrainConfig(batch=6, shift=1, turn=0.0, hue=0.0)


@pytest.fixture
def model(tmp_path: Path) -> SpriteGAN:
    return gan(tmp_path / "morpher")[0]


def pictures(count: int) -> np.ndarray:
    return np.random.default_rng(1).integers(0, 8, (count, 8, 8))


def table(model: SpriteGAN) -> np.ndarray:
    return ((model.vae.value_K4.numpy() + 1) * 127.5).round().astype(np.uint8)


def batches(model: SpriteGAN, **changed: float) -> Batches:
    model.config = dataclasses.replace(model.config, **changed)
    return Batches(pictures(12), table(model), model, COURSE)


def parts(model: SpriteGAN) -> dict[str, nn.Module]:
    seed_torch(1)
    assert model.config.vae is not None
    critic = build_critic(model.config, model.config.vae)
    return {"critic": CriticPart(critic, model.generator), "generator": GeneratorPart(model.generator, critic)}


def test_the_lectures_preset_and_misfits_are_refused(model: SpriteGAN) -> None:
    for refused in (lambda: preset_configs(Families.GAN, Preset.LECTURE), lambda: GANConfig(preset=Preset.LECTURE)):
        with pytest.raises(ConfigError, match="no GAN of the lecture's") as caught:
            refused()
        assert caught.value.hint
    for changed in ({"size": 12}, {"colours": 9}, {"vae": None}):
        with pytest.raises(ConfigError):
            build(dataclasses.replace(model.config, **changed), table(model))
    with pytest.raises(ConfigError, match="10×10"):
        GANConfig(size=10)


def test_codes_undo_what_standard_does_and_no_detail_is_the_image_vaes_own_guess(
    model: SpriteGAN, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens_BHW, tag_B = torch.from_numpy(pictures(20)), torch.zeros(20, dtype=torch.long)
    with torch.no_grad():
        z_BN, s_BCQQ = model.vae.encode(tokens_BHW, tag_B)
        model.vae.axes.fit(z_BN, 2.0)
        model.mean_C11.copy_(torch.linspace(-1, 1, 4)[:, None, None])
        model.sd_C11.copy_(torch.linspace(0.5, 2, 4)[:, None, None])
        own = model.standard(tokens_BHW)
        assert own[0].std(0).max() < 1.1, "in the training codes' standard deviations"
        monkeypatch.setattr(model.generator, "forward", lambda _: own)
        again = model.codes(torch.zeros(20, 6))
        torch.testing.assert_close(again, (z_BN, s_BCQQ), atol=1e-5, rtol=1e-4)
        as_encoded = model.vae.decode(z_BN, s_BCQQ, tag_B)
        torch.testing.assert_close(model.vae.decode(*again, tag_B), as_encoded, atol=1e-3, rtol=1e-3)
        model.mean_C11.zero_()
        monkeypatch.setattr(model.generator, "forward", lambda _: (own[0], torch.zeros_like(own[1])))
        guess_BCQQ = model.vae.prior(z_BN, tag_B)[0]
        torch.testing.assert_close(model.codes(torch.zeros(20, 6))[1], guess_BCQQ, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("quarter", [2, 8])
def test_from_the_start_noise_reaches_the_codes_and_codes_the_scores(quarter: int) -> None:
    seed_torch(1)
    made_BN, made_BCQQ = Generator(32, 64, 24, 8, quarter)(noise(1, 200, 32))
    for wide in (made_BN.std(0).mean(), made_BCQQ.std(0).mean()):
        assert 0.4 < wide < 2, "about as wide as real codes, and not the same for all noise"
    assert 0.1 < Critic(64, 24, 8, quarter)(made_BN, made_BCQQ).std() < 2


def test_a_row_is_the_same_whatever_it_is_drawn_with(model: SpriteGAN) -> None:
    n_BE = noise(1, CHUNK, 6)
    together = drawn(model, n_BE)
    for place in range(CHUNK):
        alone = drawn(model, n_BE[place : place + 1])
        assert torch.equal(alone.logits_BKHW[0], together.logits_BKHW[place])
        assert torch.equal(alone.uses_BK[0], together.uses_BK[place])
    assert len({logits.numpy().tobytes() for logits in together.logits_BKHW}) == CHUNK, "seeds differ"


def test_a_picture_keeps_to_few_colours_of_the_table(model: SpriteGAN) -> None:
    for made_BHW in tokens(model, noise(2, 20, 6), at_once=8):
        assert made_BHW.shape[1:] == (8, 8)
        assert all(len(np.unique(made_HW)) <= 8 for made_HW in made_BHW)
    assert preview(model, table(model)).shape == (16, 32, 4)
    assert np.array_equal(preview(model, table(model)), preview(model, table(model)))


def test_batches_repeat_and_altered_pictures_are_encoded_once(model: SpriteGAN) -> None:
    one, other = batches(model), batches(model)
    order_N = rng(1).permutation(12)
    for step in (0, 1, 7):
        for a, b in zip(
            one.draw(order_N, step, rng(2, step), Notes()),
            other.draw(order_N, step, rng(2, step), Notes()),
            strict=True,
        ):
            assert torch.equal(a, b)
            assert len(a) == 6
    codes = Codes(model)
    first = codes.of(pictures(20))
    again = codes.of(pictures(20)[::-1])
    assert all(torch.equal(a, b.flip(0)) for a, b in zip(first, again, strict=True))
    u_BN, r_BCQQ = model.standard(torch.from_numpy(pictures(20)))
    torch.testing.assert_close(first[0], u_BN, atol=1e-2, rtol=1e-2)
    torch.testing.assert_close(first[1], r_BCQQ, atol=1e-2, rtol=1e-2)


def test_noise_falls_from_start_to_end_and_penalties_come_every_few_steps(model: SpriteGAN) -> None:
    config = GANConfig(noise_start=0.5, noise_end=0.1, noise_steps=100)
    assert [round(loudness(config, step), 3) for step in (0, 100, 200, 10_000)] == [0.5, 0.3, 0.2, 0.1]
    some = batches(model, penalty=2.0, penalty_every=3)
    weights = [some.draw(np.arange(12), step, rng(step), Notes())[-1][:, 0].tolist() for step in range(4)]
    assert weights == [[6.0] * 6, [0.0] * 6, [0.0] * 6, [6.0] * 6]
    quiet = batches(model, noise_start=0.0, noise_end=0.0)
    real_B2F, _, noise_B2F, _, _ = quiet.draw(np.arange(12), 1, rng(1), Notes())
    assert not noise_B2F.any()
    assert torch.equal(real_B2F[:, 0], real_B2F[:, 1])
    loud = batches(model, noise_start=0.5, noise_end=0.5)
    more_B2F, _, noise_B2F, _, _ = loud.draw(np.arange(12), 1, rng(1), Notes())
    for heard_B2F in (noise_B2F, more_B2F - real_B2F):
        assert 0.4 < heard_B2F.std() < 0.6
        assert not torch.equal(heard_B2F[:, 0], heard_B2F[:, 1]), "another draw for each of the two moves"


def test_answers_of_the_care_reach_the_batch(model: SpriteGAN) -> None:
    some = batches(model, holes=0.0, penalty=2.0, penalty_every=1)
    asked = [Notes(), Notes(holes=1.0, penalty=4.0)]
    (*_, how_B2A, weight_B2), (*_, more_B2A, more_B2) = (some.draw(np.arange(12), 1, rng(1), one) for one in asked)
    assert not how_B2A[:, :, 2].any()
    assert more_B2A[:, :, 2].all()
    assert not torch.equal(more_B2A[:, 0], more_B2A[:, 1]), "each move is shown something else"
    assert more_B2.tolist() == (weight_B2 * torch.tensor([4, 1])).tolist()


def test_the_critic_sees_codes_moved_with_a_hole_and_without_the_global_one() -> None:
    u_BN, r_BCQQ = noise(1, 3, 4), noise(2, 3, 2 * 8 * 8).unflatten(1, (2, 8, 8)).requires_grad_()

    def seen(**changed: float) -> tuple[torch.Tensor, torch.Tensor]:
        columns = ("dy", "dx", "hole", "hole_y", "hole_x", "hidden")
        how_A = torch.tensor([changed.get(name, 0.0) for name in columns])
        return shown(u_BN, r_BCQQ, torch.stack([how_A, torch.zeros(6), how_A]))

    everything = seen(dy=1, dx=-1, hole=1, hole_y=2, hole_x=-2, hidden=1)
    for same, before in zip(everything, (u_BN, r_BCQQ), strict=True):
        assert torch.equal(same[1], before[1]), "of each picture by itself"
    down, right = seen(dy=1)[1], seen(dx=1)[1]
    assert torch.equal(down[0, :, 1:], r_BCQQ[0, :, :-1])
    assert torch.equal(right[0, :, :, 1:], r_BCQQ[0, :, :, :-1])
    assert not down[0, :, 0].any()
    assert not right[0, :, :, 0].any()
    u_seen, holed = seen(hole=1, hole_y=2, hole_x=-2)
    assert torch.equal(u_seen, u_BN)
    hidden_HW = (holed[0] == 0).all(0)
    assert hidden_HW[2:6, :2].all()
    assert hidden_HW.sum() == 8, "what lies outside hides nothing"
    holed.sum().backward()
    assert r_BCQQ.grad is not None
    assert torch.equal(r_BCQQ.grad[0, 0], (~hidden_HW).float())
    u_seen, r_seen = seen(hidden=1)
    assert not u_seen[0].any()
    assert torch.equal(r_seen, r_BCQQ)


@pytest.mark.parametrize("quarter", [2, 3, 5, 8, 16])
def test_what_becomes_of_codes_is_drawn_by_chance_and_no_hole_hides_all(quarter: int) -> None:
    how_BA = by_chance(400, quarter, 0.5, rng(1))
    assert torch.equal(how_BA, by_chance(400, quarter, 0.5, rng(1)))
    assert {int(one) for one in how_BA[:, :2].flatten()} == {-1, 0, 1}
    assert 0.4 < how_BA[:, 2].mean() < 0.6
    assert 0.1 < how_BA[:, 5].mean() < 0.2
    assert not by_chance(400, quarter, 0.0, rng(1))[:, 2].any()
    how_BA = by_chance(400, quarter, 1.0, rng(1))
    how_BA[:, :2] = 0
    share_B = (shown(torch.ones(400, 4), torch.ones(400, 1, quarter, quarter), how_BA)[1] == 0).float().mean((1, 2, 3))
    assert 0 < share_B.min() <= share_B.max() <= 1 / HOLE**2
    assert share_B.max() == (quarter // HOLE) ** 2 / quarter**2


@pytest.mark.parametrize("step", [0, 1])
@pytest.mark.parametrize("name", ["critic", "generator"])
def test_pieces_of_a_batch_add_up_and_only_the_parts_own_weights_move(model: SpriteGAN, name: str, step: int) -> None:
    both = parts(model)
    batch = batches(model).draw(np.arange(12), step, rng(3), Notes())
    part, other = both[name], both["generator" if name == "critic" else "critic"]
    whole = part(*batch)
    pieces = [part(*rows) for rows in zip(*(tensor.tensor_split(3) for tensor in batch), strict=True)]
    assert torch.allclose(whole, torch.stack(pieces).sum(), rtol=1e-4)
    whole.backward()
    assert all(weight.grad is not None and weight.grad.isfinite().all() for weight in part.parameters())
    assert all(weight.grad is None and weight.requires_grad for weight in other.parameters())
    assert not set(part.state_dict()) & set(other.state_dict())


def test_the_critic_learns_to_tell_and_the_generator_to_pass(model: SpriteGAN) -> None:
    both = parts(model)
    batch = batches(model, penalty=0.1).draw(np.arange(12), 1, rng(3), Notes())
    for name, part in both.items():
        before = part(*batch).item()
        adam = torch.optim.Adam(part.parameters(), lr=3e-3, betas=(0.0, 0.99))
        for _ in range(20):
            adam.zero_grad()
            part(*batch).backward()
            adam.step()
        assert part(*batch).item() < 0.8 * before, name


def test_directions_are_a_turn_of_the_noise_with_the_strongest_first() -> None:
    e_XE = noise(4, 500, 5)
    push_EF = torch.tensor([[0.1, 0, 0], [0, 3.0, 0], [0, 0, 0.0], [0, 0, 1.0], [0.5, 0, 0]])
    axes = NoiseAxes(5)
    axes.fit(e_XE, e_XE @ push_EF + 7)
    torch.testing.assert_close(axes.axes_EE @ axes.axes_EE.T, torch.eye(5), atol=1e-5, rtol=0)
    assert axes.axes_EE[0].abs().argmax() == 1
    assert axes.axes_EE[1].abs().argmax() == 3
    assert (axes.axes_EE @ push_EF).norm(dim=1).diff().max() <= 1e-4
    assert torch.allclose(axes.noise(torch.eye(5)), axes.axes_EE)


def test_the_yardstick_prefers_pictures_of_the_same_kind(model: SpriteGAN) -> None:
    table_K4 = table(model)
    generator = np.random.default_rng(2)

    def balls(count: int) -> np.ndarray:
        tokens_NHW = np.zeros((count, 8, 8), int)
        for one_HW in tokens_NHW:
            top, left = generator.integers(0, 3, 2)
            one_HW[top : top + 5, left : left + 4] = generator.integers(1, 8)
        return table_K4[tokens_NHW]

    stick = Yardstick(balls(30), balls(20))
    like, unlike = (dict(stick.figures(made)) for made in (balls(20), table_K4[pictures(20)]))
    assert like["kid"] < unlike["kid"]
    assert like["one_nn"] < unlike["one_nn"] == 1
    assert like["coverage"] > unlike["coverage"]
    features_MR, usual_3 = originals(balls(30), balls(20))
    assert features_MR.shape == (30, model.original_MR.shape[1])
    assert np.all(np.diff(usual_3) >= 0)


def test_the_colours_of_the_card_are_those_of_the_image_vae(tmp_path: Path) -> None:
    model, card = gan(tmp_path / "morpher")
    assert np.array_equal(table(model), from_hex(card.colours))
