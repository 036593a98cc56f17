"""Laws of drawing that hold for any network: it yields often, and rows come whole and once."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from torch import nn

from genmodels.api.configs import PixelRNNConfig, Preset
from genmodels.models.pixelrnn import Colours, Rows, build, draw
from genmodels.models.pixelrnn.drawing import BREATH, LANES
from genmodels.models.pixelrnn.pens import ContextPen, LecturePen

SIDE, COLOURS = 20, 4


def drawn(preset: Preset, count: int, *, alike: bool = True) -> Iterator[Rows]:
    """Draw all of so many candidates with an untrained network."""
    config = PixelRNNConfig(preset=preset, size=SIDE, colours=COLOURS, hidden=8, embedding=4, context=8, heads=1)
    same = np.arange(COLOURS)
    colours = Colours(exact_of_token_K=same, token_of_exact_T=same, drawn_of_exact_T=same)
    blank = np.zeros((SIDE, SIDE) if alike else (count, SIDE, SIDE), dtype=np.int64)
    model = build(config, np.eye(COLOURS, dtype=np.uint8) * 255).eval()
    hidden_HW = np.ones((SIDE, SIDE), dtype=bool)
    return draw(model, blank, hidden_HW, colours, range(count), temperature=1.0, nucleus=1.0)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[type, str], list[int]]:
    """Count the calls of a method, in a list that a test can empty."""

    def count(cls: type, name: str) -> list[int]:
        calls: list[int] = []
        method = getattr(cls, name)
        monkeypatch.setattr(cls, name, lambda *args, **kwargs: calls.append(1) or method(*args, **kwargs))
        return calls

    return count


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("count", [1, LANES + 1])
def test_long_rows_are_drawn_with_breaths_and_come_whole(
    counted: Callable[[type, str], list[int]], preset: Preset, count: int
) -> None:
    steps = counted(ContextPen if preset is Preset.DEFAULT else LecturePen, "expect")
    rows, taken = [], []
    for part in drawn(preset, count):
        rows.append(part)
        taken.append(len(steps))
        steps.clear()
    assert max(taken) <= BREATH, "however many candidates there are"
    assert sum(taken) == SIDE * SIDE * -(-count // LANES)
    assert [row.y0 for row in rows if row.exact_NRW.size] == list(range(SIDE))
    assert np.concatenate([row.exact_NRW for row in rows], axis=1).shape == (count, SIDE, SIDE)
    assert [row.done for row in rows] == sorted(row.done for row in rows)


@pytest.mark.parametrize("alike", [True, False])
def test_what_is_visible_is_read_with_a_breath_after_each_convolution(
    counted: Callable[[type, str], list[int]], alike: bool
) -> None:
    convolutions, steps = counted(nn.Conv2d, "forward"), counted(ContextPen, "expect")
    for _ in drawn(Preset.DEFAULT, LANES + 1, alike=alike):
        if steps:
            break
        assert len(convolutions) <= 1
        convolutions.clear()
    assert steps, "something was drawn in the end"
