"""Principal directions: the widest first, there and back, and always the same for the same codes."""

import pytest
import torch

from genmodels.models.axes import LEAST_SPREAD, PrincipalAxes


def codes(count: int) -> torch.Tensor:
    generator = torch.Generator().manual_seed(1)
    turn_33 = torch.linalg.qr(torch.randn(3, 3, generator=generator)).Q
    return torch.randn(count, 3, generator=generator) * torch.tensor([0.5, 3.0, 1.0]) @ turn_33 + 7


@pytest.mark.parametrize("count", [2, 500])
def test_there_and_back(count: int) -> None:
    axes, z_XN = PrincipalAxes(3), codes(count)
    assert torch.equal(axes.numbers(z_XN), z_XN), "before they are fitted, codes stay as they are"
    axes.fit_directions(z_XN)
    assert torch.allclose(axes.code(axes.numbers(z_XN)), z_XN, atol=1e-4)
    assert float(axes.numbers(z_XN).mean(0).abs().max()) < 1e-4


def test_the_widest_comes_first_and_counts_in_standard_deviations() -> None:
    axes, z_XN = PrincipalAxes(3), codes(2000)
    axes.fit_directions(z_XN)
    assert axes.spread_N.tolist() == pytest.approx([3, 1, 0.5], rel=0.1)
    assert axes.numbers(z_XN).std(0).tolist() == pytest.approx([1, 1, 1], rel=0.01)


def test_a_direction_and_its_opposite_are_one() -> None:
    one, other = PrincipalAxes(3), PrincipalAxes(3)
    one.fit_directions(codes(100))
    other.fit_directions(14 - codes(100))
    assert torch.allclose(one.axes_NN, other.axes_NN, atol=1e-4)
    one.fit_directions(codes(2))
    assert one.spread_N.min() == pytest.approx(LEAST_SPREAD), "two codes tell of one direction"
