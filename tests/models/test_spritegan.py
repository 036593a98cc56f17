"""Laws of the GAN: what the two parts are made of, that batches repeat, that a row never depends on the others."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from small_gans import gan
from torch import nn

from genmodels.api.configs import Family as Families
from genmodels.api.configs import GANConfig, Preset, TrainConfig, preset_configs
from genmodels.api.errors import ConfigError
from genmodels.media.palettes import from_hex
from genmodels.models.spritegan import Drawn, SpriteGAN, build, build_critic
from genmodels.models.spritegan.augmenting import by_chance, plain, shown
from genmodels.models.spritegan.directions import NoiseAxes
from genmodels.models.spritegan.drawing import CHUNK, drawn, noise, tokens
from genmodels.models.spritegan.measuring import Yardstick, originals
from genmodels.models.spritegan.network import Critic
from genmodels.models.spritegan.notes import Notes
from genmodels.models.spritegan.preview import preview
from genmodels.models.spritegan.training import Batches, CriticPart, GeneratorPart, real, straight_through
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
    return Batches(pictures(12), table(model), dataclasses.replace(model.config, **changed), COURSE)


def parts(model: SpriteGAN) -> dict[str, nn.Module]:
    seed_torch(1)
    critic = build_critic(model.config)
    return {"critic": CriticPart(critic, model), "generator": GeneratorPart(model, critic)}


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


def test_untrained_it_draws_what_the_image_vae_would(tmp_path: Path) -> None:
    model, card = gan(tmp_path / "morpher")
    fresh = build(model.config, from_hex(card.colours)).eval()
    fresh.vae.load_state_dict(model.vae.state_dict())
    e_BE, tag_B = noise(1, 20, 6), torch.zeros(20, dtype=torch.long)
    numbers = fresh.vae.config.numbers
    u_BN = torch.cat((e_BE[:, :numbers], torch.zeros(20, max(numbers - 6, 0))), 1)
    z_BN = fresh.vae.axes.code(u_BN)
    said = fresh(e_BE)
    assert torch.allclose(said.logits_BKHW, fresh.vae.decode(z_BN, fresh.vae.prior(z_BN, tag_B)[0], tag_B), atol=1e-5)
    assert torch.allclose(said.uses_BK, fresh.vae.colours(z_BN, tag_B), atol=1e-5)


@pytest.mark.parametrize("size", [8, 12, 20, 32, 64])
def test_from_the_start_scores_differ(size: int) -> None:
    seed_torch(1)
    seen_B4HW = torch.rand(20, 4, size, size).round() * 2 - 1
    assert 0.02 < Critic(16, size)(seen_B4HW).std() < 3


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


def test_batches_repeat_and_penalties_come_every_few_steps(model: SpriteGAN) -> None:
    one, other = (batches(model, penalty=2.0, penalty_every=3) for _ in range(2))
    order_N = rng(1).permutation(12)
    for step in (0, 1, 7):
        for a, b in zip(
            one.draw(order_N, step, rng(2, step), Notes()),
            other.draw(order_N, step, rng(2, step), Notes()),
            strict=True,
        ):
            assert torch.equal(a, b)
            assert len(a) == 6
    weights = [one.draw(np.arange(12), step, rng(step), Notes())[-1][:, 0].tolist() for step in range(4)]
    assert weights == [[6.0] * 6, [0.0] * 6, [0.0] * 6, [6.0] * 6]


def test_what_the_critic_sees_is_the_picture_moved_mirrored_recoloured_on_a_ground(model: SpriteGAN) -> None:
    x_B4HW = real(model, torch.from_numpy(pictures(5)))
    as_it_is = shown(x_B4HW, plain(5))
    rgb_B3HW, opacity_B1HW = x_B4HW[:, :3], x_B4HW[:, 3:]
    torch.testing.assert_close(as_it_is[:, :3], (rgb_B3HW + (1 - opacity_B1HW) / 2) * 2 - 1, atol=1e-5, rtol=0)
    torch.testing.assert_close(as_it_is[:, 3:], opacity_B1HW * 2 - 1, atol=1e-5, rtol=0)

    def changed(column: int, value: float) -> torch.Tensor:
        how_BA = plain(5)
        how_BA[:, column] = value
        return shown(x_B4HW, how_BA)

    assert torch.allclose(changed(0, 1), as_it_is.flip(3))
    assert torch.allclose(changed(1, 2)[:, :, 2:], as_it_is[:, :, :-2], atol=1e-5)
    assert torch.allclose(changed(2, -1)[:, :, :, :-1], as_it_is[:, :, :, 1:], atol=1e-5)
    assert torch.all(changed(1, 2)[:, 3, :2] == -1), "what comes in is clear"
    assert torch.allclose(changed(3, 2 * np.pi), as_it_is, atol=1e-4)
    turned, luma = changed(3, 2.0), torch.tensor([0.299, 0.587, 0.114])
    assert torch.allclose(
        torch.einsum("bchw,c->bhw", turned[:, :3], luma), torch.einsum("bchw,c->bhw", as_it_is[:, :3], luma), atol=1e-2
    )
    assert not torch.allclose(turned, as_it_is, atol=0.1)
    holes = by_chance(200, dataclasses.replace(model.config, holes=1.0), COURSE, rng(1))
    seen = shown(torch.ones(200, 4, 8, 8), holes)
    assert {int((one == 0).sum()) for one in seen[:, 3]} > {9}, "3×3 of 8×8, or less at the edge"
    none = by_chance(50, dataclasses.replace(model.config, holes=0.0), dataclasses.replace(COURSE, hue=0.5), rng(1))
    assert 10 < int((none[:, 3] > 0).sum()) < 40
    assert set(none[:, 1].tolist()) == {-1.0, 0.0, 1.0}


def test_forwards_pixels_backwards_shares() -> None:
    value_K4 = torch.tensor([[0, 0, 0, 0], [1.0, 0, 0, 1], [0, 0, 1, 1]])
    logits_BKHW = torch.tensor([0.0, 2.0, 1.5])[None, :, None, None].requires_grad_()
    uses_BK = torch.tensor([[5.0, 1.0, 5.0]]).requires_grad_()
    drawn_ = straight_through(Drawn(logits_BKHW, uses_BK), value_K4)
    assert torch.allclose(drawn_[0, :, 0, 0], value_K4[1]), "a pure colour"
    drawn_[0, 2].sum().backward()
    assert logits_BKHW.grad is not None
    assert uses_BK.grad is not None
    assert logits_BKHW.grad[0, 2] > 0 > logits_BKHW.grad[0, 1], "more blue is less red"
    assert uses_BK.grad[0, 1] < 0


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
    learns = [weight for weight in part.parameters() if weight.requires_grad]
    assert all(weight.grad is not None and weight.grad.isfinite().all() for weight in learns)
    assert all(weight.grad is None for weight in other.parameters())
    assert all(weight.requires_grad for weight in both["critic"].parameters())
    assert not set(part.state_dict()) & set(other.state_dict())


def test_the_critic_learns_to_tell_and_the_generator_to_pass(model: SpriteGAN) -> None:
    both = parts(model)
    batch = batches(model, penalty=0.1).draw(np.arange(12), 1, rng(3), Notes())
    for name, part in both.items():
        before = part(*batch).item()
        adam = torch.optim.Adam([one for one in part.parameters() if one.requires_grad], lr=3e-3, betas=(0.0, 0.99))
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
