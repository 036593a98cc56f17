"""The lessons' two models: alike at the start, better with every step, and the figures that tell them apart."""

import pytest
import torch

from genmodels.models.lessons import ColoursLesson, MoonsLesson
from genmodels.models.lessons.network import SmallNet, build_pair
from genmodels.runtime import one_thread


def test_both_networks_start_alike_and_torch_keeps_its_own_chance():
    before = torch.random.get_rng_state()
    first, second = build_pair(
        3, lambda: SmallNet(8, 8, numbers=2, weight=0.0), lambda: SmallNet(8, 8, numbers=2, weight=1.0)
    )
    assert torch.equal(before, torch.random.get_rng_state())
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(a, b)


def test_the_second_loss_is_the_divergence_from_a_normal_distribution():
    net = SmallNet(4, 4, numbers=3, weight=2.0)
    x_BI = torch.randn(5, 4, generator=torch.Generator().manual_seed(0))
    minimised, missed = net.loss(x_BI, lambda out_BO: out_BO.sum(dim=1) * 0, torch.Generator().manual_seed(1))
    mean, log_sd = net.encoder(x_BI).chunk(2, dim=1)
    posterior = torch.distributions.Normal(mean, (log_sd - 0.5).exp())
    divergence = torch.distributions.kl_divergence(posterior, torch.distributions.Normal(0.0, 1.0)).sum(dim=1).mean()
    assert missed == 0
    assert minimised.item() == pytest.approx(2 * divergence.item(), rel=1e-4)


@pytest.mark.parametrize("kind", [MoonsLesson, ColoursLesson])
def test_both_models_of_a_lesson_learn(kind):
    with one_thread():
        lesson = kind(5, 40)
        losses = [lesson.step(number) for number in range(40)]
        assert all(end < start / 2 for start, end in zip(losses[0], losses[-1], strict=True))
        figures = [figure for figure in lesson.measure() if figure]
    assert len(figures) == 2
    pictures = lesson.pictures(1)
    assert len(pictures) % lesson.columns == 0
    assert pictures[0].shape == (16, 16, 4)


def test_a_colour_that_is_chosen_is_never_a_foreign_one():
    lesson = ColoursLesson(5, 20)
    for number in range(20):
        lesson.step(number)
    rgb, chosen = (figure for figure in lesson.measure() if figure)
    assert rgb["foreign"] > 0.1
    assert chosen["foreign"] == 0
