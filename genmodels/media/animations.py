"""Frames of an animated GIF, PNG or WebP as pixels, and how long they are shown; still pictures are media.sprite's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from genmodels.media.arrays import np
from genmodels.media.bounds import check_claim, check_size, file_bytes
from genmodels.media.pillow import MOVING, opened, quiet, rgba_of, told

if TYPE_CHECKING:
    from PIL import Image

MAX_FRAMES = 2000
SHORTEST_MS = 11  # players show a frame of less for PLAYED_MS, whatever its file says
PLAYED_MS = 100
Moment = tuple["np.ndarray", float]  # a frame as it is shown, uint8 RGBA, and for how many ms; 0: the file does not say


def is_animated(path: Path) -> bool:
    """Return whether a file holds more than one frame; raises InputError where that cannot be told for damage.

    Of what is no picture, or too large a one, read_sprite tells why.
    """
    from PIL import Image

    with told(f"“{path.name}”"):
        try:
            return count_frames(path) > 1
        except (Image.UnidentifiedImageError, Image.DecompressionBombError):
            return False


def count_frames(source: Path | bytes) -> int:
    """Return how many frames a picture shows, 1 for a still one; raises what Pillow does, see media.pillow."""
    with opened(source) as image:
        return _count(image) - _first(image)


def read_frames(path: Path) -> Iterator[np.ndarray]:
    """Yield the frames one after another as they are shown, uint8 RGBA; raises InputError with what to do next."""
    for rgba_HW4, _ in read_moments(file_bytes(path), f"“{path.name}”"):
        yield rgba_HW4


def read_moments(data: bytes, name: str) -> Iterator[Moment]:
    """Yield a file's frames and their times, no more than MAX_FRAMES; name: how a message calls it.

    Raises InputError with what to do next.
    """
    check_claim(name, data)
    with told(name), opened(data, MOVING) as image:
        first, last = _first(image), min(_count(image), MAX_FRAMES + _first(image))
        width, height = image.size
        check_size(name, width, height)
        for number in range(first, last):
            with quiet():
                image.seek(number)
            # A frame of a GIF may reach out of its screen; Pillow then makes the picture larger, players do not.
            rgba_HW4 = rgba_of(image)[:height, :width]
            yield rgba_HW4, float(image.info.get("duration", 0))


def played_ms(stored_ms: float) -> int:
    """Return for how long players show a frame that is stored with this time."""
    return round(stored_ms) if stored_ms >= SHORTEST_MS else PLAYED_MS


def _count(image: Image.Image) -> int:
    # A JPEG may hold more pictures than one, of which the others are no frames.
    return getattr(image, "n_frames", 1) if image.format in MOVING else 1


def _first(image: Image.Image) -> int:
    """Return the first frame that is played: of an animated PNG the picture for other readers may not be."""
    return int(getattr(image, "default_image", False))
