"""What leaves a tiled picture on one side comes in on the other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.document.raster import Patch
from app.document.tiling import Tiling

SHAPE = (4, 5)
tilings = st.builds(Tiling, across=st.booleans(), down=st.booleans())


@given(tilings, st.integers(-20, 20), st.integers(-20, 20), st.integers(1, 12), st.integers(1, 12))
def test_parts_are_every_cell_wrapped(tiling: Tiling, x: int, y: int, width: int, height: int) -> None:
    patch = Patch(x=x, y=y, where_HW=np.ones((height, width), bool))
    expected = {tiling.cell((x + i, y + j), SHAPE) for i in range(width) for j in range(height)} - {None}
    drawn_HW = np.zeros(SHAPE, bool)
    for part in tiling.parts(patch, SHAPE):
        drawn_HW[part.part] |= part.where_HW
    assert {(x, y) for y, x in np.argwhere(drawn_HW).tolist()} == expected


def test_cells_outside_are_nowhere_without_tiling() -> None:
    assert Tiling().cell((5, 0), SHAPE) is None
    assert Tiling(across=True).cell((5, 0), SHAPE) == (0, 0)
    assert Tiling(across=True).cell((-1, 4), SHAPE) is None
    assert Tiling(across=True, down=True).cell((-1, 4), SHAPE) == (4, 0)
