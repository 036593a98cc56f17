"""Laws of drawing that hold for any network: it yields often, and rows come whole and once."""

import numpy as np
import pytest

from genmodels.api.configs import PixelRNNConfig, Preset
from genmodels.models.pixelrnn import Colours, build, draw
from genmodels.models.pixelrnn.drawing import BREATH, LANES

SIDE, COLOURS = 20, 4


@pytest.mark.parametrize("count", [1, LANES + 1])
def test_long_rows_are_drawn_with_breaths_and_come_whole(count: int) -> None:
    config = PixelRNNConfig(preset=Preset.LECTURE, size=SIDE, colours=COLOURS, hidden=8)
    same = np.arange(COLOURS)
    colours = Colours(exact_of_token_K=same, token_of_exact_T=same, drawn_of_exact_T=same)
    blank_HW, hidden_HW = np.zeros((SIDE, SIDE), dtype=np.int64), np.ones((SIDE, SIDE), dtype=bool)
    model = build(config, np.eye(COLOURS, dtype=np.uint8) * 255).eval()
    rows = list(draw(model, blank_HW, hidden_HW, colours, range(count), temperature=1.0, nucleus=1.0))
    assert np.diff([0, *(row.done for row in rows)]).max() * -(-count // LANES) <= BREATH
    assert [row.y0 for row in rows if row.exact_NRW.size] == list(range(SIDE))
    assert np.concatenate([row.exact_NRW for row in rows], axis=1).shape == (count, SIDE, SIDE)
