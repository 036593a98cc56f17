"""Fixtures that more than one folder of tests uses."""

import os
from pathlib import Path

import numpy as np
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test out of the person's own Spriteverse folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SPRITEVERSE_HOME", str(folder))
    return folder


@pytest.fixture
def rgba() -> np.ndarray:
    """A 12×10 picture: a red ball with a dark rim on transparent pixels that carry colours too."""
    y_HW, x_HW = np.mgrid[:12, :10]
    distance_HW = np.hypot(y_HW - 5.5, x_HW - 4.5)
    rgba_HWC = np.zeros((12, 10, 4), dtype=np.uint8)
    rgba_HWC[..., 0] = y_HW * 9  # colours under alpha 0
    rgba_HWC[distance_HW < 4.6] = (40, 10, 20, 255)
    rgba_HWC[distance_HW < 3.4] = (220, 40, 50, 255)
    rgba_HWC[distance_HW < 1.2] = (255, 200, 190, 128)
    return rgba_HWC
