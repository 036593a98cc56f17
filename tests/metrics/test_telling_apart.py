"""The classifier two-sample test."""

import numpy as np
import pytest

from genmodels.metrics.telling_apart import c2st, looks


def test_alike_is_chance_and_a_shift_is_seen() -> None:
    rng = np.random.default_rng(0)
    one_ND, other_ND = rng.normal(size=(2, 400, 10))
    alike = list(c2st(one_ND, other_ND))
    assert len(alike) == 5
    assert np.mean(alike) == pytest.approx(0.5, abs=0.06)
    assert np.mean(list(c2st(one_ND, other_ND + 1))) > 0.9


@pytest.mark.parametrize("side", [20, 64])
def test_a_seam_changes_what_it_looks_at_in_one_row_only(side: int) -> None:
    plain_NHW4 = np.full((1, side, side, 4), 255, np.uint8)
    seamed_NHW4 = plain_NHW4.copy()
    seamed_NHW4[:, side // 2 :, :, 0] = 250
    profile_D = (looks(seamed_NHW4) - looks(plain_NHW4))[0, 6 * 6 * 4 :]
    # Across: rows, columns; down: columns, rows between rows.
    changed = np.flatnonzero(profile_D)
    across, down_by_column = 2 * side - 1, side
    assert set(changed) == {*range(across, across + down_by_column), across + down_by_column + side // 2 - 1}
