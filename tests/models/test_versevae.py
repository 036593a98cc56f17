"""Laws of the verse VAE: any line that can be spelt comes back, rows are independent, one batch is learnt by heart."""

import dataclasses
import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from small_verses import verse_model
from verse_files import CHINESE, ENGLISH, many_lines

from genmodels.api.configs import Family, Preset, VerseVAEConfig
from genmodels.api.errors import ConfigError
from genmodels.api.presets import preset_configs
from genmodels.data.steps import finished
from genmodels.models.versevae import build
from genmodels.models.versevae.pieces import find_pieces
from genmodels.models.versevae.spelling import CAPITAL, END, UNKNOWN, Spelling
from genmodels.models.versevae.training import Batches, Lines, Objective, given_back, held_out, weights
from genmodels.models.versevae.writing import texts, tokens_of, write
from genmodels.models.versevae.written import Written
from genmodels.runtime import seed_torch

ALPHABET = "abcdeABCDE ',.;-é茶涼"


@given(st.text(ALPHABET, max_size=40))
def test_any_line_of_known_characters_comes_back(text: str) -> None:
    line = " ".join(text.split())
    spelling = Spelling((*ALPHABET, CAPITAL, " a", "ab", " ab"))
    assert spelling.text(spelling.numbers(line)) == line
    assert not spelling.unknown(line)


def test_words_share_pieces_whatever_their_place_and_their_capital() -> None:
    spelling = Spelling(finished(find_pieces(many_lines(60), 200)))
    assert 150 < len(spelling.pieces) <= 200
    the = spelling.numbers("the")
    assert len(the) == 1
    assert spelling.numbers("The gate and the wind")[1:2] == the
    assert spelling.numbers("The gate and the wind").count(the[0]) == 2
    assert spelling.unknown("The gate of Ωmega and the 門") == ("Ω", "門")
    assert UNKNOWN in spelling.numbers("門")
    assert spelling.text([*the, END, *the]) == "the"


def test_characters_are_never_left_out_for_want_of_room() -> None:
    assert set("".join(CHINESE)) == set(finished(find_pieces(CHINESE * 2, 64)))


def test_what_is_written_is_known_and_what_is_not_is_new() -> None:
    written, lines = Written(500), many_lines(500)
    finished(written.fill(lines))
    assert all(written.holds(line) for line in lines)
    assert written.holds(lines[3].upper() + "!")
    assert sum(written.holds(f"{line} or not") for line in lines) < 5


@pytest.mark.parametrize("preset", list(Preset))
@torch.no_grad()
def test_a_row_never_depends_on_the_others(preset: Preset) -> None:
    model = verse_model(preset=preset)
    tokens_BT = tokens_of(model, ENGLISH)
    mean_BN, logvar_BN = model.posterior(tokens_BT)
    nats_B = model.reconstruction(tokens_BT, mean_BN)
    for n, line in enumerate(ENGLISH):
        alone_1T = tokens_of(model, [line])
        own_1N, own_logvar_1N = model.posterior(alone_1T)
        assert torch.allclose(own_1N[0], mean_BN[n], atol=1e-5)
        assert torch.allclose(own_logvar_1N[0], logvar_BN[n], atol=1e-5)
        assert torch.allclose(model.reconstruction(alone_1T, own_1N)[0], nats_B[n], rtol=1e-4)
    wrote = texts(model, write(model, mean_BN))
    assert wrote == [texts(model, write(model, mean_BN[n : n + 1]))[0] for n in range(len(ENGLISH))]


@torch.no_grad()
def test_writing_step_by_step_is_what_training_sees_at_once() -> None:
    model = verse_model()
    z_BN = torch.randn(4, 6)
    wrote_BT = write(model, z_BN, longest=12)
    nats_B = model.reconstruction(wrote_BT, z_BN)
    other_BT = wrote_BT.clone()
    other_BT[:, 0] = (other_BT[:, 0] - 1) % (len(model.spelling) - 2) + 2
    assert bool((model.reconstruction(other_BT[:, :1], z_BN) > model.reconstruction(wrote_BT[:, :1], z_BN)).all())
    assert bool(torch.isfinite(nats_B).all())
    drawn = [write(model, z_BN, temperature=1.0, seed=seed) for seed in (1, 1, 2)]
    assert torch.equal(drawn[0], drawn[1])
    assert not torch.equal(drawn[0], drawn[2])
    assert not bool((drawn[0] == UNKNOWN).any())


def test_the_rough_softmax_is_right_in_the_mean() -> None:
    lines = many_lines(400)
    pieces = finished(find_pieces(lines, 64)) + tuple(chr(0x4E00 + n) for n in range(3000))
    config = VerseVAEConfig(pieces=pieces, numbers=4, embedding=8, reading=6, width=8)
    seed_torch(1)
    model = build(config)
    with torch.no_grad():
        model.bias_V.normal_()
        tokens_BT, z_BN = tokens_of(model, lines[:20]), torch.randn(20, 4)
        exact = float(model.reconstruction(tokens_BT, z_BN).mean())
        rough = [float(model.reconstruction(tokens_BT, z_BN, roughly=True).mean()) for _ in range(40)]
    assert sum(rough) / 40 == pytest.approx(exact, rel=0.01)


def test_one_batch_is_learnt_by_heart_and_given_back_by_the_code_alone() -> None:
    model = verse_model(width=48, numbers=16)
    objective, tokens_BT = Objective(model), tokens_of(model, ENGLISH)
    weight_B4 = torch.tensor([[0.001, 0.0, 0.0, 1 / 60]]).repeat(len(ENGLISH), 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    model.train()
    for _ in range(150):
        optimizer.zero_grad()
        objective(tokens_BT, weight_B4).backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        assert bool(given_back(model, tokens_BT, model.posterior(tokens_BT)[0]).all())
        assert texts(model, write(model, model.posterior(tokens_BT)[0])) == ENGLISH


def test_batches_hold_every_line_once_and_repeat() -> None:
    model = verse_model(many_lines(50))
    rows = [model.spelling.numbers(line) for line in many_lines(50)]
    lengths = torch.tensor([len(row) for row in rows]).numpy()
    lines = Lines(torch.tensor([n for row in rows for n in row]).numpy(), lengths)
    batches = Batches(lines, 8, 3)
    seen = [row[row != END].tolist() for step in range(len(batches)) for row in batches.rows(step)]
    assert sorted(seen) == sorted(rows)
    again = Batches(lines, 8, 3)
    assert torch.equal(again.rows(9), batches.rows(9)), "whatever was drawn before"
    found = held_out(model, lines, torch.arange(20).numpy())
    assert found.elbo == pytest.approx(found.reconstruction + found.kl)
    assert 0 <= found.exact <= found.pieces <= 1


def test_the_kl_term_comes_after_the_autoencoder_and_stays_in_the_end() -> None:
    config = VerseVAEConfig(autoencoding=0.5, cycles=2, kl=0.8)
    begun, middle, end = (weights(config, gone) for gone in (0.2, 0.75, 1.0))
    assert begun.kl < 0.1
    assert begun.dropped == config.dropped
    assert middle.kl < 0.1, "a new cycle"
    assert (end.kl, end.dropped, end.hidden) == (0.8, 0.0, 0.0)
    assert all(math.isfinite(value) for gone in (0, 0.5, 0.62) for value in weights(config, gone))


def test_misfits_are_refused() -> None:
    with pytest.raises(ConfigError, match="without pieces"):
        build(VerseVAEConfig())
    with pytest.raises(ConfigError, match="too many, empty or too long"):
        VerseVAEConfig(pieces=("",))
    lecture, _ = preset_configs(Family.VERSE_VAE, Preset.LECTURE)
    assert isinstance(lecture, VerseVAEConfig)
    assert type(build(dataclasses.replace(lecture, pieces=("a",)))).__name__ == "LectureVAE"
