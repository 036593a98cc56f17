"""Laws of both PixelRNNs: no leak, pens agree with training's figures, seeds decide, one batch can be learned."""

import dataclasses

import numpy as np
import pytest
import torch

from genmodels.api.configs import Family, PixelRNNConfig, Preset
from genmodels.api.errors import ConfigError
from genmodels.api.presets import preset_configs
from genmodels.data.sprites.masking import random_mask
from genmodels.media.masks import Cover, cover_mask
from genmodels.models.pixelrnn import Colours, PixelRNN, build, draw
from genmodels.models.pixelrnn.drawing import LANES
from genmodels.models.pixelrnn.training import held_out

SIZE, COLOURS = 9, 7
MASKS = {
    "whole": cover_mask(Cover.WHOLE, SIZE, SIZE),
    "lower": cover_mask(Cover.LOWER_HALF, SIZE, SIZE),
    "box": cover_mask(Cover.BOX, SIZE, SIZE),
    "brush": random_mask(np.random.default_rng(11), SIZE),
    "scattered": np.random.default_rng(1).random((SIZE, SIZE)) < 0.4,
}
SAME = Colours(
    exact_of_token_K=np.arange(COLOURS), token_of_exact_T=np.arange(COLOURS), drawn_of_exact_T=np.arange(COLOURS)
)


def model_of(preset: Preset) -> PixelRNN:
    torch.manual_seed(3)
    small = {"size": SIZE, "colours": COLOURS, "hidden": 24, "embedding": 12, "context": 8, "heads": 2}
    config = dataclasses.replace(preset_configs(Family.PIXELRNN, preset)[0], **small)
    rgba_K4 = np.random.default_rng(0).integers(0, 256, (COLOURS, 4), dtype=np.uint8)
    rgba_K4[:, 3] = 255
    rgba_K4[3:5] = rgba_K4[1], rgba_K4[1] ^ 1  # three shades of one colour
    model = build(config, rgba_K4).eval()
    with torch.no_grad():  # far from zero, so that every path matters
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    return model


@pytest.fixture(params=list(Preset))
def model(request: pytest.FixtureRequest) -> PixelRNN:
    return model_of(request.param)


def tokens_of(seed: int) -> torch.Tensor:
    return torch.from_numpy(np.random.default_rng(seed).integers(0, COLOURS, (SIZE, SIZE)))


@pytest.mark.parametrize("name", MASKS)
def test_hidden_colours_do_not_leak(model: PixelRNN, name: str) -> None:
    """Changing a hidden pixel and all after it changes neither its own odds nor those of any drawn before."""
    hidden_HW = torch.from_numpy(MASKS[name])
    tokens_HW = tokens_of(5)
    hidden_M = hidden_HW.flatten().nonzero()[:, 0]
    for pixel in hidden_M[:: max(1, len(hidden_M) // 12)].tolist():
        changed_HW = tokens_HW.clone()
        later_M = hidden_M[hidden_M >= pixel]
        changed_HW.view(-1)[later_M] = (changed_HW.view(-1)[later_M] + 1) % COLOURS
        earlier_Q = hidden_M[hidden_M < pixel]
        both_BHW = torch.stack((tokens_HW, changed_HW))
        with torch.no_grad():
            nll_BQ = model.nll(both_BHW, hidden_HW.expand(2, -1, -1), None, earlier_Q.expand(2, -1))
            odds_BK = _odds(model, both_BHW, hidden_HW, pixel)
        assert torch.allclose(nll_BQ[0], nll_BQ[1], atol=1e-5)
        assert torch.allclose(odds_BK[0], odds_BK[1], atol=1e-5)


def _odds(model: PixelRNN, tokens_BHW: torch.Tensor, hidden_HW: torch.Tensor, pixel: int) -> torch.Tensor:
    """Return each picture's odds of every token at a pixel, by asking for each token in turn."""
    odds = []
    for tokens_HW in tokens_BHW:
        # The true token of the pixel itself is replaced by each candidate; a leak would show as a total other than 1.
        asked_KHW = tokens_HW.expand(COLOURS, -1, -1).clone()
        asked_KHW.view(COLOURS, -1)[:, pixel] = torch.arange(COLOURS)
        at_KQ = torch.full((COLOURS, 1), pixel)
        odds.append((-model.nll(asked_KHW, hidden_HW.expand(COLOURS, -1, -1), None, at_KQ)[:, 0]).exp())
    return torch.stack(odds)


@pytest.mark.parametrize("name", MASKS)
def test_odds_sum_to_one(model: PixelRNN, name: str) -> None:
    hidden_HW = torch.from_numpy(MASKS[name])
    for pixel in hidden_HW.flatten().nonzero()[::9, 0].tolist():
        with torch.no_grad():
            total = _odds(model, tokens_of(6)[None], hidden_HW, pixel).sum()
        assert total.item() == pytest.approx(1, abs=1e-5)


def test_visible_pixels_after_the_hole_matter() -> None:
    """Ours completes any mask, not only the rest of the scan."""
    model, hidden_HW = model_of(Preset.DEFAULT), torch.from_numpy(MASKS["box"])
    first = hidden_HW.flatten().nonzero()[:1, 0]
    below_HW = tokens_of(7)
    below_HW[-1] = (below_HW[-1] + 1) % COLOURS
    with torch.no_grad():
        both_BHW = torch.stack((tokens_of(7), below_HW))
        odds_BK = _odds(model, both_BHW, hidden_HW, int(first))
    assert not torch.allclose(odds_BK[0], odds_BK[1], atol=1e-4)


@pytest.mark.parametrize("name", MASKS)
def test_drawing_follows_the_trained_odds(model: PixelRNN, name: str) -> None:
    """The pen's own account of what it drew equals what nll says of the finished picture, for every candidate."""
    hidden_HW, seeds = MASKS[name], range(3)
    rows = list(draw(model, tokens_of(8).numpy(), hidden_HW, SAME, seeds, temperature=1.0, nucleus=1.0))
    drawn_NHW = np.tile(tokens_of(8).numpy(), (3, 1, 1))
    for row in rows:
        drawn_NHW[:, row.y0 : row.y0 + row.exact_NRW.shape[1]] = row.exact_NRW
    assert (drawn_NHW[:, ~hidden_HW] == tokens_of(8).numpy()[~hidden_HW]).all()
    pixels_Q = torch.from_numpy(np.flatnonzero(hidden_HW))
    with torch.no_grad():
        there_BHW = torch.from_numpy(hidden_HW).expand(3, -1, -1)
        nll_BQ = model.nll(torch.from_numpy(drawn_NHW), there_BHW, None, pixels_Q.expand(3, -1))
    assert rows[-1].bits_N == pytest.approx(nll_BQ.mean(1).numpy() / np.log(2), abs=1e-4)
    assert rows[-1].done == rows[-1].total == hidden_HW.sum()


@pytest.mark.parametrize("name", ["lower", "box", "scattered"])
def test_candidates_that_begin_with_different_pictures_follow_the_odds_of_their_own(model: PixelRNN, name: str) -> None:
    hidden_HW, begun_NHW = MASKS[name], np.stack([tokens_of(seed).numpy() for seed in range(20, 23)])

    def drawn(places: list[int]) -> tuple[np.ndarray, np.ndarray]:
        rows = list(draw(model, begun_NHW[places], hidden_HW, SAME, places, temperature=1.0, nucleus=1.0))
        pictures_NHW = begun_NHW[places].copy()
        for row in rows:
            pictures_NHW[:, row.y0 : row.y0 + row.exact_NRW.shape[1]] = row.exact_NRW
        return pictures_NHW, rows[-1].bits_N

    together_NHW, bits_N = drawn([0, 1, 2])
    assert (together_NHW[:, ~hidden_HW] == begun_NHW[:, ~hidden_HW]).all()
    assert (together_NHW[1:2] == drawn([1])[0]).all()
    pixels_Q = torch.from_numpy(np.flatnonzero(hidden_HW))
    with torch.no_grad():
        there_BHW = torch.from_numpy(hidden_HW).expand(3, -1, -1)
        nll_BQ = model.nll(torch.from_numpy(together_NHW), there_BHW, None, pixels_Q.expand(3, -1))
    assert bits_N == pytest.approx(nll_BQ.mean(1).numpy() / np.log(2), abs=1e-4)


def test_a_seed_draws_the_same_at_any_number_of_candidates(model: PixelRNN) -> None:
    hidden_HW = MASKS["whole"]

    def picture(seeds: list[int], place: int) -> np.ndarray:
        rows = draw(model, tokens_of(2).numpy(), hidden_HW, SAME, seeds, temperature=0.9, nucleus=0.95)
        return np.concatenate([row.exact_NRW[place] for row in rows])

    alone = picture([41], 0)
    assert (alone == picture([7, 41, 9], 1)).all()
    assert (alone == picture([*range(LANES), 41], LANES)).all()
    assert (alone != picture([42], 0)).any()


def test_temperature_zero_takes_the_likeliest(model: PixelRNN) -> None:
    pictures = [
        np.concatenate(
            [
                r.exact_NRW[0]
                for r in draw(model, tokens_of(2).numpy(), MASKS["lower"], SAME, [seed], temperature=0, nucleus=1)
            ]
        )
        for seed in (1, 2)
    ]
    assert (pictures[0] == pictures[1]).all()


def test_pointers_and_words_are_drawn_as_they_are_told(model: PixelRNN) -> None:
    """A colour that nothing may be drawn as never comes up, wherever a pointer points."""
    only_two = Colours(
        exact_of_token_K=np.arange(COLOURS) % 2,
        token_of_exact_T=np.arange(COLOURS),
        drawn_of_exact_T=np.arange(COLOURS) % 2,
    )
    rows = draw(model, tokens_of(9).numpy(), MASKS["lower"], only_two, range(4), temperature=1.5, nucleus=1.0)
    drawn = np.concatenate([row.exact_NRW.ravel() for row in rows])
    assert set(drawn.tolist()) == {0, 1}


@pytest.mark.parametrize("preset", list(Preset))
def test_one_batch_can_be_learned(preset: Preset) -> None:
    torch.manual_seed(1)
    small = {"size": 8, "colours": 4, "hidden": 32, "embedding": 12, "context": 8, "heads": 2, "dropout": 0.0}
    model = build(
        dataclasses.replace(preset_configs(Family.PIXELRNN, preset)[0], **small), np.eye(4, dtype=np.uint8) * 255
    )
    tokens_BHW, hidden_BHW = torch.randint(0, 4, (4, 8, 8)), torch.ones(4, 8, 8, dtype=torch.bool)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(400 if preset is Preset.LECTURE else 150):
        optimizer.zero_grad()
        loss = model.nll(tokens_BHW, hidden_BHW).mean()
        loss.backward()
        optimizer.step()
    assert loss.item() < 0.35  # four equally likely colours are ln 4 = 1.39


def test_held_out_figures_do_not_depend_on_the_batch() -> None:
    tokens_NHW = tokens_of(1).numpy()[None].repeat(3, 0)
    model, alone_NHW = model_of(Preset.DEFAULT), tokens_of(1).numpy()[None]
    for cover in Cover:
        bits_N = held_out(model, tokens_NHW, cover, batch=2)
        assert bits_N == pytest.approx(held_out(model, alone_NHW, cover).repeat(3), abs=1e-5)


def test_a_table_of_another_length_is_refused() -> None:
    with pytest.raises(ConfigError):
        build(PixelRNNConfig(size=16, colours=5), np.zeros((4, 4), np.uint8))
