"""What every part of the tour needs: waiting for the program, and writing a picture."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtTest import QTest

PATIENCE_MS, STEP_MS = 600_000, 10


def until(holds: Callable[[], bool]) -> None:
    """Let the program work until this holds."""
    for _ in range(PATIENCE_MS // STEP_MS):
        if holds():
            return
        QTest.qWait(STEP_MS)
    raise TimeoutError("the program did not come as far as expected")


def save(path: Path, rgba_HW4: np.ndarray) -> None:
    """Write a picture for the README."""
    Image.fromarray(rgba_HW4).save(path, optimize=True)
