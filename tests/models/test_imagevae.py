"""Laws of both image VAEs: what the codes hold, what the loss is made of, what a palette and the axes promise."""

import dataclasses
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from genmodels.api.configs import ImageVAEConfig, Preset, TrainConfig
from genmodels.api.errors import ConfigError, PackError
from genmodels.models.imagevae import ImageVAE, build
from genmodels.models.imagevae.drawing import chosen_colours, paint, walks
from genmodels.models.imagevae.network import Normal, Terms, standard
from genmodels.models.imagevae.preview import preview
from genmodels.models.imagevae.training import Batches, Objective, held_out, mean_codes
from genmodels.models.imagevae.transfer import shape_of, transfer
from genmodels.runtime import rng

COLOURS = np.array(
    [[0, 0, 0, 0], [20, 20, 30, 255], [200, 40, 40, 255], [240, 200, 60, 255], [60, 90, 200, 255]], np.uint8
)
SMALL = ImageVAEConfig(size=16, colours=len(COLOURS), numbers=6, detail=4, width=16, dropout=0.0, mixture=3)
PRESETS = (SMALL, dataclasses.replace(SMALL, preset=Preset.LECTURE, detail=0))


def made(config: ImageVAEConfig = SMALL) -> ImageVAE:
    torch.manual_seed(1)
    return build(config, COLOURS).eval()


def balls(count: int, size: int = 16) -> np.ndarray:
    """Return outlined balls of two colours on nothing."""
    y_HW, x_HW = np.indices((size, size))
    tokens_NHW = np.zeros((count, size, size), np.int64)
    for n in range(count):
        far_HW = np.hypot(y_HW - 8 - n % 3, x_HW - 7 - n % 2)
        tokens_NHW[n][far_HW < 3 + n % 4] = 1
        tokens_NHW[n][far_HW < 2 + n % 4] = 2 + n % 3
    return tokens_NHW


def pictures(count: int) -> tuple[Tensor, Tensor]:
    return torch.from_numpy(balls(count)), torch.zeros(count, dtype=torch.long)


@pytest.mark.parametrize("config", PRESETS, ids=lambda config: config.preset.value)
def test_both_presets_answer_alike(config: ImageVAEConfig) -> None:
    model, (tokens_BHW, tag_B) = made(config), pictures(3)
    z_BN, s_BCQQ = model.encode(tokens_BHW, tag_B)
    assert z_BN.shape == (3, 6)
    assert s_BCQQ.shape == (3, config.detail, 4, 4)
    assert model.decode(z_BN, s_BCQQ, tag_B).shape == (3, len(COLOURS), 16, 16)
    assert model.colours(z_BN, tag_B).shape == (3, len(COLOURS))
    assert [part.shape for part in model.prior(z_BN, tag_B)] == [s_BCQQ.shape] * 2
    terms = model.terms(tokens_BHW, tag_B, bare_B=torch.zeros(3, dtype=torch.bool))
    assert terms.total().shape == (3,)
    assert torch.isfinite(terms.total()).all()
    assert preview(model, COLOURS).shape == (32, 64, 4)


def test_the_divergence_is_that_of_normals() -> None:
    normal = Normal(torch.tensor([[0.5, -1.0]]), torch.tensor([[0.2, -0.7]]))
    other = Normal(torch.tensor([[0.1, 0.3]]), torch.tensor([[-0.1, 0.4]]))
    normals = [torch.distributions.Normal(n.mean, n.log_sd.exp()) for n in (normal, other)]
    assert torch.allclose(normal.kl(other), torch.distributions.kl_divergence(*normals))
    assert torch.allclose(standard(normal.mean).kl(standard(normal.mean)), torch.zeros(1, 2))


def test_free_nats_cost_nothing_below_and_are_paid_above() -> None:
    tokens_BHW, tag_B = pictures(3)
    torch.manual_seed(2)
    terms = made().terms(tokens_BHW, tag_B, bare_B=torch.zeros(3, dtype=torch.bool))
    most = terms.kl_BN.max().item()
    assert torch.allclose(terms.total(1.0), terms.pixels + terms.colours + terms.kl_BN.sum(1) + terms.kl_detail)
    assert torch.allclose(terms.total(1.0, most), terms.pixels + terms.colours + 6 * most + terms.kl_detail)
    assert torch.allclose(terms.total(0.0), terms.pixels + terms.colours)


def test_bare_pictures_pay_nothing_for_detail_and_do_without_it() -> None:
    tokens_BHW, tag_B = pictures(4)
    bare_B = torch.tensor([True, False, True, False])
    terms = made().terms(tokens_BHW, tag_B, bare_B=bare_B)
    assert (terms.kl_detail[bare_B] == 0).all()
    assert (terms.kl_detail[~bare_B] > 0).all()


def test_only_allowed_colours_are_painted() -> None:
    model, (tokens_BHW, tag_B) = made(), pictures(3)
    allowed_BK = torch.tensor([[True, False, True, False, False]] * 3)
    drawn_BHW = paint(model, *model.encode(tokens_BHW, tag_B), tag_B, allowed_BK)
    assert set(drawn_BHW.unique().tolist()) <= {0, 2}
    assert chosen_colours(torch.full((2, 5), -3.0)).sum(1).tolist() == [2, 2]
    assert chosen_colours(torch.full((1, 5), 3.0), most=3).sum(1).tolist() == [3]


def test_further_colours_cost_likelihood() -> None:
    tokens_BHW, tag_B = pictures(3)
    model, none_B = made(), torch.zeros(3, dtype=torch.bool)
    nats = []
    for allowed_BK in (None, torch.ones(3, len(COLOURS), dtype=torch.bool)):
        torch.manual_seed(4)
        nats.append(model.terms(tokens_BHW, tag_B, allowed_BK=allowed_BK, bare_B=none_B).pixels)
    assert (nats[1] > nats[0]).all()


def test_principal_numbers_lead_back_and_are_standard() -> None:
    model = made()
    z_XN = torch.randn(200, 6, generator=torch.Generator().manual_seed(5)) * torch.arange(1, 7) + 3
    model.axes.fit(z_XN, 0.7)
    u_XN = model.axes.numbers(z_XN)
    assert torch.allclose(model.axes.code(u_XN), z_XN, atol=1e-3)
    assert torch.allclose(torch.cov(u_XN.T), torch.eye(6), atol=1e-3)
    assert (model.axes.spread_N.diff() <= 0).all()
    assert float(model.axes.usual) == pytest.approx(0.7)
    assert float(model.axes.weight_M.sum()) == pytest.approx(1)


def test_few_codes_still_give_axes() -> None:
    model = made()
    model.axes.fit(torch.randn(3, 6), 1.0)
    assert all(bool(torch.isfinite(buffer).all()) for buffer in model.axes.buffers())


def test_walks_begin_and_end_at_their_codes() -> None:
    model, ends_XN = made(), torch.randn(4, 6, generator=torch.Generator().manual_seed(6))
    both_BHW = walks(model, ends_XN, 5)
    assert both_BHW.shape == (10, 16, 16)
    z_BN, tag_B = model.axes.code(ends_XN), torch.zeros(4, dtype=torch.long)
    alone_BHW = paint(model, z_BN, model.prior(z_BN, tag_B)[0], tag_B)
    assert torch.equal(both_BHW[[0, 4, 5, 9]], alone_BHW)


def test_batches_follow_from_step_and_seed() -> None:
    tokens_NHW, tags_N = balls(12), np.arange(12) % 3
    config = TrainConfig(batch=6, flip=0.5, shift=1, hue=0.5)
    batches = Batches(tokens_NHW, tags_N, COLOURS, config, kl=0.5)
    first, again, other = (batches.draw(np.arange(12), 3, rng(1, seed)) for seed in (2, 2, 3))
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert not torch.equal(first[0], other[0])
    tokens_BHW, tag_B, allowed_BK, bare_B, weight_B2 = first
    assert tokens_BHW.shape == (6, 16, 16)
    assert set(tag_B.tolist()) <= {0, 1, 2}
    assert allowed_BK.shape == (6, len(COLOURS))
    assert bare_B.dtype == torch.bool
    assert float(weight_B2[:, 1].sum()) * 16 * 16 == pytest.approx(1)
    kl = [float(batches.draw(np.arange(12), step, rng(1))[4][0, 0]) for step in (0, 700, 5000)]
    assert kl[0] < kl[1] < kl[2] == 0.5


def test_the_loss_of_a_batch_is_the_sum_of_its_rows() -> None:
    batch = Batches(balls(12), np.zeros(12, np.int64), COLOURS, TrainConfig(batch=6), kl=0.5).draw(
        np.arange(12), 3, rng(1)
    )
    objective = Objective(made())
    objective.model.terms = _still(objective.model.terms)  # pyright: ignore[reportAttributeAccessIssue]
    whole, parts = (
        sum(objective(*(tensor[rows] for tensor in batch)).item() for rows in cuts)
        for cuts in ([slice(0, 6)], [slice(0, 2), slice(2, 6)])
    )
    assert whole == pytest.approx(parts, rel=1e-4)


def _still(terms: Callable[..., Terms]) -> Callable[..., Terms]:
    """Return the same with noise that a row has whatever its batch."""

    def drawn(*args: Any, **more: Any) -> Terms:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(torch, "randn_like", torch.ones_like)
            return terms(*args, **more)

    return drawn


@pytest.mark.parametrize("config", [*PRESETS, dataclasses.replace(SMALL, detail=0)], ids=["ours", "lecture", "bare"])
def test_every_weight_that_wants_a_gradient_gets_one_as_processes_wait_for_it(config: ImageVAEConfig) -> None:
    batch = Batches(balls(6), np.zeros(6, np.int64), COLOURS, TrainConfig(batch=6), kl=0.5).draw(
        np.arange(6), 3, rng(1)
    )
    objective = Objective(build(config, COLOURS))
    objective(*batch).backward()
    assert [name for name, one in objective.named_parameters() if one.requires_grad and one.grad is None] == []


@pytest.mark.parametrize("config", PRESETS, ids=lambda config: config.preset.value)
def test_one_batch_overfits(config: ImageVAEConfig) -> None:
    torch.manual_seed(7)
    model = build(config, COLOURS)
    tokens_BHW, tag_B = pictures(6)
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    none_B, losses = torch.zeros(6, dtype=torch.bool), []
    for _ in range(150):
        loss = model.terms(tokens_BHW, tag_B, bare_B=none_B).total(0.1).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.25 * losses[0]
    model.eval()
    held = held_out(model, tokens_BHW.numpy(), tag_B.numpy(), 0)
    assert held.accuracy > 0.9
    assert held == held_out(model, tokens_BHW.numpy(), tag_B.numpy(), 0)
    assert mean_codes(model, tokens_BHW.numpy(), tag_B.numpy()).shape == (6, 6)


def test_a_pack_is_gone_on_from_by_colours_and_tags() -> None:
    source = made(dataclasses.replace(SMALL, tags=("cat", "dog")))
    with torch.no_grad():
        source.label.weight.copy_(torch.arange(3.0)[:, None].expand(-1, source.label.weight.shape[1]))
    order = [0, 2, 1, 4]
    wanted = dataclasses.replace(SMALL, colours=4, tags=("dog", "emu"), numbers=9)
    target = build(shape_of(source.config, wanted), COLOURS[order])
    transfer(source, target, COLOURS, COLOURS[order])
    assert torch.equal(target.number.weight, source.number.weight[order])
    assert target.label.weight[:, 0].tolist() == [0, 2, 0]
    assert target.config.numbers == 6
    with pytest.raises(PackError, match="16×16, not 32×32"):
        shape_of(source.config, dataclasses.replace(wanted, size=32))
    lecture = build(PRESETS[1], COLOURS)
    with pytest.raises(PackError, match="default preset"):
        transfer(lecture, made(), COLOURS, COLOURS)


def test_what_cannot_be_built_is_refused() -> None:
    with pytest.raises(ConfigError, match="cannot be built"):
        build(dataclasses.replace(SMALL, colours=3), COLOURS)
    for wrong in ({"size": 18}, {"size": 4}, {"detail": 6}, {"width": 24}, {"tags": ("cat",) * 65}):
        with pytest.raises(ConfigError, match="cannot be"):
            dataclasses.replace(SMALL, **wrong)
    with pytest.raises(ConfigError, match="no spatial code"):
        dataclasses.replace(SMALL, preset=Preset.LECTURE)


def test_the_lecture_is_measured_by_a_likelihood_over_the_colours() -> None:
    model, (tokens_BHW, tag_B) = made(PRESETS[1]), pictures(2)
    torch.manual_seed(3)
    nats = model.terms(tokens_BHW, tag_B, bare_B=torch.zeros(2, dtype=torch.bool)).pixels
    torch.manual_seed(3)
    z = model.posterior(tokens_BHW, tag_B)[0]
    odds_BKHW = model.decode(z.draw(), torch.zeros(2, 0, 4, 4), tag_B).softmax(1)
    assert torch.allclose(odds_BKHW.sum(1), torch.ones(2, 16, 16), atol=1e-5)
    true_BHW = odds_BKHW.gather(1, tokens_BHW[:, None])[:, 0]
    assert torch.allclose(nats, -true_BHW.log().sum((1, 2)), rtol=1e-4)


def test_a_code_is_carried_to_another_tag_and_back() -> None:
    model = made(dataclasses.replace(SMALL, tags=("cat", "dog")))
    with torch.no_grad():
        torch.nn.init.normal_(model.home.weight, generator=torch.Generator().manual_seed(8))
        torch.nn.init.normal_(model.label.weight, generator=torch.Generator().manual_seed(9))
        z_BN, s_BCQQ = model.encode(*pictures(2))
        none_B, dog_B = torch.zeros(2, dtype=torch.long), torch.full((2,), 2)
        there = model.retagged(z_BN, s_BCQQ, none_B, dog_B)
        back = model.retagged(*there, dog_B, none_B)
        same = model.retagged(z_BN, s_BCQQ, dog_B, dog_B)
    assert not torch.allclose(there[0], z_BN, atol=0.1)
    for code, again, kept in zip((z_BN, s_BCQQ), back, same, strict=True):
        assert torch.allclose(again, code, atol=1e-4)
        assert torch.allclose(kept, code, atol=1e-5)
    assert torch.equal(model.homes(none_B).mean, torch.zeros(2, 6))
    assert torch.equal(model.homes(none_B).log_sd, torch.zeros(2, 6))


@pytest.mark.parametrize("own", [1, 2])
def test_a_picture_is_likeliest_of_the_tag_in_whose_home_its_code_lies(own: int) -> None:
    model = made(dataclasses.replace(SMALL, tags=("cat", "dog")))
    tokens_HW = pictures(1)[0][0]
    with torch.no_grad():
        z_1N, _ = model.encode(tokens_HW[None], torch.tensor([own]))
        model.home.weight.zero_()
        model.home.weight[own - 1, : SMALL.numbers] = z_1N[0]
        model.home.weight[2 - own, : SMALL.numbers] = z_1N[0] + 3
        assert model.likeliest_tag(tokens_HW) == own
    assert made(SMALL).likeliest_tag(tokens_HW) == 0
