"""Pictures to train on."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for n in range(24):
        rgba_HW4 = np.zeros((8, 8, 4), np.uint8)
        top, left = rng.integers(0, 3, 2)
        rgba_HW4[top : top + 5, left : left + 4 + n % 3] = (*rng.integers(0, 3, 3) * 90, 255)
        Image.fromarray(rgba_HW4).save(folder / f"creature{chr(97 + n)}.png")
    return folder
