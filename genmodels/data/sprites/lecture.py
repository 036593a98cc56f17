"""The lecture's homework as pictures: 400 colour numbers a line, and a table of colours in a second file."""

from pathlib import Path

import numpy as np

from genmodels.api.errors import InputError

PIXELS, COLOURS, SIDE = "pixel_color.txt", "colormap.txt", 20


def lecture_file(source: Path) -> Path | None:
    """Return the file of colour numbers that a person chose, itself or by its folder; None for other things."""
    text = source / PIXELS if source.is_dir() else source
    return text if text.name == PIXELS and text.is_file() else None


def read_lecture(text: Path) -> np.ndarray:
    """Return the pictures, uint8 (N, 20, 20, 4); raises InputError."""
    try:
        numbers = [[int(word) for word in line.split()] for line in text.read_text().splitlines() if line.strip()]
        table = [[int(word) for word in line.split()] for line in (text.parent / COLOURS).read_text().splitlines()]
        rgb_K3 = np.array([row for row in table if row], dtype=np.uint8).reshape(-1, 3)
        tokens_NHW = np.array(numbers, dtype=np.uint16).reshape(len(numbers), SIDE, SIDE)
        return np.pad(rgb_K3, ((0, 0), (0, 1)), constant_values=255)[tokens_NHW]
    except (OSError, ValueError, IndexError, OverflowError) as error:
        message = f"“{text}” and “{COLOURS}” beside it are not 400 colour numbers a line and their RGB triples."
        raise InputError(message, hint="Check both files.", detail=str(error)) from error
