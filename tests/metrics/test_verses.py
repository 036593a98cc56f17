import pytest

from genmodels.metrics.verses import kendall_tau, repeats


def test_order():
    assert kendall_tau([0, 1, 2, 3]) == 1
    assert kendall_tau([3, 2, 1]) == -1
    assert kendall_tau([0, 2, 1, 3]) == pytest.approx(4 / 6)
    assert kendall_tau([1, 1]) == 0
    with pytest.raises(ValueError, match="two"):
        kendall_tau([1])


def test_repeats_are_counted_beyond_the_first():
    assert repeats(["a", "b", "a", "a", "b"]) == 3
    assert repeats([]) == 0
