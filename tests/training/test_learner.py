"""Steps: pieces of a batch add up to the whole, what is not a number changes nothing, a state goes on exactly."""

import pytest
import torch
from torch import Tensor, nn

from genmodels.api.configs import TrainConfig
from genmodels.runtime import accelerator
from genmodels.training.learner import DivergedError, Learner


class Line(nn.Module):
    """Least squares, as a sum of weighted rows."""

    def __init__(self) -> None:
        super().__init__()
        self.slope = nn.Linear(3, 1)

    def forward(self, x_B3: Tensor, y_B1: Tensor) -> Tensor:
        return ((self.slope(x_B3).float() - y_B1) ** 2).sum() / 8


def learner() -> Learner:
    torch.manual_seed(0)
    return Learner({"line": Line()}, TrainConfig(rate=0.01), accelerator("cpu"), (0.9, 0.99))


def batch(seed: int) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(8, 3, generator=generator), torch.randn(8, 1, generator=generator)


def steps(one: Learner, seeds: range, pieces: int = 1) -> list[float]:
    return [one.step(batch(n), n, rate=0.01, decay=0.9, pieces=pieces)[0]["line"] for n in seeds]


@pytest.mark.parametrize("pieces", [2, 3, 8])
def test_a_batch_in_pieces_is_the_whole_batch(pieces: int) -> None:
    whole, parts = learner(), learner()
    assert steps(whole, range(10)) == pytest.approx(steps(parts, range(10), pieces), rel=2e-2)
    for name, value in whole.state().items():
        torch.testing.assert_close(parts.state()[name], value, rtol=2e-2, atol=2e-3)


def test_a_state_goes_on_exactly() -> None:
    one, other = learner(), learner()
    steps(one, range(5))
    other.restore({name: value.clone() for name, value in one.state().items()})
    assert steps(one, range(5, 9)) == steps(other, range(5, 9))
    assert all((value == other.state()[name]).all() for name, value in one.state().items())


def test_the_average_lags_behind() -> None:
    one = learner()
    start = one.state()["part/line/slope.weight"].clone()
    steps(one, range(3))
    state = one.state()
    moved = (state["part/line/slope.weight"] - start).abs().sum()
    assert 0 < (state["average/line/slope.weight"] - start).abs().sum() < moved


def test_what_is_not_a_number_changes_no_weight() -> None:
    one = learner()
    steps(one, range(2))
    before = {name: value.clone() for name, value in one.state().items()}
    x_B3, y_B1 = batch(9)
    with pytest.raises(DivergedError):
        one.step((x_B3 * float("nan"), y_B1), 9, rate=0.01, decay=0.9, pieces=1)
    assert all((value == before[name]).all() for name, value in one.state().items())


def test_memory_that_runs_out_cuts_the_batch_and_takes_the_step_once(monkeypatch: pytest.MonkeyPatch) -> None:
    forward = Line.forward
    losses = steps(learner(), range(1))

    def narrow(self: Line, x_B3: Tensor, y_B1: Tensor) -> Tensor:
        if len(x_B3) > 3:
            raise RuntimeError("CUDA out of memory. Tried to allocate …")
        return forward(self, x_B3, y_B1)

    monkeypatch.setattr(Line, "forward", narrow)
    short = learner()
    cut, pieces = short.step(batch(0), 0, rate=0.01, decay=0.9, pieces=1)
    assert pieces == 4
    assert cut["line"] == pytest.approx(losses[0], rel=2e-2)
    assert short.state()["optimizer/line/0/step"].item() == 1
